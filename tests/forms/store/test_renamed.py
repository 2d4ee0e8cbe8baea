"""The record of changes tells a reference that was put right, and the file holds the place of what has it."""

from __future__ import annotations

from pathlib import Path

from tests.builders import full, library
from tests.forms.store.desk import PERIOD, hold, make, reopen
from tests.forms.store.trail import trail

from iomsa.answers.people import Person
from iomsa.answers.sheet import Address
from iomsa.session.changes import RENAME, Edit
from iomsa.session.renaming import rename_case, rename_person


def test_the_trail_says_that_it_was_renamed_from_what_to_what(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        hold(file, full(library(), cases=3))
        session = file.session(PERIOD)
        people = tuple(Edit(Address("person", f"P-{n}"), None, Person(n, entry="2024-01-01")) for n in (1, 2))
        session.change("people", people)
        first = next(iter(session.sheet.cases))
        before = session.sheet.cases[first]
        session.change("renamed", rename_case(session.sheet, first, "N-900"), cause=RENAME)
        session.change("renamed", rename_person(session.sheet, "P-1", "P-900"), cause=RENAME)
        kept = session.sheet
    with reopen(path) as file:
        sheet = file.session(PERIOD).sheet
    assert (next(iter(sheet.cases)), next(iter(sheet.people))) == ("N-900", "P-900")
    assert (sheet.cases, sheet.people) == (kept.cases, kept.people)
    assert sheet.cases["N-900"] == before._replace(ref="N-900")
    told = [each for each in trail(path) if each.cause == RENAME]
    assert len({each.action for each in told}) == 2
    heads = [(each.address.key, each.old, each.new) for each in told if each.address.kind == "case"]
    assert heads == [(first, before.header, None), ("N-900", None, before.header)]
    assert [each.address.key for each in told if each.address.kind == "person"] == ["P-1", "P-900"]
