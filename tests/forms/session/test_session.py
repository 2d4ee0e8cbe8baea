"""The session: each change is written down first, then taken, can be undone by name, and is told to all who listen."""

from __future__ import annotations

import itertools

import pytest
from tests.builders import blank, library

from iomsa.answers.sheet import Address, Answer, AnswerSheet, Counts, ReturnedCases
from iomsa.problems import Refused, refuse
from iomsa.session import edits
from iomsa.session.changes import ChangeSet, Edit
from iomsa.session.edits import Stamp
from iomsa.session.session import Session

ADA = Stamp("Ada", "2026-03-02T10:00:00")
GRACE = Stamp("Grace", "2026-03-03T10:00:00")


class Journal:
    """Remember what was written; refuse where told to."""

    def __init__(self) -> None:
        self.written: list[ChangeSet] = []
        self.full = False

    def write(self, change: ChangeSet) -> None:
        if self.full:
            raise refuse("store.full", "a.iomsa", "the disk is full.")
        self.written.append(change)


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def session(journal: Journal) -> Session:
    seconds = itertools.count()
    clock = (f"2026-03-02T10:00:{second:02}" for second in seconds)
    return Session(library(), blank(library()), journal, lambda: next(clock), lambda: "Ada")


def type_note(session: Session, note: str, merge: str = "B.a.1 note") -> None:
    edit = edits.answer(session.sheet, "B.a.1", Stamp(*session.stamp()), keep_choice=True, note=note)
    session.change("Note of B.a.1", edit, merge=merge)


def test_a_change_is_written_taken_and_told(session: Session, journal: Journal) -> None:
    told: list[ChangeSet] = []
    stop = session.subscribe(told.append)
    origin = object()
    change = session.change("B.a.1 changed to 2", edits.answer(session.sheet, "B.a.1", ADA, choice="2"), origin=origin)
    assert change is not None
    assert (change.number, change.cause, change.name, change.origin) == (1, "edit", "B.a.1 changed to 2", origin)
    assert change.touches("answer", "B.a.1")
    assert not change.touches("answer", "B.a.2")
    assert session.sheet.answers["B.a.1"] == Answer("2", by="Ada", on=ADA.on)
    assert told == journal.written == [change]
    stop()
    session.undo()
    assert told == [change]


def test_what_changes_nothing_is_no_change(session: Session, journal: Journal) -> None:
    session.change("to 2", edits.answer(session.sheet, "B.a.1", ADA, choice="2"))
    assert edits.answer(session.sheet, "B.a.1", GRACE, choice="2") == ()
    assert session.change("again", ()) is None
    same = session.sheet.answers["B.a.1"]
    assert session.change("same", (Edit(Address("answer", "B.a.1"), same, same),)) is None
    assert len(journal.written) == 1


def test_undo_gives_value_author_and_date_back_and_redo_too(session: Session, journal: Journal) -> None:
    session.change("to 2", edits.answer(session.sheet, "B.a.1", ADA, choice="2"))
    first = session.sheet
    session.change("to 1", edits.answer(session.sheet, "B.a.1", GRACE, choice="1"))
    second = session.sheet
    assert (session.undo_name, session.redo_name) == ("to 1", "")
    session.undo()
    assert session.sheet == first
    assert (session.undo_name, session.redo_name) == ("to 2", "to 1")
    session.redo()
    assert session.sheet == second
    session.undo()
    session.undo()
    assert session.sheet == blank(library())
    assert session.undo() is None
    assert [change.cause for change in journal.written] == ["edit", "edit", "undo", "redo", "undo", "undo"]


def test_a_new_change_forgets_what_was_undone(session: Session) -> None:
    session.change("to 2", edits.answer(session.sheet, "B.a.1", ADA, choice="2"))
    session.undo()
    session.change("to 1", edits.answer(session.sheet, "B.a.1", ADA, choice="1"))
    assert session.redo_name == ""
    assert session.redo() is None


def test_typing_in_one_field_is_one_step_until_it_pauses(session: Session, journal: Journal) -> None:
    for note in ("S", "Se", "Seen"):
        type_note(session, note)
    session.seal()
    type_note(session, "Seen twice")
    assert len(journal.written) == 4, "each pause is on the disk"
    session.undo()
    assert session.sheet.answers["B.a.1"].note == "Seen"
    session.undo()
    assert session.sheet == blank(library())
    session.redo()
    assert session.sheet.answers["B.a.1"].note == "Seen"


def test_typing_in_another_field_is_another_step(session: Session) -> None:
    type_note(session, "Seen")
    type_note(session, "Seen again", merge="B.a.2 note")
    type_note(session, "Seen once more")
    for note in ("Seen again", "Seen"):
        session.undo()
        assert session.sheet.answers["B.a.1"].note == note


def test_a_refused_change_leaves_everything_as_it_was(session: Session, journal: Journal) -> None:
    session.change("to 2", edits.answer(session.sheet, "B.a.1", ADA, choice="2"))
    session.change("to 1", edits.answer(session.sheet, "B.a.1", ADA, choice="1"))
    session.undo()
    told: list[ChangeSet] = []
    session.subscribe(told.append)
    before = (session.sheet, session.undo_name, session.redo_name)
    journal.full = True
    for action in (session.undo, session.redo, lambda: type_note(session, "Seen")):
        with pytest.raises(Refused):
            action()
        assert (session.sheet, session.undo_name, session.redo_name) == before
    assert told == []
    journal.full = False
    session.redo()
    assert session.sheet.answers["B.a.1"].choice == "1"


def test_a_session_without_a_journal_is_read_only() -> None:
    assert Session(library(), blank(library()), None, str, str).read_only


def test_an_emptied_answer_is_no_record(session: Session) -> None:
    session.change("to 2", edits.answer(session.sheet, "B.a.1", ADA, choice="2"))
    session.change("open", edits.answer(session.sheet, "B.a.1", ADA))
    session.change("books", edits.profile(session.sheet, "books", ADA, "12"))
    session.change("books", edits.profile(session.sheet, "books", ADA))
    assert session.sheet == blank(library())


def test_a_profile_field_is_a_value_or_not_known(session: Session) -> None:
    session.change("books", edits.profile(session.sheet, "books", ADA, "12"))
    typed = session.sheet.profile["books"]
    session.change("note", (Edit(Address("profile", "books"), typed, typed._replace(note="counted")),))
    session.change("books", edits.profile(session.sheet, "books", ADA, not_known=True))
    assert session.sheet.profile["books"][:3] == ("", True, "counted")


def test_cases_and_moves_are_undone_whole(session: Session) -> None:
    session.change("case", edits.add_case(session.sheet, "A1", ADA))
    session.change("no", edits.case_answer(session.sheet, "A1", "SV", ADA, choice="no", reason="not-written"))
    for field, value in (("weeks", "3"), ("shelf", "maps")):
        session.change("about", edits.case_about(session.sheet, "A1", field, value, ADA))
    session.change("move", edits.move(session.sheet, "B", "fine", "why", [("Ada", "council")], "2026-03-02"))
    full: AnswerSheet = session.sheet
    assert full.cases["A1"].header.about == (("shelf", "maps"), ("weeks", "3"))
    session.change("gone", (*edits.remove_case(full, "A1"), *edits.unmove(full, "B")))
    assert session.sheet == blank(library())
    session.undo()
    assert session.sheet == full


def test_counts_of_a_return_give_way_to_cases(session: Session) -> None:
    counts = ReturnedCases(3, 2, (("SV", Counts(1, 1, 0)),))
    session.change("return", (Edit(Address("returned-cases"), None, counts),))
    session.change("case", edits.add_case(session.sheet, "A1", ADA))
    assert session.sheet.returned_cases is None
    session.undo()
    assert session.sheet.returned_cases == counts


def test_a_listener_already_finds_the_step_that_undo_would_take_back() -> None:
    session = Session(library(), blank(library()), None, lambda: ADA.on, lambda: ADA.by)
    seen: list[tuple[str, str]] = []
    session.subscribe(lambda _: seen.append((session.undo_name, session.redo_name)))
    prompt = library().standards[0].prompts[0].id
    session.change("first", edits.answer(session.sheet, prompt, ADA, choice="1"))
    session.undo()
    session.redo()
    assert seen == [("first", ""), ("", "first"), ("first", "")]
