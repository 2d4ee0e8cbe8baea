"""The sign test for pairs, and Holm's adjustment for several tests at once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb


def sign_test(fewer: int, more: int) -> float | None:
    """Return the exact two-sided p of the sign test; pairs that tie are out. None where every pair tied.

    Formula: 2 times the sum of C(n, k) / 2^n over k up to the smaller count, at most 1. Source: W. J. Conover,
    Practical Nonparametric Statistics, 3rd ed. (1999), 3.4.
    """
    n = fewer + more
    if n == 0:
        return None
    ways = sum(comb(n, k) for k in range(min(fewer, more) + 1))
    return float(min(Fraction(1), Fraction(2 * ways, 2**n)))


def holm(ps: Sequence[float | None]) -> tuple[float | None, ...]:
    """Adjust several p so that one in twenty is the chance of any false alarm; None stays and is not counted.

    Formula: the k-th smallest of m times m - k + 1, never under the one before, at most 1. Source: S. Holm,
    Scandinavian Journal of Statistics 6 (1979), 65-70.
    """
    found: list[float | None] = [None] * len(ps)
    tested = sorted((p, place) for place, p in enumerate(ps) if p is not None)
    largest = 0.0
    for k, (p, place) in enumerate(tested):
        largest = max(largest, min(1.0, p * (len(tested) - k)))
        found[place] = largest
    return tuple(found)
