"""The share of files that are sufficient, with its interval; weighted where a stratum was over-drawn."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Sequence
from math import fsum, gcd, lcm
from typing import NamedTuple

from iomsa.outcomes.interval import wilson_of

ALL_REVIEWED = "All were reviewed: no sampling error; reviewers may still differ."


class Stratum(NamedTuple):
    """Hold what a stratum gave: how many files it has, how many gave a yes or no (at least one), how many a yes.

    `reviewed` is for those that were read and gave neither, as the question did not apply; without it, it is n.
    """

    size: int
    n: int
    successes: int
    reviewed: int | None = None

    @property
    def fraction(self) -> float:
        """Return how much of the stratum was read; 1 only where all was."""
        return min(1.0, max(self.n, self.reviewed or 0) / self.size)


class Estimate(NamedTuple):
    """Hold an exact share as two whole numbers, with its interval; None where all were reviewed.

    No fraction: the first page of the program, which shows shares, waits for no module of fractions.
    """

    ratio: tuple[int, int]
    interval: tuple[float, float] | None


def estimate(strata: Sequence[Stratum]) -> Estimate:
    """Return the share of the whole list, weighted where it was drawn from several strata.

    Formula: w = sum of W p with W = N/sum of N; Wilson on the effective size. Source: Cochran (1977), 5.1 and 5.52;
    E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998), 193-201.
    """
    ratio = weighted_ratio(strata)
    if all(each.fraction == 1 for each in strata):
        return Estimate(ratio, None)
    size = simple_size(strata[0]) if len(strata) == 1 else weighted_size(strata)
    return Estimate(ratio, wilson_of(ratio[0] / ratio[1], size))


def simple_size(only: Stratum) -> float:
    """Return the size that a simple sample without a finite list would need to be as sure as this one of part of it.

    Formula: n(N-1)/(N-n). Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), 2.23 and 3.8: the finite
    population correction (N-n)/(N-1) shortens the variance p(1-p)/n. Where the question applied to n of the files
    reviewed, it is taken to apply to as many of the list: N n/reviewed (Cochran 2.12).
    """
    population = only.size * only.n / max(only.n, only.reviewed or 0)
    return only.n * (population - 1) / (population - only.n)


def weighted_ratio(strata: Sequence[Stratum]) -> tuple[int, int]:
    """Return the exact weighted share, sum of W p, in lowest terms; every stratum has n > 0.

    Source: as for `weighted`.
    """
    common = lcm(*(each.n for each in strata))
    top = sum(each.size * each.successes * (common // each.n) for each in strata)
    bottom = common * sum(each.size for each in strata)
    shared = gcd(top, bottom)
    return top // shared, bottom // shared


def weighted_size(strata: Sequence[Stratum]) -> float:
    """Return the effective size of a weighted share, w(1-w)/v with v from `variance`; not all was reviewed.

    Where no stratum shows any spread, that says nothing; then it is the size that the draw itself would have if
    the strata did not differ: 1/sum of W² (1 - n/N)/n. Source: as for `weighted`; L. Kish, Survey Sampling (1965),
    11.7.
    """
    spread, (top, bottom) = variance(strata), weighted_ratio(strata)
    if spread > 0 and 0 < top < bottom:
        return top * (bottom - top) / bottom**2 / spread
    whole = sum(each.size for each in strata)
    return 1 / fsum((each.size / whole) ** 2 * (1 - each.fraction) / each.n for each in strata)


def variance(strata: Sequence[Stratum]) -> float:
    """Return the variance of the weighted share with the finite correction; every stratum has n > 0.

    Formula: sum of W² (1 - f) p(1-p)/(n-1), f being the fraction that was reviewed: n/N where all gave a yes or no. A
    stratum of one file says nothing of its own spread: it takes w(1-w), the spread of all files together (ours).
    Source: as for `weighted`.
    """
    whole = sum(each.size for each in strata)
    top, bottom = weighted_ratio(strata)
    of_all = top * (bottom - top) / bottom**2
    parts = []
    for each in strata:
        spread = each.successes * (each.n - each.successes) / (each.n**2 * max(1, each.n - 1))
        parts.append((each.size / whole) ** 2 * (1 - each.fraction) * (of_all if each.n == 1 else spread))
    return fsum(parts)
