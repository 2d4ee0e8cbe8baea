"""Remove the rows about people from a scheme file, its trail and the copies that the program made beside it.

First clean copies of the back-ups are made beside them; then these take their places; then the file itself becomes
its own clean image, in one transaction. Whenever this ends in between, the file is whole, as it was or as it should be.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import NamedTuple

from iomsa.framework.load import framework_from_data
from iomsa.problems import Refused, refuse
from iomsa.store.backups import folder_of, list_backups
from iomsa.store.bulk import write_sheet
from iomsa.store.connection import in_memory
from iomsa.store.doing import Doing, set_doing
from iomsa.store.errors import say, spoken
from iomsa.store.lock import Holder, Lock, Locked, this_computer
from iomsa.store.migrate import FORMATS
from iomsa.store.opening import open_image
from iomsa.store.place import as_private_as, has_journal, journal_of, part_of
from iomsa.store.removal_totals import KINDS, LISTS, Held, held, without_people
from iomsa.store.rows import read_periods, read_sheet
from iomsa.store.schema import RECORDS
from iomsa.store.statements import delete
from iomsa.store.triggers import drop_triggers, make_triggers
from iomsa.store.writer import Writer

CAUSE = "remove"
"""The cause under which the trail keeps that rows were removed, and when."""

_FORGET_ROWS = """
DELETE FROM trail WHERE period NOT IN (SELECT value FROM json_each(?1)) AND kind IN (SELECT value FROM json_each(?2))"""
_EMPTY_LISTS = """
UPDATE trail SET old = json_replace(old, ?3, json('[]')), new = json_replace(new, ?3, json('[]'))
WHERE period NOT IN (SELECT value FROM json_each(?1)) AND kind = ?2"""
_UNREADABLE = ("store.damaged", "store.not-a-database", "store.not-ours", "store.empty")


class Removed(NamedTuple):
    """Say what was removed, how many copies were cleaned, and the names of those that had to be deleted."""

    held: Held
    cleaned: int
    deleted: tuple[str, ...]


def copies_beside(file: Path) -> tuple[Path, ...]:
    """Return the copies of a file that the program itself made: back-ups, versions kept, and damaged ones."""
    name = re.compile(rf"{re.escape(file.stem)} \((?:kept|damaged) [^()]*\)(?: \(\d+\))?{re.escape(file.suffix)}")
    with spoken(file):
        kept = sorted(path for path in file.parent.iterdir() if name.fullmatch(path.name))
    return (*(backup.path for backup in list_backups(file)), *kept)


def remove(connection: sqlite3.Connection, file: Path, writer: Writer, periods: Sequence[str], doing: Doing) -> Removed:
    """Remove the rows about people of these periods; raise Refused, the file being as it was."""
    with spoken(file), closing(in_memory(connection)) as image, ExitStack() as ready:
        counted = clean(image, periods, doing)
        # Clean copies that were made but found no place are taken away again.
        copies = [(path, ready.enter_context(_Clean(path, periods, doing))) for path in copies_beside(file)]
        writer.overwrite(image, before=lambda: _settle(file, copies))
    _sweep(file)
    return Removed(
        counted,
        sum(copy.part is not None for _, copy in copies),
        tuple(path.name for path, copy in copies if copy.part is None),
    )


def clean(image: sqlite3.Connection, periods: Sequence[str], doing: Doing) -> Held:
    """Remove the rows from a database in memory, and from its trail; what was removed is counted together."""
    known = read_periods(image)
    counted = Held(0, 0, 0, 0)
    image.execute("BEGIN")
    set_doing(image, doing)
    for period in known:
        if period.name in periods:
            sheet = read_sheet(image, period)
            row = image.execute("SELECT data FROM framework WHERE ref = ?", (period.framework,)).fetchone()
            counted = Held(*map(sum, zip(counted, held(sheet), strict=True)))
            _clear(image, period.name)
            write_sheet(image, without_people(framework_from_data(json.loads(row[0])), sheet, doing.actor, doing.at))
    gone = [period.name for period in known if period.name not in periods]
    _forget(image, gone)
    image.execute("COMMIT")
    # Nothing of a row that was deleted is left in the pages of a database that was built anew.
    image.execute("VACUUM")
    return counted


def _clear(image: sqlite3.Connection, period: str) -> None:
    """Delete the rows, without entries in the trail that would only have to be forgotten."""
    drop_triggers(image)
    for table in reversed(RECORDS):
        if table.kind in KINDS:
            image.execute(delete(table._replace(keys=())), (period,))
    make_triggers(image)


def _forget(image: sqlite3.Connection, but: Sequence[str]) -> None:
    """Take the rows out of the trail, but for these periods; those of periods that are no more go too."""
    others = json.dumps(list(but))
    image.execute(_FORGET_ROWS, (others, json.dumps(KINDS)))
    for kind, part in LISTS:
        image.execute(_EMPTY_LISTS, (others, kind, f"$.{part}"))


class _Clean:
    """Hold a clean copy beside a copy until it takes its place; `part` is None where it can't be read."""

    def __init__(self, path: Path, periods: Sequence[str], doing: Doing) -> None:
        self.path = path
        self.part: Path | None = part_of(path)
        self._lock = _lock(path, doing)
        try:
            self._make(self.part, periods, doing)
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> _Clean:
        return self

    def __exit__(self, *_: object) -> None:
        part = part_of(self.path)
        for leftover in (part, journal_of(part)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        self._lock.release()

    def settle(self) -> None:
        """Let the clean copy take the place of the other, which is deleted."""
        if self.part is None:
            self.path.unlink()
        else:
            self.part.replace(self.path)

    def _make(self, part: Path, periods: Sequence[str], doing: Doing) -> None:
        try:
            image = open_image(self.path, FORMATS)
        except Refused as refused:
            if refused.problems[0].code not in _UNREADABLE:
                raise
            self.part = None
            return
        with closing(image), closing(sqlite3.connect(part, isolation_level=None)) as new:
            as_private_as(self.path, part)
            clean(image, periods, doing)
            image.backup(new)


def _lock(path: Path, doing: Doing) -> Lock:
    """Keep everybody from a copy while it is cleaned; raise Refused where one is open or was not closed."""
    if has_journal(path):
        raise refuse(
            "store.copy-not-closed",
            path.name,
            "this copy was not closed properly, so it can't be cleaned and nothing was removed. Open it once and close "
            "it, or delete it; then do this again.",
        )
    try:
        return Lock(path, Holder(this_computer(), doing.at, doing.actor))
    except Locked:
        raise refuse(
            "store.copy-open",
            path.name,
            "this copy is open elsewhere, so it can't be cleaned and nothing was removed. Close it there, then do this "
            "again.",
        ) from None


def _settle(file: Path, copies: Sequence[tuple[Path, _Clean]]) -> None:
    # The file's own change needs room for what it was, until it is done.
    if shutil.disk_usage(file.parent).free < file.stat().st_size:
        raise say("store.full", file)
    for _, copy in copies:
        copy.settle()


def _sweep(file: Path) -> None:
    """Delete what a crash may have left of copies that were being made."""
    start, end = re.escape(file.stem), re.escape(file.suffix)
    made = rf"\.{start}(?: \((?:kept|damaged) .*| \d{{4}}-.*)?{end}\.\d+\.part(?:-journal)?"
    for folder in (file.parent, folder_of(file)):
        with suppress(OSError):
            for path in folder.iterdir():
                if re.fullmatch(made, path.name):
                    path.unlink()
