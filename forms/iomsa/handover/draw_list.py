"""Find the references and the groups among the columns of a table, with or without headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iomsa.handover.table import Table
from iomsa.problems import refuse
from iomsa.scoring.words import listed
from iomsa.session.draw_list import HEADINGS, Line

GROUP_HEADINGS = frozenset(("group", "groups", "cohort", "part", "stratum", "fixed, flex or free"))
MOST = 0.8
"""The part of a column that has a digit where it holds references."""


class Columns(NamedTuple):
    """Hold a table as columns to choose from: their names, and the rows that are not blank with their numbers."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def references(self) -> int:
        """Return the column that most likely holds the references: by its heading, else by what stands in it."""
        by_name = [place for place, name in enumerate(self.names) if name.casefold() in HEADINGS]
        by_look = [place for place in range(len(self.names)) if _like_references(self._cells(place))]
        return (*by_name, *by_look, 0)[0]

    @property
    def groups(self) -> int | None:
        """Return the column whose heading says that it holds groups, if one does."""
        return next((place for place, name in enumerate(self.names) if name.casefold() in GROUP_HEADINGS), None)

    def lines(self, references: int, groups: int | None = None) -> tuple[Line, ...]:
        """Return the lines of a list: a column of references and, if wanted, one of groups."""
        return tuple(Line(number, row[references], "" if groups is None else row[groups]) for number, row in self.rows)

    def _cells(self, place: int) -> list[str]:
        return [row[place] for _, row in self.rows]


def columns_of(table: Table, wanted: Sequence[str] = ()) -> Columns:
    """Take a table apart; its first row is its heading where it has a name that is wanted, or looks like one."""
    rows = tuple(table.numbered())
    if not rows:
        raise refuse("list.empty", table.name, "there is nothing in this table.")
    head, rest = rows[0][1], rows[1:]
    if not _is_heading(head, [row for _, row in rest], {name.casefold() for name in wanted}):
        return Columns(tuple(_letter(place) for place in range(len(head))), rows)
    return Columns(tuple(name or _letter(place) for place, name in enumerate(head)), rest)


def column_named(columns: Columns, name: str) -> int:
    """Return the column of a name; raise Refused with the names that there are."""
    found = [place for place, each in enumerate(columns.names) if each.casefold() == name.strip().casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise refuse("list.column", name, "several columns have this heading; rename one of them.")
    raise refuse("list.column", name, f"there is no such column. There is {listed(columns.names)}.")


def _is_heading(head: Sequence[str], rest: Sequence[Sequence[str]], wanted: set[str]) -> bool:
    names = {cell.casefold() for cell in head if cell}
    if names & wanted or names & HEADINGS:
        return True
    return any(
        cell and not _has_digit(cell) and _like_references([row[place] for row in rest])
        for place, cell in enumerate(head)
    )


def _like_references(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(_has_digit, cells)) >= MOST * len(cells)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _letter(place: int) -> str:
    tens, ones = divmod(place, 26)
    return f"Column {chr(64 + tens) if tens else ''}{chr(65 + ones)}"
