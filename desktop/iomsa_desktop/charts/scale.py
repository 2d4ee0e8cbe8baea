"""Round numbers for an axis, and labels beside it that keep clear of each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def ticks(top: float, most: int) -> tuple[float, ...]:
    """Return round numbers from 0 up to at least `top`, at most so many steps apart; top > 0."""
    ten = 10 ** floor(log10(top / most))
    step = next(each * ten for each in STEPS if each * ten * most >= top * (1 - 1e-9))
    count = 0
    while count * step < top * (1 - 1e-9):
        count += 1
    return tuple(place * step for place in range(count + 1))


def number_words(value: float) -> str:
    """Say a number of an axis without needless noughts."""
    return f"{value:.10g}"


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Return places near the wanted ones, in ascending order, at least a gap apart and within an end to an end.

    Where there is no room for all they start from the low end all the same.
    """
    placed = [max(low, place) for place in wanted]
    for here in range(1, len(placed)):
        placed[here] = max(placed[here], placed[here - 1] + gap)
    end = high
    for here in reversed(range(len(placed))):
        placed[here] = max(low + here * gap, min(placed[here], end))
        end = placed[here] - gap
    return tuple(placed)


def every(places: Sequence[float], widths: Sequence[float], gap: float) -> int:
    """Return the least n for which every n-th label, centred on its place, keeps clear of the next."""
    for step in range(1, len(places) + 1):
        chosen = range(0, len(places), step)
        ends = [(places[each] - widths[each] / 2, places[each] + widths[each] / 2) for each in chosen]
        if all(later[0] - earlier[1] >= gap for earlier, later in pairwise(ends)):
            return step
    return max(1, len(places))
