"""Verifying a return: each changed cell, and each added, missing or doubled row, column or sheet, is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import full, iom, library
from tests.forms.returns.desk import cell_of, content, places, refused, remove, resaved, spoil, write

from iomsa.returns.verify import Verification, verify

Sheets = Mapping[str, Worksheet]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("returns")
    return write(content(iom(), full(iom(), cases=3), case_rows=True), folder).path


def after(path: Path, change: Callable[[Sheets], object]) -> Verification:
    return verify(spoil(path, lambda sheets: void(change(sheets))))


def void(_: object) -> None:
    """Take what a change returns and return nothing."""


def test_an_untouched_return_is_whole(tmp_path: Path) -> None:
    written = write(content(iom(), full(iom())), tmp_path)
    found = verify(written.path)
    assert found == Verification(True, written.receipt, written.checksum, False, (), written.counts)


def test_saving_again_with_openpyxl_changes_nothing(path: Path) -> None:
    assert after(path, lambda _: None).whole


@pytest.mark.needs("libreoffice-calc")
def test_saving_again_with_libreoffice_changes_nothing_and_one_edit_there_is_named(path: Path, tmp_path: Path) -> None:
    again = resaved(path, tmp_path)
    assert verify(again).differences == ()
    assert verify(again).receipt == verify(path).receipt

    def note_it(sheets: Sheets) -> None:
        cell_of(sheets["Answers"], "2.1.3", "note").value = "New."

    edited = spoil(again, note_it)
    found = verify(edited)
    assert places(found) == ["Answers, 2.1.3, note"]
    assert "it now says “New.”" in found.differences[0].sentence
    assert found.receipt != verify(path).receipt


@pytest.mark.parametrize(
    ("sheet", "by", "id", "heading", "value"),
    [
        ("Answers", "id", "1.1.1", "code", 3),
        ("Answers", "id", "1.1.1", "scheme", "Southmoor"),
        ("Answers", "id", "1.1.1", "date", "2027-01-01"),
        ("Ratings", "id", "7.1", "percent", 99),
        ("Profile", "id", "cohort.total", "value", 40),
        ("Cases", "id", "A1", "yes", 0),
        ("Case files", "reference", "N-002", "A1", "no"),
        ("Summary", "item", "Overall", "value", "Outstanding"),
        ("Summary", "item", "Receipt", "value", "amber-otter-41"),
        ("About", "item", "marking", "value", "OFFICIAL"),
        ("About", "item", "program_version", "value", "2"),
        ("About", "item", "checksum", "value", "0" * 64),
    ],
)
def test_a_changed_cell_is_named(path: Path, sheet: str, by: str, id: str, heading: str, value: object) -> None:
    found = after(path, lambda sheets: setattr(cell_of(sheets[sheet], id, heading, by=by), "value", value))
    assert places(found) == [f"{sheet}, {id}, {heading}"]
    assert [problem.code for problem in found.differences] == ["return.cell-changed"]
    assert f"it now says “{value}”" in found.differences[0].sentence
    assert not found.whole


def test_a_cell_that_was_emptied_is_named(path: Path) -> None:
    found = after(path, lambda sheets: setattr(cell_of(sheets["Answers"], "1.1.1", "code"), "value", None))
    assert places(found) == ["Answers, 1.1.1, code"]
    assert found.differences[0].sentence.endswith("it is now empty.")


def test_a_changed_cell_of_the_one_row_is_named(path: Path) -> None:
    found = after(path, lambda sheets: setattr(sheets["One row"].cell(2, 4), "value", "other@1"))
    assert places(found) == ["One row, row, framework"]


def test_the_inspectors_columns_are_theirs(path: Path) -> None:
    def fill(sheets: Sheets) -> None:
        for name, id in (("Answers", "1.1.1"), ("Ratings", "1.1")):
            cell_of(sheets[name], id, "inspector_rating").value = "good"
            cell_of(sheets[name], id, "inspector_note").value = "Seen on the visit."

    assert after(path, fill).whole


def test_the_order_of_rows_columns_and_sheets_is_no_content(path: Path) -> None:
    def turn_round(sheets: Sheets) -> None:
        sheet = sheets["Answers"]
        rows = list(sheet.iter_rows(values_only=True))
        for number, row in enumerate([rows[0], *reversed(rows[1:])], start=1):
            for place, value in enumerate(reversed(row), start=1):
                sheet.cell(number, place).value = value
        book = sheet.parent
        assert isinstance(book, Workbook)
        book.move_sheet("About", -12)

    assert after(path, turn_round).whole


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (lambda s: s["Answers"].delete_rows(3), "return.row-missing", "Answers, 1.1.2"),
        (
            lambda s: s["Answers"].append([cell.value for cell in s["Answers"][3]]),
            "return.row-doubled",
            "Answers, 1.1.2",
        ),
        (lambda s: s["Answers"].append(["", "", "", "9.9.9", "x"]), "return.row-added", "Answers, 9.9.9"),
        (lambda s: s["Partners"].append(["", "", "", "P1"]), "return.row-added", "Partners, P1"),
        (lambda s: s["Answers"].append(["", "", "", "", "x"]), "return.row-added", "Answers, row 118"),
        (lambda s: s["Ratings"].delete_cols(4), "return.column-missing", "Ratings, level"),
        (lambda s: setattr(s["Cases"]["AZ1"], "value", "extra"), "return.column-added", "Cases, extra"),
        (lambda s: setattr(s["Cases"]["AZ5"], "value", "extra"), "return.column-added", "Cases, column AZ"),
        (lambda s: setattr(s["Cases"]["AZ1"], "value", "yes"), "return.column-doubled", "Cases, yes"),
        (lambda s: remove(s["Cases"]), "return.sheet-missing", "Cases"),
        (lambda s: s["Cases"].parent.create_sheet("Mine"), "return.sheet-added", "Mine"),
        (lambda s: setattr(s["Cases"], "sheet_state", "hidden"), "return.sheet-hidden", "Cases"),
        (
            lambda s: setattr(cell_of(s["Cases"], "C1", "check"), "value", "ffff"),
            "return.check-damaged",
            "Cases, C1, check",
        ),
    ],
)
def test_what_was_added_lost_or_doubled_is_named(
    path: Path, change: Callable[[Sheets], object], code: str, place: str
) -> None:
    found = after(path, change)
    assert [(problem.code, problem.place) for problem in found.differences] == [(code, place)]


def test_a_formula_is_named_even_where_its_value_is_right(path: Path) -> None:
    found = after(path, lambda sheets: setattr(cell_of(sheets["Ratings"], "7.1", "percent"), "value", "=60+10"))
    assert "workbook.formulas" in [problem.code for problem in found.differences]


def test_a_cell_changed_together_with_its_digits_is_found_by_the_checksum(path: Path) -> None:
    other = write(content(iom(), full(iom(), level=3, cases=3), case_rows=True), path.parent).path
    foreign = load_workbook(other)["Answers"]

    def copy_rows(sheets: Sheets) -> None:
        for row in foreign.iter_rows():
            for cell in row:
                sheets["Answers"].cell(cell.row or 1, cell.column or 1).value = cell.value

    found = after(path, copy_rows)
    assert [(problem.code, problem.place) for problem in found.differences] == [("return.checksum", "Answers")]


def test_without_the_lists_in_about_rows_are_still_checked(path: Path) -> None:
    def damage(sheets: Sheets) -> None:
        cell_of(sheets["About"], "sheet.Answers.rows.1", "value", by="item").value = "["
        cell_of(sheets["Answers"], "1.1.1", "note").value = "New."

    assert places(after(path, damage)) == ["Answers, 1.1.1, note", "About, sheet.Answers.rows.1, value"]


def test_a_workbook_that_is_no_return_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "other.xlsx")
    assert [problem.code for problem in refused(verify, tmp_path / "other.xlsx")] == ["return.not"]


def test_a_newer_schema_is_refused_with_the_version_that_wrote_it(tmp_path: Path) -> None:
    path = write(content(library(), full(library()), program_version="7.2"), tmp_path).path

    def raise_it(sheets: Sheets) -> None:
        cell_of(sheets["About"], "schema", "value", by="item").value = 2

    newer = spoil(path, raise_it)
    (problem,) = refused(verify, newer)
    assert problem.code == "return.newer"
    assert "7.2" in problem.sentence
    assert "schema 2" in problem.sentence


def test_columns_that_a_later_program_adds_at_the_end_are_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iomsa.returns import assemble, layout

    grown = [
        each._replace(headings=(*each.headings, layout.Heading("later"))) if each.name == "Partners" else each
        for each in layout.layouts(library())
    ]
    monkeypatch.setattr(assemble, "layouts", lambda *_: tuple(grown))
    path = write(content(library(), full(library())), tmp_path).path
    assert verify(path).whole
