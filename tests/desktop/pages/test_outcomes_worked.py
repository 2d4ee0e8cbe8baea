"""When the figures of the page of outcomes are worked out: only where they rest on something new, many beside it."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.outcomes_states import keep_people, page_of, put

from iomsa.answers.people import Person
from iomsa.answers.sheet import Address, AnswerSheet, ProfileValue
from iomsa.outcomes.stopping import GoOn, always, stop_unless
from iomsa.outcomes.work_out import Outcomes, work_out
from iomsa.session.changes import Edit
from iomsa_desktop.desk import OVERVIEW, Place
from iomsa_desktop.pages import outcomes_worked
from iomsa_desktop.pages.outcomes import FAILED
from iomsa_desktop.pages.outcomes_worked import AT_ONCE
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


class Counted:
    """Count how often figures are worked out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        monkeypatch.setattr(outcomes_worked, "work_out", self)

    def __call__(self, sheet: AnswerSheet, known: Sequence[str], go_on: GoOn = always) -> Outcomes:
        self.times += 1
        return work_out(sheet, known, go_on)


def test_figures_are_worked_out_again_only_where_they_rest_on_something_new(
    practice: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    page = page_of(practice)
    practice.go(Place(OVERVIEW))
    page_of(practice)
    put(practice, ProfileValue("Another name"), "profile", practice.desk.framework.roles.scheme_name)
    put(practice, None, "benchmark")
    assert counted.times == 1
    put(practice, ProfileValue("999"), "profile", "money.police")
    assert counted.times == 2
    practice.go(Place(OVERVIEW))
    put(practice, Person(1, "2022-04-18"), "person", "P-001")
    assert counted.times == 2
    page_of(practice)
    assert counted.times == 3
    assert "of whom 57 could" in page.about.text()


def twice_as_many(workspace: Workspace) -> None:
    """Enter everybody once more, so that there are too many to be worked out at once."""
    people = workspace.desk.sheet.people
    more = [(f"Q-{n:03}", person._replace(position=100 + n)) for n, person in enumerate(people.values())]
    assert len(people) + len(more) > AT_ONCE
    workspace.bridge.change("More", tuple(Edit(Address("person", ref), None, person) for ref, person in more))


class Endless:
    """Stand for work on very many people: it goes on until it is told not to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stopped = 0
        self._begun = Event()
        monkeypatch.setattr(outcomes_worked, "work_out", self)

    def __call__(self, sheet: AnswerSheet, known: Sequence[str], go_on: GoOn = always) -> Outcomes:
        if len(sheet.people) <= AT_ONCE:
            return work_out(sheet, known, go_on)
        self._begun.set()
        while go_on():
            pass
        self.stopped += 1
        stop_unless(go_on())
        return work_out(sheet, known, go_on)

    def wait_until_begun(self) -> None:
        assert self._begun.wait(20)


def test_closing_the_file_does_not_wait_for_figures(
    practice: Workspace, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = Endless(monkeypatch)
    twice_as_many(practice)
    page_of(practice)
    endless.wait_until_begun()
    program.close_file()
    assert endless.stopped == 1


def test_figures_of_what_was_there_before_are_not_worked_out_to_their_end(
    practice: Workspace, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    endless = Endless(monkeypatch)
    twice_as_many(practice)
    page = page_of(practice)
    endless.wait_until_begun()
    keep_people(practice, 73)
    hands.wait(lambda: not practice.desk.tasks.busy)
    assert endless.stopped == 1
    assert "of whom 58 could" in page.about.text()


def test_many_people_are_worked_out_beside_the_page(practice: Workspace, hands: Hands) -> None:
    twice_as_many(practice)
    page = page_of(practice)
    assert page.working.isVisible()
    assert not page.proven.isVisible()
    hands.wait(lambda: not page.working.isVisible())
    assert "of whom 116 could" in page.about.text()
    keep_people(practice, 73)
    assert not page.working.isVisible()
    assert "of whom 58 could" in page.about.text()
    hands.rest()
    assert "of whom 58 could" in page.about.text()


@pytest.mark.parametrize("many", [False, True])
def test_a_fault_of_ours_is_reported_and_the_page_says_that_there_are_no_figures(
    many: bool, practice: Workspace, program: Program, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    page = page_of(practice)
    hands.rest()
    reported: list[object] = []
    program.tasks.failed.connect(reported.append)
    with monkeypatch.context() as patch:
        patch.setattr(outcomes_worked, "work_out", fault)
        if many:
            twice_as_many(practice)
        else:
            keep_people(practice, 72)
        hands.wait(lambda: bool(reported))
    assert [type(each) for each in reported] == [ZeroDivisionError]
    assert page.working.isVisible()
    assert page.working.text() == FAILED
    assert not page.proven.isVisible()
    keep_people(practice, 71)
    assert not page.working.isVisible()
    assert page.proven.isVisible()


def fault(*_: object) -> Outcomes:
    raise ZeroDivisionError
