"""Write a return: to a file beside, read back cell by cell, and only then under its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from iomsa.answers.text import LIMIT, units
from iomsa.problems import Problem, Refused
from iomsa.returns.assemble import Assembled, assemble
from iomsa.returns.canonical import CHECK
from iomsa.returns.content import FILE_NAMES, Content, file_name, refusals
from iomsa.returns.counts import Counted, count
from iomsa.returns.files import beside, part_of, put_together, refusing, settle, sync
from iomsa.returns.place import cell_name
from iomsa.returns.read import Book, reading

CELL = 32_767
"""The most UTF-16 units that Excel keeps in one cell."""

_NO_ROW: list[str] = []


class Written(NamedTuple):
    """Say what was written and read back: where, the receipt, the checksum, what it holds, its size in bytes."""

    path: Path
    receipt: str
    checksum: str
    counts: Counted
    size: int


def write_return(content: Content, folder: Path, *, clock: Callable[[], str]) -> Written:
    """Write the return and read it back; raise Refused where anything stops it. `clock` gives ISO time."""
    from iomsa.returns.book import workbook_bytes

    stops = tuple(refusals(content))
    if stops:
        raise Refused(stops)
    when = clock()
    name = file_name(content, when)
    with reading(part_of(folder, name)) as child, refusing(folder):
        built = assemble(content, when)
        too_long = tuple(_too_long(built))
        if too_long:
            raise Refused(too_long)
        with put_together():
            data = workbook_bytes(content, built, when)
        with beside(folder, name, data, FILE_NAMES) as temporary:
            book = child.own(temporary, lambda: sync(temporary))
            different = tuple(differences(built, book))
            if different:
                raise Refused(different)
            path = settle(temporary, name)
    return Written(path, built.receipt, built.checksum, count(book), len(data))


def _too_long(built: Assembled) -> Iterator[Problem]:
    for grid in built.grids:
        for id, row in zip(grid.ids, grid.rows, strict=True):
            if max(map(len, row)) <= CELL // 2:
                continue
            for heading, text in zip(grid.headings, row, strict=True):
                if units(text) > CELL:
                    yield Problem(
                        "return.too-long",
                        f"{grid.sheet}, {id}, {heading}",
                        f"this text is longer than a cell can hold; shorten it to {LIMIT:,} characters.",
                    )


def differences(built: Assembled, book: Book) -> Iterator[Problem]:
    """Yield every sheet or cell that reads back differently from what was meant."""
    if tuple(book.sheets) != tuple(grid.sheet for grid in built.grids):
        yield Problem("return.read-back", "sheets", "the return does not read back with its sheets in order.")
    for grid, checks in zip(built.grids, built.checks, strict=True):
        ends = [[*row, check] for row, check in zip(grid.rows, checks, strict=True)]
        meant = [[*grid.headings, CHECK], *ends]
        for number, (want, got) in enumerate(zip_longest(meant, book.texts(grid.sheet), fillvalue=_NO_ROW), start=1):
            if want == got:
                continue
            for place, (wanted, found) in enumerate(zip_longest(want, got, fillvalue="")):
                if wanted != found:
                    yield Problem(
                        "return.read-back",
                        f"{grid.sheet}!{cell_name(number, place)}",
                        "this cell does not read back as it was meant, so no return was written. Change its text a "
                        "little, and tell whoever looks after this program.",
                    )
