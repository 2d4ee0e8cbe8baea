"""Read the audit trail: who changed which record, when, from what to what, and by what cause."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from iomsa.answers.sheet import Address, Period, Record
from iomsa.store.rows import unpack
from iomsa.store.schema import BY_KIND, PERIOD


class Entry(NamedTuple):
    """Tell one change of one record; changes with the same `action` were made together.

    `address.kind` is that of a record, or period for the period itself; None is no record.
    """

    number: int
    at: str
    actor: str
    cause: str
    action: int
    period: str
    address: Address
    old: Record | Period | None
    new: Record | Period | None


def read_trail(
    connection: sqlite3.Connection, period: str = "", kind: str = "", key: str = "", newest: int = -1
) -> tuple[Entry, ...]:
    """Read the trail of a period, kind or key (each empty for all), oldest first; at most so many of the newest."""
    rows = connection.execute(
        "SELECT number, at, actor, cause, action, period, kind, key, part, old, new FROM trail "
        "WHERE ?1 IN ('', period) AND ?2 IN ('', kind) AND ?3 IN ('', key) ORDER BY number DESC LIMIT ?4",
        (period, kind, key, newest),
    ).fetchall()
    return tuple(_entry(row) for row in reversed(rows))


def _entry(row: tuple[int, str, str, str, int, str, str, str, str, str | None, str | None]) -> Entry:
    number, at, actor, cause, action, period, kind, key, part, old, new = row
    before, after = _record(kind, period, old), _record(kind, period, new)
    return Entry(number, at, actor, cause, action, period, Address(kind, key, part), before, after)


def _record(kind: str, period: str, text: str | None) -> Record | Period | None:
    if text is None:
        return None
    found: dict[str, Any] = json.loads(text)
    if kind == PERIOD.kind:
        return Period(period, *(found[column] for column in PERIOD.columns))
    table = BY_KIND[kind]
    found = {**dict(table.later), **found}
    return unpack(
        kind,
        tuple(json.dumps(found[column]) if column in table.lists else found[column] for column in table.columns),
    )
