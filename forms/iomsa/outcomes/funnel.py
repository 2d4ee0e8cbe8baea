"""A scheme among others: limits round a benchmark that allow for schemes differing more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple

from iomsa.outcomes.interval import normal_quantile

WINSORISED = 0.1
"""The share of z-scores at each end that is drawn in to the next, so that a few outliers do not widen the funnel."""


class Scheme(NamedTuple):
    """Hold how many of a scheme's people reoffended."""

    name: str
    reoffended: int
    n: int


class Place(NamedTuple):
    """Hold where a scheme lies: its share, its z-score with the overdispersion, and the limits at its size."""

    name: str
    share: float
    z: float
    inner: tuple[float, float]
    outer: tuple[float, float]


class Funnel(NamedTuple):
    """Hold the funnel round a benchmark; phi over 1 is more difference than chance, tau squared how much."""

    benchmark: float
    phi: float | None
    tau_squared: float
    places: tuple[Place, ...]
    reason: str = ""


def funnel(schemes: Sequence[Scheme], benchmark: float) -> Funnel:
    """Place schemes in a funnel round a benchmark share, 0 < benchmark < 1, with 95 % and 99.8 % limits.

    Formula: z = (y - b)/s, s² = b(1-b)/n; winsorised; phi = mean z²; tau² = (I phi - (I-1))/(sum w - sum w²/sum w),
    w = 1/s², nought where negative; limits b ± z sqrt(s² + tau²). Source: D. J. Spiegelhalter, Statistics in Medicine
    24 (2005), 1185-1202; Quality and Safety in Health Care 14 (2005), 347-351; R. DerSimonian and N. Laird, Controlled
    Clinical Trials 7 (1986), 177-188.
    """
    kept = [each for each in schemes if each.n > 0]
    if not 0 < benchmark < 1:
        return Funnel(benchmark, None, 0.0, (), "A benchmark of 0 or 100 % leaves no room for chance.")
    variances = [benchmark * (1 - benchmark) / each.n for each in kept]
    scores = [(each.reoffended / each.n - benchmark) / sqrt(v) for each, v in zip(kept, variances, strict=True)]
    if len(kept) < 2:
        places = tuple(_place(each, benchmark, v, 0.0) for each, v in zip(kept, variances, strict=True))
        return Funnel(benchmark, None, 0.0, places, "How schemes differ can't be told from fewer than two.")
    drawn_in = winsorised(scores)
    phi = fsum(z * z for z in drawn_in) / len(drawn_in)
    tau = tau_squared(phi, [1 / v for v in variances])
    places = tuple(_place(each, benchmark, v, tau) for each, v in zip(kept, variances, strict=True))
    return Funnel(benchmark, phi, tau, places)


def winsorised(scores: Sequence[float], share: float = WINSORISED) -> list[float]:
    """Return the scores with the lowest and the highest tenth (rounded down) drawn in to the next.

    Source: Spiegelhalter (2005), as for `funnel`.
    """
    ordered, out = sorted(scores), int(share * len(scores))
    low, high = ordered[out], ordered[len(ordered) - 1 - out]
    return [min(max(score, low), high) for score in scores]


def tau_squared(phi: float, weights: Sequence[float]) -> float:
    """Return the variance between schemes by DerSimonian and Laird's moments.

    Formula: (I phi - (I-1))/(sum w - sum w²/sum w), nought where negative. Source: as for `funnel`.
    """
    count, total = len(weights), fsum(weights)
    excess = count * phi - (count - 1)
    return max(0.0, excess / (total - fsum(w * w for w in weights) / total))


def _place(scheme: Scheme, benchmark: float, variance: float, tau: float) -> Place:
    error, share = sqrt(variance + tau), scheme.reoffended / scheme.n
    inner, outer = (normal_quantile(level) * error for level in (0.95, 0.998))
    return Place(scheme.name, share, (share - benchmark) / error, _within(benchmark, inner), _within(benchmark, outer))


def _within(benchmark: float, half: float) -> tuple[float, float]:
    return max(0.0, benchmark - half), min(1.0, benchmark + half)
