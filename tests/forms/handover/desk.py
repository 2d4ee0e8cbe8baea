"""Sheets with files and people, sheets filled in by colleagues, and what LibreOffice makes of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import blank, iom

from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer, CaseHeader
from iomsa.handover.case_sheet import SHEET, preview_case_sheets, read_case_sheets, write_case_sheet
from iomsa.handover.people_rows import preview_people
from iomsa.handover.people_sheet import read_people_sheets, write_people_sheet
from iomsa.handover.preview import Choice, Preview
from iomsa.handover.table import Table
from iomsa.session.changes import apply
from iomsa.session.edits import Stamp
from iomsa.session.people_edits import add_person, set_person
from iomsa.session.person_cells import Value

Typed: TypeAlias = str | float | datetime.date
STAMP = Stamp("Ada", "2026-11-22T10:00:00")
PEOPLE = ("P-001", "P-002", "P-003", "P-004", "P-005")
FILES = ("N-001", "N-002", "N-003", "N-004", "N-005")
FULL: Mapping[str, Value] = {
    "entry": "2024-04-03",
    "follow_up_start": "2024-05-10",
    "cohort": "fixed",
    "left": "2025-01-31",
    "left_reason": "=moved away",
    "window_days": 365,
    "offences_before": 7,
    "custody_before": 30,
    "first_reoffence": "2024-09-12",
    "predicted": 62.5,
    "predicted_tool": "A tool",
    "predicted_years": 1.0,
    "accommodation_entry": "serious",
    "health_now": "not-known",
}


def people_sheet() -> AnswerSheet:
    """Return a sheet with five people, of whom the first has values."""
    sheet = blank(iom())
    for ref in PEOPLE:
        sheet = apply(sheet, add_person(sheet, ref, STAMP))
    return apply(sheet, set_person(iom(), sheet, PEOPLE[0], FULL, STAMP))


def case_sheet() -> AnswerSheet:
    """Return a sheet with five files, of which the first has some answers."""
    cases = {ref: Case(ref, CaseHeader((), place, *STAMP), {}) for place, ref in enumerate(FILES, start=1)}
    about = (("cohort", "flex"), ("date", "2026-01-12"), ("months", "14"), ("reviewing-agency", "police"))
    given = {
        "C1": CaseAnswer("yes", by="Ada", on=STAMP.on),
        "C2": CaseAnswer("no", "late", "=A note\nof two lines", "Ada", STAMP.on),
        "C3": CaseAnswer("not-applicable", "", "", "Ada", STAMP.on),
    }
    cases[FILES[0]] = Case(FILES[0], CaseHeader(about, 1, *STAMP), given)
    return blank(iom())._replace(cases=cases)


def written_people(folder: Path, sheet: AnswerSheet, refs: Sequence[str] = PEOPLE, name: str = "people.xlsx") -> Path:
    return write_people_sheet(folder / name, iom(), sheet, refs, STAMP)


def written_cases(
    folder: Path, sheet: AnswerSheet, refs: Sequence[str] = FILES, *, second: bool = False, name: str = "files.xlsx"
) -> Path:
    return write_case_sheet(folder / name, iom(), sheet, refs, STAMP, second=second)


def merged_people(sheet: AnswerSheet, paths: Sequence[Path], take: Iterable[Choice] = ()) -> Preview:
    tables = read_people_sheets(iom(), sheet, paths)
    return preview_people(iom(), sheet, tables, STAMP, frozenset(take), own=False)


def merged_cases(sheet: AnswerSheet, paths: Sequence[Path], take: Iterable[Choice] = ()) -> Preview:
    return preview_case_sheets(iom(), sheet, read_case_sheets(iom(), sheet, paths), STAMP, frozenset(take))


def taken(sheet: AnswerSheet, preview: Preview) -> AnswerSheet:
    return apply(sheet, preview.edits)


def table(*rows: Sequence[str], name: str = "") -> Table:
    """Return a table as it is read: all rows equally long, no headings found yet."""
    width = max(map(len, rows))
    return Table((), tuple((*row, *[""] * (width - len(row))) for row in rows), 1, name)


def filled(path: Path, name: str, change: Callable[[Worksheet], None]) -> Path:
    """Let a colleague change one sheet of a workbook, and save it."""
    book = load_workbook(path)
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    change(sheet)
    book.save(path)
    return path


def put_people(values: Mapping[tuple[str, str], Typed]) -> Callable[[Worksheet], None]:
    """Put values under references and columns; a reference that is not there goes into the first blank row."""

    def change(sheet: Worksheet) -> None:
        rows = {str(row[0].value): number for number, row in enumerate(sheet.iter_rows(), start=1) if row[0].value}
        columns = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
        for (ref, column), value in values.items():
            if ref not in rows:
                rows[ref] = max(rows.values()) + 1
                sheet.cell(rows[ref], 1).value = ref
            sheet.cell(rows[ref], columns[column]).value = value

    return change


def put_answers(values: Mapping[tuple[str, str], Sequence[str]]) -> Callable[[Worksheet], None]:
    """Put answer, reason and note beside questions of files."""

    def change(sheet: Worksheet) -> None:
        rows = {(row[0].value, row[1].value): number for number, row in enumerate(sheet.iter_rows(), start=1)}
        for where, texts in values.items():
            for column, text in enumerate(texts, start=5):
                sheet.cell(rows[where], column).value = text or sheet.cell(rows[where], column).value

    return change


def fill_cases(
    folder: Path,
    sheet: AnswerSheet,
    answers: Mapping[tuple[str, str], Sequence[str]],
    *,
    second: bool = False,
    name: str = "files.xlsx",
) -> Path:
    """Let a colleague answer some questions in a sheet of all files."""
    return filled(written_cases(folder, sheet, second=second, name=name), SHEET, put_answers(answers))
