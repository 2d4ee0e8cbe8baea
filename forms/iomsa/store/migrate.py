"""Formats of the scheme file: how a new one is made, and how an old one becomes new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Protocol

from iomsa import __version__
from iomsa.store.schema import APPLICATION_ID
from iomsa.store.triggers import drop_triggers, make_triggers

if TYPE_CHECKING:
    from sqlite_utils import Database


class Step(Protocol):
    """Change the tables of one format into those of the next; its name stands in the ledger for ever."""

    __name__: str

    def __call__(self, db: Database, /) -> None:
        """Change the tables, inside a transaction."""
        ...


SET = "iomsa"
"""The name of our set in sqlite-utils' ledger of migrations."""


class Formats(NamedTuple):
    """Say which format this program writes, the oldest format whose programs may read it, the steps that lead there."""

    current: int
    readable_from: int
    steps: tuple[Step, ...]


def format_1(db: Database) -> None:
    """Make the tables of the first format."""
    from iomsa.store.released import FORMAT_1

    for statement in FORMAT_1:
        db.execute(statement)


def format_2(db: Database) -> None:
    """Add the tables of people, quarters and the follow-up; a program of format 1 does not see them."""
    from iomsa.store.released import FORMAT_2

    for statement in FORMAT_2:
        db.execute(statement)


def format_3(db: Database) -> None:
    """Add the draw and second reviews; they change what rates, so an older program would show other ratings."""
    from iomsa.store.released import FORMAT_3

    for statement in FORMAT_3:
        db.execute(statement)


FORMATS = Formats(current=3, readable_from=3, steps=(format_1, format_2, format_3))


class Header(NamedTuple):
    """Hold what a file says of itself: its format, who may read it, the program that wrote it, practice or not."""

    format: int
    readable_from: int
    program: str
    practice: bool


def read_header(connection: sqlite3.Connection) -> Header | None:
    """Read the header row; None where there is none."""
    row = connection.execute("SELECT format, readable_from, program, practice FROM header").fetchone()
    return Header._make((*row[:3], bool(row[3]))) if row else None


def make_tables(connection: sqlite3.Connection, formats: Formats, practice: bool) -> None:
    """Turn an empty database into an empty scheme file."""
    with _changing(connection) as db:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _apply(db, formats)
        connection.execute(
            "INSERT INTO header (id, format, readable_from, program, practice) VALUES (1, ?, ?, ?, ?)",
            (formats.current, formats.readable_from, __version__, practice),
        )
        make_triggers(connection)


def migrate(connection: sqlite3.Connection, formats: Formats) -> None:
    """Bring a file of an older format up to the current one, wholly or not at all."""
    with _changing(connection) as db:
        # sqlite-utils' transform() loses triggers without a word, and a migration is no change of anyone's answer.
        drop_triggers(connection)
        _apply(db, formats)
        connection.execute(
            "UPDATE header SET format = ?, readable_from = ?, program = ?",
            (formats.current, formats.readable_from, __version__),
        )
        make_triggers(connection)


@contextmanager
def _changing(connection: sqlite3.Connection) -> Iterator[Database]:
    from sqlite_utils import Database

    connection.execute("PRAGMA foreign_keys = OFF")
    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    try:
        with db.atomic():
            yield db
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError("a migration left a row that refers to nothing")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _apply(db: Database, formats: Formats) -> None:
    from sqlite_utils import Migrations

    ledger = Migrations(SET)
    for step in formats.steps:
        ledger(name=step.__name__)(step)
    ledger.apply(db)
