"""How many offences of a kind the scheme's cost compares with: a size, not a result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil
from typing import NamedTuple

NOTE = (
    "A size to compare with, not a result. The cost of a crime counts all crimes of its kind, reported or not, and is "
    "mostly harm to victims: it is not money that anybody gets back."
)


class UnitCost(NamedTuple):
    """Hold what one crime of a kind costs society, in pounds of a price year, and where that is from."""

    kind: str
    pounds: int
    price_year: str
    source: str


class BreakEven(NamedTuple):
    """Hold how many crimes of a kind society would have to be spared to come to the cost, in one price year.

    `lacks` says what the cost leaves out.
    """

    kind: str
    offences: Fraction | None = None
    whole: int | None = None
    unit_pounds: Fraction | None = None
    price_year: str = ""
    reason: str = ""
    unit: UnitCost | None = None
    prices_source: str = ""
    lacks: str = ""


NO_SOURCE = "The source of the price index has not been given, so the costs can't be compared."


class Cost(NamedTuple):
    """Hold what a scheme costs a year, in pounds of a price year, and of how many partners that is not known."""

    pounds: int = 0
    price_year: str = ""
    not_known: int = 0

    @property
    def lacks(self) -> str:
        """Say that the cost is more than is known; empty where all is."""
        if not self.not_known:
            return ""
        partners = "one partner" if self.not_known == 1 else f"{self.not_known} partners"
        return f"What {partners} spent is not known, so the cost is more than these {self.pounds:,} pounds."


def break_even_table(
    cost: Cost, units: Iterable[UnitCost], prices: Mapping[str, Fraction], prices_source: str
) -> tuple[BreakEven, ...]:
    """Return the break-even of each kind with the unit cost that it rests on; an index without a source is not used."""

    def one(unit: UnitCost) -> BreakEven:
        found = break_even(cost.pounds, cost.price_year, unit, prices)._replace(unit=unit)
        if found.offences is None:
            return found
        found = found._replace(lacks=cost.lacks)
        if found.price_year == unit.price_year:
            return found
        if not prices_source:
            return BreakEven(unit.kind, reason=NO_SOURCE, unit=unit)
        return found._replace(prices_source=prices_source)

    return tuple(map(one, units))


def break_even(cost: int, cost_year: str, unit: UnitCost, deflators: Mapping[str, Fraction]) -> BreakEven:
    """Divide the yearly cost of the scheme by the unit cost, raised to the cost's own price year.

    Formula: C / (U D(cost year)/D(price year)), D being the index of prices; without a cost year or an index for a year
    there is no figure. Source of the index: HM Treasury, GDP deflators at market prices.
    """
    if not cost_year:
        return BreakEven(unit.kind, reason="The year of the scheme's cost has not been given.")
    if cost <= 0 or unit.pounds <= 0:
        return BreakEven(unit.kind, reason="Both costs have to be more than nothing.")
    if cost_year == unit.price_year:
        raised = Fraction(unit.pounds)
    else:
        missing = [year for year in (unit.price_year, cost_year) if not deflators.get(year)]
        if missing:
            years = " and ".join(missing)
            return BreakEven(unit.kind, reason=f"There is no price index for {years}, so the costs can't be compared.")
        raised = unit.pounds * deflators[cost_year] / deflators[unit.price_year]
    offences = cost / raised
    return BreakEven(unit.kind, offences, ceil(offences), raised, cost_year)
