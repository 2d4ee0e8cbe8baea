"""Back-ups of a scheme file: made by SQLite from the open connection, ten of them, beside the file."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from iomsa.store.connection import is_whole
from iomsa.store.errors import say
from iomsa.store.place import as_private_as, free_name, journal_of, part_of, settle

KEPT = 10
FIRST_CHANGE, MIGRATION, RESTORE = "first change", "before migration", "before restore"
_NAME = (
    r".* (\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d) (first change|before migration|before restore)(?: \((\d+)\))?\.iomsa"
)


class Backup(NamedTuple):
    """Name one back-up: where it is, when it was made (ISO time), and on what occasion."""

    path: Path
    made: str
    why: str


def folder_of(file: Path) -> Path:
    """Return the folder that holds the back-ups of a file."""
    return file.with_name(f"{file.stem} back-ups")


def list_backups(file: Path) -> tuple[Backup, ...]:
    """List the back-ups of a file, newest first; none where the folder can't be read."""
    try:
        found = [(re.fullmatch(_NAME, path.name), path) for path in folder_of(file).iterdir()]
    except OSError:
        return ()
    listed = sorted(((_made(each), int(each[6] or 1), each[5], path) for each, path in found if each), reverse=True)
    return tuple(Backup(path, made, why) for made, _, why, path in listed)


def _made(name: re.Match[str]) -> str:
    return f"{name[1]}T{name[2]}:{name[3]}:{name[4]}"


def back_up(connection: sqlite3.Connection, file: Path, why: str, at: str) -> Backup:
    """Make one more back-up, let the oldest go; raise Refused where the file is damaged, OSError or sqlite3.Error."""
    if not is_whole(connection):
        # A damaged file must not push the good back-ups out.
        raise say("store.damaged", file)
    folder = folder_of(file)
    folder.mkdir(exist_ok=True)
    time = at[:19].replace("T", " ").replace(":", "-")
    target = free_name(folder / f"{file.stem} {time} {why}.iomsa")
    copy(connection, target, file)
    # By the clock the newest need not come first: computers' clocks are set back.
    others = [each for each in list_backups(file) if each.path != target]
    for old in others[KEPT - 1 :]:
        with suppress(OSError):
            old.path.unlink()
    return Backup(target, at[:19], why)


def copy(connection: sqlite3.Connection, target: Path, model: Path) -> None:
    """Copy what a connection reads into a new file, with the rights of `model`; half a copy is never left."""
    part = part_of(target)
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part, isolation_level=None)) as new:
            as_private_as(model, part)
            connection.backup(new)
        settle(part, target)
    finally:
        for leftover in (part, journal_of(part)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
