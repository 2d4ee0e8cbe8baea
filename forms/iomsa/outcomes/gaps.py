"""Quarters that are missing between others: which they are, how they are named, and what is said of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from iomsa.answers.values import MONTHS
from iomsa.outcomes.months import months_after
from iomsa.outcomes.quarters import MONTHS as LENGTH

NAMED = 3
"""So many gaps are named; of more than that it is said how many quarters they come to."""


class Gap(NamedTuple):
    """Hold the first days of the first and of the last of so many quarters that are missing in a row."""

    first: date
    last: date
    quarters: int


def missing_between(starts: Iterable[date]) -> tuple[date, ...]:
    """Return the first days of the quarters that lie between these and are not among them."""
    found = []
    for one, other in pairwise(sorted(starts)):
        start = months_after(one, LENGTH)
        while start < other:
            found.append(start)
            start = months_after(start, LENGTH)
    return tuple(found)


def across(one: date, other: date, missing: Sequence[date]) -> bool:
    """Tell whether one whole quarter of those missing, in order, lies between two days."""
    place = bisect_right(missing, one)
    return place < len(missing) and months_after(missing[place], LENGTH) <= other


def gaps(missing: Sequence[date]) -> tuple[Gap, ...]:
    """Return missing quarters, in order, as gaps of quarters in a row."""
    # Each quarter of one gap is as far from its place in the list as the others.
    runs = groupby(enumerate(missing), lambda each: _quarter(each[1]) - each[0])
    return tuple(_gap([start for _, start in run]) for _, run in runs)


def missing_words(missing: Sequence[date]) -> str:
    """Name missing quarters: July to September 2024, and 2 more quarters."""
    found = gaps(missing)
    more = sum(gap.quarters for gap in found[NAMED:])
    names = [_name(gap) for gap in found[:NAMED]]
    if more:
        names.append(f"{more} more quarter{'s' if more != 1 else ''}")
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _quarter(start: date) -> int:
    return (12 * start.year + start.month) // LENGTH


def _gap(run: Sequence[date]) -> Gap:
    return Gap(run[0], run[-1], len(run))


def _name(gap: Gap) -> str:
    end = months_after(gap.last, LENGTH - 1)
    year = "" if gap.first.year == end.year else f" {gap.first.year}"
    return f"{MONTHS[gap.first.month - 1]}{year} to {MONTHS[end.month - 1]} {end.year}"
