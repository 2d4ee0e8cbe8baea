"""Write the rows of a sheet as XML: openpyxl's own way to write cells takes longer than all else of a return.

Text stands in the cell itself, never as a formula, an error or an escape; a sheet holds text, numbers and dates only.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from iomsa.returns.canonical import CHECK, Value
from iomsa.returns.styles import CHECKS, DAY, HEAD
from iomsa.returns.table import Table

LINE, HIGHEST = 15, 409
"""Points of one line of text, and of the highest row that Excel knows."""

DAY_NOUGHT = datetime.date(1899, 12, 30)
"""The day that Excel counts from, for the dates that a return writes as dates: those from March 1900."""

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Column(NamedTuple):
    """Hold how the cells of one column begin: to the number of the row, and on from there for each type of value."""

    start: str
    text: str
    number: str
    date: str


def rows_xml(table: Table, checks: Sequence[str], look: Mapping[str, int]) -> str:
    """Return all rows of a sheet, its headings first; `look` is the number of the style of each kind."""
    headings = table.layout.headings
    kinds = [*(heading.kind for heading in headings), CHECKS]
    top = [_column(place, HEAD, look) for place in range(1, len(kinds) + 1)]
    below = [_column(place, kind, look) for place, kind in enumerate(kinds, start=1)]
    wrapped = [(place, heading.shown_width) for place, heading in enumerate(headings) if heading.wraps]
    parts = ['<row r="1">', *_cells(top, "1", (*table.layout.names, CHECK)), "</row>"]
    for number, (row, check) in enumerate(zip(table.rows, checks, strict=True), start=2):
        lines = max((_lines(str(row[place]), width) for place, width in wrapped if row[place]), default=1)
        high = f' ht="{min(lines * LINE, HIGHEST)}" customHeight="1"' if lines > 1 else ""
        parts += (f'<row r="{number}"{high}>', *_cells(below, str(number), (*row, check)), "</row>")
    return "".join(parts)


def _column(place: int, kind: str, look: Mapping[str, int]) -> Column:
    style, date = look[kind], look["date" if kind == "date" else DAY]
    return Column(
        f'<c r="{get_column_letter(place)}',
        f'" s="{style}" t="inlineStr"><is><t',
        f'" s="{style}" t="n"><v>',
        f'" s="{date}" t="n"><v>',
    )


def _cells(columns: Sequence[Column], number: str, row: Sequence[Value]) -> Iterator[str]:
    for (start, text, figure, date), value in zip(columns, row, strict=True):
        if isinstance(value, str):
            if value:
                yield f"{start}{number}{text}{_text(value)}</t></is></c>"
        elif isinstance(value, datetime.date):
            yield f"{start}{number}{date}{(value - DAY_NOUGHT).days}</v></c>"
        elif value is not None:
            yield f"{start}{number}{figure}{float(value):.16g}</v></c>"


def _text(text: str) -> str:
    """Return text as it stands behind `<t`; it has been made fit for XML before."""
    if "_x" in text:
        text = _ESCAPE.sub("_x005F_", text)
    keep = "" if text == text.strip() else ' xml:space="preserve"'
    return f"{keep}>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}"


def _lines(text: str, width: int) -> int:
    if len(text) < width and "\n" not in text:
        return 1
    return sum(1 + len(part) // width for part in text.split("\n"))
