"""The Wilson interval of a share."""

from __future__ import annotations

from math import sqrt

Z_95, Z_998 = 1.959963984540054, 3.090232306167813
"""The normal quantiles of 0.975 and 0.999, written out: working them out loads four modules before the first page."""


def wilson(successes: int, n: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share, both ends as fractions 0-1; n > 0.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212; without a correction.
    """
    low, high = wilson_of(successes / n, n)
    return (0.0 if successes == 0 else low), (1.0 if successes == n else high)


def wilson_of(share: float, size: float) -> tuple[float, float]:
    """Return the 95 % score interval of a share 0-1 that stands on this effective size > 0, whole or not.

    Formula: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n). Source: as for `wilson`.
    """
    spread = Z_95 * Z_95 / size
    middle = share + spread / 2
    half = Z_95 * sqrt(share * (1 - share) / size + spread / (4 * size))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (0.0 if share == 0 else low), (1.0 if share == 1 else high)
