"""The Wilson interval of a share of cases."""

from __future__ import annotations

from functools import cache
from math import sqrt

Z_95 = 1.959963984540054
"""The normal quantile of 0.975, written out: working it out loads four modules before the first page."""


def wilson(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the score interval of a share, both ends as fractions 0-1; n > 0.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212; without a correction.
    """
    z = _quantile(confidence)
    share, spread = successes / n, z * z / n
    middle = share + spread / 2
    half = z * sqrt(share * (1 - share) / n + spread / (4 * n))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (0.0 if successes == 0 else low), (1.0 if successes == n else high)


@cache
def _quantile(confidence: float) -> float:
    if confidence == 0.95:
        return Z_95
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)
