"""Whether a file is still the one that was opened: not replaced, not written by another."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import sqlite3
from pathlib import Path
from typing import NamedTuple


class Identity(NamedTuple):
    """Tell a file from another at the same path: device, number on it, and size in bytes."""

    device: int
    number: int
    size: int


def identity(path: Path) -> Identity:
    """Look at the file without opening it: opening and closing it would drop SQLite's own lock."""
    found = path.stat()
    return Identity(found.st_dev, found.st_ino, found.st_size)


def data_version(connection: sqlite3.Connection) -> int:
    """Return a number that changes when another connection writes the file; ours leave it alone."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
