"""The scheme's own unit costs: what is read from a table as typed, every sentence, and the edit."""

from __future__ import annotations

import pytest
from tests.builders import blank, iom

from iomsa.answers.review import UnitCosts
from iomsa.session.changes import apply
from iomsa.session.edits import Stamp
from iomsa.session.unit_costs import (
    NO_INDEX,
    NO_KIND,
    NO_POUNDS,
    NO_PRICES_SOURCE,
    NO_SOURCE,
    NO_YEAR,
    TWICE,
    YEAR_TWICE,
    TypedCost,
    TypedTable,
    Wrong,
    read_table,
    set_unit_costs,
)

ROBBERY = TypedCost("Robbery", "11,320", "2015/16", "Home Office")
STAMP = Stamp("Alex Example", "2026-11-22T10:00:00")


def wrong_of(costs: tuple[TypedCost, ...] = (), prices: tuple[tuple[str, str], ...] = (), source: str = "HM") -> object:
    return read_table(TypedTable(costs, prices, source))[1]


def test_a_table_is_read_with_its_blank_rows_left_out() -> None:
    costs = (ROBBERY, TypedCost(), TypedCost("Arson", "£ 8420", "2015", " a  study "))
    found, wrong = read_table(TypedTable(costs, (("2015/16", "100.0"), ("", ""), ("2025/26", "131.5")), " HM "))
    assert wrong == ()
    rows = (("Robbery", 11_320, "2015/16", "Home Office"), ("Arson", 8_420, "2015", "a study"))
    assert found == UnitCosts(rows, (("2015/16", "100.0"), ("2025/26", "131.5")), "HM")


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (ROBBERY._replace(kind=" "), "kind", NO_KIND),
        (ROBBERY._replace(pounds="much"), "pounds", NO_POUNDS),
        (ROBBERY._replace(pounds="0"), "pounds", NO_POUNDS),
        (ROBBERY._replace(pounds="12.50"), "pounds", NO_POUNDS),
        (ROBBERY._replace(pounds="1000000001"), "pounds", NO_POUNDS),
        (ROBBERY._replace(pounds="٣"), "pounds", NO_POUNDS),
        (ROBBERY._replace(price_year="last year"), "price_year", NO_YEAR),
        (ROBBERY._replace(price_year=""), "price_year", NO_YEAR),
        (ROBBERY._replace(source=""), "source", NO_SOURCE),
    ],
)
def test_each_wrong_value_of_a_cost_is_named(row: TypedCost, column: str, sentence: str) -> None:
    assert wrong_of((TypedCost(), row)) == (Wrong("cost", 1, column, sentence),)


def test_a_kind_stands_once() -> None:
    assert wrong_of((ROBBERY, ROBBERY)) == (Wrong("cost", 1, "kind", TWICE),)


@pytest.mark.parametrize(
    ("pair", "column", "sentence"),
    [
        (("2016", ""), "index", NO_INDEX),
        (("2016", "-3"), "index", NO_INDEX),
        (("2016", "0.0"), "index", NO_INDEX),
        (("soon", "100"), "year", NO_YEAR),
        (("2015/16", "100"), "year", YEAR_TWICE),
    ],
)
def test_each_wrong_value_of_the_index_is_named(pair: tuple[str, str], column: str, sentence: str) -> None:
    assert wrong_of((), (("2015/16", "100"), pair)) == (Wrong("price", 1, column, sentence),)


def test_an_index_needs_its_source() -> None:
    assert wrong_of((), (("2015/16", "100"),), " ") == (Wrong("source", 0, "source", NO_PRICES_SOURCE),)


def test_the_edit_marks_who_and_when_and_changes_nothing_twice() -> None:
    sheet = blank(iom())
    costs = UnitCosts((("Robbery", 11_320, "2015/16", "Home Office"),))
    after = apply(sheet, set_unit_costs(sheet, costs, STAMP))
    assert after.unit_costs == costs._replace(by="Alex Example", on="2026-11-22T10:00:00")
    assert set_unit_costs(after, costs, Stamp("Alex Example", "2026-11-23T10:00:00")) == ()
    assert apply(after, set_unit_costs(after, None, STAMP)).unit_costs is None
    assert set_unit_costs(sheet, None, STAMP) == ()
