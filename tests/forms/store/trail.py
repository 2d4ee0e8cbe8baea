"""Read the audit trail of a file, as an auditor would: who changed which record, when, from what to what, and why."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from tests.forms.store.desk import reopen

from iomsa.answers.sheet import Address, AnswerSheet, Period, Record
from iomsa.session.changes import Edit, apply
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


def trail(path: Path, period: str = "", kind: str = "", key: str = "") -> tuple[Entry, ...]:
    """Read the trail of a period, kind or key (each empty for all), oldest first."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT number, at, actor, cause, action, period, kind, key, part, old, new FROM trail "
            "WHERE ?1 IN ('', period) AND ?2 IN ('', kind) AND ?3 IN ('', key) ORDER BY number",
            (period, kind, key),
        ).fetchall()
    return tuple(map(_entry, rows))


def replay(path: Path, name: str = "") -> AnswerSheet:
    """Build the sheet of a period, the latest where none is named, from nothing but the trail."""
    with reopen(path, read_only=True) as file:
        sheet = AnswerSheet(next((each for each in file.periods() if each.name == name), file.latest()))
    for entry in trail(path, sheet.period.name):
        if isinstance(entry.new, Period) or isinstance(entry.old, Period):
            continue
        assert sheet.record(entry.address) == entry.old, entry
        sheet = apply(sheet, (Edit(entry.address, entry.old, entry.new),))
    return sheet


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
