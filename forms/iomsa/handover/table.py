"""Read a table of texts from a file (.csv or .xlsx) or from what a spreadsheet puts on the clipboard."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from iomsa.answers.text import clean
from iomsa.problems import refuse
from iomsa.returns.read import read_book

MOST_BYTES = 20 << 20
MOST_ROWS = 20_000
MOST_COLUMNS = 1_000
DELIMITERS = ",;\t"
EXCEL_SAYS = "sep="
"""How a file begins that tells Excel its delimiter."""
_RETURN = frozenset({"Summary", "One row", "Ratings", "About"})
"""Sheets that a return has and a list has not."""


class Table(NamedTuple):
    """Hold rows of cleaned texts, all equally long, blank rows too.

    `first_row` is the number that the first of `rows` has in its spreadsheet. `columns` are the headings, none until
    `headed` found them. `name` says where the table is from: file and sheet, empty where it was pasted.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 1
    name: str = ""

    def numbered(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Walk the rows that are not blank, each with its number."""
        for number, row in enumerate(self.rows, start=self.first_row):
            if any(row):
                yield number, row


def read_table(path: Path) -> Table:
    """Read a file; of a workbook the first sheet that is not blank. Raise Refused with a sentence."""
    tables = read_tables(path)
    return next((table for table in tables if any(table.numbered())), tables[0])


def read_tables(path: Path) -> tuple[Table, ...]:
    """Read a file: each sheet of a workbook that is not hidden, or the one table of a text file."""
    return tuple(read_sheets(path).values())


def read_sheets(path: Path) -> Mapping[str, Table]:
    """Read the tables of a file by the names of their sheets; that of a text file has none."""
    if path.suffix.casefold() in {".csv", ".txt", ".tsv"}:
        return {"": _text_table(path)}
    book = read_book(path)
    if _RETURN.issubset(book.sheets):
        sentence = "this is a return, which holds no list; choose the list, or open it with File, Open a return."
        raise refuse("table.return", path.name, sentence)
    seen = (sheet for sheet in book.sheets if sheet not in book.hidden)
    return {sheet: _table(book.plain(sheet), f"{path.name}, {sheet}") for sheet in seen}


def pasted(text: str) -> Table:
    """Read what was copied in a spreadsheet: cells between tabs, quoted where they hold a line break."""
    return _table(_records(text.replace("\r\n", "\n"), "\t", "the pasted text"), "")


def headed(table: Table, knows: Callable[[str], bool], enough: int = 2) -> Table:
    """Return the table with its first row that is not blank as headings, where that names columns that are known.

    One known name is `enough` for a row that begins with it; otherwise it takes so many.
    """
    for place, row in enumerate(table.rows):
        if any(row):
            known = [bool(cell) and knows(cell) for cell in row]
            if known[0] or sum(known) >= enough:
                return table._replace(columns=row, rows=table.rows[place + 1 :], first_row=table.first_row + place + 1)
            return table
    return table


def _text_table(path: Path) -> Table:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refuse("table.unreadable", path.name, f"this file can't be read: {error.strerror or error}.") from error
    if len(data) > MOST_BYTES:
        raise refuse("table.large", path.name, f"this file has more than {MOST_BYTES >> 20} MB; it is not read.")
    text = _decoded(data, path.name).replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if first.casefold().startswith(EXCEL_SAYS) and first[len(EXCEL_SAYS) :] in tuple(DELIMITERS):
        return _table(_records(rest, first[len(EXCEL_SAYS) :], path.name), path.name)
    return _table(_records(text, _delimiter(text), path.name), path.name)


def _decoded(data: bytes, place: str) -> str:
    """Return the text of a file: UTF-8, UTF-16 where it says so, else what Windows writes in Western Europe."""
    encodings = ("utf-16",) if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refuse(
        "table.not-text", place, "this is not a text file with a table in it; save the list as .xlsx or .csv again."
    )


def _delimiter(text: str) -> str:
    """Return what stands most often between the cells of the first line that is not blank; a comma where none does."""
    line = next((line for line in text.split("\n") if line.strip()), "")
    outside = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


def _records(text: str, delimiter: str, place: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, record in enumerate(reader, start=1):
            if number > MOST_ROWS:
                raise refuse(
                    "table.rows", place, f"this has more than {MOST_ROWS:,} rows, more than any list of people."
                )
            yield record
    except csv.Error as error:
        raise refuse(
            "table.broken",
            place,
            f"from line {reader.line_num} on this can't be read as a table ({error}); look for a quotation mark that "
            "is not closed.",
        ) from error


def _table(rows: Iterable[list[str]], name: str) -> Table:
    cells = [[clean(cell).strip() for cell in row] for row in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    width = max((_width(row) for row in cells), default=0)
    if width > MOST_COLUMNS or len(cells) > MOST_ROWS:
        raise refuse(
            "table.wide", name, f"this has {width:,} columns and {len(cells):,} rows, more than any list of people."
        )
    return Table((), tuple((*row[:width], *[""] * (width - len(row))) for row in cells), 1, name)


def _width(row: list[str]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell), default=0)
