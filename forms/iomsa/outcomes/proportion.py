"""The share of files that are sufficient: of a sample, of all, and weighted where a stratum was over-drawn."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from iomsa.outcomes.interval import wilson, wilson_of

ALL_REVIEWED = "All were reviewed: no sampling error; reviewers may still differ."
NOTHING = "No file gave a yes or no."


class Estimate(NamedTuple):
    """Hold a share as an exact fraction, with its interval; what can't be had is None and the reason says why."""

    n: int
    share: Fraction | None = None
    interval: tuple[float, float] | None = None
    effective: float | None = None
    reason: str = ""

    @property
    def percent(self) -> int | None:
        """Return the share as a whole percentage, half rounded up, on integers: floor(100 w + 1/2)."""
        if self.share is None:
            return None
        return (200 * self.share.numerator + self.share.denominator) // (2 * self.share.denominator)


class Stratum(NamedTuple):
    """Hold what a stratum gave: how many files it has, how many gave a yes or no, how many a yes.

    `reviewed` is for those that were read and gave neither, as the question did not apply; without it, it is n.
    """

    size: int
    n: int
    successes: int
    reviewed: int | None = None

    @property
    def fraction(self) -> Fraction:
        """Return how much of the stratum was read."""
        return min(Fraction(1), Fraction(max(self.n, self.reviewed or 0), self.size))


def effective_size(n: int, population: Fraction | int) -> Fraction | None:
    """Return the size that a simple sample without a finite population would need to be as sure; None where n is all.

    Formula: n(N-1)/(N-n). Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), 2.23 and 3.8: the finite
    population correction (N-n)/(N-1) shortens the variance p(1-p)/n.
    """
    return None if n >= population else n * (Fraction(population) - 1) / (population - n)


def estimate(
    successes: int, n: int, population: int | None = None, confidence: float = 0.95, reviewed: int | None = None
) -> Estimate:
    """Return the share with its Wilson interval on the effective size; without a population, on n itself.

    Where the question applied to n of the files reviewed, it is taken to apply to as many of the list: N n/reviewed
    (Cochran 2.12). So there is no sampling error once all were reviewed, whatever the question applied to.
    """
    if n == 0:
        return Estimate(0, reason=NOTHING)
    share = Fraction(successes, n)
    if population is None:
        return Estimate(n, share, wilson(successes, n, confidence), float(n))
    size = effective_size(n, Fraction(population * n, max(n, reviewed or 0)))
    if size is None:
        return Estimate(n, share, reason=ALL_REVIEWED)
    return Estimate(n, share, wilson_of(float(share), float(size), confidence), float(size))


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
    share = sum((Fraction(each.size * each.successes, whole * each.n) for each in kept), Fraction(0))
    if all(each.fraction == 1 for each in kept):
        return Estimate(n, share, reason=ALL_REVIEWED)
    size = _size(kept, share)
    return Estimate(n, share, wilson_of(float(share), float(size), confidence), float(size))


def variance(strata: Sequence[Stratum]) -> Fraction:
    """Return the variance of the weighted share with the finite correction; every stratum has n > 0.

    Formula: sum of W² (1 - f) p(1-p)/(n-1), f being the fraction that was reviewed: n/N where all gave a yes or no. A
    stratum of one file says nothing of its own spread: it takes w(1-w), the spread of all files together (ours).
    """
    whole = sum(each.size for each in strata)
    share = sum((Fraction(each.size * each.successes, whole * each.n) for each in strata), Fraction(0))
    total = Fraction(0)
    for each in strata:
        p = Fraction(each.successes, each.n)
        spread = share * (1 - share) if each.n == 1 else p * (1 - p) / (each.n - 1)
        total += Fraction(each.size, whole) ** 2 * (1 - each.fraction) * spread
    return total


def _size(strata: Sequence[Stratum], share: Fraction) -> Fraction:
    """Return the effective size.

    Where no stratum shows any spread, w(1-w)/v says nothing; then it is the size that the draw itself would have if
    the strata did not differ: 1/sum of W² (1 - n/N)/n (L. Kish, Survey Sampling, 1965, 11.7).
    """
    spread = variance(strata)
    if spread > 0 and 0 < share < 1:
        return share * (1 - share) / spread
    whole = sum(each.size for each in strata)
    return 1 / sum((Fraction(each.size, whole) ** 2 * (1 - each.fraction) / each.n for each in strata), Fraction(0))
