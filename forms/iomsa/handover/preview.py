"""What a table would change, before it does: new, changed, the same, in conflict, unknown, and wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iomsa.session.changes import Edit

LONGEST_SHOWN = 60


class Fault(NamedTuple):
    """Say what is wrong with one cell; its row is left out whole.

    `row` is the number that the row has in its spreadsheet, or in the pasted block; `place` names the file and sheet,
    empty where the table was pasted.
    """

    row: int
    column: str
    found: str
    expected: str
    place: str = ""

    @property
    def sentence(self) -> str:
        """Say it: Row 12, entry: found "31/02/2024", expected a date such as 31/03/2025."""
        found = f"“{self.found[:LONGEST_SHOWN]}{'...' if len(self.found) > LONGEST_SHOWN else ''}”"
        where = f"{self.place}, row {self.row}" if self.place else f"Row {self.row}"
        return f"{where}, {self.column}: found {found if self.found else 'nothing'}, expected {self.expected}."


class Change(NamedTuple):
    """Name one value that is filled in (`ours` is empty) or changed, in words: of whom, in which column."""

    key: str
    column: str
    ours: str
    theirs: str


class Conflict(NamedTuple):
    """Name one value that differs from ours, or among the tables; nothing is taken unless it is chosen.

    `theirs` is one of the values that differ; where tables disagree, each has a conflict of its own. `place` names
    the files that say so.
    """

    key: str
    column: str
    ours: str
    theirs: str
    place: str = ""

    @property
    def choice(self) -> Choice:
        """Return what names this conflict when it is to be taken."""
        return Choice(self.key, self.column, self.theirs)


class Choice(NamedTuple):
    """Choose the value of one conflict, to be taken instead of ours."""

    key: str
    column: str
    theirs: str


class Unknown(NamedTuple):
    """Name what has no place here and is not taken: a column, a reference or a question."""

    what: str
    name: str
    place: str = ""

    @property
    def sentence(self) -> str:
        """Say it: There is no column “x” here."""
        where = f" ({self.place})" if self.place else ""
        return f"There is no {self.what} “{self.name[:LONGEST_SHOWN]}” here; it was not taken{where}."


class Preview(NamedTuple):
    """Hold what would happen; `edits` is all of it as one step of undo.

    `new` and `same` are keys (references, quarters, areas): of records that are put in, and of those that say nothing
    more. `changed` lists values that are filled in or changed in records that were there. Blank says nothing.
    `rows` counts the rows with anything in them, `left_out` those with a fault. `doubts` are sentences about what looks
    as if it could tell who somebody is; it is taken all the same.
    """

    new: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    same: tuple[str, ...] = ()
    conflicting: tuple[Conflict, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    faults: tuple[Fault, ...] = ()
    edits: tuple[Edit, ...] = ()
    rows: int = 0
    left_out: int = 0
    doubts: tuple[str, ...] = ()

    @property
    def changed_keys(self) -> tuple[str, ...]:
        """List the records that were there and change, each once, in order."""
        return tuple(dict.fromkeys(change.key for change in self.changed))


def together(previews: Sequence[Preview]) -> Preview:
    """Put previews of tables that don't touch the same values into one."""
    busy = {key for each in previews for key in (*each.new, *each.changed_keys, *(one.key for one in each.conflicting))}
    return Preview(
        new=tuple(dict.fromkeys(key for each in previews for key in each.new)),
        changed=tuple(change for each in previews for change in each.changed),
        same=tuple(dict.fromkeys(key for each in previews for key in each.same if key not in busy)),
        conflicting=tuple(conflict for each in previews for conflict in each.conflicting),
        unknown=tuple(dict.fromkeys(unknown for each in previews for unknown in each.unknown)),
        faults=tuple(fault for each in previews for fault in each.faults),
        edits=tuple(edit for each in previews for edit in each.edits),
        rows=sum(each.rows for each in previews),
        left_out=sum(each.left_out for each in previews),
        doubts=tuple(doubt for each in previews for doubt in each.doubts),
    )
