"""Offences per year at liberty, after to before, for the same people."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from iomsa.outcomes.exact_limits import exact_limits
from iomsa.outcomes.exposure import DAYS_A_YEAR, FEWEST_PEOPLE, Window, long_enough, too_few
from iomsa.outcomes.special import t_quantile

JACKKNIFE = "95 % interval, by leaving out each person in turn"
EXACT = "exact conditional bound, as if each offence came on its own; the true one is wider"
NO_SPREAD = 1e-12
"""Half an interval on the log that is nothing but rounding."""
Times = Sequence[tuple[int, int, int, int]]


class Ratio(NamedTuple):
    """Hold a ratio of rates; an open end of the interval, and what can't be had, is None and the reason says why."""

    ratio: float | None = None
    interval: tuple[float, float | None] | None = None
    years_before: float = 0.0
    years_after: float = 0.0
    method: str = ""
    reason: str = ""


class RateRatio(NamedTuple):
    """Hold the ratio per year at liberty and, beside it, without correction for custody; custody is in days."""

    people: int
    too_short: int
    custody_before: int
    custody_after: int
    corrected: Ratio
    uncorrected: Ratio
    offences_before: int = 0
    offences_after: int = 0


def rate_ratio(people: Sequence[tuple[Window, Window]]) -> RateRatio:
    """Compare the rates of offending after with before, for those at liberty for 30 days or more in both windows.

    Formula: (A/Ta)/(B/Tb) over all people together, so that people weigh by their time. Interval and source: as for
    `paired_ratio`.
    """
    kept = [pair for pair in people if long_enough(*pair)]
    at_liberty = [(b.offences, b.liberty, a.offences, a.liberty) for b, a in kept]
    in_all = [(b.offences, b.days, a.offences, a.days) for b, a in kept]
    return RateRatio(
        len(kept),
        len(people) - len(kept),
        sum(before.days - before.liberty for before, _ in kept),
        sum(after.days - after.liberty for _, after in kept),
        paired_ratio(at_liberty),
        paired_ratio(in_all),
        sum(before.offences for before, _ in kept),
        sum(after.offences for _, after in kept),
    )


def paired_ratio(times: Times) -> Ratio:
    """Return the ratio of rates from (offences before, days before, offences after, days after) of each person.

    Interval: delete-one jackknife on the log with t(m-1), which holds the spread between people and the link between a
    person's two counts: var = (m-1)/m times the sum of squares of the estimates without each, about their mean. Source:
    B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
    """
    b, days_before, a, days_after = (sum(column) for column in zip(*times, strict=True)) if times else (0, 0, 0, 0)
    blank = Ratio(years_before=days_before / DAYS_A_YEAR, years_after=days_after / DAYS_A_YEAR)
    if len(times) < FEWEST_PEOPLE:
        return blank._replace(reason=too_few(len(times)))
    if a == 0 and b == 0:
        return blank._replace(reason="Nobody offended before or after, so there is nothing to compare.")
    if a == 0 or b == 0:
        return _one_side(a, b, days_after / days_before, blank)
    ratio = a * days_before / (b * days_after)
    if any(a == person[2] or b == person[0] for person in times):
        reason = "One person committed all the offences of a side, so there is no spread to take an interval from."
        return blank._replace(ratio=ratio, reason=reason)
    without = [
        log((a - own_a) * (days_before - own_tb) / ((b - own_b) * (days_after - own_ta)))
        for own_b, own_tb, own_a, own_ta in times
    ]
    half = jackknife_error(without) * t_quantile(0.975, len(times) - 1)
    if half < NO_SPREAD:
        reason = "Everybody changed alike, so there is no spread to take an interval from."
        return blank._replace(ratio=ratio, reason=reason)
    return blank._replace(ratio=ratio, interval=(ratio * exp(-half), ratio * exp(half)), method=JACKKNIFE)


def jackknife_error(without: Sequence[float]) -> float:
    """Return the standard error of an estimate from the estimates without each of m.

    Formula: sqrt((m-1)/m times the sum of squares about their mean). Source: as for `paired_ratio`.
    """
    m = len(without)
    middle = fsum(without) / m
    return sqrt((m - 1) / m * fsum((each - middle) ** 2 for each in without))


def _one_side(a: int, b: int, exposure: float, blank: Ratio) -> Ratio:
    """Bound the ratio where one side has no offence.

    Given A + B, A is binomial with p/(1-p) = ratio times Ta/Tb, and the exact limits of p give those of the ratio.
    Source: J. Przyborowski and H. Wilenski, Biometrika 31 (1940), 313-323.
    """
    low, high = exact_limits(a, a + b)
    if a == 0:
        return blank._replace(ratio=0.0, interval=(0.0, high / (1 - high) / exposure), method=EXACT)
    reason = "Nobody offended before, so there is no ratio; it is at least the lower bound."
    return blank._replace(interval=(low / (1 - low) / exposure, None), method=EXACT, reason=reason)
