"""The beta and t distributions, by the incomplete beta function."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import exp, inf, lgamma, log, log1p, sqrt

_TINY = 1e-300
_EPSILON = 1e-16
_MOST = 20_000


def beta_cdf(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), a and b > 0.

    Formula: the continued fraction of NIST's Digital Library of Mathematical Functions, 8.17.22, by Lentz's method,
    turned over above the mean where it converges slowly.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def beta_quantile(p: float, a: float, b: float) -> float:
    """Return the x at which I_x(a, b) is p, by halving the interval until two neighbouring floats are left."""
    if p <= 0:
        return 0.0
    return 1.0 if p >= 1 else _halve(lambda x: beta_cdf(x, a, b) < p, 0.0, 1.0)


@cache
def t_quantile(p: float, df: float) -> float:
    """Return the value that Student's t with so many degrees of freedom stays under with probability p, 0 < p < 1.

    Formula: t² = df (1-x)/x, x the quantile of 2(1-p) of beta with df/2 and 1/2. Source: Abramowitz and Stegun, 26.7.1.
    """
    if p < 0.5:
        return -t_quantile(1 - p, df)
    middle = 2 * p - 1
    if middle < 0.5:  # near the middle, df/(df + t²) is so close to 1 that nothing would be left of t
        y = beta_quantile(middle, 0.5, df / 2)
        return sqrt(df * y / (1 - y))
    x = beta_quantile(2 * (1 - p), df / 2, 0.5)
    return sqrt(df * (1 - x) / x) if x > 0 else inf


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _MOST):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / _away(1 + even * d), _away(1 + even / c)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / _away(1 + odd * d), _away(1 + odd / c)
        value *= d * c
        if abs(d * c - 1) <= _EPSILON:
            break
    return value


def _away(value: float) -> float:
    """Keep a divisor away from zero."""
    return value if abs(value) > _TINY else _TINY


def _halve(below: Callable[[float], bool], low: float, high: float) -> float:
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if below(middle) else (low, middle)
    return high
