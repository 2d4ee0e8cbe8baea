"""Remove the rows about people from a scheme file, its trail and the copies that the program made beside it.

First clean copies of the back-ups are made beside them; then these take their places; then the file itself becomes
its own clean image, in one transaction. Whenever this ends in between, each file is whole, as it was or as it should
be, and no copy holds what the file itself no longer does, but for those of which the result says so.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from iomsa.problems import Problem, Refused, refuse
from iomsa.store.backups import folder_of, list_backups
from iomsa.store.connection import in_memory
from iomsa.store.doing import Doing
from iomsa.store.errors import say, spoken
from iomsa.store.place import flush_folder
from iomsa.store.removal_copy import CLEAN, MADE, UNREADABLE, CleanCopy
from iomsa.store.removal_rows import Cleaner
from iomsa.store.removal_totals import Held
from iomsa.store.writer import Writer

CAUSE = "remove"
"""The cause under which the trail keeps that rows were removed, and when."""
STOPPED = "store.removal-stopped"
"""The code of the refusal where somebody stopped it."""
COPIES_ONLY = "store.copies-only"
"""The code of the problem that the copies are clean and the file itself is not."""


class Step(NamedTuple):
    """Say how far it is: the path at which it is now, and its place among so many copies.

    0 is the file itself; in the last step all copies are clean already, and it can't be stopped any more.
    """

    path: Path
    number: int
    of: int
    last: bool = False


GoOn = Callable[[Step], bool]
"""Hears of each step; tells whether to go on."""


class Removed(NamedTuple):
    """Say what was removed and when (ISO time), and by name which copies were cleaned, had no rows, and were deleted.

    `left` are those that still hold rows, each with why.
    """

    at: str
    held: Held
    cleaned: tuple[str, ...]
    clean: tuple[str, ...]
    deleted: tuple[str, ...]
    left: tuple[Problem, ...]


def copies_beside(file: Path) -> tuple[Path, ...]:
    """Return the copies of a file that the program itself made: back-ups, versions kept, and damaged ones."""
    name = re.compile(rf"{re.escape(file.stem)} \((?:kept|damaged) [^()]*\)(?: \(\d+\))?{re.escape(file.suffix)}")
    with spoken(file):
        kept = sorted(path for path in file.parent.iterdir() if name.fullmatch(path.name))
    return (*(backup.path for backup in list_backups(file)), *kept)


def remove(
    connection: sqlite3.Connection, file: Path, writer: Writer, periods: Sequence[str], doing: Doing, go_on: GoOn
) -> Removed:
    """Remove the rows about people of these periods; raise Refused, the file itself being as it was."""
    cleaner, paths = Cleaner(periods, doing), copies_beside(file)
    with spoken(file), closing(in_memory(connection)) as image, ExitStack() as ready:
        _stop_unless(go_on(Step(file, 0, len(paths))), file)
        own = cleaner.clean(image)
        copies = []
        for number, path in enumerate(paths, 1):
            _stop_unless(go_on(Step(path, number, len(paths))), file)
            # Clean copies that were made but found no place are taken away again.
            copies.append(ready.enter_context(CleanCopy(path, cleaner, doing)))
        _stop_unless(go_on(Step(file, 0, len(paths), last=True)), file)
        if own.changed:
            _overwrite(image, file, writer, copies)
        else:
            _settle(copies)
    named = {fate: tuple(copy.path.name for copy in copies if copy.fate == fate) for fate in (MADE, CLEAN, UNREADABLE)}
    left = [copy.problem for copy in copies if copy.problem is not None]
    return Removed(
        doing.at, own.held, named[MADE], named[CLEAN], named[UNREADABLE], (*left, *_unlisted(file), *_sweep(file))
    )


def _stop_unless(goes_on: bool, file: Path) -> None:
    if not goes_on:
        raise refuse(
            STOPPED,
            file.name,
            "this was stopped before anything was removed. The file and all copies beside it are as they were.",
        )


def _overwrite(image: sqlite3.Connection, file: Path, writer: Writer, copies: Sequence[CleanCopy]) -> None:
    settled: list[str] = []

    def before() -> None:
        # The file's own change needs room for what it was, until it is done.
        if shutil.disk_usage(file.parent).free < file.stat().st_size:
            raise say("store.full", file)
        settled.extend(_settle(copies))

    try:
        writer.overwrite(image, before)
    except Refused as refused:
        if not settled:
            raise
        done = Problem(
            COPIES_ONLY,
            file.name,
            f"the file itself still holds its rows. Clean already: {', '.join(settled)}. When the above is put right, "
            "do this again.",
        )
        raise Refused((*refused.problems, done)) from refused


def _settle(copies: Sequence[CleanCopy]) -> Iterator[str]:
    """Put the clean copies in place; return the names of those that are clean now."""
    for copy in copies:
        copy.settle()
    for folder in {copy.path.parent for copy in copies}:
        # After a power cut too, a file without rows has no copies with any.
        flush_folder(folder)
    return (copy.path.name for copy in copies if copy.problem is None)


def _unlisted(file: Path) -> Iterator[Problem]:
    folder = folder_of(file)
    try:
        next(folder.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield Problem(
            "store.copies-not-listed",
            folder.name,
            "this folder of back-ups can't be opened. They still hold their rows. Ask for the right to open it, then "
            "do this again.",
        )


def _sweep(file: Path) -> Iterator[Problem]:
    """Delete what a crash may have left of copies that were being made; say of which that can't be done."""
    start, end = re.escape(file.stem), re.escape(file.suffix)
    part = rf"{end}\.\d+\.part(?:-journal)?"
    beside = rf"\.{start}(?: \((?:kept|damaged) .*)?{part}"
    # In the folder of back-ups everything is ours.
    for folder, made in ((file.parent, beside), (folder_of(file), rf"\..*{part}")):
        try:
            found = [path for path in folder.iterdir() if re.fullmatch(made, path.name)]
        except OSError:
            continue
        for path in found:
            try:
                path.unlink()
            except OSError:
                yield Problem(
                    "store.part-left",
                    path.name,
                    "this is left of a copy that was being made when the program ended, and it can't be deleted here. "
                    "It may hold rows. Delete it yourself.",
                )
