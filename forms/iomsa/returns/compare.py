"""Compare one sheet of a return with its own check digits: changed, added, missing and doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from iomsa.problems import Problem
from iomsa.returns.canonical import CHECK, DIGITS, ONLY_ROW, Grid, is_content, seal
from iomsa.returns.layout import Layout
from iomsa.returns.place import cell_name
from iomsa.returns.read import Book

LONGEST_SHOWN = 80


class SheetRead(NamedTuple):
    """Hold one sheet as read, its cells under the headings it was written with, then those that were added.

    `grid` has the rows whose id came first, `checks` and `numbers` their check digits and row numbers; `places` is
    where each heading stands. `doubled` pairs ids that came again with their row numbers.
    """

    layout: Layout
    headings: tuple[str, ...]
    grid: Grid
    checks: tuple[str, ...]
    numbers: tuple[int, ...]
    places: dict[str, int]
    header: tuple[str, ...]
    doubled: tuple[tuple[str, int], ...]

    @property
    def added(self) -> tuple[str, ...]:
        """Return the headings that the sheet was not written with."""
        return self.grid.headings[len(self.headings) :]


def sheet_read(book: Book, layout: Layout, headings: tuple[str, ...]) -> SheetRead:
    """Arrange a sheet that was read under the headings it was written with; a nameless column has its letter."""
    texts = book.texts(layout.name)
    header = tuple(text or f"column {cell_name(0, place)[:-1]}" for place, text in enumerate(texts[0] if texts else ()))
    places: dict[str, int] = {}
    for place, heading in enumerate(header):
        if texts[0][place] or any(row[place] for row in texts[1:]):
            places.setdefault(heading, place)
    wanted = (*headings, *(name for name in places if name not in headings and name != CHECK))
    seen: dict[str, tuple[int, tuple[str, ...], str]] = {}
    doubled = []
    for number, row in enumerate(texts[1:], start=2):
        if any(row):
            cells = tuple(row[places[name]] if name in places else "" for name in wanted)
            id = cells[wanted.index(layout.id)] if layout.id in wanted else "" if layout.id else ONLY_ROW
            if id in seen:
                doubled.append((id, number))
            else:
                seen[id] = number, cells, row[places[CHECK]] if CHECK in places else ""
    grid = Grid(layout.name, wanted, tuple(seen), tuple(cells for _, cells, _ in seen.values()))
    ends, numbers = tuple(end for _, _, end in seen.values()), tuple(number for number, _, _ in seen.values())
    return SheetRead(layout, headings, grid, ends, numbers, places, header, tuple(doubled))


def differences(read: SheetRead, ids: tuple[str, ...] | None) -> Iterator[Problem]:
    """Yield every difference of one sheet from what was written; `ids` are its row ids then, None where unknown."""
    yield from _columns(read)
    yield from _rows(read, read.grid.ids if ids is None else ids)
    if CHECK in read.places:
        yield from _cells(read, read.grid.ids if ids is None else ids)


def _columns(read: SheetRead) -> Iterator[Problem]:
    sheet = read.layout.name
    for name in (*filter(is_content, read.headings), CHECK):
        if name not in read.places:
            yield Problem("return.column-missing", f"{sheet}, {name}", "this column is missing.")
    for name in filter(is_content, read.added):
        yield Problem("return.column-added", f"{sheet}, {name}", "this column was added after the return was written.")
    for name, times in Counter(read.header).items():
        if times > 1:
            yield Problem("return.column-doubled", f"{sheet}, {name}", "this column is there more than once.")


def _rows(read: SheetRead, ids: tuple[str, ...]) -> Iterator[Problem]:
    sheet, here = read.layout.name, set(read.grid.ids)
    for id in ids:
        if id not in here:
            yield Problem("return.row-missing", f"{sheet}, {id}", "this row is missing.")
    for id, number in zip(read.grid.ids, read.numbers, strict=True):
        if id not in ids:
            yield Problem(
                "return.row-added",
                f"{sheet}, {id or f'row {number}'}",
                f"row {number} was added after the return was written, or its id was changed.",
            )
    for id, number in read.doubled:
        yield Problem(
            "return.row-doubled", f"{sheet}, {id or f'row {number}'}", f"row {number} has the id of another row."
        )


def _cells(read: SheetRead, ids: tuple[str, ...]) -> Iterator[Problem]:
    names = tuple(filter(is_content, read.headings))
    width = len(read.headings)
    written = read.grid._replace(headings=read.headings, rows=tuple(row[:width] for row in read.grid.rows))
    known = frozenset(ids)
    computed_checks = seal(written, read.layout.is_outside).checks
    rows = zip(written.ids, written.rows, computed_checks, read.checks, read.numbers, strict=True)
    for id, row, computed, found, number in rows:
        if computed == found or id not in known:
            continue
        if len(found) != len(computed):
            yield Problem(
                "return.check-damaged",
                f"{read.layout.name}, {id}, {CHECK}",
                "the check digits of this row were changed, so that it can't be checked cell by cell.",
            )
            continue
        cells = dict(zip(read.headings, row, strict=True))
        for place, name in enumerate(names):
            at = slice(place * DIGITS, (place + 1) * DIGITS)
            if computed[at] != found[at] and name in read.places:
                yield _changed(read, id, name, cells[name], cell_name(number, read.places[name]))


def _changed(read: SheetRead, id: str, name: str, text: str, cell: str) -> Problem:
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."
    now = f"it now says “{shown}”" if text else "it is now empty"
    return Problem(
        "return.cell-changed",
        f"{read.layout.name}, {id}, {name}",
        f"cell {cell} was changed after the return was written; {now}.",
    )
