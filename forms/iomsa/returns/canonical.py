"""The canonical content of a return: each cell as text, its check digits, and the checksum of them all."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from hashlib import sha256
from json.encoder import encode_basestring as _encode
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "str | int | float | Decimal | datetime.date | None"
"""What a cell is meant to hold; None and empty text are the same."""

INSPECTOR = "inspector_"
"""How the headings begin whose columns are the inspectors' to fill."""

CHECK = "check"
ONLY_ROW = "row"
DIGITS = 4


class Grid(NamedTuple):
    """Hold one sheet as canonical texts: headings without `check`, and a row id beside each row."""

    sheet: str
    headings: tuple[str, ...]
    ids: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Record(NamedTuple):
    """Hold one cell that is content; records sort by sheet, row id, heading."""

    sheet: str
    id: str
    heading: str
    json: str


def canonical(value: Value) -> str:
    """Return a cell's value as canonical text; empty for nothing."""
    if isinstance(value, str):
        # Nearly all texts are so, and there are very many.
        return value if value.isascii() and "_x" not in value else canonical_text(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return canonical_number(value)


def canonical_text(text: str) -> str:
    """Return text as NFC, with `_x005F_` folded to `_` until nothing changes.

    LibreOffice folds a doubled one when it saves a file again, in either case of the F.
    """
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    while (folded := text.replace("_x005F_", "_").replace("_x005f_", "_")) != text:
        text = folded
    return text


def canonical_number(number: float | Decimal) -> str:
    """Return a number as its shortest decimal, without exponent or trailing zeros."""
    if number == (whole := int(number)):
        return str(whole)
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    return f"{exact:f}".rstrip("0").rstrip(".")


def is_content(heading: str) -> bool:
    """Tell whether the cells under a heading are inside the checksum."""
    return heading != CHECK and not heading.startswith(INSPECTOR)


class Sealed(NamedTuple):
    """Hold the check digits of each row of a sheet, and its cells that are content, in no order."""

    checks: tuple[str, ...]
    records: list[Record]


def seal(grid: Grid, is_outside: Callable[[str], bool]) -> Sealed:
    """Return check digits, four hex digits for each cell that is content, and those records that are not empty.

    Rows that are outside the checksum have check digits, too, but give no records.
    """
    places = [(place, name, f"{_encode(name)},") for place, name in enumerate(grid.headings) if is_content(name)]
    sheet = grid.sheet
    ends, found = [], []
    for id, row in zip(grid.ids, grid.rows, strict=True):
        start, inside = f"[{_encode(sheet)},{_encode(id)},", not is_outside(id)
        digits = []
        for place, name, encoded in places:
            text = row[place]
            record = f"{start}{encoded}{_encode(text)}]" if text else f'{start}{encoded}""]'
            digits.append(sha256(record.encode()).digest()[: DIGITS // 2])
            if text and inside:
                found.append(Record(sheet, id, name, record))
        ends.append(b"".join(digits).hex())
    return Sealed(tuple(ends), found)


def content(found: Iterable[Record]) -> str:
    """Return sorted records as the one text that is hashed: compact JSON."""
    return f"[{','.join(record.json for record in found)}]"


def checksum(found: Iterable[Record]) -> str:
    """Return the SHA-256 of sorted records, in hex."""
    return sha256(content(found).encode()).hexdigest()
