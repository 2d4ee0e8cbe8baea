"""What may leave the scheme without telling about one person: small counts hidden, and what would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from iomsa.outcomes.feasible import Enumeration, Range, Sum

SMALL = 5
ENOUGH = 3
"""Every hidden count has at least so many possible values."""
FEWEST_FOR_PERCENT = 10
CAUTION_UNDER = 30
SMALL_TEXT = "<5"
HIDDEN_TEXT = "hidden"


class Shown(NamedTuple):
    """Hold a count as it may be shared; None where it is hidden."""

    value: int | None
    text: str


def share_safe(counts: Mapping[str, int], sums: Sequence[Sum], unprinted: Collection[str] = ()) -> dict[str, Shown]:
    """Return the counts as they may be shared, together; every relation between them has to stand in the sums.

    Those that are `unprinted` stand nowhere, and are named because they could be worked out: they are hidden at no
    cost, and protected where they are small. None of them may be a total of a single part.

    1 to 4 become "<5"; 0 is shown. Then others are hidden until each hidden count has at least three possible values by
    enumeration, for somebody who sees the rest and knows the rules: "<5" is 1 to 4, and what is hidden besides is 5 or
    more. Parts go before totals and small counts before large; what turns out needless is shown again. Source: A.
    Hundepool and others, Statistical Disclosure Control (2012), chapter 4.
    """
    same = _same(sums)
    apart = {name: count for name, count in counts.items() if name not in same}
    hidden = _Table(apart, _renamed(sums, same), unprinted).hide()
    return {name: _shown(count, hidden.get(same.get(name, name))) for name, count in counts.items()}


def share_percent(part: Shown, whole: Shown) -> tuple[int | None, str]:
    """Return a whole percentage that may be shared, half rounded up; else None and why. A caution may stand beside."""
    if part.value is None or whole.value is None:
        return None, "Not shown: it rests on a count that is hidden."
    if whole.value < FEWEST_FOR_PERCENT:
        return None, f"No percentage: fewer than {FEWEST_FOR_PERCENT}."
    return (200 * part.value + whole.value) // (2 * whole.value), caution(whole.value)


def share_figure(figure: float | None, stands_on: Iterable[Shown]) -> tuple[float | None, str]:
    """Return a rate, p or end of an interval that may be shared; None where a count that it stands on is hidden."""
    if any(count.value is None for count in stands_on):
        return None, "Not shown: it rests on a count that is hidden."
    return figure, ""


def caution(of: int) -> str:
    """Return the caution for a figure on few people; empty from 30."""
    return f"Fewer than {CAUTION_UNDER}: take care." if of < CAUTION_UNDER else ""


def _shown(count: int, span: Range | None) -> Shown:
    if span is None:
        return Shown(count, str(count))
    return Shown(None, SMALL_TEXT if span == (1, SMALL - 1) else HIDDEN_TEXT)


def _same(sums: Sequence[Sum]) -> dict[str, str]:
    """Return the totals of a single part, each with the count that it always equals."""
    found = {total: parts[0] for total, parts in sums if len(parts) == 1}
    return {total: _followed(part, found) for total, part in found.items()}


def _followed(name: str, same: Mapping[str, str]) -> str:
    while name in same:
        name = same[name]
    return name


def _renamed(sums: Sequence[Sum], same: Mapping[str, str]) -> list[Sum]:
    plain = [
        Sum(same.get(total, total), tuple(same.get(part, part) for part in parts))
        for total, parts in sums
        if len(parts) > 1
    ]
    return list(dict.fromkeys(plain))


class _Table:
    """Hold the true counts and their sums, and hide what has to be."""

    def __init__(self, counts: Mapping[str, int], sums: Sequence[Sum], unprinted: Collection[str]) -> None:
        self.counts, self.sums, self.unprinted = counts, sums, unprinted
        self.top = max(counts.values(), default=0) + 2 * SMALL
        self.totals = {each.total for each in sums}
        self.places = {name: place for place, name in enumerate(counts)}
        self.enumeration = Enumeration(counts, sums)

    def hide(self) -> dict[str, Range]:
        """Return what is hidden, each with the range that somebody knows it to be in."""
        hidden = {name: (1, SMALL - 1) for name, count in self.counts.items() if 0 < count < SMALL}
        hidden |= dict.fromkeys(self.unprinted, (0, self.top))
        others, added = list[dict[str, int]](), list[str]()
        while (cell := self.unprotected(hidden, others)) is not None:
            name = self.next_to_hide(cell, hidden)
            # One that is truly small is hidden so only where "<5" itself would tell too much; it may be anything then.
            hidden[name] = ((SMALL if self.counts[name] >= SMALL else 1), self.top)
            added.append(name)
        for name in sorted((name for name in added if self.counts[name] >= SMALL), key=self.order, reverse=True):
            fewer = {each: span for each, span in hidden.items() if each != name}
            still = [other for other in others if other[name] == self.counts[name]]
            if self.unprotected(fewer, still) is None:
                hidden, others = fewer, still
        return hidden

    def unprotected(self, hidden: Mapping[str, Range], others: list[dict[str, int]]) -> str | None:
        """Return the first hidden count with too few possible values; None where there is none.

        `others` are whole tables that agree with what is shown; those found are added. They stay possible when more is
        hidden, and where less is, those stay that have the true count there.
        """
        ranges = {name: hidden.get(name, (count, count)) for name, count in self.counts.items()}
        for name in hidden:
            if name in self.unprinted and not 0 < self.counts[name] < SMALL:
                continue
            values = {self.counts[name], *(other[name] for other in others)}
            if len(values) < ENOUGH:
                for found in self.enumeration.other_values(name, ranges):
                    others.append(found)
                    values.add(found[name])
                    if len(values) >= ENOUGH:
                        break
            if len(values) < ENOUGH:
                return name
        return None

    def next_to_hide(self, cell: str, hidden: Mapping[str, Range]) -> str:
        """Return the count to hide next: parts before totals; then what stands in most sums that hide just one.

        Then the nearest to the cell by sums, and the smallest. Where all are hidden, a "<5" is hidden wholly, totals
        first.
        """
        able = [name for name, count in self.counts.items() if count >= SMALL and name not in hidden]
        near = self.steps_from(cell)
        within = [name for name in able if name in near]
        if within:
            alone = [each for each in self.sums if len(hidden.keys() & {each.total, *each.parts}) == 1]
            helped = {name: sum(name in {each.total, *each.parts} for each in alone) for name in within}
            return min(within, key=lambda name: (name in self.totals, -helped[name], near[name], self.order(name)))
        small = [name for name in near if hidden.get(name) == (1, SMALL - 1)]
        return min(small, key=lambda name: (name not in self.totals, self.places[name]))

    def steps_from(self, cell: str) -> dict[str, int]:
        """Return how many sums lie between a count and each that is linked with it."""
        found, border = {cell: 0}, [cell]
        for name in border:
            for total, parts in self.enumeration.sums_with[name]:
                new = [other for other in (total, *parts) if other not in found]
                found.update(dict.fromkeys(new, found[name] + 1))
                border += new
        return found

    def order(self, name: str) -> tuple[bool, int, int]:
        """Return the order to hide in: parts before totals, small before large, then as given."""
        return name in self.totals, self.counts[name], self.places[name]
