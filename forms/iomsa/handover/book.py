"""Write the workbook of a sheet that a colleague fills in: text as text, drop-downs, no formulas, nothing hidden."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from iomsa.answers.text import clean
from iomsa.handover.drop_downs import Drop, add_drop
from iomsa.handover.looks import LOOKS, add_looks
from iomsa.handover.paper import Paper, set_up
from iomsa.returns.canonical import Value
from iomsa.returns.steady_zip import steadied
from iomsa.returns.table import FIRST_DATE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PROGRAM = "IOM Self-Assessment"
CHOICES = "Choices"
LINE, HIGHEST = 15, 409
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LIKE_A_FORMULA = ("=", "+", "-", "@")


class Column(NamedTuple):
    """Name one column, how wide it is in characters, and its look, one of LOOKS."""

    name: str
    width: int
    look: str = "given"


class Page(NamedTuple):
    """Lay out one sheet: columns, rows, how many columns stay in sight, drop-downs, blank rows to fill in below."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    frozen: int = 0
    drops: Sequence[Drop] = ()
    spare: int = 0


def book_bytes(pages: Sequence[Page], choices: Mapping[str, Sequence[str]], paper: Paper, when: str) -> bytes:
    """Return the workbook; the same pages and time give the same bytes. `choices` are the lists of all drop-downs."""
    from openpyxl.workbook import Workbook
    from openpyxl.writer.excel import ExcelWriter

    time = datetime.datetime.fromisoformat(when).replace(tzinfo=None, microsecond=0)
    book = Workbook()
    add_looks(book)
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = paper.title, PROGRAM
    book.properties.created = book.properties.modified = time
    ranges = {name: _range(place, len(words)) for place, (name, words) in enumerate(choices.items(), start=1)}
    for page in (*pages, *((_choices(choices),) if choices else ())):
        sheet = book.create_sheet(page.name)
        _fill(sheet, page)
        set_up(sheet, paper, page.frozen, [each.width for each in page.columns], len(page.rows) + page.spare)
        for drop in page.drops:
            add_drop(sheet, drop, ranges)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        ExcelWriter(book, archive).save()
    return steadied(target.getvalue(), time, lambda _name, part: part)


def _choices(choices: Mapping[str, Sequence[str]]) -> Page:
    longest = max(map(len, choices.values()))
    rows = [[words[place] if place < len(words) else "" for words in choices.values()] for place in range(longest)]
    return Page(CHOICES, tuple(Column(name, 34) for name in choices), rows)


def _range(place: int, length: int) -> str:
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(place)
    return f"{CHOICES}!${letter}$2:${letter}${length + 1}"


def _fill(sheet: Worksheet, page: Page) -> None:
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(page.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column.width
        _put(sheet, 1, place, column.name, "head")
    for number, row in enumerate(page.rows, start=2):
        for place, (column, value) in enumerate(zip(page.columns, row, strict=True), start=1):
            _put(sheet, number, place, value, column.look)
        lines = max(_lines(str(value or ""), page.columns[place].width) for place, value in enumerate(row))
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines * LINE, HIGHEST)
    for number in range(len(page.rows) + 2, len(page.rows) + 2 + page.spare):
        for place, column in enumerate(page.columns, start=1):
            _put(sheet, number, place, "", column.look)


def _put(sheet: Worksheet, row: int, column: int, value: Value, look: str) -> None:
    cell = sheet.cell(row, column)
    cell.style = LOOKS[look]
    if isinstance(value, datetime.date) and value < FIRST_DATE:
        value = value.isoformat()
    if isinstance(value, str):
        if value:
            cell.value = _ESCAPE.sub("_x005F_", clean(value))
            # Whatever it begins with, it is text, also when somebody opens the cell and leaves it again.
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_LIKE_A_FORMULA)
    elif value is not None:
        cell.value = value


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text.split("\n"))
