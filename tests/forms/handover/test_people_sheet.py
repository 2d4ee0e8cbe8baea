"""The People sheet: what stands in it, that it comes back as it went, and which files are refused."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import blank, iom, library, with_profile
from tests.forms.handover.desk import (
    FULL,
    PEOPLE,
    STAMP,
    Typed,
    filled,
    merged_people,
    people_sheet,
    put_people,
    taken,
    written_cases,
    written_people,
)

from iomsa.answers.people import LEVELS
from iomsa.answers.period import make_period
from iomsa.answers.sheet import AnswerSheet
from iomsa.handover.about import ABOUT
from iomsa.handover.people_sheet import HOW, SHEET, read_people_sheets, write_people_sheet
from iomsa.handover.preview import Change, Conflict
from iomsa.problems import Refused
from iomsa.session.changes import apply
from iomsa.session.people_edits import add_person, set_person
from iomsa.session.person_cells import person_columns

HOSTILE = ["=1+1", "+44", "-1", "@SUM(A1)", "#N/A", "TRUE", "1e5", "_x0041_", "'quoted", "<b>&amp;", "0012", "ÄÖ ‘’ 😀"]


def cells(path: Path, name: str = SHEET) -> Worksheet:
    sheet = load_workbook(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_row_a_person_with_dates_as_dates_and_numbers_as_numbers(tmp_path: Path) -> None:
    sheet = cells(written_people(tmp_path, people_sheet()))
    names = [cell.value for cell in sheet[1]]
    assert names == ["ref", *(each.name for each in person_columns(iom()))]
    first = dict(zip(names, (cell.value for cell in sheet[2]), strict=True))
    assert (str(first["entry"]), first["window_days"], first["predicted"]) == ("2024-04-03 00:00:00", 365, 62.5)
    assert (first["left_reason"], first["health_now"]) == ("=moved away", "not known")
    assert [sheet.cell(row, 1).value for row in range(2, 8)] == [*PEOPLE, None]
    assert sheet["B2"].number_format == "dd/mm/yyyy"
    assert sheet["A7"].number_format == "@"


def test_headings_stay_in_sight_and_every_page_is_marked(tmp_path: Path) -> None:
    path = written_people(tmp_path, people_sheet())
    for sheet in load_workbook(path).worksheets:
        assert sheet.sheet_state == "visible"
        head, foot = sheet.oddHeader, sheet.oddFooter
        assert head is not None
        assert foot is not None
        assert head.center.text == foot.center.text == "OFFICIAL-SENSITIVE"
        assert (head.left.text, head.right.text) == ("People sheet: Northmoor, 2025-26", sheet.title)
        assert foot.left.text == "No names, no dates of birth"
    assert cells(path).freeze_panes == "B2"
    assert any("No names, no dates of birth" in str(row[1].value) for row in cells(path, HOW).iter_rows())
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "externalLink" in name]
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_choices_drop_down_and_limits_say_what_is_expected(tmp_path: Path) -> None:
    path = written_people(tmp_path, people_sheet())
    book = load_workbook(path)
    sheet = cells(path)
    place = {str(cell.value): get_column_letter(number) for number, cell in enumerate(sheet[1], start=1)}
    found = {str(each.sqref).split(":")[0].rstrip("0123456789"): each for each in sheet.data_validations.dataValidation}
    assert {found[place[name]].type for name in ("cohort", "first_reoffence", "health_now")} == {"list"}
    title, _, cell_range = str(found[place["health_now"]].formula1).partition("!")
    words = [cell.value for (cell,) in book[title][cell_range.replace("$", "")]]
    assert words == [level.replace("-", " ") for level in LEVELS]
    assert not found[place["first_reoffence"]].showErrorMessage
    assert found[place["window_days"]].error == "Expected: a whole number, 0 or more."
    assert found[place["entry"]].prompt == "The day of joining the scheme."
    assert "left_reason" not in {name for name in place if place[name] in found}


def test_a_sheet_is_never_written_over_another(tmp_path: Path) -> None:
    paths = [written_people(tmp_path, people_sheet()) for _ in range(3)]
    assert [path.name for path in paths] == ["people.xlsx", "people-2.xlsx", "people-3.xlsx"]
    assert len({path.read_bytes() for path in paths}) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in paths)


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"this folder is not there any more.*Nothing was written\."):
        written_people(tmp_path / "gone", people_sheet())


def test_a_full_folder_for_temporary_files_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", full)
    with pytest.raises(Refused, match=r"which workbooks are put together in, is full.*Nothing was written\."):
        written_people(tmp_path, people_sheet())
    assert list(tmp_path.iterdir()) == []


def test_a_practice_scheme_says_so_on_every_page(tmp_path: Path) -> None:
    path = write_people_sheet(tmp_path / "p.xlsx", iom(), people_sheet(), PEOPLE, STAMP, practice=True)
    head = cells(path).oddHeader
    assert head is not None
    assert head.left.text == "PRACTICE, not a real scheme: People sheet: Northmoor, 2025-26"


def test_an_untouched_sheet_changes_nothing(tmp_path: Path) -> None:
    sheet = people_sheet()
    found = merged_people(sheet, [written_people(tmp_path, sheet)])
    assert found._replace(same=(), rows=0) == type(found)()
    assert (found.same, found.rows) == (PEOPLE, 5)


def test_a_filled_in_sheet_merges_once_as_one_step(tmp_path: Path) -> None:
    sheet = people_sheet()
    values: dict[tuple[str, str], Typed] = {
        ("P-002", "cohort"): "Free",
        ("P-002", "entry"): "1/6/2024",
        ("P-001", "window_days"): 364,
        ("P-006", "health_entry"): "Not known",
        ("P-003", "window_days"): "a year",
    }
    path = filled(written_people(tmp_path, sheet), SHEET, put_people(values))
    found = merged_people(sheet, [path])
    assert found.new == ("P-006",)
    assert found.changed == (Change("P-002", "Joined", "", "01/06/2024"), Change("P-002", "Cohort", "", "free"))
    assert found.conflicting == (Conflict("P-001", "Days in a window", "365", "364", "people.xlsx, People"),)
    assert [fault.sentence for fault in found.faults] == [
        "people.xlsx, People, row 4, window_days: found “a year”, expected a whole number, 0 or more."
    ]
    merged = taken(sheet, found)
    again = merged_people(merged, [path])
    assert (again.edits, again.new, again.changed) == ((), (), ())
    undone = apply(merged, tuple(edit.reversed for edit in reversed(found.edits)))
    assert undone == sheet


@settings(max_examples=8)
@given(
    st.lists(
        st.sampled_from(HOSTILE)
        | st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40),
        min_size=1,
        max_size=30,
        unique=True,
    )
)
def test_any_text_stays_text_and_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    sheet = blank(iom())
    for text in texts:
        sheet = apply(sheet, add_person(sheet, text, STAMP))
        values = {"left_reason": text, "predicted_tool": text}
        sheet = apply(sheet, set_person(iom(), sheet, text, values, STAMP))
    path = written_people(tmp_path_factory.mktemp("any"), sheet, tuple(sheet.people))
    assert {cell.data_type for row in cells(path).iter_rows(min_row=2) for cell in row if cell.value} == {"s"}
    found = merged_people(sheet, [path])
    assert (found.edits, found.faults, found.conflicting) == ((), (), ())
    other = merged_people(blank(iom()), [path])
    assert taken(blank(iom()), other).people == sheet.people


def renamed(sheet: AnswerSheet, name: str) -> AnswerSheet:
    return with_profile(sheet, {iom().roles.scheme_name: name})


def test_a_sheet_of_another_scheme_period_or_kind_is_refused_with_a_sentence(tmp_path: Path) -> None:
    ours = people_sheet()
    paths = [
        written_people(tmp_path, renamed(ours, "Southmoor"), name="scheme.xlsx"),
        written_people(tmp_path, ours._replace(period=make_period("2026-27", iom().ref)), name="period.xlsx"),
        written_people(tmp_path, ours._replace(period=ours.period._replace(framework="iom@1")), name="criteria.xlsx"),
        written_cases(tmp_path, ours, ()),
        filled(written_people(tmp_path, ours, name="newer.xlsx"), ABOUT, newer),
        without(written_people(tmp_path, ours, name="about.xlsx"), ABOUT),
        without(written_people(tmp_path, ours, name="empty.xlsx"), SHEET),
        tmp_path / "gone.xlsx",
        written_people(tmp_path, ours, name="good.xlsx"),
    ]
    with pytest.raises(Refused) as caught:
        read_people_sheets(iom(), ours, paths)
    assert [str(problem) for problem in caught.value.problems] == [
        "scheme.xlsx: this sheet is for the scheme “Southmoor”, not “Northmoor”; nothing of it was taken.",
        "period.xlsx: this sheet is for the period “2026-27”, not “2025-26”; nothing of it was taken.",
        "criteria.xlsx: this sheet is for the criteria “iom@1”, not “iom@2026.1”; nothing of it was taken.",
        "files.xlsx: this is a “Case sheet”, not a People sheet.",
        "newer.xlsx: a newer version of the program wrote this sheet. Get the newer version.",
        "about.xlsx: this is no People sheet: it has no sheet “About this sheet” that says so.",
        "empty.xlsx: its sheet “People” is gone; ask for the file again.",
        "gone.xlsx: this file can't be read: No such file or directory.",
    ]


def newer(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        if row[0].value == "format":
            row[1].value = "2"


def without(path: Path, name: str) -> Path:
    book = load_workbook(path)
    del book[name]
    book.save(path)
    return path


def test_capitals_and_spaces_make_no_other_scheme_and_a_scheme_without_a_name_takes_any(tmp_path: Path) -> None:
    ours = people_sheet()
    path = written_people(tmp_path, renamed(ours, " NORTHMOOR "))
    assert len(read_people_sheets(iom(), ours, [path])) == 1
    assert len(read_people_sheets(iom(), ours._replace(profile={}), [path])) == 1


def test_a_framework_without_pathways_has_a_people_sheet_too(tmp_path: Path) -> None:
    sheet = blank(library())
    sheet = apply(sheet, add_person(sheet, "P-001", STAMP))
    values = {name: value for name, value in FULL.items() if not name.endswith(("_entry", "_now"))}
    sheet = apply(sheet, set_person(library(), sheet, "P-001", values, STAMP))
    path = write_people_sheet(tmp_path / "p.xlsx", library(), sheet, ("P-001",), STAMP)
    (table,) = read_people_sheets(library(), sheet, [path])
    assert len(table.rows[0]) == 1 + len(person_columns(library()))
