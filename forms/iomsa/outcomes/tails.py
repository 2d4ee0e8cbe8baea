"""The tails of counts: binomial, Poisson, and the exact limits of a share that follow from them."""

from __future__ import annotations

from math import comb, exp, fsum, lgamma, log, log1p

from iomsa.outcomes.special import beta_quantile


def binomial_at_most(k: int, n: int, p: float) -> float:
    """Return the probability of at most k successes in n trials.

    Formula: the sum of C(n, i) p^i (1-p)^(n-i) over i up to k; summed from the shorter side.
    """
    if k < 0:
        return 0.0
    if k >= n:
        return 1.0
    if k > n * p:
        return 1 - fsum(_binomial(i, n, p) for i in range(k + 1, n + 1))
    return fsum(_binomial(i, n, p) for i in range(k + 1))


def binomial_at_least(k: int, n: int, p: float) -> float:
    """Return the probability of at least k successes in n trials."""
    return binomial_at_most(n - k, n, 1 - p)


def poisson_at_most(k: int, mean: float) -> float:
    """Return the probability of at most k events where this mean > 0 is expected.

    Formula: the sum of e^-m m^i / i! over i up to k.
    """
    return 0.0 if k < 0 else min(1.0, fsum(_poisson(i, mean) for i in range(k + 1)))


def poisson_at_least(k: int, mean: float) -> float:
    """Return the probability of at least k events; the far tail is summed itself, so that it stays exact."""
    if k <= mean:
        return 1 - poisson_at_most(k - 1, mean)
    terms: list[float] = []
    i = k
    while not terms or terms[-1] > terms[0] * 1e-18:
        terms.append(_poisson(i, mean))
        i += 1
        if terms[0] == 0:
            break
    return fsum(terms)


def exact_limits(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the exact interval of a share; it covers at least as often as it says, n > 0.

    Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404-413; the ends are quantiles of beta.
    """
    tail = (1 - confidence) / 2
    low = 0.0 if successes == 0 else beta_quantile(tail, successes, n - successes + 1)
    high = 1.0 if successes == n else 1 - beta_quantile(tail, n - successes, successes + 1)
    return low, high


def _binomial(k: int, n: int, p: float) -> float:
    if p <= 0 or p >= 1:
        return float(k == (n if p >= 1 else 0))
    if n <= 1000:
        return exp(log(comb(n, k)) + k * log(p) + (n - k) * log1p(-p))
    return exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p))


def _poisson(k: int, mean: float) -> float:
    return float(k == 0) if mean == 0 else exp(k * log(mean) - mean - lgamma(k + 1))
