"""The exact limits of a share: an interval that covers at least as often as it says."""

from __future__ import annotations

from iomsa.outcomes.special import beta_quantile


def exact_limits(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the exact interval of a share, n > 0.

    Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404-413; the ends are quantiles of beta.
    """
    tail = (1 - confidence) / 2
    low = 0.0 if successes == 0 else beta_quantile(tail, successes, n - successes + 1)
    high = 1.0 if successes == n else 1 - beta_quantile(tail, n - successes, successes + 1)
    return low, high
