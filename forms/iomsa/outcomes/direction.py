"""Less, the same or more often: how many people went which way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from iomsa.outcomes.exposure import Window
from iomsa.outcomes.sign_test import sign_test


class Direction(NamedTuple):
    """Hold how many went down, stayed and went up; p is None where there is no test, and the reason says why."""

    of: int
    reduced: int
    same: int
    increased: int
    p: float | None = None
    left_out: int = 0
    reason: str = ""

    @property
    def percents(self) -> tuple[int, int, int] | None:
        """Return the three as whole percentages, each rounded half up, so that they need not add up to 100."""
        if self.of == 0:
            return None
        counts = (self.reduced, self.same, self.increased)
        first, second, third = ((200 * count + self.of) // (2 * self.of) for count in counts)
        return first, second, third


def by_rate(before: Window, after: Window) -> int | None:
    """Return -1, 0 or 1 for a lower, equal or higher rate per day at liberty; None where either has no such day.

    The rates are cross-multiplied, so that equal ones are equal: a/Ta < b/Tb is a Tb < b Ta on integers.
    """
    if before.liberty == 0 or after.liberty == 0:
        return None
    return by_count(before.offences * after.liberty, after.offences * before.liberty)


def by_count(before: int, after: int) -> int:
    """Return -1, 0 or 1 for fewer, as many or more."""
    return (after > before) - (after < before)


def everybody_followed(moves: Iterable[int | None]) -> Direction:
    """Count the directions of everybody and test them by the exact sign test; None is left out and counted.

    Formula and source: as for `sign_test`.
    """
    found = _count(moves)
    if found.of == 0:
        return found._replace(reason="Nobody could be compared.")
    p = sign_test(found.reduced, found.increased)
    return found._replace(p=p, reason="" if p is not None else "Nobody went up or down, so there is nothing to test.")


def as_in_2020(moves: Iterable[int | None], not_reoffended: int) -> Direction:
    """Count the directions of those who reoffended, as the 2020 inspection did: no test, and why.

    Those who did not reoffend are not in it, so whoever is left had something to count afterwards. Source: the table
    of outcomes in the joint inspection of 2020.
    """
    found = _count(moves)
    if found.of == 0:
        return found._replace(reason="Nobody who reoffended could be compared.")
    if not_reoffended == 0:
        return found._replace(reason="Shown as the 2020 inspection showed it, without a test.")
    return found._replace(
        reason=f"This leaves out the {'one' if not_reoffended == 1 else not_reoffended} who did not reoffend, "
        "so it can't show whether offending rose or fell."
    )


def _count(moves: Iterable[int | None]) -> Direction:
    counts = {-1: 0, 0: 0, 1: 0, None: 0}
    for move in moves:
        counts[move] += 1
    down, same, up = counts[-1], counts[0], counts[1]
    return Direction(down + same + up, down, same, up, left_out=counts[None])
