"""The two rules that turn figures into a rating: the mean of points, and the percentage of cases."""

from __future__ import annotations

from bisect import bisect_right

from iomsa.framework.rules import Mean, Share


def mean_place(mean: Mean, total: int, n: int) -> int:
    """Return the place of the rating that a sum of points over n > 0 earns, on integers alone.

    Source: HM Inspectorate of Probation's table for ten standards (2018), as generally known: 0-5, 6-15, 16-25, 26-30
    is the mean at most 0.5, 1.5, 2.5.
    """
    for place, step in enumerate(mean.steps):
        if 2 * total <= step * n:
            return place
    return len(mean.steps)


def whole_percent(yes: int, n: int) -> int:
    """Return yes of n > 0 as a whole percentage, half rounded up; this number is banded (design, rating rule 4)."""
    return (200 * yes + n) // (2 * n)


def share_place(share: Share, percent: int) -> int:
    """Return the place of the rating that a whole percentage earns.

    Source: the case bands of HM Inspectorate of Probation, as generally known: under 50, 50-64, 65-79, 80 and over.
    """
    return bisect_right(share.bands, percent)


def unrounded_place(share: Share, yes: int, n: int) -> int:
    """Return the place that the exact fraction would earn, to tell where rounding made the rating."""
    return sum(100 * yes >= band * n for band in share.bands)


def fewest(band: int, n: int) -> int:
    """Return the smallest count of yes among n > 0 whose whole percentage reaches a band's first percent."""
    return -((1 - 2 * band) * n // 200)
