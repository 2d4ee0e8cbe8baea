"""How work that takes long is stopped: it asks whether to go on, and refuses where not."""

from __future__ import annotations

from collections.abc import Callable

from iomsa.problems import refuse

STOPPED = "outcomes.stopped"
"""The code of the refusal where somebody stopped it."""
GoOn = Callable[[], bool]


def always() -> bool:
    """Let work go on to its end."""
    return True


def stop_unless(goes_on: bool) -> None:
    """Refuse to go on where somebody stopped it."""
    if not goes_on:
        raise refuse(STOPPED, "", "The figures were not worked out, as this was stopped; open the page again for them.")


class Watched:
    """Carry whether to go on to where results are kept: all are equal, for no result depends on it."""

    def __init__(self, go_on: GoOn) -> None:
        self.go_on = go_on

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Watched)

    def __hash__(self) -> int:
        return 0
