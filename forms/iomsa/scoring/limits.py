"""Hold a rating down: which limits apply, and which of them changed it."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Iterable
from typing import NamedTuple

from iomsa.framework.rules import Limit


class Cap(NamedTuple):
    """Say that a limit applies: the place it allows at most, and the ids of what set it off."""

    limit: Limit
    place: int
    of: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return what a scorecard calls it: the key questions for a limit that looks at them, else the limit's id."""
        return self.of if self.limit.kind == "question-at" else (self.limit.id,)


class Held(NamedTuple):
    """Give a place after limits: what the points earned, what it is, the caps that made it so, and all that apply."""

    earned: int
    place: int
    by: tuple[Cap, ...]
    caps: tuple[Cap, ...]


def hold(earned: int, caps: Iterable[Cap]) -> Held:
    """Apply caps to an earned place; a cap made it so where the place was lowered just to what that cap allows."""
    caps = tuple(caps)
    place = min((cap.place for cap in caps), default=earned)
    if place >= earned:
        return Held(earned, earned, (), caps)
    return Held(earned, place, tuple(cap for cap in caps if cap.place == place), caps)
