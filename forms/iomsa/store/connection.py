"""One connection to a scheme file, set so that it stays whole on network drives and in synchronised folders."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for another program that is using the file."""

_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a file with the mode ro (read), rw (write) or rwc (make); raise what SQLite raises.

    The connection commits nothing by itself. Opened to write, it recovers what a crash left behind.
    """
    connection = sqlite3.connect(
        _address(path, mode),
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        # One thread at a time uses it all the same: while a task does, the file refuses everybody else.
        check_same_thread=False,
    )
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        # WAL breaks on network drives; a journal that stays costs no directory entry a change. A file that is only
        # read may hold views of strangers, which then may not call what has effects.
        connection.execute("PRAGMA trusted_schema = OFF" if mode == "ro" else "PRAGMA journal_mode = TRUNCATE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    """Copy all that a connection reads into a database in memory; raise what SQLite raises."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        source.backup(copy)
        for setting in _SETTINGS:
            copy.execute(setting)
    except BaseException:
        copy.close()
        raise
    return copy


def try_writing(connection: sqlite3.Connection) -> None:
    """Begin to write and take it back; raise what SQLite raises where the file can't be written."""
    # BEGIN IMMEDIATE alone says nothing of a file that is read-only.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM now_doing WHERE id = 0")
    finally:
        connection.execute("ROLLBACK")


@contextmanager
def alone(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep every other program from reading and writing; raise what SQLite raises where one is at it.

    A copy into this connection would wait for another for ever.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield
    finally:
        connection.execute("PRAGMA locking_mode = NORMAL")
        # Only the next reading lets the lock go.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def become(connection: sqlite3.Connection, image: sqlite3.Connection) -> None:
    """Make a file that only this connection uses exactly what an image holds, as if it had never held anything else.

    One transaction, so that a crash leaves the one or the other. SQLite shortens a file only after it: what was behind
    the new end would still stand there after a crash. So the image is as long as the file at first, with empty pages.
    """
    longer = _pages(connection) - _pages(image)
    if longer > 0:
        size = image.execute("PRAGMA page_size").fetchone()[0]
        image.execute("CREATE TABLE filling (x)")
        image.execute("INSERT INTO filling VALUES (zeroblob(?))", (longer * size,))
        image.execute("DROP TABLE filling")
    image.backup(connection)
    with suppress(sqlite3.Error):
        # A file that stays longer than it need be is whole too.
        connection.execute("VACUUM")


def _pages(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def is_whole(connection: sqlite3.Connection) -> bool:
    """Look at every page of the file; False where one is damaged."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return False
        raise


def disconnect(connection: sqlite3.Connection) -> None:
    """Close, and leave no empty journal beside the file where that can be helped."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        pass
    finally:
        connection.close()


def _address(path: Path, mode: str) -> str:
    # Three characters mean something in SQLite's addresses; a network path keeps both slashes at its start.
    text = path.absolute().as_posix()
    for character, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(character, code)
    return f"file://{'' if text.startswith('/') else '/'}{text}?mode={mode}"
