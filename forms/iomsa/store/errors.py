"""What the disk and SQLite may say, as a refusal with a sentence: what happened, what is safe, what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iomsa.problems import Refused, refuse

SENTENCES = {
    "store.full": "the disk is full, so this could not be saved. Everything saved before is safe. "
    "Make room on the disk, then do it again.",
    "store.read-only": "this file or its folder is read-only here, so nothing can be saved in it. "
    "Everything saved before is safe. Ask for the right to change it, or copy the file to a folder of your own "
    "and open the copy.",
    "store.locked": "another program is using this file just now. Everything saved before is safe. "
    "Wait a moment and do it again; if that does not help, close the other program.",
    "store.damaged": "a part of this file is damaged and can't be read. Nothing more is written to it. "
    "The folder of back-ups beside the file holds earlier versions of it: restore or open the newest one.",
    "store.not-a-database": "this is not a scheme file, and it was left as it is. "
    "Choose a file that this program made; their names end in .iomsa.",
    "store.not-ours": "this file was made by another program, and it was left as it is. "
    "Choose a file that this program made; their names end in .iomsa.",
    "store.cannot-open": "this file can't be opened. It was left as it is. "
    "Check that you may open it and that its folder can be reached, then open it again.",
    "store.not-there": "there is no such file. Check the name and the folder, or open the newest back-up.",
    "store.gone": "the drive or folder of this file can't be reached, so this could not be saved. "
    "Everything saved before is safe. Connect the drive or the network again, then do it again.",
    "store.directory": "this is a folder, not a scheme file. Choose a file inside it.",
    "store.empty": "this file is empty; perhaps it was not copied to its end. It was left as it is. "
    "Copy it again, or open the newest back-up.",
    "store.exists": "there is a file of this name already, and it was left as it is. Choose another name.",
    "store.no-folder": "there is no such folder to make the file in. Make the folder first, or choose another.",
    "store.name": "a file can't have this name here. Choose a shorter name of letters and digits.",
    "store.disk": "the disk refused, so this could not be saved. Everything saved before is safe. "
    "Do it again; if that does not help, close the file and ask those who look after your computer.",
}
"""Each sentence by its code. What only one place can say stands in that place."""

_BY_SQLITE = (
    ("SQLITE_FULL", "store.full"),
    ("SQLITE_READONLY_DBMOVED", "store.gone"),
    ("SQLITE_READONLY", "store.read-only"),
    ("SQLITE_PERM", "store.read-only"),
    ("SQLITE_AUTH", "store.read-only"),
    ("SQLITE_BUSY", "store.locked"),
    ("SQLITE_LOCKED", "store.locked"),
    ("SQLITE_PROTOCOL", "store.locked"),
    ("SQLITE_CORRUPT", "store.damaged"),
    ("SQLITE_FORMAT", "store.damaged"),
    ("SQLITE_NOTADB", "store.not-a-database"),
    ("SQLITE_CANTOPEN", "store.cannot-open"),
    ("SQLITE_NOLFS", "store.full"),
    ("SQLITE_IOERR", "store.disk"),
)

_BY_ERRNO = {
    "ENOSPC": "store.full",
    "EDQUOT": "store.full",
    "EFBIG": "store.full",
    "EACCES": "store.read-only",
    "EPERM": "store.read-only",
    "EROFS": "store.read-only",
    "ENOENT": "store.gone",
    "ENOTDIR": "store.gone",
    "ENODEV": "store.gone",
    "ENXIO": "store.gone",
    "ESTALE": "store.gone",
    "EHOSTDOWN": "store.gone",
    "ETIMEDOUT": "store.gone",
    "EEXIST": "store.exists",
    "EISDIR": "store.directory",
    "ENAMETOOLONG": "store.name",
    "EINVAL": "store.name",
    "EBUSY": "store.locked",
    "ETXTBSY": "store.locked",
}


def say(code: str, path: Path) -> Refused:
    """Return the refusal of this code for this file."""
    return refuse(code, path.name, SENTENCES[code])


def code_of(error: sqlite3.Error | OSError) -> str:
    """Return the code of an error of the world, or empty where SQLite's error can only be a bug of ours."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(errno.errorcode.get(error.errno or 0, ""), "store.disk")
    name = getattr(error, "sqlite_errorname", "")
    return next((code for start, code in _BY_SQLITE if name.startswith(start)), "")


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn what the world says about this file into Refused; a bug stays an ordinary exception."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        code = code_of(error)
        if not code:
            raise
        raise say(code, path) from error
