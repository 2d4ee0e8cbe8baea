"""Which values hidden counts could have, for somebody who sees the rest of a table and its sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

BUDGET = 4_000
"""So many steps are spent on one question; without an answer by then, a value counts as not possible."""

NEAR = 4
"""So far from the true value others are looked for."""

Range = tuple[int, int]


class Sum(NamedTuple):
    """Say that a count is the sum of others."""

    total: str
    parts: tuple[str, ...]


class Enumeration:
    """Find whole tables that agree with the ranges of their counts and with all sums."""

    def __init__(self, truth: Mapping[str, int], sums: Sequence[Sum]) -> None:
        self.truth = truth
        self.sums_with: dict[str, list[Sum]] = {name: [] for name in truth}
        for each in sums:
            for name in (each.total, *each.parts):
                self.sums_with[name].append(each)
        self.left = 0

    def other_values(self, cell: str, ranges: Mapping[str, Range]) -> Iterator[dict[str, int]]:
        """Yield whole tables that agree with everything shown, each with another value of this cell near the true one.

        The cell is set, the ranges of the others are drawn in by the sums, and what is left open is tried value by
        value. Nothing is called possible without such a table.
        """
        low, high = ranges[cell]
        for step in sorted(range(-NEAR, NEAR + 1), key=abs):
            value = self.truth[cell] + step
            if step and low <= value <= high:
                self.left = BUDGET
                found = self._solve(dict(ranges), cell, value)
                if found is not None:
                    yield found

    def _solve(self, ranges: dict[str, Range], cell: str, value: int) -> dict[str, int] | None:
        """Set a cell and complete the table, always with the count that is narrowed down furthest; `ranges` is ours."""
        self.left -= 1
        ranges[cell] = (value, value)
        if self.left < 0 or not self._draw_in(ranges, self.sums_with[cell]):
            return None
        still_open = [(high - low, name) for name, (low, high) in ranges.items() if low < high]
        if not still_open:
            return {name: low for name, (low, _) in ranges.items()}
        _, name = min(still_open)
        low, high = ranges[name]
        for guess in sorted(range(low, high + 1), key=lambda each: abs(each - self.truth[name])):
            found = self._solve(dict(ranges), name, guess)
            if found is not None or self.left < 0:
                return found
        return None

    def _draw_in(self, ranges: dict[str, Range], first: Iterable[Sum]) -> bool:
        """Draw each range in to what the sums leave; False where nothing is left."""
        waiting = list(first)
        while waiting:
            total, parts = waiting.pop()
            lows, highs = sum(ranges[part][0] for part in parts), sum(ranges[part][1] for part in parts)
            top_low, top_high = ranges[total]
            news = {total: (max(top_low, lows), min(top_high, highs))}
            for part in parts:
                low, high = ranges[part]
                news[part] = (max(low, top_low - highs + high), min(high, top_high - lows + low))
            for name, new in news.items():
                if new[0] > new[1]:
                    return False
                if new != ranges[name]:
                    ranges[name] = new
                    waiting += [each for each in self.sums_with[name] if each not in waiting]
        return True
