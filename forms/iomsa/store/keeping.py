"""Keep our version of a file beside it, when another has written or replaced the file itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from iomsa.answers.sheet import AnswerSheet
from iomsa.store.backups import copy, list_backups
from iomsa.store.bulk import write_sheet
from iomsa.store.connection import connect, in_memory
from iomsa.store.doing import Doing, set_doing
from iomsa.store.errors import spoken
from iomsa.store.place import free_name
from iomsa.store.writer import Work


def keep_ours(
    connection: sqlite3.Connection, file: Path, sheets: Iterable[AnswerSheet], doing: Doing, work: Work
) -> Path:
    """Make a copy that holds these sheets as they are on the screen, with one change more; return where it is.

    It is made from what the connection still reads or, where that is no scheme file any more, from the newest back-up.
    """
    time = doing.at[:16].replace("T", " ").replace(":", "-")
    target = free_name(file.with_name(f"{file.stem} (kept {time}){file.suffix}"))
    with spoken(target), closing(_ours(connection, file, tuple(sheets), doing, work)) as ours:
        copy(ours, target, file if file.exists() else target)
    return target


def _ours(
    connection: sqlite3.Connection, file: Path, sheets: tuple[AnswerSheet, ...], doing: Doing, work: Work
) -> sqlite3.Connection:
    try:
        return _with(connection, sheets, doing, work)
    except sqlite3.Error:
        backups = list_backups(file)
        if not backups:
            raise
    with closing(connect(backups[0].path, "ro")) as source:
        return _with(source, sheets, doing, work)


def _with(source: sqlite3.Connection, sheets: tuple[AnswerSheet, ...], doing: Doing, work: Work) -> sqlite3.Connection:
    ours = in_memory(source)
    try:
        ours.execute("BEGIN")
        set_doing(ours, doing)
        for sheet in sheets:
            write_sheet(ours, sheet)
        work(ours)
        ours.execute("COMMIT")
    except BaseException:
        ours.close()
        raise
    return ours
