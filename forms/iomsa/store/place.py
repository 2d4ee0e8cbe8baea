"""How a file comes to stand under its name: whole, and never over another."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path


def part_of(target: Path) -> Path:
    """Return where a file is made before it is finished: beside its place, under a name of this process's own."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def settle(part: Path, target: Path) -> None:
    """Give a finished file its name; raise FileExistsError where the name is taken."""
    try:
        if os.name == "nt":
            part.rename(target)
        else:
            _link(part, target)
    finally:
        part.unlink(missing_ok=True)
    flush_folder(target.parent)


def _link(part: Path, target: Path) -> None:
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # Some network and memory-stick file systems know no links: hold the name first, then fill it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        part.replace(target)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def as_private_as(model: Path, file: Path) -> None:
    """Give a copy the rights of the file it was made from, where the file system knows any."""
    with suppress(OSError):
        file.chmod(stat.S_IMODE(model.stat().st_mode))


def make_ours(model: Path, file: Path) -> None:
    """Give a copy the rights of the file it was made from, and its owner the right to write it."""
    with suppress(OSError):
        file.chmod(stat.S_IMODE(model.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)


def free_name(wanted: Path) -> Path:
    """Return this path, or the first of `name (2)`, `name (3)` ... that is free."""
    found, number = wanted, 1
    while found.exists():
        number += 1
        found = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return found


def journal_of(file: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return file.with_name(file.name + "-journal")


def wal_of(file: Path) -> Path:
    """Return where SQLite keeps changes that are not in a file yet, where another program opened it in its own way."""
    return file.with_name(file.name + "-wal")


def has_journal(file: Path) -> bool:
    """Tell whether a journal with something in it stands beside a file."""
    return has_something(journal_of(file))


def has_something(path: Path) -> bool:
    """Tell whether there is a file, and something in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
