"""The second review of a file as a person makes it: another agency, blind to the first, stopped and resumed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, focused, page_at, press
from tests.desktop.modal import said
from tests.desktop.pages.case_hands import in_question
from tests.desktop.pages.twice import FIRST_NOTE, list_files, review_again, told

from iomsa.answers.sheet import Address, Case
from iomsa.session import edits
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import AGREE, CASES, SECOND, Place
from iomsa_desktop.pages.second_form import NotChosenPage, SecondFormPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def form_of(workspace: Workspace, ref: str, field: str = "") -> SecondFormPage:
    return page_at(workspace, Place(SECOND, ref, field), SecondFormPage)


@pytest.fixture
def form(new_scheme: Workspace) -> SecondFormPage:
    return form_of(new_scheme, list_files(new_scheme, 12)[0])


def case_of(form: SecondFormPage) -> Case:
    return form.desk.sheet.cases[form.ref]


def answer_all(form: SecondFormPage, qtbot: QtBot) -> None:
    form.lead_to("C1")
    for _ in form.rows:
        press(qtbot, "y")


def test_it_begins_with_the_agency_which_is_another(form: SecondFormPage, qtbot: QtBot) -> None:
    assert form.agency is not None
    assert form.agency.isAncestorOf(focused())
    names = [each.accessibleName() for each in form.agency.findChildren(type(focused()))]
    assert names == [f"{form.ref} Reviewing agency {name}" for name in ("Police", "Other")]
    assert "The first review was by Probation. Another agency makes this one." in told(form)
    press(qtbot, Qt.Key.Key_Space)
    second = case_of(form).second_review
    assert second is not None
    assert second.agency == "police"
    assert form.desk.session.undo_name == f"{form.ref} second review by Police"


@pytest.mark.parametrize(("typed", "likely"), [("other", "Other"), ("the council", "Police")])
def test_the_likely_agency_has_the_focus_and_is_only_stored_when_pressed(
    new_scheme: Workspace, qtbot: QtBot, typed: str, likely: str
) -> None:
    desk = new_scheme.desk
    desk.settings.set_who(desk.file.path, "Alex Example", typed)
    form = form_of(new_scheme, list_files(new_scheme, 12)[0])
    assert focused().accessibleName() == f"{form.ref} Reviewing agency {likely}"
    assert case_of(form).second_review is None


def test_the_agency_of_the_last_second_review_is_likely(new_scheme: Workspace, qtbot: QtBot) -> None:
    chosen = list_files(new_scheme, 12)
    form_of(new_scheme, chosen[0])
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Space)
    form = form_of(new_scheme, chosen[1])
    assert focused().accessibleName() == f"{form.ref} Reviewing agency Other"


def test_the_own_agency_is_not_to_choose_where_it_made_the_first(new_scheme: Workspace) -> None:
    form = form_of(new_scheme, list_files(new_scheme, 12, "police")[0])
    assert focused().accessibleName() == f"{form.ref} Reviewing agency Probation"


def test_no_word_of_the_first_review_stands_there(form: SecondFormPage, qtbot: QtBot) -> None:
    assert form.heading.text() == f"Second review of {form.ref}"
    assert "Blind to the first review" in told(form)
    assert all(row.control.code is None for row in form.rows.values())
    assert FIRST_NOTE not in told(form)
    answer_all(form, qtbot)
    assert FIRST_NOTE not in told(form)


def test_every_answer_is_stored_beside_the_first_and_undone_by_name(form: SecondFormPage, qtbot: QtBot) -> None:
    first = case_of(form).answers
    form.lead_to("C1")
    press(qtbot, "n", "x")
    assert in_question(form) == "A1"
    assert {id: each.choice for id, each in case_of(form).second.items()} == {"C1": "no", "C2": "not-applicable"}
    assert case_of(form).answers == first
    assert form.desk.session.undo_name == f"{form.ref} second review, C2 answered"
    form.desk.bridge.undo()
    assert set(case_of(form).second) == {"C1"}
    assert form._counts[0].text() == "1 of 29 answered"


def test_a_no_to_a_summary_question_asks_why(form: SecondFormPage, qtbot: QtBot) -> None:
    form.lead_to("A1")
    press(qtbot, "n", "n", Qt.Key.Key_Tab, "Seen in March", Qt.Key.Key_Tab)
    given = case_of(form).second["A1"]
    assert given[:3] == ("no", "not-recorded", "Seen in March")
    assert in_question(form) == "C3"


def test_it_is_stopped_and_resumed(form: SecondFormPage, new_scheme: Workspace, qtbot: QtBot) -> None:
    form.lead_to("C1")
    press(qtbot, "y", "y")
    new_scheme.go(Place(CASES))
    assert in_question(form_of(new_scheme, form.ref)) == "A1"


def test_all_given_leads_to_comparing(form: SecondFormPage, new_scheme: Workspace, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Space)
    assert not form._nexts[1].isEnabled()
    answer_all(form, qtbot)
    assert form._counts[0].text() == "All 29 answered"
    assert focused() is form._nexts[1]
    press(qtbot, Qt.Key.Key_Space)
    assert new_scheme.place == Place(AGREE, form.ref)


def test_without_an_agency_it_asks_for_it_before_comparing(form: SecondFormPage, qtbot: QtBot) -> None:
    answer_all(form, qtbot)
    assert form._counts[0].text() == "All 29 answered. Say first, above, which agency made this review."
    assert not form._nexts[0].isEnabled()
    form.focus_first()
    press(qtbot, Qt.Key.Key_Space)
    assert form._nexts[0].isEnabled()


def test_an_agency_is_not_taken_away(form: SecondFormPage, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Delete)
    assert form.agency is not None
    assert (form.agency.agency, form.agency.editor.text()) == ("police", "police")


def test_where_the_first_agency_is_unknown_it_says_so(new_scheme: Workspace) -> None:
    form = form_of(new_scheme, list_files(new_scheme, 12, "")[0])
    assert "The first review does not say yet which agency made it." in told(form)


def test_where_both_are_of_one_agency_it_says_so(form: SecondFormPage, new_scheme: Workspace, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Space)
    desk = form.desk
    what = edits.case_about(desk.sheet, form.ref, "reviewing-agency", "police", desk.stamp())
    desk.bridge.change("First one changed", what)
    assert "The first review was by Police too" in told(form)
    assert form.agency is not None
    assert [each.text() for each in form.agency.findChildren(QRadioButton)] == ["Probation", "Other"]


def test_only_the_files_chosen_by_the_seed(new_scheme: Workspace, qtbot: QtBot) -> None:
    chosen = list_files(new_scheme, 12)
    other = next(ref for ref in new_scheme.desk.sheet.cases if ref not in chosen)
    page = page_at(new_scheme, Place(SECOND, other), NotChosenPage)
    assert f"{other} is not among them." in told(page)
    assert focused() is page._back
    Hands(qtbot).press(page, f"Second review of {chosen[0]}")
    assert new_scheme.place == Place(SECOND, chosen[0])


def test_a_page_of_a_file_not_chosen_is_of_now(new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 12)
    desk = new_scheme.desk
    other = next(ref for ref in desk.sheet.cases if ref not in chosen)
    page_at(new_scheme, Place(SECOND, other), NotChosenPage)
    review_again(new_scheme, chosen[:1])
    page = page_at(new_scheme, Place(SECOND, other), NotChosenPage)
    assert f"Second review of {chosen[1]}" in said(page)
    # With as few files as are reviewed twice at least, every one is among them.
    for ref in chosen[:2]:
        desk.bridge.change("Removed", edits.remove_case(desk.sheet, ref))
    assert isinstance(new_scheme.page, SecondFormPage)
    assert new_scheme.place == Place(SECOND, other)
    desk.bridge.undo()
    page_at(new_scheme, Place(SECOND, other), NotChosenPage)


def test_a_file_that_leaves_the_list_leaves_for_the_list(form: SecondFormPage, new_scheme: Workspace) -> None:
    desk = form.desk
    desk.bridge.change("Removed", edits.remove_case(desk.sheet, form.ref))
    assert new_scheme.page is not form
    assert form.ref not in desk.sheet.cases


def test_the_found_second_answer_leads_here(form: SecondFormPage, new_scheme: Workspace) -> None:
    from iomsa_desktop.pages.places import place_of

    place = place_of(form.desk.framework, Address("second-answer", form.ref, "P2"))
    assert place == Place(SECOND, form.ref, "P2")
    new_scheme.go(place)
    assert in_question(form) == "P2"


def test_nothing_can_be_changed_in_a_file_that_is_only_read(
    program: Program, form: SecondFormPage, qtbot: QtBot
) -> None:
    path, ref = form.desk.file.path, form.ref
    program.close_file()
    with SchemeFile.open(path, clock=lambda: "2026-11-22T10:00:00", who=str):
        program.open(path)
        assert program.workspace is not None
        again = form_of(program.workspace, ref)
        assert again.agency is not None
        assert not again.agency.editor.isEnabled()
        assert not any(row.control.isEnabled() for row in again.rows.values())
        program.close_file()
