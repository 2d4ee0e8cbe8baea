"""The share of files that are sufficient: of a sample, of all, and weighted where a stratum was over-drawn."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

from iomsa.outcomes.interval import wilson, wilson_of

if TYPE_CHECKING:
    from fractions import Fraction

ALL_REVIEWED = "All were reviewed: no sampling error; reviewers may still differ."
NOTHING = "No file gave a yes or no."


class Estimate(NamedTuple):
    """Hold a share with its interval; what can't be had is None and the reason says why.

    `ratio` is the exact share as two whole numbers: the first page of the program, which shows shares, waits for no
    module of fractions.
    """

    n: int
    ratio: tuple[int, int] | None = None
    interval: tuple[float, float] | None = None
    effective: float | None = None
    reason: str = ""

    @property
    def share(self) -> Fraction | None:
        """Return the exact share."""
        from fractions import Fraction

        return None if self.ratio is None else Fraction(*self.ratio)

    @property
    def percent(self) -> int | None:
        """Return the share as a whole percentage, half rounded up, on integers: floor(100 w + 1/2)."""
        return None if self.ratio is None else (200 * self.ratio[0] + self.ratio[1]) // (2 * self.ratio[1])


class Stratum(NamedTuple):
    """Hold what a stratum gave: how many files it has, how many gave a yes or no, how many a yes.

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


def effective_size(n: int, population: float) -> float | None:
    """Return the size that a simple sample without a finite population would need to be as sure; None where n is all.

    Formula: n(N-1)/(N-n). Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), 2.23 and 3.8: the finite
    population correction (N-n)/(N-1) shortens the variance p(1-p)/n.
    """
    return None if n >= population else n * (population - 1) / (population - n)


def estimate(
    successes: int, n: int, population: int | None = None, confidence: float = 0.95, reviewed: int | None = None
) -> Estimate:
    """Return the share with its Wilson interval on the effective size; without a population, on n itself.

    Where the question applied to n of the files reviewed, it is taken to apply to as many of the list: N n/reviewed
    (Cochran 2.12). So there is no sampling error once all were reviewed, whatever the question applied to.
    """
    if n == 0:
        return Estimate(0, reason=NOTHING)
    ratio, read = (successes, n), max(n, reviewed or 0)
    if population is None:
        return Estimate(n, ratio, wilson(successes, n, confidence), float(n))
    size = None if read >= population else effective_size(n, population * n / read)
    if size is None:
        return Estimate(n, ratio, reason=ALL_REVIEWED)
    return Estimate(n, ratio, wilson_of(successes / n, size, confidence), size)


def weighted(strata: Sequence[Stratum], confidence: float = 0.95) -> Estimate:
    """Return the share of the whole list from strata that were drawn unequally.

    Formula: w = sum of W p with W = N/sum of N; Wilson on the effective size w(1-w)/v, with v from `variance`. Source:
    Cochran (1977), 5.1 and 5.52; E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998), 193-201. A stratum with
    no yes or no leaves and the weights are re-scaled. One stratum is the plain sample.
    """
    kept = [each for each in strata if each.n > 0]
    if not kept:
        return Estimate(0, reason=NOTHING)
    n, whole = sum(each.n for each in kept), sum(each.size for each in kept)
    if len(kept) == 1:
        return estimate(kept[0].successes, n, whole, confidence, kept[0].reviewed)
    ratio = weighted_ratio(kept)
    if all(each.fraction == 1 for each in kept):
        return Estimate(n, ratio, reason=ALL_REVIEWED)
    size = _size(kept, ratio)
    return Estimate(n, ratio, wilson_of(ratio[0] / ratio[1], size, confidence), size)


def weighted_ratio(strata: Sequence[Stratum]) -> tuple[int, int]:
    """Return the exact weighted share, sum of W p, in lowest terms; every stratum has n > 0."""
    common = lcm(*(each.n for each in strata))
    top = sum(each.size * each.successes * (common // each.n) for each in strata)
    bottom = common * sum(each.size for each in strata)
    shared = gcd(top, bottom)
    return top // shared, bottom // shared


def variance(strata: Sequence[Stratum]) -> float:
    """Return the variance of the weighted share with the finite correction; every stratum has n > 0.

    Formula: sum of W² (1 - f) p(1-p)/(n-1), f being the fraction that was reviewed: n/N where all gave a yes or no. A
    stratum of one file says nothing of its own spread: it takes w(1-w), the spread of all files together (ours).
    """
    whole = sum(each.size for each in strata)
    top, bottom = weighted_ratio(strata)
    of_all = top * (bottom - top) / bottom**2
    parts = []
    for each in strata:
        spread = each.successes * (each.n - each.successes) / (each.n**2 * max(1, each.n - 1))
        parts.append((each.size / whole) ** 2 * (1 - each.fraction) * (of_all if each.n == 1 else spread))
    return fsum(parts)


def _size(strata: Sequence[Stratum], ratio: tuple[int, int]) -> float:
    """Return the effective size.

    Where no stratum shows any spread, w(1-w)/v says nothing; then it is the size that the draw itself would have if
    the strata did not differ: 1/sum of W² (1 - n/N)/n (L. Kish, Survey Sampling, 1965, 11.7).
    """
    spread, (top, bottom) = variance(strata), ratio
    if spread > 0 and 0 < top < bottom:
        return top * (bottom - top) / bottom**2 / spread
    whole = sum(each.size for each in strata)
    return 1 / fsum((each.size / whole) ** 2 * (1 - each.fraction) / each.n for each in strata)
