"""Write to the open file, one transaction a change, and stop for good once another has written or replaced it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from iomsa.problems import Refused, refuse
from iomsa.store.backups import FIRST_CHANGE, back_up
from iomsa.store.connection import alone, become
from iomsa.store.doing import Doing, last_done, set_doing
from iomsa.store.errors import say, spoken
from iomsa.store.identity import data_version, identity

Work: TypeAlias = Callable[[sqlite3.Connection], None]
"""The statements of one change, run inside its transaction."""

Keep: TypeAlias = Callable[[Doing, Work], Path]
"""Keeps our version, with one change more, as a copy beside the file; returns where."""

REPLACED = "another program or a synchronised folder has put another file in its place"
WRITTEN = "another program or computer has written to it"
MISSING = "it was moved, renamed or deleted"


class Writer:
    """Write each change wholly or not at all; `backup_problem` says why the first change had no back-up, else empty."""

    def __init__(self, path: Path, connection: sqlite3.Connection, keep: Keep) -> None:
        self.backup_problem = ""
        self._lent = False
        self._path = path
        self._connection = connection
        self._keep = keep
        self._backed_up = False
        self._stopped = self._kept = ""
        self._identity = identity(path)
        self._version = data_version(connection)
        self._last: tuple[object, ...] | None = None
        self._failed = False

    def lend(self) -> None:
        """Refuse everybody until `take_back`, for a task has the connection; raise Refused where one has it already."""
        self.check_free()
        self._lent = True

    def take_back(self) -> None:
        """Let everybody write again."""
        self._lent = False

    def check_free(self) -> None:
        """Raise Refused while a task has the connection."""
        if self._lent:
            raise refuse(
                "store.removing",
                self._path.name,
                "rows about people are being removed from this file just now, so nothing else can be done with it. "
                "Wait until that has ended, then do it again.",
            )

    def write(self, doing: Doing, work: Work) -> None:
        """Run the statements in one transaction, on the disk on return; raise Refused, having written nothing."""
        self.check_free()
        with spoken(self._path):
            foreign = self._stopped or self._replaced()
            if not foreign:
                self._back_up_once(doing.at)
                foreign = self._transact(doing, work)
            if foreign:
                raise self._stop(foreign, doing, work)

    def overwrite(self, image: sqlite3.Connection, before: Callable[[], None]) -> None:
        """Make the file exactly what an image of it holds, in one transaction; raise Refused, having written nothing.

        `before` is run when nobody else can write any more; what it raises ends this.
        """
        with spoken(self._path):
            foreign = self._stopped or self._replaced()
            if not foreign:
                with alone(self._connection):
                    foreign = WRITTEN if self._is_written() else ""
                    if not foreign:
                        before()
                        become(self._connection, image)
                self._version, self._last = data_version(self._connection), last_done(self._connection)
                self._note_size()
        if foreign:
            raise refuse(
                "store.not-overwritten",
                self._path.name,
                f"{foreign} since it was opened here, so nothing was changed. Close this file, open it again and look "
                "at it first.",
            )

    def _replaced(self) -> str:
        try:
            now = identity(self._path)
        except FileNotFoundError:
            if not self._path.parent.is_dir():
                raise say("store.gone", self._path) from None
            return MISSING
        if now[:2] != self._identity[:2]:
            return REPLACED
        return "" if self._failed or now == self._identity else WRITTEN

    def _back_up_once(self, at: str) -> None:
        if self._backed_up:
            return
        try:
            with spoken(self._path):
                back_up(self._connection, self._path, FIRST_CHANGE, at)
        except Refused as refused:
            if refused.problems[0].code == "store.damaged":
                raise
            # Keeping the answer matters more than keeping yesterday's file; the next change tries again.
            self.backup_problem = f"No back-up could be made: {refused.problems[0].sentence}"
            return
        self._backed_up, self.backup_problem = True, ""

    def _transact(self, doing: Doing, work: Work) -> str:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            if self._is_written():
                self._connection.execute("ROLLBACK")
                return WRITTEN
            self._last = self._last or last_done(self._connection)
            set_doing(self._connection, doing)
            work(self._connection)
            last = last_done(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            self._failed = True
            self._roll_back()
            raise
        finally:
            self._note_size()
        self._last, self._failed = last, False
        return ""

    def _is_written(self) -> bool:
        if not self._failed:
            return data_version(self._connection) != self._version
        # After an error SQLite reads the file afresh, which looks as if another had written it.
        self._version = data_version(self._connection)
        return last_done(self._connection) != self._last

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def _note_size(self) -> None:
        with suppress(OSError):
            now = identity(self._path)
            if now[:2] == self._identity[:2]:
                self._identity = now

    def _stop(self, reason: str, doing: Doing, work: Work) -> Refused:
        start = f"{reason} since it was opened here, so nothing more is written to it. "
        if self._stopped:
            return refuse(
                "store.stopped",
                self._path.name,
                f"{start}Your last change is not saved. {self._kept} has what you had when this was found; "
                "open that file to go on.",
            )
        try:
            copy = self._keep(doing, work)
        except Refused as refused:
            return refuse(
                "store.changed-not-kept",
                self._path.name,
                f"{start}Your last change is not saved, and a copy of what you had could not be made beside it: "
                f"{refused.problems[0].sentence} Leave this window open, put that right and do the change again.",
            )
        self._stopped, self._kept = reason, f"“{copy.name}”"
        return refuse(
            "store.changed-elsewhere",
            self._path.name,
            f"{start}What you had, with your last change, is kept beside it in {self._kept}. "
            "Close this file, look at both, and go on with the one that is right.",
        )
