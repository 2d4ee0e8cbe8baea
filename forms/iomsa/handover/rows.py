"""Take the rows of tables, cell by cell: a row with a fault is left out whole, and each of its faults is named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from iomsa.handover.preview import Fault, Unknown
from iomsa.handover.table import Table, headed
from iomsa.session.person_cells import Cell, Reading, Value, cell_text, read_cell


class Kind(NamedTuple):
    """Describe the rows of one kind of table: the column of their key, the others, and what stands here already.

    `expected` says what a key may be. `ours` gives the text of a value that stands here, empty where there is none.
    `needed` are columns that a row with a new key may not leave blank. `wrong` looks at the values of a row together:
    a column and what was expected there.
    """

    key: Cell
    read_key: Callable[[str], Reading]
    expected: str
    columns: tuple[Cell, ...]
    known: Collection[str]
    ours: Callable[[str, Cell], str]
    needed: tuple[str, ...] = ()
    wrong: Callable[[str, Mapping[str, Value]], tuple[str, str] | None] = lambda _key, _values: None


class Said(NamedTuple):
    """Hold what tables say of one value: the value, and the places of those that say so."""

    value: Value
    places: tuple[str, ...]


class Gathered(NamedTuple):
    """Hold what good rows say, by key and column and text; what is wrong or has no place; and how many rows."""

    said: Mapping[str, Mapping[str, Mapping[str, Said]]]
    faults: tuple[Fault, ...]
    unknown: tuple[Unknown, ...]
    rows: int
    left_out: int


class _Row(NamedTuple):
    number: int
    place: str
    cells: Mapping[str, str]
    headings: Mapping[str, str]

    def fault(self, column: str, expected: str) -> Fault:
        return Fault(self.number, self.headings.get(column, column), self.cells.get(column, ""), expected, self.place)


def gather(kind: Kind, tables: Sequence[Table]) -> Gathered:
    """Read tables; the order in which they are given makes no difference."""
    said: dict[str, dict[str, dict[str, Said]]] = {}
    faults: list[Fault] = []
    unknown: list[Unknown] = []
    rows = left_out = 0
    for table in sorted(tables, key=lambda table: (table.columns, table.rows, table.first_row, table.name)):
        seen: dict[str, int] = {}
        for row in _rows(kind, table, faults, unknown):
            rows += 1
            key, cells, wrong = _read(kind, row, seen)
            faults += wrong
            left_out += bool(wrong)
            if not wrong:
                _note(said.setdefault(key, {}), cells, row.place)
    return Gathered(said, tuple(faults), tuple(dict.fromkeys(unknown)), rows, left_out)


def same_name(text: str) -> str:
    """Return a heading so that two that people take for the same are the same."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").replace(",", " ").split())


def _rows(kind: Kind, table: Table, faults: list[Fault], unknown: list[Unknown]) -> Iterator[_Row]:
    columns = (kind.key, *kind.columns)
    names = {same_name(word): cell.name for cell in columns for word in (cell.label, cell.name)}
    if not table.columns:
        table = headed(table, lambda text: same_name(text) in names)
    places, headings = _places(table, names, columns, unknown)
    if kind.key.name not in places:
        expected = f"a column headed {kind.key.name}"
        faults.append(Fault(table.first_row - 1, kind.key.name, "", expected, table.name))
        return
    for number, cells in table.numbered():
        yield _Row(number, table.name, {name: cells[place] for name, place in places.items()}, headings)


def _places(
    table: Table, names: Mapping[str, str], order: Sequence[Cell], unknown: list[Unknown]
) -> tuple[Mapping[str, int], Mapping[str, str]]:
    """Return the place of each column that is known, and what it is called in the table."""
    width = len(table.rows[0]) if table.rows else 0
    if not table.columns:
        for place in range(len(order), width):
            unknown.append(Unknown("column", f"number {place + 1}", table.name))
        known = dict(zip((cell.name for cell in order), range(width), strict=False))
        return known, {cell.name: cell.label for cell in order}
    places: dict[str, int] = {}
    for place, heading in enumerate(table.columns):
        name = names.get(same_name(heading), "")
        if name and name not in places:
            places[name] = place
        elif heading or any(row[place] for row in table.rows):
            unknown.append(Unknown("column", heading or f"number {place + 1}", table.name))
    return places, {name: table.columns[place] for name, place in places.items()}


def _read(kind: Kind, row: _Row, seen: dict[str, int]) -> tuple[str, Mapping[str, tuple[str, Value]], list[Fault]]:
    """Return the key of a row, the text and value of each cell that is not blank, and what is wrong."""
    found = kind.read_key(row.cells[kind.key.name])
    key = str(found.value or "")
    if found.wrong:
        return "", {}, [row.fault(kind.key.name, kind.expected)]
    if key in seen:
        return key, {}, [row.fault(kind.key.name, f"one that no other row has; row {seen[key]} has it too")]
    seen[key] = row.number
    cells: dict[str, tuple[str, Value]] = {}
    faults = []
    for cell in kind.columns:
        text = row.cells.get(cell.name, "")
        if not text and cell.name in kind.needed and key not in kind.known:
            faults.append(row.fault(cell.name, cell.expected))
        if not text:
            continue
        reading = read_cell(cell, text)
        if text == kind.ours(key, cell):
            # What stands here already is never wrong.
            cells[cell.name] = text, reading.value
        elif reading.wrong:
            faults.append(row.fault(cell.name, cell.expected))
        else:
            cells[cell.name] = cell_text(cell, reading.value), reading.value
    together = None if faults else kind.wrong(key, {name: value for name, (_, value) in cells.items()})
    return key, cells, [*faults, *((row.fault(*together),) if together else ())]


def _note(said: dict[str, dict[str, Said]], cells: Mapping[str, tuple[str, Value]], place: str) -> None:
    for name, (text, value) in cells.items():
        texts = said.setdefault(name, {})
        before = texts.get(text, Said(value, ()))
        texts[text] = before._replace(places=tuple(sorted({*before.places, place})))
