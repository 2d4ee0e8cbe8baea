"""One copy of a scheme file while rows about people are removed: a clean one is made beside it, and takes its place."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from iomsa.problems import Problem, Refused
from iomsa.store.doing import Doing
from iomsa.store.errors import code_of, spoken
from iomsa.store.lock import Holder, Lock, Locked, this_computer
from iomsa.store.migrate import FORMATS, read_header
from iomsa.store.opening import open_image
from iomsa.store.place import as_private_as, has_something, journal_of, part_of, wal_of
from iomsa.store.removal_rows import Cleaner

CLEAN, MADE, UNREADABLE, LEFT = "clean", "made", "unreadable", "left"
"""What becomes of a copy: it held no rows, a clean one takes its place, it is deleted, it stays as it is."""

_UNREADABLE = ("store.damaged", "store.not-a-database", "store.not-ours", "store.empty")
_HOLDS = "It still holds its rows."
_WHY = {
    "store.copy-not-closed": f"this copy was not closed properly. {_HOLDS} Open it once and close it, or delete it; "
    "then do this again.",
    "store.copy-open": f"this copy is open in another window or on another computer. {_HOLDS} Close it there, then do "
    "this again.",
    "store.copy-read-only": f"this copy or its folder can't be changed here. {_HOLDS} Ask for the right to change it, "
    "or delete it; then do this again.",
    "store.copy-locked": f"another program is using this copy. {_HOLDS} Close the other program, then do this again.",
    "store.copy-newer": f"a newer version of the program made this copy, so this one can't clean it. {_HOLDS} Install "
    "the newer version, or delete the copy; then do this again.",
    "store.copy-not-opened": f"this copy can't be read. {_HOLDS} Check that you may open it, or delete it; then do "
    "this again.",
}
_CODES = {"store.read-only": "store.copy-read-only", "store.locked": "store.copy-locked"}


class CleanCopy:
    """Hold a clean copy beside a copy until it takes its place, and keep everybody else from it.

    `problem` says why it is left as it is. Raise Refused where the clean copy can't be written.
    """

    def __init__(self, path: Path, cleaner: Cleaner, doing: Doing) -> None:
        self.path = path
        self.fate = LEFT
        self.problem: Problem | None = None
        self._lock: Lock | None = None
        self._part = part_of(path)
        try:
            self._prepare(cleaner, doing)
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> CleanCopy:
        return self

    def __exit__(self, *_: object) -> None:
        for leftover in (self._part, journal_of(self._part)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def settle(self) -> None:
        """Let the clean copy take the place of the other, which is deleted; where that can't be, say why."""
        try:
            if self.fate == UNREADABLE:
                self.path.unlink()
            elif self.fate == MADE:
                self._replace()
        except OSError as error:
            self._leave(_CODES.get(code_of(error), "store.copy-not-opened"))

    def _replace(self) -> None:
        try:
            self._part.replace(self.path)
        except PermissionError:
            # Windows replaces nothing that is marked read-only.
            rights = stat.S_IMODE(self.path.stat().st_mode)
            self.path.chmod(rights | stat.S_IWUSR)
            try:
                self._part.replace(self.path)
            except PermissionError:
                self.path.chmod(rights)
                raise

    def _leave(self, code: str) -> None:
        self.fate, self.problem = LEFT, Problem(code, self.path.name, _WHY[code])

    def _prepare(self, cleaner: Cleaner, doing: Doing) -> None:
        if any(map(has_something, (journal_of(self.path), wal_of(self.path)))):
            self._leave("store.copy-not-closed")
            return
        try:
            self._lock = Lock(self.path, Holder(this_computer(), doing.at, doing.actor))
        except Locked:
            self._leave("store.copy-open")
            return
        except OSError as error:
            if code_of(error) == "store.full":
                raise
            self._leave("store.copy-read-only")
            return
        image = self._image()
        if image is not None:
            with closing(image):
                self._make(image, cleaner)

    def _image(self) -> sqlite3.Connection | None:
        """Read the copy into memory; None where it can't be read, of which `fate` and `problem` tell."""
        try:
            image = open_image(self.path, FORMATS)
        except Refused as refused:
            code = refused.problems[0].code
            if code in _UNREADABLE:
                self.fate = UNREADABLE
            else:
                newer = code == "store.from-the-future"
                self._leave("store.copy-newer" if newer else _CODES.get(code, "store.copy-not-opened"))
            return None
        header = read_header(image)
        if header is not None and header.format > FORMATS.current:
            # It opens to be read, but may hold rows where this program does not look.
            image.close()
            self._leave("store.copy-newer")
            return None
        return image

    def _make(self, image: sqlite3.Connection, cleaner: Cleaner) -> None:
        if not cleaner.clean(image).changed:
            self.fate = CLEAN
            return
        with spoken(self.path), closing(sqlite3.connect(self._part, isolation_level=None)) as new:
            as_private_as(self.path, self._part)
            image.backup(new)
        self.fate = MADE
