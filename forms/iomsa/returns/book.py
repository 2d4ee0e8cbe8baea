"""Turn the sheets of a return into the bytes of a workbook: values, styles, print set-up, and nothing else."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from iomsa.returns.canonical import CHECK, Value
from iomsa.returns.layout import Heading
from iomsa.returns.page import set_up
from iomsa.returns.steady_zip import steadied
from iomsa.returns.styles import CHECKS, HEAD, styles

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from iomsa.returns.assemble import Assembled
    from iomsa.returns.content import Content
    from iomsa.returns.table import Table

PROGRAM = "IOM Self-Assessment"
CHECK_WIDTH = 12
LINE, HIGHEST = 15, 409
"""Points of one line of text, and of the highest row that Excel knows."""

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TextCell(Cell):
    """Take text as it is: openpyxl would cut it at 32,767 characters, escapes counted."""

    __slots__ = ()

    @overload
    def check_string(self, value: None) -> None: ...
    @overload
    def check_string(self, value: str | ReadableBuffer) -> str: ...
    def check_string(self, value: object) -> object:
        """Return the text; it has been made fit for XML before."""
        return value


def workbook_bytes(content: Content, built: Assembled, when: str) -> bytes:
    """Return the workbook; the same content and time give the same bytes."""
    time = datetime.datetime.fromisoformat(when).replace(tzinfo=None, microsecond=0)
    book = Workbook()
    book.remove(book.worksheets[0])
    properties = book.properties
    properties.title, properties.creator = content.title, PROGRAM
    properties.created = properties.modified = time
    look = styles(book)
    for table, checks in zip(built.tables, built.checks, strict=True):
        sheet = book.create_sheet(table.layout.name)
        _fill(sheet, table, checks, look)
        set_up(sheet, table.layout, content, len(table.rows))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        ExcelWriter(book, archive).save()
    return steadied(target.getvalue(), time)


def _fill(sheet: Worksheet, table: Table, checks: Sequence[str], look: Mapping[str, StyleArray]) -> None:
    headings = table.layout.headings
    for column, name in enumerate((*table.layout.names, CHECK), start=1):
        put(sheet, 1, column, name, look[HEAD])
    kinds = [look[heading.kind] for heading in headings]
    last = len(headings) + 1
    for number, (row, check) in enumerate(zip(table.rows, checks, strict=True), start=2):
        for column, (value, kind) in enumerate(zip(row, kinds, strict=True), start=1):
            if value != "":
                put(sheet, number, column, value, kind)
        put(sheet, number, last, check, look[CHECKS])
    for place, heading in enumerate((*headings, Heading(CHECK, width=CHECK_WIDTH)), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = heading.shown_width
    wrapped = [(place, heading.shown_width) for place, heading in enumerate(headings) if heading.wraps]
    for number, row in enumerate(table.rows, start=2):
        lines = max((_lines(str(row[place]), width) for place, width in wrapped if row[place]), default=1)
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines * LINE, HIGHEST)


def _lines(text: str, width: int) -> int:
    if len(text) < width and "\n" not in text:
        return 1
    return sum(1 + len(part) // width for part in text.split("\n"))


def put(sheet: Worksheet, row: int, column: int, value: Value, style: StyleArray) -> None:
    """Put a value into a cell, so that it never becomes a formula, an error or an escape."""
    cell = TextCell(sheet, row, column, style_array=style)
    if isinstance(value, str):
        cell.value = _ESCAPE.sub("_x005F_", value) if "_x" in value else value
        cell.data_type = "s"
    else:
        cell.value = value
    # The one way of openpyxl to take a cell that has been made; `append` would make one for each empty place, too.
    sheet._cells[row, column] = cell
