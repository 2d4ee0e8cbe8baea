"""Open and make scheme files for the window; every refusal is a sentence for the person who asked."""

from __future__ import annotations

import datetime
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
        return SchemeFile.create(
            path,
            shipped_data(DEFAULT),
            period,
            scheme,
            practice=False,
            clock=clock,
            who=lambda: self._who(path),
        )

    def practice(self) -> SchemeFile:
        """Open the practice scheme in the documents, made first where there is none; raise Refused."""
        from iomsa.store.from_sheets import create_practice

        path = self.documents / PRACTICE_NAME
        if path.exists():
            return self.open(path)
        try:
            self.documents.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            sentence = f"the practice scheme can't be made there: {error.strerror}. Choose New and another folder."
            raise refuse("practice.folder", str(self.documents), sentence) from None
        return create_practice(path, clock=clock, who=lambda: self._who(path))

    def from_return(self, book: Path, path: Path) -> tuple[SchemeFile, tuple[Problem, ...]]:
        """Make a scheme file from a return, with what had to be left out; raise Refused."""
        from iomsa.returns.open_return import open_return
        from iomsa.store.from_sheets import create_from_sheets

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
