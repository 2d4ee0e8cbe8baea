"""The form of one file as a person uses it: by keys, stopped and resumed, with reasons for a No."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, focused, press
from tests.desktop.pages.case_hands import answer, fill_head, first_form, form_of, in_question, noted
from tests.desktop.pages.twice import list_files, review_again

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Address, CaseAnswer
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.desk import AGREE, CASE, CASES, SECOND, Place
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

MOST_KEYS = 75
"""With these a file takes under three minutes to enter, at two seconds a key."""

TELLING = re.compile(r"\b(no|late|reason|note|one.agency)\b", re.IGNORECASE)
"""Words that tell an answer: only a No has a reason and a note."""


@pytest.fixture
def form(new_scheme: Workspace) -> CaseFormPage:
    return first_form(new_scheme)


@pytest.mark.parametrize(("key", "choice"), [("y", "yes"), ("N", "no"), ("x", "not-applicable")])
def test_a_key_answers_and_goes_on(form: CaseFormPage, qtbot: QtBot, key: str, choice: str) -> None:
    form.lead_to("C1")
    qtbot.keyClicks(focused(), key)
    assert answer(form, "C1").choice == choice
    assert in_question(form) == "C2"


def test_the_whole_file_is_entered_by_one_key_each(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("C1")
    for done in range(29):
        assert form._counts[0].text() == f"{done} of 29 answered"
        qtbot.keyClicks(focused(), "y")
    assert form._counts[0].text() == "All 29 answered: this file is reviewed"
    assert focused() is form._nexts[1]
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert form.desk.bridge.session.sheet.cases["N-001"].answers["O3"].choice == "yes"


def test_space_chooses_and_stays(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("C1")
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert answer(form, "C1").choice is None
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert answer(form, "C1").choice == "no"
    assert in_question(form) == "C1"


def test_a_no_to_a_summary_question_asks_why(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("A1")
    qtbot.keyClicks(focused(), "n")
    assert in_question(form) == "A1"
    reason = form.rows["A1"]._reason
    assert reason is not None
    assert reason.isVisible()
    assert focused() is reason.pick
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Nobody asked")
    form.flush()
    given = answer(form, "A1")
    assert (given.choice, given.reason, given.note) == ("no", "not-recorded", "Nobody asked")


def test_a_no_to_any_other_question_asks_nothing(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("C1")
    qtbot.keyClicks(focused(), "n")
    assert form.rows["C1"]._reason is None


def test_yes_takes_the_reason_away_and_leaves_the_note_in_sight(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("A1")
    qtbot.keyClicks(focused(), "n")
    reason = form.rows["A1"]._reason
    assert reason is not None
    qtbot.keyClicks(reason.note, "Late")
    form.flush()
    form.lead_to("A1")
    qtbot.keyClicks(focused(), "y")
    assert answer(form, "A1") == CaseAnswer("yes", "", "Late", *answer(form, "A1")[3:])
    assert reason.isVisible()
    assert (reason._label.text(), reason.pick.isVisible()) == ("Note on A1", False)
    qtbot.keyClicks(form.rows["A1"].control, "n")
    assert (reason._label.text(), reason.pick.isVisible()) == ("Why is A1 a No?", True)


def test_undo_goes_by_name(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("C2")
    qtbot.keyClicks(focused(), "y")
    assert form.desk.session.undo_name == "N-001, C2 answered"
    form.desk.bridge.undo()
    assert answer(form, "C2").choice is None
    assert form.rows["C2"].control.code is None
    assert form._counts[0].text() == "0 of 29 answered"


def test_it_is_resumed_at_the_first_open_question(form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot) -> None:
    form.lead_to("C1")
    qtbot.keyClicks(focused(), "y")
    qtbot.keyClicks(focused(), "y")
    new_scheme.go(Place(CASES))
    again = form_of(new_scheme, "N-001")
    assert in_question(again) == "A1"


def test_next_file_leads_on_and_back_leads_to_the_list(form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot) -> None:
    qtbot.mouseClick(form._nexts[0], Qt.MouseButton.LeftButton)
    assert new_scheme.place == Place(CASE, "N-002")
    new_scheme.go(Place(CASES))
    assert isinstance(new_scheme.page, CasesPage)


def test_a_file_that_is_taken_off_the_list_leaves_for_the_list(new_scheme: Workspace, form: CaseFormPage) -> None:
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.cases == {}
    assert isinstance(new_scheme.page, CasesPage)


def test_a_note_that_names_a_number_is_pointed_out(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("A1")
    qtbot.keyClicks(focused(), "n")
    reason = form.rows["A1"]._reason
    assert reason is not None
    qtbot.keyClicks(reason.note, "See A1234BC")
    assert reason._hint.isVisible()
    assert "prison number" in reason._hint.text()


def test_the_head_names_the_dates_of_the_period(form: CaseFormPage) -> None:
    assert any("between 1 April 2025 and 31 March 2026" in label.text() for label in form.findChildren(QLabel))


def test_every_control_has_a_name_for_a_screen_reader(form: CaseFormPage) -> None:
    for row in form.rows.values():
        names = [button.accessibleName() for button in row.control.buttons]
        assert names == [f"{row.question.id} {word}" for word in ("Yes", "No", "Not applicable")]


def test_a_whole_file_takes_few_keys(form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot) -> None:
    pressed = fill_head(form, qtbot)
    assert set(noted(form)) == set(form.about.fields)
    assert in_question(form) == "C1"
    for id, row in form.rows.items():
        said_no = row.question.summary and id.endswith("2")
        pressed += press(qtbot, "n", "d", Qt.Key.Key_Return) if said_no else press(qtbot, "y")
    assert form._counts[0].text() == "All 29 answered: this file is reviewed"
    assert [answer(form, id)[:2] for id in ("A2", "P2", "D2", "R2", "A1")] == [("no", "late")] * 4 + [("yes", "")]
    pressed += press(qtbot, Qt.Key.Key_Space)
    assert new_scheme.place == Place(CASE, "N-002")
    assert pressed <= MOST_KEYS, f"{pressed} keys"


def test_a_file_that_was_reviewed_twice_says_so_and_leads_to_both(
    form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot
) -> None:
    form.lead_to("C1")
    for _ in form.rows:
        qtbot.keyClicks(focused(), "y")
    assert form.both.isHidden()
    seconds = [Edit(Address("second-answer", "N-001", id), None, CaseAnswer("yes")) for id in form.rows]
    new_scheme.bridge.change("Given", tuple(seconds[:28]))
    begun = Edit(Address("second-review", "N-001"), None, SecondReview("police"))
    new_scheme.bridge.change("Begun", (begun,))
    assert form.both.isHidden()
    new_scheme.bridge.change("Complete", (seconds[28],))
    assert form.both.isVisible()
    Hands(qtbot).press(form.both, "See both reviews")
    assert new_scheme.place == Place(AGREE, "N-001")


@pytest.mark.parametrize("given", [("n",), ("n", "l"), ("n", Qt.Key.Key_Tab, "Late in May", Qt.Key.Key_Tab)])
def test_what_was_answered_last_does_not_stand_where_the_next_reviewer_looks(
    form: CaseFormPage, new_scheme: Workspace, program: Program, qtbot: QtBot, given: tuple[str | Qt.Key, ...]
) -> None:
    form.lead_to("A1")
    press(qtbot, *given)
    session, bridge = form.desk.session, form.desk.bridge
    for act in (bridge.session.seal, bridge.undo, bridge.redo):
        act()
        names = (session.undo_name, session.redo_name, new_scheme.status.changed.text())
        menus = [action.text() for action in program.window.findChildren(QAction)]
        said = {each for each in (*names, *menus) if "A1" in each}
        assert said
        assert {each for each in said if TELLING.search(each)} == set()


def test_the_last_file_leads_on_as_the_list_does(new_scheme: Workspace, qtbot: QtBot) -> None:
    chosen = list_files(new_scheme, 3, "police")
    form = form_of(new_scheme, "N-003")
    assert [each.text() for each in form._nexts] == [f"Second review of {chosen[0]}"] * 2
    review_again(new_scheme, chosen, {"A1": CaseAnswer("no")}, "probation")
    assert [each.text() for each in form._nexts] == [f"Agree on {chosen[0]}"] * 2
    Hands(qtbot).press(form, f"Agree on {chosen[0]}")
    assert new_scheme.place == Place(AGREE, chosen[0])
    new_scheme.bridge.undo()
    review_again(new_scheme, chosen, agency="probation")
    form = form_of(new_scheme, "N-003")
    assert [each.text() for each in form._nexts] == ["Back to the list"] * 2
    assert all(back.isHidden() for back in form._backs)
    Hands(qtbot).press(form, "Back to the list")
    assert new_scheme.place == Place(CASES)


def test_a_long_way_on_has_room_where_the_text_is_large(new_scheme: Workspace, program: Program) -> None:
    (ref,) = list_files(new_scheme, 1, "police")
    desk = new_scheme.desk
    what = edits.case_answer(desk.sheet, ref, "C1", desk.stamp(), kind="second-answer", choice="yes")
    desk.bridge.change("begun", what)
    program.settings.scale = 2.0
    program.window.resize(1024, 768)
    program.relook()
    assert program.workspace is not None
    form = form_of(program.workspace, ref)
    assert form._nexts[0].text() == f"Go on with the second review of {ref}"
    assert form.horizontalScrollBar().maximum() == 0
    assert form._nexts[0].y() > form._backs[0].y()


def test_a_last_file_that_is_not_reviewed_waits_for_its_answers(new_scheme: Workspace, qtbot: QtBot) -> None:
    (ref,) = list_files(new_scheme, 1, "police")
    desk = new_scheme.desk
    desk.bridge.change("opened", edits.case_answer(desk.sheet, ref, "O3", desk.stamp()))
    form = form_of(new_scheme, ref, "O3")
    assert [(each.text(), each.isEnabled()) for each in form._nexts] == [("Next file", False)] * 2
    press(qtbot, "y")
    assert focused() is form._nexts[1]
    press(qtbot, Qt.Key.Key_Space)
    assert new_scheme.place == Place(SECOND, ref)


def test_enter_after_a_reason_goes_on(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("A1")
    press(qtbot, "n", "l", Qt.Key.Key_Return)
    assert answer(form, "A1")[:2] == ("no", "one-agency")
    assert in_question(form) == "C3"
