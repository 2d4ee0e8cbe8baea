"""The audit trail's triggers: one list, made from the tables, and what a file's own triggers differ from it."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iomsa.store.schema import AUDITED, Table

TRAIL = "trail_"
"""How the name of each of our triggers begins, in every format."""


class Differences(NamedTuple):
    """Name the triggers that a file lacks, and the triggers and views in it that this program did not make."""

    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def _statements(table: Table) -> Iterator[tuple[str, str]]:
    old, new = _as_json("OLD", table), _as_json("NEW", table)
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in table.columns)
    yield _statement(table, "insert", "NEW", "", "NULL", new)
    yield _statement(table, "update", "NEW", f" WHEN {changed}", old, new)
    yield _statement(table, "delete", "OLD", "", old, "NULL")


def _statement(table: Table, event: str, row: str, when: str, old: str, new: str) -> tuple[str, str]:
    name = f"{TRAIL}{table.name}_{event}"
    keys = [f"{row}.{key}" for key in table.keys] + ["''"] * (2 - len(table.keys))
    columns = "at, actor, cause, action, period, kind, key, part, old, new"
    values = f"at, actor, cause, action, {row}.period, '{table.kind}', {keys[0]}, {keys[1]}, {old}, {new}"
    head = f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table.name}{when} BEGIN"
    words = (head, f"INSERT INTO trail ({columns})", f"SELECT {values}", "FROM now_doing; END")
    return name, " ".join(words)


def _as_json(row: str, table: Table) -> str:
    values = (
        f"'{column}', json({row}.{column})" if column in table.lists else f"'{column}', {row}.{column}"
        for column in table.columns
    )
    return f"json_object({', '.join(values)})"


TRIGGERS: Mapping[str, str] = {name: sql for table in AUDITED for name, sql in _statements(table)}
"""Every trigger of a scheme file by its name."""


def differences(connection: sqlite3.Connection) -> Differences:
    """Compare the triggers and views of a file with the list."""
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall())
    return Differences(
        tuple(name for name in TRIGGERS if name not in found),
        tuple(name for name, sql in found.items() if TRIGGERS.get(name) != sql),
    )


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make the triggers that are missing, inside the transaction that is open."""
    for name in differences(connection).missing:
        connection.execute(TRIGGERS[name])


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Drop every trigger, inside the transaction that is open: a migration must not write into the trail."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in found:
        connection.execute('DROP TRIGGER "{}"'.format(name.replace('"', '""')))
