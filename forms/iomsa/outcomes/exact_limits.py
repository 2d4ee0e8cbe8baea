"""The exact limits of a share: an interval that covers at least as often as it says."""

from __future__ import annotations

from iomsa.outcomes.special import beta_quantile


def exact_limits(successes: int, n: int) -> tuple[float, float]:
    """Return the exact 95 % interval of a share, n > 0.

    Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404-413; the ends are quantiles of beta.
    """
    low = 0.0 if successes == 0 else beta_quantile(0.025, successes, n - successes + 1)
    high = 1.0 if successes == n else 1 - beta_quantile(0.025, n - successes, successes + 1)
    return low, high
