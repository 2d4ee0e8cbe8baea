"""Write a whole period at once, for a file that is made from a return, restored or kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from iomsa.answers.sheet import AnswerSheet, Period
from iomsa.framework.digest import hash_of
from iomsa.problems import refuse
from iomsa.store.rows import Row, keys, pack, records
from iomsa.store.schema import BY_KIND, PERIOD, RECORDS, Table
from iomsa.store.statements import delete, primary, select_keys, upsert


def write_framework(connection: sqlite3.Connection, ref: str, data: Mapping[str, Any]) -> None:
    """Take a framework into the file, once; raise Refused where another stands under its name."""
    hash = hash_of(data)
    found = connection.execute("SELECT hash FROM framework WHERE ref = ?", (ref,)).fetchone()
    if found is None:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        connection.execute("INSERT INTO framework (ref, hash, data) VALUES (?, ?, ?)", (ref, hash, text))
    elif found[0] != hash:
        raise refuse(
            "store.framework-differs",
            ref,
            "this file already holds criteria of this name with other wordings. Give the new ones a new version.",
        )


def write_sheet(connection: sqlite3.Connection, sheet: AnswerSheet) -> None:
    """Make a period in the file exactly this sheet, inside the transaction that is open; its framework is there."""
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    rows: dict[str, list[Row]] = {table.kind: [] for table in RECORDS}
    name = sheet.period.name
    for address, record in records(sheet):
        rows[address.kind].append((name, *keys(BY_KIND[address.kind], address), *pack(record)))
    write_period(connection, sheet.period)
    for table in reversed(RECORDS):
        length = 1 + len(table.keys)
        _delete_others(connection, table, name, {row[:length] for row in rows[table.kind]})
    for table in RECORDS:
        columns = (*primary(table), *table.columns)
        given = (dict(zip(columns, row, strict=True)) for row in rows[table.kind])
        db.table(table.name).upsert_all(given, pk=primary(table))


def write_period(connection: sqlite3.Connection, period: Period) -> None:
    """Add a period, or change its dates and framework."""
    connection.execute(upsert(PERIOD), period)


def delete_period(connection: sqlite3.Connection, period: Period) -> None:
    """Take a period away with all that it holds; the trail keeps it."""
    write_sheet(connection, AnswerSheet(period))
    connection.execute(delete(PERIOD), (period.name,))


def _delete_others(connection: sqlite3.Connection, table: Table, period: str, kept: set[Row]) -> None:
    found = connection.execute(select_keys(table), (period,)).fetchall()
    connection.executemany(delete(table), (row for row in found if row not in kept))
