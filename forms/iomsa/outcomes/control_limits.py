"""The centre and the limits of the charts over time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import fsum, isclose, sqrt
from typing import NamedTuple

from iomsa.outcomes.quarters import PER_DAYS, Quarter

XMR = 2.66
RANGE_LIMIT = 3.267
D2 = 1.128
"""The mean range of two normal figures, in standard deviations."""
T_POWER = 3.6


class Limits(NamedTuple):
    """Hold a chart's centre, each point's limits as shown, and each point's distance from the centre in sigmas.

    A sigma is a third of the way to the limit. No rate and no gap is under 0, so a lower limit is not shown under 0;
    the distance is taken before that.
    """

    centre: float
    low: tuple[float, ...]
    high: tuple[float, ...]
    distances: tuple[float, ...]
    range_limit: float | None = None
    sigma_z: float | None = None


def xmr(values: Sequence[float], breaks: Collection[int] = ()) -> Limits:
    """Return the limits of an individuals chart: mean ± 2.66 mean moving range; the range's own limit is 3.267 of it.

    Source: D. J. Wheeler, Understanding Variation, 2nd ed. (2000). Outlying ranges are not screened out, as in NHS
    England's Making Data Count tool. `breaks` are the places of values that do not follow the one before: there is no
    range from that to them (ours).
    """
    centre, moving = _mean(values), _moving_range(values, breaks)
    half, n = XMR * moving, len(values)
    distances = tuple(_distance(value, centre, half / 3) for value in values)
    return Limits(centre, (max(0.0, centre - half),) * n, (centre + half,) * n, distances, RANGE_LIMIT * moving)


def laney_u(quarters: Sequence[Quarter], breaks: Collection[int] = ()) -> Limits:
    """Return the limits of Laney's u' chart of offences per 1,000 days at liberty.

    Formula: u ± 3 s_i max(1, s_z), s_i = sqrt(u/n_i), s_z the mean moving range of (u_i - u)/s_i over 1.128. Source: D.
    B. Laney, Quality Engineering 14 (2002), 531-537; under 1, s_z would narrow the limits below chance (ours).
    `breaks`: as for `xmr`.
    """
    sizes = [quarter.days / PER_DAYS for quarter in quarters]
    centre = sum(quarter.offences for quarter in quarters) / fsum(sizes)
    if centre == 0:
        nought = (0.0,) * len(quarters)
        return Limits(0.0, nought, nought, nought, sigma_z=0.0)
    errors = [sqrt(centre / size) for size in sizes]
    scores = [(quarter.rate - centre) / error for quarter, error in zip(quarters, errors, strict=True)]
    spread = _moving_range(scores, breaks) / D2
    sigmas = [error * max(1.0, spread) for error in errors]
    return Limits(
        centre,
        tuple(max(0.0, centre - 3 * sigma) for sigma in sigmas),
        tuple(centre + 3 * sigma for sigma in sigmas),
        tuple(_distance(each.rate, centre, sigma) for each, sigma in zip(quarters, sigmas, strict=True)),
        sigma_z=spread,
    )


def t_chart(gaps: Sequence[int], breaks: Collection[int] = ()) -> Limits:
    """Return the limits of the days between offences: an individuals chart of gap^(1/3.6), raised again.

    Source: L. S. Nelson, Journal of Quality Technology 26 (1994), 239-240. `breaks`: as for `xmr`.
    """
    found = xmr([gap ** (1 / T_POWER) for gap in gaps], breaks)
    return Limits(
        found.centre**T_POWER,
        tuple(low**T_POWER for low in found.low),
        tuple(high**T_POWER for high in found.high),
        found.distances,
    )


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _moving_range(values: Sequence[float], breaks: Collection[int]) -> float:
    ranges = [abs(values[place] - values[place - 1]) for place in range(1, len(values)) if place not in breaks]
    return _mean(ranges) if ranges else 0.0


def _distance(value: float, centre: float, sigma: float) -> float:
    """Return how many sigmas a value is from the centre; one that is the centre but for the last digit is on it."""
    if sigma == 0 or isclose(value, centre, rel_tol=1e-12):
        return 0.0
    return (value - centre) / sigma
