"""A scheme among others: limits round a benchmark that allow for schemes differing more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple

from iomsa.outcomes.interval import Z_95, Z_998

WINSORISED = 0.1
"""The share of z-scores at each end that is drawn in to the next, so that a few outliers do not widen the funnel."""


class Scheme(NamedTuple):
    """Hold how many of a scheme's people reoffended."""

    name: str
    reoffended: int
    n: int


class Funnel(NamedTuple):
    """Hold the benchmark and the variance between schemes beyond chance; `reason` says why one can't be had."""

    benchmark: float
    tau_squared: float
    reason: str = ""

    @property
    def has_limits(self) -> bool:
        """Tell whether chance has room round the benchmark."""
        return 0 < self.benchmark < 1


class LimitsAt(NamedTuple):
    """Hold the 95 % and the 99.8 % limits of a share at a size."""

    n: float
    inner: tuple[float, float]
    outer: tuple[float, float]


def funnel(schemes: Sequence[Scheme], benchmark: float) -> Funnel:
    """Work out the funnel of schemes with people round a benchmark share.

    Formula: z = (y - b)/s, s² = b(1-b)/n; winsorised; phi = mean z²; tau² by `tau_squared` with w = 1/s². Source: D. J.
    Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202; Quality and Safety in Health Care 14 (2005), 347-351.
    """
    if not 0 < benchmark < 1:
        return Funnel(benchmark, 0.0, "A benchmark of 0 or 100 % leaves no room for chance.")
    if len(schemes) < 2:
        return Funnel(benchmark, 0.0, "How schemes differ can't be told from fewer than two.")
    variances = [benchmark * (1 - benchmark) / each.n for each in schemes]
    scores = [(each.reoffended / each.n - benchmark) / sqrt(v) for each, v in zip(schemes, variances, strict=True)]
    phi = fsum(z * z for z in winsorised(scores)) / len(scores)
    return Funnel(benchmark, tau_squared(phi, [1 / v for v in variances]))


def limits_at(found: Funnel, n: float) -> LimitsAt:
    """Return the limits of a funnel for n people, n > 0: b ± z sqrt(b(1-b)/n + tau²). Source: as for `funnel`."""
    error = sqrt(found.benchmark * (1 - found.benchmark) / n + found.tau_squared)
    inner, outer = (_within(found.benchmark, z * error) for z in (Z_95, Z_998))
    return LimitsAt(n, inner, outer)


def winsorised(scores: Sequence[float]) -> list[float]:
    """Return the scores with the lowest and the highest tenth (rounded down) drawn in to the next.

    Source: Spiegelhalter (2005), as for `funnel`.
    """
    ordered, out = sorted(scores), int(WINSORISED * len(scores))
    low, high = ordered[out], ordered[len(ordered) - 1 - out]
    return [min(max(score, low), high) for score in scores]


def tau_squared(phi: float, weights: Sequence[float]) -> float:
    """Return the variance between schemes by DerSimonian and Laird's moments.

    Formula: (I phi - (I-1))/(sum w - sum w²/sum w), nought where negative. Source: R. DerSimonian and N. Laird,
    Controlled Clinical Trials 7 (1986), 177-188.
    """
    count, total = len(weights), fsum(weights)
    excess = count * phi - (count - 1)
    return max(0.0, excess / (total - fsum(w * w for w in weights) / total))


def _within(benchmark: float, half: float) -> tuple[float, float]:
    return max(0.0, benchmark - half), min(1.0, benchmark + half)
