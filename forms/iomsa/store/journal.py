"""Write the changes of one period's session down as they are made."""

from __future__ import annotations

import sqlite3

from iomsa.session.changes import ChangeSet, Edit
from iomsa.store.doing import Doing
from iomsa.store.rows import keys, pack
from iomsa.store.schema import BY_KIND, RECORDS
from iomsa.store.statements import delete, upsert
from iomsa.store.writer import Writer

_UPSERTS = {table.kind: upsert(table) for table in RECORDS}
_DELETES = {table.kind: delete(table) for table in RECORDS}


class Journal:
    """Keep one period's changes: a change is on the disk when `write` returns, or Refused was raised."""

    def __init__(self, writer: Writer, period: str) -> None:
        self._writer = writer
        self._period = period

    def write(self, change: ChangeSet) -> None:
        """Write all edits of a change in one transaction."""

        def work(connection: sqlite3.Connection) -> None:
            for edit in change.edits:
                _write(connection, self._period, edit)

        self._writer.write(Doing(change.by, change.cause, change.at), work)


def _write(connection: sqlite3.Connection, period: str, edit: Edit) -> None:
    kind = edit.address.kind
    key = (period, *keys(BY_KIND[kind], edit.address))
    if edit.after is None:
        connection.execute(_DELETES[kind], key)
    else:
        connection.execute(_UPSERTS[kind], (*key, *pack(edit.after)))
