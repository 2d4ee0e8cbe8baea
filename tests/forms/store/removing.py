"""A scheme file with people for the tests of removing them, and the search for what is left of them in bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.forms.store.desk import clock, reopen

from iomsa.answers.people import FollowUp
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.session import Session
from iomsa.store.from_sheets import create_practice
from iomsa.store.scheme_file import SchemeFile

LATEST, EARLIER = "2025-26", "2024-25"
DAYS = ("2021-03-04", "2021-05-06")
NOT_IN_WORDS = 4
"""References that are shorter could be a part of anything."""
CODES = ("utf-8", "utf-16-le", "utf-16-be")


def with_people(path: Path) -> Path:
    """Make the practice scheme, with offence dates and some changes in its trail."""
    create_practice(path, clock=clock, who=lambda: "Ada").close()
    with reopen(path) as file:
        change_something(file.session(LATEST))
    return path


def change_something(session: Session) -> None:
    """Do what puts rows about people into the trail: offence dates, a case that goes and comes back."""
    sheet, stamp = session.sheet, Stamp(*session.stamp())
    before = sheet.follow_up or FollowUp()
    after = before._replace(offence_dates=DAYS, by=stamp.by, on=stamp.on)
    session.change("Offence dates", (Edit(Address("follow-up"), before, after),))
    session.change("A case goes", edits.remove_case(sheet, next(iter(sheet.cases))))
    session.undo()


def with_copies(path: Path) -> None:
    """Put beside a file what the program may have left there: back-ups of two kinds, versions kept, and leftovers."""
    for _ in range(2):
        with reopen(path) as file:
            change_something(file.session(LATEST))
            file.restore(file.backups()[0])
    kept = path.with_name("scheme (kept 2026-03-02 09-00).iomsa")
    for copy in (kept, path.with_name("scheme (kept 2026-03-02 09-00) (2).iomsa")):
        shutil.copyfile(path, copy)
    path.with_name(".scheme.iomsa.77.part").write_bytes(path.read_bytes())


def references(sheets: Iterable[AnswerSheet]) -> set[str]:
    """Return every reference on these sheets."""
    found: set[str] = set()
    for sheet in sheets:
        found |= {*sheet.cases, *sheet.people, *sheet.replaced}
        found |= {ref for ref, _ in sheet.draw.people} if sheet.draw else set()
    assert found
    assert all(len(ref) > NOT_IN_WORDS for ref in found)
    return found


def sheets_of(file: SchemeFile) -> list[AnswerSheet]:
    return [file.sheet(period.name) for period in file.periods()]


def names_of(file: SchemeFile) -> list[str]:
    return [period.name for period in file.periods()]


def left_in(folder: Path, refs: Iterable[str]) -> dict[str, int]:
    """Count for each file of a folder the references that stand in its bytes, in any of three codes."""
    words = {ref.encode(code): ref for ref in refs for code in CODES}
    # Found by how they begin: to look through megabytes for each of hundreds takes seconds.
    begins = {ref[:2].encode(code) for ref in words.values() for code in CODES}
    begin = re.compile(b"(?=" + b"|".join(map(re.escape, sorted(begins))) + b")")
    lengths = sorted({len(word) for word in words})

    def found(content: bytes) -> set[str]:
        places = (match.start() for match in begin.finditer(content))
        parts = (content[at : at + length] for at in places for length in lengths)
        return {words[part] for part in parts if part in words}

    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): len(found(path.read_bytes())) for path in files}


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder as they are, but for what SQLite and the lock keep while one is open."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith((".lock", "-journal")))
    return {str(path): path.read_bytes() for path in files}


def twin(path: Path, folder: Path) -> Path:
    """Copy a scheme file into a folder of its own."""
    folder.mkdir(exist_ok=True)
    return Path(shutil.copyfile(path, folder / path.name))
