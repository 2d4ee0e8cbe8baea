"""Make a new scheme file beside its place and move it there when it is whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from iomsa.problems import refuse
from iomsa.store.connection import connect, disconnect
from iomsa.store.errors import say, spoken
from iomsa.store.migrate import Formats, make_tables
from iomsa.store.place import has_journal, journal_of, settle


def make_file(path: Path, work: Callable[[sqlite3.Connection], None], formats: Formats, practice: bool) -> None:
    """Make an empty scheme file and let `work` fill it in one transaction; raise Refused, leaving nothing behind."""
    with spoken(path):
        _check_place(path)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        part.unlink(missing_ok=True)
        try:
            connection = connect(part, "rwc")
            try:
                make_tables(connection, formats, practice)
                connection.execute("BEGIN IMMEDIATE")
                work(connection)
                connection.execute("COMMIT")
            finally:
                disconnect(connection)
            settle(part, path)
        finally:
            part.unlink(missing_ok=True)
            journal_of(part).unlink(missing_ok=True)


def _check_place(path: Path) -> None:
    if path.exists():
        raise say("store.exists", path)
    if not path.parent.is_dir():
        raise say("store.no-folder", path)
    if has_journal(path):
        raise refuse(
            "store.journal-left",
            path.name,
            f"an earlier file of this name left {journal_of(path).name} behind, which may hold changes of that "
            "file. Choose another name.",
        )
