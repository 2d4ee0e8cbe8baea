"""The door to a scheme file: make it, open it, work on its periods, back it up, restore it, close it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from iomsa.answers.sheet import AnswerSheet, Period, ProfileValue
from iomsa.framework.find import field
from iomsa.framework.load import framework_from_data
from iomsa.framework.model import Framework
from iomsa.problems import refuse
from iomsa.session.changes import EDIT, RESTORE
from iomsa.session.session import Session
from iomsa.store import backups
from iomsa.store.backups import Backup, list_backups
from iomsa.store.connection import connect, is_whole
from iomsa.store.doing import Doing
from iomsa.store.errors import code_of, say, spoken
from iomsa.store.journal import Journal
from iomsa.store.lock import Holder, this_computer
from iomsa.store.migrate import FORMATS, Formats
from iomsa.store.opening import Opened, open_file, open_image
from iomsa.store.place import free_name, make_ours
from iomsa.store.rows import read_periods, read_sheet
from iomsa.store.writer import Work, Writer

if TYPE_CHECKING:
    from iomsa.store.removal import GoOn, Removed

T = TypeVar("T")

Clock = Callable[[], str]
"""Gives the time now, as ISO text."""

Who = Callable[[], str]
"""Gives the name of whoever is working, as typed for this file; may be empty."""


class SchemeFile:
    """Hold one scheme file open; everything that the world refuses is raised as Refused.

    `read_only_because` is empty while the file can be written, else a sentence. Sessions are given out once a period;
    those from before `restore` are stale after it.
    """

    def __init__(self, path: Path, opened: Opened, clock: Clock, who: Who) -> None:
        self.path = path
        self.practice = opened.header.practice
        self.read_only_because = opened.read_only_because
        self._opened = opened
        self._connection = opened.connection
        self._clock = clock
        self._who = who
        self._frameworks: dict[str, Framework] = {}
        self._sessions: dict[str, Session] = {}
        self._writer = None if opened.read_only_because else Writer(path, self._connection, self._keep)

    @classmethod
    def create(
        cls,
        path: Path,
        framework_data: Mapping[str, Any],
        period: Period,
        scheme_name: str,
        *,
        practice: bool,
        clock: Clock,
        who: Who,
    ) -> Self:
        """Make a new file with one period and open it; a path that exists is refused, half a file is never left."""
        from iomsa.store.making import make_file

        framework = framework_from_data(framework_data)
        name = ProfileValue(scheme_name, by=who(), on=clock())
        profile = {framework.roles.scheme_name: name} if scheme_name else {}
        sheet = AnswerSheet(period._replace(framework=framework.ref), profile=profile)
        make_file(path, framework_data, (sheet,), Doing(who(), EDIT, clock()), practice)
        return cls.open(path, clock=clock, who=who)

    @classmethod
    def open(cls, path: Path, *, clock: Clock, who: Who, read_only: bool = False, formats: Formats = FORMATS) -> Self:
        """Open a file to work on it, or only to read it where it can't be written."""
        opened = open_file(path, Holder(this_computer(), clock(), who()), read_only, formats)
        try:
            with spoken(path):
                return cls(path, opened, clock, who)
        except BaseException:
            opened.close()
            raise

    def close(self) -> None:
        """Close the file and let its lock go."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def periods(self) -> tuple[Period, ...]:
        """Return all periods, by their end."""
        return self._read(read_periods)

    def latest(self) -> Period:
        """Return the period with the latest end."""
        found = self.periods()
        if not found:
            raise say("store.damaged", self.path)
        return found[-1]

    def framework_data(self, ref: str) -> Mapping[str, Any]:
        """Return the raw data of a framework that the file carries."""

        def read(connection: sqlite3.Connection) -> Mapping[str, Any] | None:
            row = connection.execute("SELECT data FROM framework WHERE ref = ?", (ref,)).fetchone()
            return json.loads(row[0]) if row else None

        found = self._read(read)
        if found is None:
            raise refuse("store.no-framework", self.path.name, f"this file carries no criteria named {ref}.")
        return found

    def framework(self, ref: str) -> Framework:
        """Return a framework that the file carries; it is built once."""
        if ref not in self._frameworks:
            self._frameworks[ref] = framework_from_data(self.framework_data(ref))
        return self._frameworks[ref]

    def sheet(self, period_name: str) -> AnswerSheet:
        """Read everything that one period holds."""
        period = self._period(period_name)
        return self._read(lambda connection: read_sheet(connection, period))

    def session(self, period_name: str) -> Session:
        """Return the session of a period, the same one each time; it can't be changed where the file is only read."""
        if period_name not in self._sessions:
            sheet = self.sheet(period_name)
            framework = self.framework(sheet.period.framework)
            journal = Journal(self._writer, period_name) if self._writer else None
            self._sessions[period_name] = Session(framework, sheet, journal, self._clock, self._who)
        return self._sessions[period_name]

    def add_period(self, period: Period, framework_data: Mapping[str, Any] | None = None) -> None:
        """Add a period; the scheme's name and code come along, nothing else. Without data the criteria stay."""
        # What writes more than one change at a time is loaded when it is asked for.
        from iomsa.store.bulk import write_framework, write_sheet

        if any(period.name.casefold() == known.name.casefold() for known in self.periods()):
            raise refuse("period.exists", period.name, "this file has a period of this name already; choose another.")
        before = self.latest()
        data = self.framework_data(before.framework) if framework_data is None else framework_data
        new, old = framework_from_data(data), self.framework(before.framework)
        sheet = AnswerSheet(period._replace(framework=new.ref), profile=_carried(old, new, self.sheet(before.name)))

        def work(connection: sqlite3.Connection) -> None:
            write_framework(connection, new.ref, data)
            write_sheet(connection, sheet)

        self._write(EDIT, work)

    def backups(self) -> tuple[Backup, ...]:
        """List the back-ups beside the file, newest first."""
        return list_backups(self.path)

    @property
    def backup_problem(self) -> str:
        """Say why the back-up at the first change could not be made, or nothing."""
        return self._writer.backup_problem if self._writer else ""

    def restore(self, backup: Backup) -> None:
        """Bring the file back to what a back-up holds; what it holds now is backed up first, and the trail grows on."""
        from iomsa.store.bulk import delete_period, write_framework, write_sheet

        self._check_free()
        with closing(open_image(backup.path, FORMATS)) as image:
            held = image.execute("SELECT ref, data FROM framework").fetchall()
            sheets = [read_sheet(image, period) for period in read_periods(image)]
            if not is_whole(self._connection):
                self._put_in_place(image)
                return
        names = {sheet.period.name for sheet in sheets}
        with spoken(self.path):
            backups.back_up(self._connection, self.path, backups.RESTORE, self._clock())

        def work(connection: sqlite3.Connection) -> None:
            for ref, data in held:
                write_framework(connection, ref, json.loads(data))
            for period in read_periods(connection):
                if period.name not in names:
                    delete_period(connection, period)
            for sheet in sheets:
                write_sheet(connection, sheet)

        self._write(RESTORE, work)
        self._sessions.clear()

    def remove_people(self, periods: Sequence[str]) -> Removed:
        """Do the work of `removing` here and now."""
        return self.removing(periods, lambda _: True)()

    def removing(self, periods: Sequence[str], go_on: GoOn) -> Callable[[], Removed]:
        """Return the work that removes rows about people, from the trail and the copies beside too; totals are kept.

        It may be done off this thread; until it has ended, the file refuses all else. It raises Refused, the file being
        as it was. Sessions from before are stale after it, with what they could undo.
        """
        from iomsa.store.removal import CAUSE, remove

        writer = self._writer
        if writer is None:
            raise refuse("store.read-only", self.path.name, self.read_only_because)
        doing = Doing(self._who(), CAUSE, self._clock())
        writer.lend()

        def work() -> Removed:
            try:
                removed = remove(self._connection, self.path, writer, periods, doing, go_on)
                self._sessions.clear()
            finally:
                writer.take_back()
            return removed

        return work

    def save_copy(self, target: Path) -> None:
        """Copy all that the file holds into a new one that can be written; raise Refused where it can't be made."""
        from iomsa.store.making import begin_file

        self._check_free()
        with spoken(target):
            begin_file(target).unlink()
            backups.copy(self._connection, target, target)
            make_ours(self.path, target)

    def _put_in_place(self, image: sqlite3.Connection) -> None:
        """Put a back-up where the damaged file was; the damaged one stays beside it under another name."""
        lock = self._opened.lock
        if lock is None:
            raise refuse("store.read-only", self.path.name, self.read_only_because)
        with spoken(self.path):
            self._connection.close()
            day = self._clock()[:10]
            self.path.rename(free_name(self.path.with_name(f"{self.path.stem} (damaged {day}){self.path.suffix}")))
            backups.copy(image, self.path, self.path)
            self._connection = connect(self.path, "rw")
            self._opened = self._opened._replace(connection=self._connection)
            self._writer = Writer(self.path, self._connection, self._keep)
        self._sessions.clear()

    def _write(self, cause: str, work: Work) -> None:
        if self._writer is None:
            raise refuse("store.read-only", self.path.name, self.read_only_because)
        self._writer.write(Doing(self._who(), cause, self._clock()), work)

    def _keep(self, doing: Doing, work: Work) -> Path:
        from iomsa.store.keeping import keep_ours

        sheets = [session.sheet for session in self._sessions.values()]
        return keep_ours(self._connection, self.path, sheets, doing, work)

    def _period(self, name: str) -> Period:
        known = self.periods()
        found = next((period for period in known if period.name == name), None)
        if found is None:
            names = ", ".join(period.name for period in known)
            raise refuse("period.unknown", name, f"this file has no period of this name; it has {names}.")
        return found

    def _check_free(self) -> None:
        if self._writer is not None:
            self._writer.check_free()

    def _read(self, reader: Callable[[sqlite3.Connection], T]) -> T:
        self._check_free()
        with spoken(self.path):
            try:
                return reader(self._connection)
            except (ValueError, KeyError, TypeError) as error:
                raise say("store.damaged", self.path) from error
            except sqlite3.Error as error:
                raise say(code_of(error) or "store.damaged", self.path) from error


def _carried(old: Framework, new: Framework, sheet: AnswerSheet) -> Mapping[str, ProfileValue]:
    pairs = (
        (old.roles.scheme_name, new.roles.scheme_name),
        (old.roles.scheme_code, new.roles.scheme_code),
    )
    return {
        there: sheet.profile[here] for here, there in pairs if here in sheet.profile and field(new, there) is not None
    }
