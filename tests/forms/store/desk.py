"""A desk for the tests of the scheme file: a clock that ticks, small files, and what a stranger may do to them."""

from __future__ import annotations

import datetime
import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import library, library_data

from iomsa.answers.period import make_period
from iomsa.answers.sheet import AnswerSheet
from iomsa.problems import Refused
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.session.session import Session
from iomsa.store.rows import records
from iomsa.store.scheme_file import SchemeFile

PERIOD = "2025-26"
PROMPTS = ("B.a.1", "B.a.2", "B.b.1", "H.a.1", "H.a.2")


_SECONDS = itertools.count()


def clock() -> str:
    """Tell a time that is a second later each time anyone asks."""
    now = datetime.datetime(2026, 3, 2, 9, 0, 0) + datetime.timedelta(seconds=next(_SECONDS))
    return now.isoformat(timespec="seconds")


def make(path: Path, who: str = "Ada") -> SchemeFile:
    """Make a small scheme file with one period."""
    period = make_period(PERIOD, library().ref)
    return SchemeFile.create(path, library_data(), period, "Northmoor", practice=False, clock=clock, who=lambda: who)


def reopen(path: Path, who: str = "Ada", *, read_only: bool = False) -> SchemeFile:
    return SchemeFile.open(path, clock=clock, who=lambda: who, read_only=read_only)


def choose(session: Session, prompt: str, choice: str | None, note: str | None = None) -> None:
    """Answer one prompt, as a person does on the screen."""
    stamp = edits.Stamp(*session.stamp())
    session.change(f"{prompt} changed", edits.answer(session.sheet, prompt, stamp, choice=choice, note=note))


def hold(file: SchemeFile, sheet: AnswerSheet) -> None:
    """Make a period of the file exactly this sheet, in one change."""
    session = file.session(sheet.period.name)
    before, after = dict(records(session.sheet)), dict(records(sheet))
    gone = [Edit(address, before[address], None) for address in reversed(before) if address not in after]
    session.change("All of it", (*gone, *(Edit(each, before.get(each), record) for each, record in after.items())))


def chosen(file: SchemeFile, prompt: str) -> str | None:
    """Read one answer from the file itself."""
    answer = file.sheet(PERIOD).answers.get(prompt)
    return answer.choice if answer else None


def by_stranger(path: Path, statement: str) -> None:
    """Write into a file as another program would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def refusal(code: str, action: Callable[[], object]) -> str:
    """Demand that an action is refused with this one code; return the sentence."""
    with pytest.raises(Refused) as caught:
        action()
    assert [problem.code for problem in caught.value.problems] == [code]
    return caught.value.problems[0].sentence
