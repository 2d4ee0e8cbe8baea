"""Turn the sheets of a return into the bytes of a workbook: values, styles, print set-up, and nothing else."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from iomsa.returns.canonical import CHECK
from iomsa.returns.layout import Heading
from iomsa.returns.page import set_up
from iomsa.returns.rows import rows_xml
from iomsa.returns.steady_zip import steadied
from iomsa.returns.styles import styles

if TYPE_CHECKING:
    from iomsa.returns.assemble import Assembled
    from iomsa.returns.content import Content

PROGRAM = "IOM Self-Assessment"
CHECK_WIDTH = 12

_SIZE = re.compile(r'<dimension ref="A1:A1"\s*/>')
_ROWS = re.compile(r"<sheetData\s*/>|<sheetData>\s*</sheetData>")
"""What openpyxl writes of a sheet without cells, with Python's own XML or with lxml, where that is installed."""


def workbook_bytes(content: Content, built: Assembled, when: str) -> bytes:
    """Return the workbook; the same content and time give the same bytes.

    openpyxl writes all but the rows, which are put in when the parts are packed.
    """
    time = datetime.datetime.fromisoformat(when).replace(tzinfo=None, microsecond=0)
    book = Workbook()
    look = styles(book)
    book.remove(book.worksheets[0])
    properties = book.properties
    properties.title, properties.creator = content.title, PROGRAM
    properties.created = properties.modified = time
    for table in built.tables:
        sheet = book.create_sheet(table.layout.name)
        for place, heading in enumerate((*table.layout.headings, Heading(CHECK, width=CHECK_WIDTH)), start=1):
            sheet.column_dimensions[get_column_letter(place)].width = heading.shown_width
        set_up(sheet, table.layout, content, len(table.rows))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        ExcelWriter(book, archive).save()
    sheets = zip(book.worksheets, built.tables, built.checks, strict=True)
    rows = {
        sheet.path.removeprefix("/"): (str(sheet.auto_filter.ref), rows_xml(table, checks, look))
        for sheet, table, checks in sheets
    }

    def filled(name: str, part: bytes) -> bytes:
        return put_rows(part, *rows[name]) if name in rows else part

    return steadied(target.getvalue(), time, filled)


def put_rows(part: bytes, size: str, rows: str) -> bytes:
    """Return a sheet that openpyxl wrote without rows, with these; raise ValueError where it has no place for them."""
    text = part.decode()
    for blank, full in ((_SIZE, f'<dimension ref="{size}"/>'), (_ROWS, f"<sheetData>{rows}</sheetData>")):
        found = blank.search(text)
        if found is None:
            raise ValueError(f"openpyxl wrote a sheet without {blank.pattern}")
        text = f"{text[: found.start()]}{full}{text[found.end() :]}"
    return text.encode()
