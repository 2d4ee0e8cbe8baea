"""The Wilson interval of a share."""

from __future__ import annotations

from functools import cache
from math import sqrt

Z_95 = 1.959963984540054
"""The normal quantile of 0.975, written out: working it out loads four modules before the first page."""


def wilson(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the score interval of a share, both ends as fractions 0-1; n > 0.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212; without a correction.
    """
    low, high = wilson_of(successes / n, n, confidence)
    return (0.0 if successes == 0 else low), (1.0 if successes == n else high)


def wilson_of(share: float, size: float, confidence: float = 0.95) -> tuple[float, float]:
    """Return the score interval of a share 0-1 that stands on this effective size > 0, whole or not.

    Formula: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n).
    """
    z = normal_quantile(confidence)
    spread = z * z / size
    middle = share + spread / 2
    half = z * sqrt(share * (1 - share) / size + spread / (4 * size))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (0.0 if share == 0 else low), (1.0 if share == 1 else high)


@cache
def normal_quantile(confidence: float) -> float:
    """Return z, so many standard errors to either side of which a normal figure lies with this confidence.

    Formula: the quantile of (1 + confidence)/2, by the standard library's NormalDist (M. J. Wichura, AS 241, 1988).
    """
    if confidence == 0.95:
        return Z_95
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)
