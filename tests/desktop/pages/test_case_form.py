"""The form of one file as a person uses it: by keys, stopped and resumed, with reasons for a No."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Address, CaseAnswer
from iomsa.session.changes import Edit
from iomsa_desktop.desk import AGREE, CASE, CASES, Place
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def form(new_scheme: Workspace) -> CaseFormPage:
    new_scheme.go(Place(CASES))
    page = new_scheme.page
    assert isinstance(page, CasesPage)
    page.add_files(("N-001", "N-002"))
    return form_of(new_scheme, "N-001")


def form_of(workspace: Workspace, ref: str, field: str = "") -> CaseFormPage:
    workspace.go(Place(CASE, ref, field))
    page = workspace.page
    assert isinstance(page, CaseFormPage)
    return page


def answer(form: CaseFormPage, id: str) -> CaseAnswer:
    return form.desk.sheet.cases[form.ref].answers.get(id) or CaseAnswer()


def noted(form: CaseFormPage) -> dict[str, str]:
    return dict(form.desk.sheet.cases[form.ref].header.about)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def in_question(form: CaseFormPage) -> str:
    return next((id for id, row in form.rows.items() if row.isAncestorOf(focused())), "")


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


def test_undo_goes_by_name(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("C2")
    qtbot.keyClicks(focused(), "y")
    assert form.desk.session.undo_name == "N-001, C2 changed to yes"
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


def test_a_new_file_begins_with_what_is_noted_about_it(form: CaseFormPage) -> None:
    assert form.about.fields["cohort"].isAncestorOf(focused())


def test_what_is_noted_is_read_and_saved(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("months")
    qtbot.keyClicks(focused(), "many")
    form.flush()
    assert form.about.fields["months"]._wrong.isVisible()
    assert noted(form) == {}
    form.lead_to("months")
    qtbot.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "14")
    form.flush()
    assert not form.about.fields["months"]._wrong.isVisible()
    form.lead_to("place")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert noted(form) == {"months": "14", "place": "community"}


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
    from PySide6.QtWidgets import QLabel

    assert any("between 1 April 2025 and 31 March 2026" in label.text() for label in form.findChildren(QLabel))


def test_every_control_has_a_name_for_a_screen_reader(form: CaseFormPage) -> None:
    for row in form.rows.values():
        names = [button.accessibleName() for button in row.control.buttons]
        assert names == [f"{row.question.id} {word}" for word in ("Yes", "No", "Not applicable")]


MOST_KEYS = 75
"""With these a file takes under three minutes to enter, at two seconds a key."""
LEFT_TO_THE_OFFER = ("reviewing-agency", "date")


def press(qtbot: QtBot, *keys: Qt.Key | str) -> int:
    """Press keys where the focus is, and count them."""
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(focused(), key)
        else:
            qtbot.keyClick(focused(), key)
    return len(keys)


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


def fill_head(form: CaseFormPage, qtbot: QtBot) -> int:
    """Note everything about a file: lists by a letter, the rest by Space, agency and day by what is offered."""
    pressed = 0
    while form.about.isAncestorOf(focused()):
        field = next((id for id, each in form.about.fields.items() if each.isAncestorOf(focused())), "")
        where = focused()
        if field == "months":
            pressed += press(qtbot, "1", "4")
        elif field not in LEFT_TO_THE_OFFER:
            pressed += press(qtbot, where.itemText(1)[0] if isinstance(where, Pick) else Qt.Key.Key_Space)
        if field:
            pressed += press(qtbot, Qt.Key.Key_Tab)
    return pressed


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("police", "Fill in: Police, 22 November 2026"),
        ("Northmoor Probation Service", "Fill in: Probation, 22 November 2026"),
        ("the council", "Fill in: 22 November 2026"),
    ],
)
def test_agency_and_day_are_offered_and_only_stored_when_taken(
    form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot, typed: str, offered: str
) -> None:
    desk = new_scheme.desk
    desk.settings.set_who(desk.file.path, "Alex Example", typed)
    desk.session._clock = lambda: "2026-11-22T10:00:00"
    form.on_shown()
    assert form.about.offer.text() == offered
    assert noted(form) == {}
    qtbot.mouseClick(form.about.offer, Qt.MouseButton.LeftButton)
    said = offered.removeprefix("Fill in: ")
    assert desk.session.undo_name == f"N-001: {said} filled in"
    assert noted(form)["date"] == "2026-11-22"
    assert form.about.fields["date"].editor.text() == "22/11/2026"
    assert form.about.offer.isHidden()
    desk.bridge.undo()
    assert noted(form) == {}
    assert form.about.offer.isVisible()


def test_the_agency_of_the_last_file_is_offered_for_the_next(
    form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot
) -> None:
    form.lead_to("reviewing-agency")
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert noted(form) == {"reviewing-agency": "together"}
    again = form_of(new_scheme, "N-002")
    assert again.about.offer.text().startswith("Fill in: Police and probation together, ")
    again.lead_to("date")
    press(qtbot, "22/11/2026", Qt.Key.Key_Tab)
    assert again.about.offer.text() == "Fill in: Police and probation together"


def test_what_takes_time_is_nowhere_recorded(form: CaseFormPage, qtbot: QtBot) -> None:
    fill_head(form, qtbot)
    assert len(noted(form)["date"]) == len("2026-11-22")
    assert not {"time", "minutes", "started", "duration"} & set(form.about.fields)


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


def test_enter_after_a_reason_goes_on(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("A1")
    press(qtbot, "n", "l", Qt.Key.Key_Return)
    assert answer(form, "A1")[:2] == ("no", "one-agency")
    assert in_question(form) == "C3"
