"""How much of a fall is to be expected because people are chosen at their peak, by an earlier window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iomsa.outcomes.exposure import FEWEST_PEOPLE, Window, long_enough, too_few
from iomsa.outcomes.percent import rounded_percent

LOOK_BACK_YEARS = 1.0


class Regression(NamedTuple):
    """Hold the earlier rate as a share of the rate before, and the falls from the year before as shares 0-1.

    What can't be had is None, and the reason says why. A fall below 0 is a rise.
    """

    earlier_to_before: float | None = None
    expected_fall: float | None = None
    observed_fall: float | None = None
    people: int = 0
    sentence: str = ""
    reason: str = ""


def regression_to_mean(people: Sequence[tuple[Window, Window, Window]], look_back_years: float | None) -> Regression:
    """Estimate the fall that selection alone would bring, from the windows earlier, before and after of each person.

    The score that chose people looked at the year before, not at the earlier year, so the earlier rate is what these
    people come back to: expected fall = 1 - (E/Te)/(B/Tb), beside 1 - (A/Ta)/(B/Tb). Source: the double pretest, W. R.
    Shadish, T. D. Cook and D. T. Campbell, Experimental and Quasi-Experimental Designs (2002), 4; A. G. Barnett, J. C.
    van der Pols and A. J. Dobson, International Journal of Epidemiology 34 (2005), 215-220. A score that looked back
    further chose by the earlier year too, and then this says nothing.
    """
    if look_back_years is None:
        return Regression(reason="How far back the selection score looks has not been given.")
    if look_back_years > LOOK_BACK_YEARS:
        return Regression(
            reason="The selection score looks back more than one year, so the earlier year was part of the choice "
            "and can't show what chance alone would do."
        )
    kept = [windows for windows in people if long_enough(*windows)]
    if len(kept) < FEWEST_PEOPLE:
        return Regression(people=len(kept), reason=too_few(len(kept)))
    earlier, before, after = (_rate(column) for column in zip(*kept, strict=True))
    if before == 0:
        return Regression(people=len(kept), reason="Nobody offended in the year before, so there is no fall.")
    expected, seen = 1 - earlier / before, 1 - after / before
    return Regression(earlier / before, expected, seen, len(kept), _sentence(expected, seen))


def _rate(windows: Sequence[Window]) -> float:
    return sum(window.offences for window in windows) / sum(window.liberty for window in windows)


def _sentence(expected: float, seen: float) -> str:
    was = f"a fall of {_percent(seen)} was seen" if seen >= 0 else f"a rise of {_percent(-seen)} was seen"
    if expected <= 0:
        return f"Offending was no lower in the earlier year, so no fall is to be expected from the choice alone; {was}."
    return f"A fall of {_percent(expected)} or more from the year before may be that alone; {was}."


def _percent(share: float) -> str:
    return f"{rounded_percent(share)} %"
