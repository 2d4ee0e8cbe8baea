"""A sheet as it is meant: typed values under the headings of its layout."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from iomsa.answers.period import is_date
from iomsa.answers.text import clean
from iomsa.returns.canonical import ONLY_ROW, Grid, Value, canonical
from iomsa.returns.layout import Layout

FIRST_DATE = datetime.date(1900, 3, 1)
"""Before this day Excel and other programs count days differently, so older dates are written as text."""

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,11}")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,10})\.[0-9]{0,3}[1-9]")


class Table(NamedTuple):
    """Hold the rows of one sheet in the order of the layout's headings."""

    layout: Layout
    rows: tuple[tuple[Value, ...], ...]

    def grid(self) -> Grid:
        """Return the sheet as canonical texts."""
        layout = self.layout
        texts = tuple(tuple(map(canonical, row)) for row in self.rows)
        place = layout.names.index(layout.id) if layout.id else None
        ids = tuple(ONLY_ROW if place is None else row[place] for row in texts)
        return Grid(layout.name, layout.names, ids, texts)


def table(layout: Layout, scheme: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> Table:
    """Build a sheet: each row begins with code, name and period, and all text is fit for XML."""
    width = len(layout.headings)
    whole = tuple(tuple(map(fit, (*scheme, *row))) for row in rows)
    if any(len(row) != width for row in whole):
        raise ValueError(f"a row of {layout.name} does not fit its headings")
    return Table(layout, whole)


def fit(value: Value) -> Value:
    """Return a value as it can stand in a cell: clean text, nothing as empty text."""
    if isinstance(value, str):
        return value if value.isprintable() and not value.isspace() else clean(value)
    return "" if value is None else value


def dated(text: str) -> Value:
    """Return ISO text, of which the first ten characters are a date, as a date; else the text itself."""
    day = text[:10]
    if not is_date(day):
        return text
    date = datetime.date.fromisoformat(day)
    return date if date >= FIRST_DATE else day


def number(text: str) -> Value:
    """Return text that is a plain decimal of at most 15 digits as a number; else the text itself."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text
