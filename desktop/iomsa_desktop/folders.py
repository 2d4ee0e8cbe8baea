"""The folders of whoever started the program, also where the system does not name them all."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDir, QStandardPaths


class Folders(NamedTuple):
    """Name the user's folders for settings and for new files, the home, and the system's for temporary files."""

    settings: Path
    documents: Path
    home: Path
    temporary: Path


def find_folders() -> Folders:
    """Find the folders of this user; Qt has to know the program's name by now."""
    name_home(os.environ)
    settings, documents, home = map(_place, ("AppConfigLocation", "DocumentsLocation", "HomeLocation"))
    return Folders(settings, for_files(documents, home), home, Path(QDir.tempPath()))


def name_home(environment: MutableMapping[str, str]) -> None:
    """Add the home as the system knows it where none is named: Qt would take the root of all folders."""
    if sys.platform == "win32" or environment.get("HOME"):
        return
    import pwd

    try:
        environment["HOME"] = pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return


def for_files(documents: Path, home: Path) -> Path:
    """Return the documents, or the home where documents can neither be written nor made and the home can be."""
    return next((each for each in (documents, home) if _can_hold(each)), documents)


def _can_hold(folder: Path) -> bool:
    there = folder if os.path.lexists(folder) else folder.parent
    # With the separator at its end only a folder passes; asking of one that may not be entered raises nothing.
    return os.access(f"{there}{os.sep}", os.W_OK | os.X_OK)


def _place(name: str) -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation[name]))
