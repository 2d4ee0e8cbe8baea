"""Open a scheme file: take the lock, or say why it can only be read; recover, back up and migrate what has to be."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from iomsa import __version__
from iomsa.problems import refuse
from iomsa.store.backups import MIGRATION, back_up
from iomsa.store.connection import connect, disconnect, in_memory, is_whole, try_writing
from iomsa.store.errors import code_of, say, spoken
from iomsa.store.lock import Holder, Lock, Locked
from iomsa.store.migrate import Formats, Header, migrate, read_header
from iomsa.store.only_read import ASKED, BUSY, READ_ONLY_FILE, held, unlocked
from iomsa.store.place import has_journal, journal_of
from iomsa.store.schema import APPLICATION_ID, TABLES
from iomsa.store.triggers import TRAIL, differences, make_triggers


class Opened(NamedTuple):
    """Hold an open file: connection, header, the lock unless it is only read, why it is only read."""

    connection: sqlite3.Connection
    header: Header
    lock: Lock | None
    read_only_because: str

    def close(self) -> None:
        """Close the connection and let the lock go."""
        if self.lock is None:
            self.connection.close()
        else:
            disconnect(self.connection)
            self.lock.release()


def open_file(path: Path, holder: Holder, read_only: bool, formats: Formats) -> Opened:
    """Open a file for writing where that can be, else for reading; raise Refused where it can't be opened at all."""
    with spoken(path):
        _check_place(path)
        lock, because = (None, ASKED) if read_only else _take_lock(path, holder)
        opened = _open_to_write(path, lock, formats, holder.since) if lock else because
        return opened if isinstance(opened, Opened) else _open_to_read(path, opened, formats)


def _check_place(path: Path) -> None:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise say("store.not-there", path) from None
    if path.is_dir():
        raise say("store.directory", path)
    if not path.is_file():
        raise say("store.not-a-database", path)
    if found.st_size == 0:
        raise say("store.empty", path)


def _take_lock(path: Path, holder: Holder) -> tuple[Lock | None, str]:
    try:
        return Lock(path, holder), ""
    except Locked as locked:
        return None, held(locked.holder, holder)
    except OSError as error:
        return None, unlocked(error)


def _open_to_write(path: Path, lock: Lock, formats: Formats, now: str) -> Opened | str:
    connection = None
    try:
        connection = connect(path, "rw")
        header = _check_header(connection, path, formats)
        try_writing(connection)
        because = _newer(header, formats) or _not_ours(connection, header, formats)
        if not because:
            _bring_up_to_date(connection, path, header, formats, now)
            return Opened(connection, header, lock, "")
    except BaseException as error:
        _drop(connection, lock)
        because = _why_only_read(error)
        if not because:
            raise
        return because
    _drop(connection, lock)
    return because


def _drop(connection: sqlite3.Connection | None, lock: Lock) -> None:
    if connection is not None:
        connection.close()
    lock.release()


def _why_only_read(error: BaseException) -> str:
    code = code_of(error) if isinstance(error, sqlite3.Error) else ""
    return {"store.read-only": READ_ONLY_FILE, "store.locked": BUSY}.get(code, "")


def _open_to_read(path: Path, because: str, formats: Formats) -> Opened:
    connection = _connect_to_read(path)
    try:
        header = _check_header(connection, path, formats)
        if header.format < formats.current:
            # What can't be written can't be migrated, but its image in memory can.
            image = in_memory(connection)
            connection.close()
            connection = image
            migrate(connection, formats)
        return Opened(connection, header, None, because)
    except BaseException:
        connection.close()
        raise


def open_image(path: Path, formats: Formats) -> sqlite3.Connection:
    """Read a whole file into memory, in the current format; raise Refused where it is damaged or not ours."""
    with spoken(path):
        _check_place(path)
        with closing(connect(path, "ro")) as connection:
            header = _check_header(connection, path, formats)
            if not is_whole(connection):
                raise say("store.damaged", path)
            image = in_memory(connection)
        if header.format < formats.current:
            migrate(image, formats)
        return image


def _connect_to_read(path: Path) -> sqlite3.Connection:
    try:
        return connect(path, "ro")
    except sqlite3.Error as error:
        if not has_journal(path) or code_of(error) not in ("store.read-only", "store.cannot-open"):
            raise
    return _recovered(path)


def _recovered(path: Path) -> sqlite3.Connection:
    """Read into memory what SQLite puts right in a private copy of a file and of the journal that a crash left.

    The copy is gone at once: were it kept while the file is open, a crash would leave rows about people with it.
    """
    # Both load every way of compressing; few files are ever opened like this.
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="iomsa-", ignore_cleanup_errors=True) as private:
        for each in (path, journal_of(path)):
            shutil.copyfile(each, Path(private) / each.name)
        with closing(connect(Path(private) / path.name, "rw")) as connection:
            return in_memory(connection)


def _check_header(connection: sqlite3.Connection, path: Path, formats: Formats) -> Header:
    """Read what the file says of itself; raise Refused where it is not ours, damaged, or too new to be read."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise say("store.not-ours", path)
    try:
        header = read_header(connection)
    except sqlite3.OperationalError as error:
        raise say(code_of(error) or "store.damaged", path) from None
    if header is None or (header.format == formats.current and not _has_tables(connection)):
        raise say("store.damaged", path)
    if header.format > formats.current and header.readable_from > formats.current:
        raise refuse(
            "store.from-the-future",
            path.name,
            f"this file needs version {header.program} of the program or a later one; this is {__version__}. "
            "It was left as it is. Install the newer version, then open it again.",
        )
    return header


def _has_tables(connection: sqlite3.Connection) -> bool:
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return found.issuperset(TABLES)


def _newer(header: Header, formats: Formats) -> str:
    if header.format <= formats.current:
        return ""
    return (
        f"This file was written by version {header.program} of the program, which is newer than this one "
        f"({__version__}), so it can only be read here. To change it, install the newer version."
    )


def _not_ours(connection: sqlite3.Connection, header: Header, formats: Formats) -> str:
    unknown = differences(connection).unknown
    if header.format < formats.current:
        # An older format has the trail's triggers as they were then; the migration makes them anew.
        unknown = tuple(name for name in unknown if not name.startswith(TRAIL))
    if not unknown:
        return ""
    return (
        f"This file holds parts that were not made by this program ({', '.join(unknown)}), so it can only be read. "
        "To work on, restore a back-up or ask whoever changed it."
    )


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, header: Header, formats: Formats, now: str) -> None:
    if header.format < formats.current:
        back_up(connection, path, MIGRATION, now)
        migrate(connection, formats)
    elif differences(connection).missing:
        connection.execute("BEGIN IMMEDIATE")
        make_triggers(connection)
        connection.execute("COMMIT")
