"""Read the scheme's own table of what crimes cost: whole rows as typed, what is wrong with them, and the edit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from iomsa.answers.review import UnitCosts
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.answers.text import clean_line
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp

MOST_POUNDS = 10**9
_YEAR = re.compile(r"\d{4}(/\d{2})?")
_INDEX = re.compile(r"\d{1,6}(\.\d{1,4})?")
NO_KIND = "Name the kind of crime."
TWICE = "This kind stands here twice. Take one line out."
NO_POUNDS = "Give whole pounds, such as 5930."
NO_YEAR = "Give the year of the prices, such as 2015/16."
NO_SOURCE = "Say where this figure is from."
YEAR_TWICE = "This year stands here twice. Take one line out."
NO_INDEX = "Give the index number of this year, such as 104.3."
NO_PRICES_SOURCE = "Say where the price index is from; without that it is not used."


class Wrong(NamedTuple):
    """Say what is wrong with one value: in which list, in which row, in which column."""

    part: str
    row: int
    column: str
    sentence: str


class TypedCost(NamedTuple):
    """Hold one row of unit costs as typed."""

    kind: str = ""
    pounds: str = ""
    price_year: str = ""
    source: str = ""


class TypedTable(NamedTuple):
    """Hold the whole table as typed: costs, pairs of a year and its index, and where the index is from."""

    costs: tuple[TypedCost, ...]
    prices: tuple[tuple[str, str], ...]
    prices_source: str


def read_table(typed: TypedTable) -> tuple[UnitCosts, tuple[Wrong, ...]]:
    """Return what was typed as a record, with everything that is wrong with it; blank rows are left out."""
    wrong: list[Wrong] = []
    costs, prices = _costs(typed.costs, wrong), _prices(typed.prices, wrong)
    source = clean_line(typed.prices_source)
    if prices and not source:
        wrong.append(Wrong("source", 0, "source", NO_PRICES_SOURCE))
    return UnitCosts(tuple(costs), tuple(prices), source), tuple(wrong)


def set_unit_costs(sheet: AnswerSheet, costs: UnitCosts | None, stamp: Stamp) -> tuple[Edit, ...]:
    """Keep a table of the scheme's own; None goes back to the one that it starts from."""
    before = sheet.unit_costs
    after = None if costs is None else costs._replace(by=stamp.by, on=stamp.on)
    if before is not None and after is not None and before._replace(by=stamp.by, on=stamp.on) == after:
        return ()
    return () if before == after else (Edit(Address("unit-costs"), before, after),)


def _costs(rows: Sequence[TypedCost], wrong: list[Wrong]) -> list[tuple[str, int, str, str]]:
    found: dict[str, tuple[str, int, str, str]] = {}
    for row, typed in enumerate(rows):
        kind, pounds, year, source = (clean_line(text) for text in typed)
        if not any((kind, pounds, year, source)):
            continue
        number = _pounds(pounds)
        checks = (
            ("kind", bool(kind), NO_KIND),
            ("kind", not kind or kind not in found, TWICE),
            ("pounds", number > 0, NO_POUNDS),
            ("price_year", bool(_YEAR.fullmatch(year)), NO_YEAR),
            ("source", bool(source), NO_SOURCE),
        )
        wrong += [Wrong("cost", row, column, sentence) for column, right, sentence in checks if not right]
        found[kind] = (kind, number, year, source)
    return list(found.values())


def _pounds(text: str) -> int:
    plain = text.removeprefix("£").replace(",", "").replace(" ", "")
    return int(plain) if plain.isascii() and plain.isdecimal() and int(plain) <= MOST_POUNDS else 0


def _prices(rows: Sequence[tuple[str, str]], wrong: list[Wrong]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for row, pair in enumerate(rows):
        year, index = (clean_line(text) for text in pair)
        if not year and not index:
            continue
        good = bool(_INDEX.fullmatch(index)) and float(index) > 0
        checks = (
            ("year", bool(_YEAR.fullmatch(year)), NO_YEAR),
            ("year", not year or year not in found, YEAR_TWICE),
            ("index", good, NO_INDEX),
        )
        wrong += [Wrong("price", row, column, sentence) for column, right, sentence in checks if not right]
        found[year] = index
    return list(found.items())
