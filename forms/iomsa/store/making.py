"""Make a new scheme file beside its place and move it there when it is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from iomsa.answers.sheet import AnswerSheet
from iomsa.problems import refuse
from iomsa.store.bulk import write_framework, write_sheet
from iomsa.store.connection import connect, disconnect
from iomsa.store.doing import Doing, set_doing
from iomsa.store.errors import code_of, say, spoken
from iomsa.store.migrate import FORMATS, make_tables
from iomsa.store.place import has_journal, journal_of, part_of, settle


def make_file(
    path: Path, framework_data: Mapping[str, Any], sheets: Iterable[AnswerSheet], doing: Doing, practice: bool
) -> None:
    """Make a scheme file that holds these sheets, one a period; raise Refused, leaving nothing behind."""
    with spoken(path):
        part = begin_file(path)
        try:
            connection = connect(part, "rwc")
            try:
                make_tables(connection, FORMATS, practice)
                _fill(connection, framework_data, sheets, doing)
            finally:
                disconnect(connection)
            settle(part, path)
        finally:
            part.unlink(missing_ok=True)
            journal_of(part).unlink(missing_ok=True)


def _fill(
    connection: sqlite3.Connection, framework_data: Mapping[str, Any], sheets: Iterable[AnswerSheet], doing: Doing
) -> None:
    connection.execute("BEGIN IMMEDIATE")
    set_doing(connection, doing)
    for sheet in sheets:
        write_framework(connection, sheet.period.framework, framework_data)
        write_sheet(connection, sheet)
    connection.execute("COMMIT")


def begin_file(path: Path) -> Path:
    """Make an empty file to be filled beside its place; raise Refused where the place is taken or can't be written."""
    _check_place(path)
    part = part_of(path)
    try:
        part.unlink(missing_ok=True)
        part.touch(exist_ok=False)
    except OSError as error:
        code = code_of(error)
        if code != "store.read-only":
            raise
        raise refuse(code, str(path.parent), "this folder is read-only here. Choose another folder.") from error
    return part


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
