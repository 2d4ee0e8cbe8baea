"""The People sheet: one row a person, to be filled in by a colleague in another network, and merged back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from iomsa.answers.people import COHORTS, DATE, LEVELS, NONE, PERCENT, REOFFENCE, TEXT, UNTRACED, WHOLE, WORD, YEARS
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.about import PEOPLE, About
from iomsa.handover.back import sheets_back
from iomsa.handover.book import Column, Page, book_bytes
from iomsa.handover.drop_downs import DATE as DATE_CELL
from iomsa.handover.drop_downs import DECIMAL, LIST, LONGEST_TITLE, OFFER, Drop, Limit
from iomsa.handover.drop_downs import WHOLE as WHOLE_CELL
from iomsa.handover.people_rows import EXPECTED, REFERENCE
from iomsa.handover.put import put
from iomsa.handover.table import Table
from iomsa.returns.canonical import Value
from iomsa.session.edits import Stamp
from iomsa.session.person_cells import Cell, cell_value, choice_label, person_columns

SHEET, HOW = "People", "How to fill this in"
SPARE = 100
"""Blank rows for people who are not on the list yet."""

ABOUT = """\
One row a person: everyone who joined in the dates agreed, whether still on the scheme or not.
No names, no dates of birth, no police, prison or probation numbers. The list that links references to people stays on \
the police or probation system.
The start is the day of joining, or of the release where somebody was in custody then.
Leave a cell blank where you don't know: blank cells change nothing.
Leave references and headings as they are. New people go in the blank rows below.
Save it as .xlsx and send it back. What differs from what the scheme has is shown and asked about, not just taken.\
"""
LISTS = {"cohort": COHORTS, "need": tuple(map(choice_label, LEVELS)), "first_reoffence": (NONE, UNTRACED)}
_LOOKS = {DATE: "date", REOFFENCE: "date", WHOLE: "whole", PERCENT: "decimal", YEARS: "decimal"}
_WIDTH, _REFERENCE_WIDTH = 15, 18


def write_people_sheet(
    path: Path, framework: Framework, sheet: AnswerSheet, refs: Sequence[str], stamp: Stamp, *, practice: bool = False
) -> Path:
    """Write a sheet of these people as they stand; return where it lies. Raise Refused where it can't be written."""
    about = About(PEOPLE, framework, sheet, stamp, practice)
    columns = person_columns(framework)
    pages = (_people(columns, sheet, refs), _how(columns), about.page(refs))
    return put(path, lambda: book_bytes(pages, LISTS, about.paper, stamp.on))


def read_people_sheets(framework: Framework, sheet: AnswerSheet, paths: Sequence[Path]) -> tuple[Table, ...]:
    """Read People sheets that came back; raise Refused with what is wrong with each that does not belong here."""
    return sheets_back(PEOPLE, SHEET, framework, sheet, paths)


def _people(columns: Sequence[Cell], sheet: AnswerSheet, refs: Sequence[str]) -> Page:
    rows = [(ref, *(_value(column, sheet, ref) for column in columns)) for ref in refs]
    last = len(rows) + SPARE + 1
    drops = [_drop(column, place, last) for place, column in enumerate(columns, start=2)]
    headings = (Column(REFERENCE.name, _REFERENCE_WIDTH, "text"), *map(_column, columns))
    return Page(SHEET, headings, rows, 1, [drop for drop in drops if drop], SPARE)


def _column(cell: Cell) -> Column:
    return Column(cell.name, max(_WIDTH, len(cell.name) + 2), _LOOKS.get(cell.kind, "text"))


def _value(column: Cell, sheet: AnswerSheet, ref: str) -> Value:
    value = cell_value(column, sheet.people[ref])
    if column.kind in {DATE, REOFFENCE} and value and value not in {NONE, UNTRACED}:
        return datetime.date.fromisoformat(str(value))
    return choice_label(str(value)) if column.kind == WORD else value


def _drop(column: Cell, place: int, last: int) -> Drop | None:
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(place)
    kinds: Mapping[str, Limit] = {
        DATE: DATE_CELL,
        REOFFENCE: OFFER,
        WHOLE: WHOLE_CELL,
        PERCENT: DECIMAL,
        YEARS: DECIMAL,
        WORD: LIST,
    }
    if column.kind not in kinds:
        return None
    names = {REOFFENCE: "first_reoffence", WORD: "need" if column.choices == LEVELS else "cohort"}
    cells, choices = (f"{letter}2:{letter}{last}",), names.get(column.kind, "")
    title = column.label if len(column.label) <= LONGEST_TITLE else column.name
    return Drop(kinds[column.kind], cells, choices, title, column.hint, column.expected)


def _how(columns: Sequence[Cell]) -> Page:
    about = [("", sentence, "") for sentence in ABOUT.split("\n")]
    rows = [
        (cell.name, f"{cell.label}. {cell.hint}", "words" if cell.kind == TEXT else cell.expected) for cell in columns
    ]
    reference = (REFERENCE.name, f"{REFERENCE.label}. {REFERENCE.hint}", EXPECTED)
    return Page(
        HOW,
        (Column("column", 26), Column("what it is", 80), Column("what may stand in it", 48)),
        [*about, reference, *rows],
    )
