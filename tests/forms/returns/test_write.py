"""Writing a return: its form, its names, what stops it, and that it reads back."""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from tests.builders import blank, full, iom, library, with_answers, with_profile
from tests.forms.returns.desk import WHEN, content, refused, write

from iomsa.answers.sheet import Address, Answer
from iomsa.checks.finding import OPEN, QUESTIONS, STOPS, Finding
from iomsa.returns.book import put_rows
from iomsa.returns.content import FILE_NAMES, file_name
from iomsa.returns.layout import SHEETS
from iomsa.returns.marking import OFFICIAL, SENSITIVE, default_marking

NAMES = [
    "Summary", "One row", "Ratings", "Answers", "Profile", "Cases", "Case files", "Outcomes", "Evidence", "Actions",
    "Partners", "Recommendations", "About",
]  # fmt: skip


def test_the_thirteen_sheets_stand_in_order_with_header_check_and_scheme(tmp_path: Path) -> None:
    book = load_workbook(write(content(iom(), full(iom())), tmp_path).path)
    assert book.sheetnames == NAMES == [layout.name for layout in SHEETS]
    for sheet in book.worksheets:
        header = [cell.value for cell in sheet[1]]
        assert header[:3] == ["scheme_code", "scheme", "period"]
        assert header[-1] == "check"
        for row in sheet.iter_rows(min_row=2, values_only=True):
            assert row[1:3] == ("Northmoor", "2025-26")
            assert row[-1]


def test_every_sheet_is_set_up_for_paper_and_reading(tmp_path: Path) -> None:
    made = content(iom(), full(iom()), marking="OFFICIAL & LOCAL")
    book = load_workbook(write(made, tmp_path).path)
    for sheet in book.worksheets:
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref
        assert sheet.page_setup.paperSize == 9
        for line in (sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter):
            assert line is not None
            assert line.center.text == "OFFICIAL && LOCAL"
        assert not sheet.merged_cells.ranges
        assert sheet.sheet_state == "visible"
    assert book["Summary"].print_area == f"'Summary'!$D$1:$G${book['Summary'].max_row}"


def test_the_values_are_only_values(tmp_path: Path) -> None:
    path = write(content(iom(), full(iom())), tmp_path).path
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name or "embed" in name]
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not [text for text in sheets if b"<f>" in text or b"<f " in text]


def test_a_sheet_says_how_far_it_goes_and_a_date_among_text_is_a_date(tmp_path: Path) -> None:
    book = load_workbook(write(content(iom(), full(iom())), tmp_path).path, read_only=True)
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        assert sheet.calculate_dimension() == f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    found = {row[3].value: row[4] for row in book["About"].iter_rows()}["period_from"]
    book.close()
    assert (found.value, found.number_format) == (datetime.datetime(2025, 4, 1), "yyyy-mm-dd")


def test_the_same_content_at_the_same_time_is_the_same_file(tmp_path: Path) -> None:
    made = content(iom(), full(iom()))
    first, second = write(made, tmp_path), write(made, tmp_path)
    assert first.path.read_bytes() == second.path.read_bytes()


def test_the_checksum_does_not_depend_on_time_or_program(tmp_path: Path) -> None:
    made = content(iom(), full(iom()))
    first = write(made, tmp_path)
    later = write(made._replace(program_version="9"), tmp_path, "2027-02-03T09:00:00")
    assert (first.checksum, first.receipt) == (later.checksum, later.receipt)
    other = write(content(iom(), with_answers(full(iom()), {"1.1.1": 3})), tmp_path)
    assert other.checksum != first.checksum


def test_an_older_file_is_never_written_over(tmp_path: Path) -> None:
    made = content(library(), full(library()))
    names = [write(made, tmp_path).path.name for _ in range(3)]
    stem = "IOM-SA_Northmoor_2025-26_20260122-1402"
    assert names == [f"{stem}.xlsx", f"{stem}-2.xlsx", f"{stem}-3.xlsx"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


@pytest.mark.parametrize(
    ("scheme", "part"),
    [
        ("Northmoor & Upper Marl", "Northmoor-Upper-Marl"),
        ("Ynys Môn", "Ynys-Mon"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "con-scheme"),
        ("LPT1", "LPT1-scheme"),
        ("日本", "scheme"),
        ("x" * 90, "x" * 40),
    ],
)
def test_the_file_has_a_plain_name(scheme: str, part: str) -> None:
    sheet = with_profile(blank(library()), {library().roles.scheme_name: scheme})
    name = file_name(content(library(), sheet), WHEN)
    assert name == f"IOM-SA_{part}_2025-26_20260122-1402.xlsx"
    assert re.fullmatch(FILE_NAMES, name)


def test_a_practice_return_says_so_in_every_title(tmp_path: Path) -> None:
    written = write(content(library(), full(library()), practice=True), tmp_path)
    assert written.path.name.startswith("IOM-SA_PRACTICE-Northmoor_")
    book = load_workbook(written.path)
    assert book.properties.title is not None
    assert book.properties.title.startswith("PRACTICE")
    for sheet in book.worksheets:
        assert sheet.HeaderFooter.oddHeader is not None
        assert str(sheet.HeaderFooter.oddHeader.left.text).startswith("PRACTICE")
    for name, column in (("Summary", 6), ("About", 5)):
        assert any(str(row[column - 1]).startswith("PRACTICE") for row in book[name].iter_rows(values_only=True))


def test_what_stops_a_return_is_said_all_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    address = Address("answer", "1.3.2")
    findings = (
        Finding("answer.reason", STOPS, OPEN, address, "1.3.2", "Say why it is not applicable."),
        Finding("answer.open", QUESTIONS, OPEN, address, "1.1.1", "Open."),
        Finding("move.names", STOPS, OPEN, Address("move", "1.1"), "1.1", "Give two names."),
    )
    made = content(iom(), full(iom()), findings=findings, case_rows=True, marking="OFFICIAL")._replace(asked_by=" ")
    problems = refused(write, made, tmp_path)
    assert [problem.code for problem in problems] == [
        "answer.reason", "move.names", "return.lowered", "return.asked-by",
    ]  # fmt: skip
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("marking", ["", "  ", "O" * 61, "OFFICIAL\nSENSITIVE"])
def test_a_marking_is_one_short_line(tmp_path: Path, marking: str) -> None:
    made = content(library(), full(library()))._replace(marking=marking)
    assert [problem.code for problem in refused(write, made, tmp_path)] == ["return.marking"]


def test_notes_and_single_cases_are_marked_sensitive_and_lowering_asks_for_a_name(tmp_path: Path) -> None:
    plain = full(library())
    prompt = next(iter(plain.answers))
    noted = plain._replace(answers={**plain.answers, prompt: Answer("1", note="Mrs Shelf said so.")})
    assert default_marking(plain, case_rows=False) == OFFICIAL
    assert default_marking(noted, case_rows=False) == SENSITIVE
    assert default_marking(plain, case_rows=True) == SENSITIVE
    lowered = content(library(), noted, marking=OFFICIAL)
    assert [problem.code for problem in refused(write, lowered, tmp_path)] == ["return.lowered"]
    book = load_workbook(write(lowered._replace(lowered_by="Ada"), tmp_path).path)
    notes = [row[6] for row in book["Summary"].iter_rows(values_only=True) if row[4] == "Protective marking"]
    assert notes == ["Lowered from OFFICIAL-SENSITIVE by Ada."]


def test_two_references_that_look_the_same_stop_a_return(tmp_path: Path) -> None:
    sheet = full(iom(), cases=1)
    case = next(iter(sheet.cases.values()))
    twins = {"Zo\u00eb": case._replace(ref="Zo\u00eb"), "Zoe\u0308": case._replace(ref="Zoe\u0308")}
    problems = refused(write, content(iom(), sheet._replace(cases=twins)), tmp_path)
    assert [problem.code for problem in problems] == ["return.twins"]


def test_forty_cases_and_long_notes_stay_under_two_megabytes(tmp_path: Path) -> None:
    sheet = full(iom(), cases=40)
    words = "".join(f"Note {number} about arrangements that changed in the year; " for number in range(90))[:4000]
    answers = {id: answer._replace(note=f"{id} {words}"[:4000]) for id, answer in sheet.answers.items()}
    written = write(content(iom(), sheet._replace(answers=answers), case_rows=True), tmp_path)
    assert written.size == written.path.stat().st_size < 2_000_000
    assert (written.counts.notes, written.counts.cases) == (82, 40)
    assert str(written.counts) == "82 of 116 answers, 82 notes, 0 evidence items, 152 profile figures, 40 case files"


def test_single_cases_go_in_only_when_asked_for(tmp_path: Path) -> None:
    sheet = full(iom(), cases=3)
    without = load_workbook(write(content(iom(), sheet), tmp_path).path)
    asked = load_workbook(write(content(iom(), sheet, case_rows=True), tmp_path).path)
    assert without["Case files"].max_row == 1
    assert asked["Case files"].max_row == 4
    assert without["Cases"].max_row == asked["Cases"].max_row == 30


def test_a_period_without_anything_answered_gives_a_return(tmp_path: Path) -> None:
    for framework in (iom(), library()):
        written = write(content(framework, blank(framework)), tmp_path)
        assert written.counts.answers == 0


@pytest.mark.parametrize(
    "part",
    [
        b'<a><dimension ref="A1:A1" /><b/><sheetData /><c/></a>',
        b'<a><dimension ref="A1:A1"/><b/><sheetData/><c/></a>',
        b'<a><dimension ref="A1:A1"/><b/><sheetData></sheetData><c/></a>',
    ],
)
def test_rows_find_their_place_whichever_way_openpyxl_writes_xml(part: bytes) -> None:
    whole = b'<a><dimension ref="A1:B2"/><b/><sheetData><row/></sheetData><c/></a>'
    assert put_rows(part, "A1:B2", "<row/>") == whole


def test_rows_without_a_place_are_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="openpyxl wrote a sheet without"):
        put_rows(b"<a/>", "A1:B2", "<row/>")
