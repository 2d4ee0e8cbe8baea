"""Outcomes in a return that somebody damaged: what is left out and named, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import iom
from tests.forms.returns.desk import WHEN, cell_of, content, held, open_again, spoil, write
from tests.forms.returns.schemes import followed

from iomsa.answers.review import Figure
from iomsa.returns.open_return import Opened

Sheets = Mapping[str, Worksheet]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a return with figures about people, written once for all that damage it."""
    return write(content(iom(), followed()), tmp_path_factory.mktemp("followed")).path


def after(written: Path, change: Callable[[Sheets], None]) -> Opened:
    return open_again(spoil(written, change))


@pytest.mark.parametrize(
    ("id", "heading", "value", "said"),
    [
        ("proven_reoffending.rate", "value", "a third", "found “a third” under value, expected a number"),
        ("proven_reoffending.rate", "low", "1e9", "expected a number"),
        ("proven_reoffending.rate", "n", "many", "expected a whole number"),
        ("people", "value", "4.5", "expected a whole number"),
        ("rate_ratio.ratio", "note", "x" * 32_001, "expected a text of at most 32,000 characters"),
        ("made.joined_from", "value", "2022-13", "expected a month, such as 2026-03"),
        ("made.data_to", "value", "2026-03-31", "expected a month, such as 2026-03"),
        ("made.look_back_years", "value", "-2", "expected a number of years"),
        ("made.look_back_years", "value", None, "expected a number of years"),
        ("made.quarter.2023-04.offences", "value", "lots", "expected a whole number"),
        (
            "made.quarter.2023-04.offences",
            "id",
            "made.quarter.2023-05.offences",
            "expected the first month of a quarter",
        ),
        ("made.unit_cost.1", "unit", "euros", "expected pounds and a price year"),
        ("made.unit_cost.1", "value", "-5", "expected a whole number"),
        ("made.prices.1", "value", "high", "expected a number"),
        ("made.prices.1", "value", None, "expected an index of prices"),
        ("made.area.1", "value", 65, "expected at most 64"),
        ("made.area.1", "title", "Ashmere", "expected the name of an area"),
        ("rate_ratio.ratio", "id", "<b>x</b>", "expected an id of letters"),
    ],
)
def test_a_bad_row_is_left_out_whole_and_named(
    written: Path, id: str, heading: str, value: str | int | None, said: str
) -> None:
    place = []

    def spoil_it(sheets: Sheets) -> None:
        cell = cell_of(sheets["Outcomes"], id, heading)
        cell.value = value
        place.append(f"Outcomes!{cell.coordinate}")

    opened = after(written, spoil_it)
    (problem,) = opened.problems
    assert (problem.code, problem.place) == ("return.row", place[0])
    assert said in problem.sentence
    meant = held(followed(), case_rows=False)
    assert opened.sheet.answers == meant.answers
    if not id.startswith("made."):
        assert opened.sheet.follow_up == meant.follow_up
        assert opened.sheet.quarters == meant.quarters
    if id.startswith("made.quarter"):
        assert set(meant.quarters) - set(opened.sheet.quarters) == {"2023-04-01"}


def test_rows_twice_and_without_an_id_are_named(written: Path) -> None:
    def spoil_it(sheets: Sheets) -> None:
        sheets["Outcomes"].append(["", "", "", "", "stray"])
        sheets["Outcomes"].append(["", "", "", "people", "again", 3])

    opened = after(written, spoil_it)
    assert [problem.code for problem in opened.problems] == ["return.row", "return.row"]
    assert opened.sheet.figures == held(followed(), case_rows=False).figures


def test_figures_that_a_later_program_adds_are_kept(written: Path) -> None:
    def add(sheets: Sheets) -> None:
        sheets["Outcomes"].append(["", "", "", "later.figure", "Something new", 0.5, "", 12, 0.25, 0.75, "Said."])

    kept = after(written, add).sheet.figures
    assert kept is not None
    assert kept.figures[-1] == Figure("later.figure", "Something new", "0.5", "0.25", "0.75", "12", "Said.")


def test_where_the_day_is_damaged_that_of_writing_is_taken(written: Path) -> None:
    def damage(sheets: Sheets) -> None:
        cell_of(sheets["About"], "sheet.Outcomes.made_on", "value", by="item").value = "soon"

    kept = after(written, damage).sheet.figures
    assert kept is not None
    assert kept.made_on == WHEN[:10]
