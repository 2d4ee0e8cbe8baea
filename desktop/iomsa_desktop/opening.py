"""Open and make scheme files for the window; every refusal is a sentence for the person who asked."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

from iomsa.answers.sheet import Period
from iomsa.framework.shipped import DEFAULT, shipped_data
from iomsa.problems import Problem, refuse
from iomsa.store.scheme_file import SchemeFile

SUFFIX = ".iomsa"
PRACTICE_NAME = f"Practice scheme Northmoor{SUFFIX}"


def clock() -> str:
    """Return the local time, ISO, to the second."""
    return datetime.datetime.now().isoformat(timespec="seconds")


def with_suffix(path: Path) -> Path:
    """Return the path with the ending of scheme files."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


class Opening:
    """Know the clock and who is typing, and open files with both."""

    def __init__(self, who: Callable[[Path], str], documents: Path) -> None:
        self._who = who
        self.documents = documents

    def open(self, path: Path) -> SchemeFile:
        """Open a scheme file; raise Refused."""
        return SchemeFile.open(path, clock=clock, who=lambda: self._who(path))

    def new(self, path: Path, scheme: str, period: Period) -> SchemeFile:
        """Make a scheme file with its first period; raise Refused."""
        self._ready(path)
        return SchemeFile.create(
            path,
            shipped_data(DEFAULT),
            period,
            scheme,
            practice=False,
            clock=clock,
            who=lambda: self._who(path),
        )

    def practice(self, path: Path | None = None) -> SchemeFile:
        """Open the practice scheme there or in the documents, made first where there is none; raise Refused."""
        from iomsa.store.from_sheets import create_practice

        path = path or self.documents / PRACTICE_NAME
        self._ready(path)
        if os.path.lexists(path):
            return self.open(path)
        return create_practice(path, clock=clock, who=lambda: self._who(path))

    def from_return(self, book: Path, path: Path) -> tuple[SchemeFile, tuple[Problem, ...]]:
        """Make a scheme file from a return, with what had to be left out; raise Refused."""
        from iomsa.returns.open_return import open_return
        from iomsa.store.from_sheets import create_from_sheets

        self._ready(path)
        opened = open_return(book, shipped_data)
        file = create_from_sheets(
            path,
            opened.framework_data,
            (opened.sheet,),
            practice=opened.practice,
            clock=clock,
            who=lambda: self._who(path),
        )
        return file, opened.problems

    def _ready(self, path: Path) -> None:
        """Make the folder for new files where it is not there; others are for the user to make."""
        if path.parent != self.documents:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            sentence = f"this folder is not there and can't be made: {error.strerror}. Choose another folder."
            raise refuse("documents.folder", str(path.parent), sentence) from None
