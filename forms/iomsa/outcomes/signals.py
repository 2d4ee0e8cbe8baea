"""The rules of Making Data Count: which points are outside what is usual."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import pairwise

RUN = 7
NEAR = 2
LIMIT = 3


class Rule(StrEnum):
    """Name the four rules."""

    BEYOND = "beyond"
    SHIFT = "shift"
    TREND = "trend"
    NEAR = "near"


def signals(
    values: Sequence[float], distances: Sequence[float], breaks: Collection[int] = ()
) -> tuple[frozenset[Rule], ...]:
    """Return the rules that each point is part of; distances are from the centre, in thirds of the way to the limit.

    One point beyond a limit; seven in a row on one side of the centre; seven in a row rising or falling; two of three
    in a row in the outer third on one side, with all three on that side. Every point of a run is part of it, and of two
    of three the two that are near the limit. Source: NHS England, Making Data Count; the numbers are those of NHS-R's
    NHSRplotthedots, which reproduces its tool. At a break, the place of a point that does not follow the one before, a
    row ends and another begins (ours).
    """
    ends = [0, *sorted(each for each in breaks if 0 < each < len(values)), len(values)]
    rows = (_in_a_row(values[start:end], distances[start:end]) for start, end in pairwise(ends))
    return tuple(rules for row in rows for rules in row)


def _in_a_row(values: Sequence[float], distances: Sequence[float]) -> list[frozenset[Rule]]:
    found: list[set[Rule]] = [set() for _ in values]
    sides = [(distance > 0) - (distance < 0) for distance in distances]
    for place, distance in enumerate(distances):
        if abs(distance) > LIMIT:
            found[place].add(Rule.BEYOND)
    for first in range(len(values) - RUN + 1):
        run = range(first, first + RUN)
        if sides[first] and len({sides[place] for place in run}) == 1:
            _add(found, run, Rule.SHIFT)
        if _steps(values[first : first + RUN]) in ({1}, {-1}):
            _add(found, run, Rule.TREND)
    for first in range(len(values) - 2):
        three = range(first, first + 3)
        near = [place for place in three if NEAR < abs(distances[place]) <= LIMIT]
        if len(near) >= 2 and sides[first] and len({sides[place] for place in three}) == 1:
            _add(found, near, Rule.NEAR)
    return [frozenset(each) for each in found]


def _steps(values: Sequence[float]) -> set[int]:
    return {(later > earlier) - (later < earlier) for earlier, later in pairwise(values)}


def _add(found: Sequence[set[Rule]], places: Sequence[int], rule: Rule) -> None:
    for place in places:
        found[place].add(rule)
