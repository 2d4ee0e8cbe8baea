"""Two reviewers agree on a file: side by side, by keys, one undo each; the first answers stay."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, focused, page_at, press
from tests.desktop.pages.twice import FIRST_NOTE, list_files, review_again, told

from iomsa.answers.sheet import Address, Case, CaseAnswer
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import AGREE, CASE, CASES, SECOND, Place
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.pages.agree import AgreePage
from iomsa_desktop.pages.agree_row import AgreeRow
from iomsa_desktop.pages.places import place_of
from iomsa_desktop.windows.workspace import Workspace

OTHERS = {
    "A1": CaseAnswer("no", "late", "Seen in May only"),
    "C3": CaseAnswer("not-applicable"),
    "P1": CaseAnswer("no", "not-done"),
}


@pytest.fixture
def chosen(new_scheme: Workspace) -> tuple[str, ...]:
    return list_files(new_scheme, 12)


@pytest.fixture
def page(new_scheme: Workspace, chosen: tuple[str, ...]) -> AgreePage:
    review_again(new_scheme, chosen[:1], OTHERS)
    return page_of(new_scheme, chosen[0])


def page_of(workspace: Workspace, ref: str, field: str = "") -> AgreePage:
    return page_at(workspace, Place(AGREE, ref, field), AgreePage)


def case_of(page: AgreePage) -> Case:
    return page.desk.sheet.cases[page.ref]


def in_row(page: AgreePage) -> str:
    return next((id for id, row in page.rows.items() if row.isAncestorOf(focused())), "")


def test_only_what_differs_is_asked_with_both_answers_side_by_side(page: AgreePage) -> None:
    assert list(page.rows) == ["A1", "C3", "P1"]
    assert "The first review was by Probation, the second by Police." in told(page)
    assert "They gave the same answer to 26 of 29 questions." in told(page)
    row = page.rows["A1"]
    assert isinstance(row, AgreeRow)
    first, second = row.said
    assert first.accessibleName() == f"First review, Probation. Yes. {FIRST_NOTE}"
    assert second.accessibleName() == "Second review, Police. No. Done, but too late. Seen in May only"
    assert (second.said.text(), second.note.text()) == ("No: Done, but too late", "Seen in May only")
    assert page.count.text() == "0 of 3 agreed, 3 to go"


def test_it_begins_at_the_first_that_is_open_and_goes_on_by_key(page: AgreePage, qtbot: QtBot) -> None:
    assert in_row(page) == "A1"
    press(qtbot, "y")
    assert in_row(page) == "C3"
    press(qtbot, "x")
    assert in_row(page) == "P1"
    press(qtbot, "y")
    assert {id: each.choice for id, each in case_of(page).agreed.items()} == {
        "A1": "yes",
        "C3": "not-applicable",
        "P1": "yes",
    }
    assert page.count.text() == "All 3 agreed: the agreed answers rate"
    assert focused() is page.next


def test_a_third_answer_may_be_agreed_and_rates(page: AgreePage, qtbot: QtBot) -> None:
    before = case_of(page)
    page.lead_to("C3")
    press(qtbot, "n")
    case = case_of(page)
    assert case.rates["C3"].choice == "no"
    assert (case.answers, case.second) == (before.answers, before.second)


def test_each_is_one_step_to_undo(page: AgreePage, qtbot: QtBot) -> None:
    press(qtbot, "y", "y")
    desk = page.desk
    assert desk.session.undo_name == f"{page.ref} agreed, C3 answered"
    desk.bridge.undo()
    assert set(case_of(page).agreed) == {"A1"}
    assert page.rows["C3"].control.code is None
    assert page.count.text() == "1 of 3 agreed, 2 to go"
    page.lead_to("A1")
    press(qtbot, Qt.Key.Key_Delete)
    assert case_of(page).agreed == {}
    assert desk.session.undo_name == f"{page.ref} agreed, A1 opened again"


def test_an_agreed_no_brings_the_reason_of_who_said_no(page: AgreePage, qtbot: QtBot) -> None:
    press(qtbot, "n")
    assert case_of(page).agreed["A1"][:3] == ("no", "late", "")
    reason = page.rows["A1"]._reason
    assert reason is not None
    assert (reason.isVisible(), reason.pick.code) == (True, "late")
    page.lead_to("A1")
    press(qtbot, Qt.Key.Key_Tab, "l")
    assert case_of(page).agreed["A1"].reason == "one-agency"


def test_where_one_differs_it_says_one(new_scheme: Workspace, chosen: tuple[str, ...], qtbot: QtBot) -> None:
    review_again(new_scheme, chosen[:1], {"C3": CaseAnswer("no")})
    page = page_of(new_scheme, chosen[0])
    press(qtbot, "n")
    assert page.count.text() == "Agreed: this answer rates"


def test_where_none_differs_it_says_so(new_scheme: Workspace, chosen: tuple[str, ...]) -> None:
    review_again(new_scheme, chosen[:1])
    page = page_of(new_scheme, chosen[0])
    assert page.rows == {}
    assert "Both gave the same answer to every question. There is nothing to agree on." in told(page)


def test_what_both_said_alike_can_be_unfolded(page: AgreePage) -> None:
    fold = page.findChild(Fold)
    assert fold is not None
    assert fold.head.text() == "The same answer: 26 questions"
    fold.unfold()
    table = page.findChild(RowsTable)
    assert table is not None
    rows = table._rows_model.shown.rows
    assert len(rows) == 26
    assert rows[0] == ("C1 Person told", "Yes")


@pytest.mark.parametrize(
    ("gone", "button", "place"),
    [("second-answer", "Go on with the second review", SECOND), ("case-answer", "Go on with the first review", CASE)],
)
def test_nothing_is_shown_before_both_are_complete(
    page: AgreePage, new_scheme: Workspace, qtbot: QtBot, gone: str, button: str, place: str
) -> None:
    address = Address(gone, page.ref, "O3")
    new_scheme.bridge.change("Opened", (Edit(address, page.desk.sheet.record(address), None),))
    assert page.rows == {}
    assert FIRST_NOTE not in told(page)
    assert "Not yet to be compared" in told(page)
    Hands(qtbot).press(page, button)
    assert new_scheme.place == Place(place, page.ref)


def test_next_leads_to_the_next_difference_and_then_to_the_next_second_review(
    page: AgreePage, new_scheme: Workspace, chosen: tuple[str, ...], qtbot: QtBot
) -> None:
    assert page.next.text() == f"Second review of {chosen[1]}"
    review_again(new_scheme, chosen[2:3], OTHERS)
    new_scheme.go(Place(CASES))
    again = page_of(new_scheme, page.ref)
    assert again.next.text() == f"Agree on {chosen[2]}"
    Hands(qtbot).press(again, f"Agree on {chosen[2]}")
    assert new_scheme.place == Place(AGREE, chosen[2])


def test_all_done_leads_back(new_scheme: Workspace, chosen: tuple[str, ...], qtbot: QtBot) -> None:
    review_again(new_scheme, chosen)
    page = page_of(new_scheme, chosen[0])
    assert page.next.isHidden()
    assert focused() is page.back
    press(qtbot, Qt.Key.Key_Space)
    assert new_scheme.place == Place(CASES)


def test_an_answer_agreed_on_before_they_said_the_same_can_be_taken_back(
    page: AgreePage, new_scheme: Workspace, qtbot: QtBot
) -> None:
    press(qtbot, "n")
    desk = page.desk
    what = edits.case_answer(desk.sheet, page.ref, "A1", desk.stamp(), choice="no")
    new_scheme.bridge.change("First one changed", what)
    assert list(page.rows) == ["A1", "C3", "P1"]
    page.lead_to("A1")
    press(qtbot, Qt.Key.Key_Delete)
    assert list(page.rows) == ["C3", "P1"]


def test_a_file_on_which_nothing_differs_any_more_can_be_looked_at_again(
    page: AgreePage, new_scheme: Workspace, qtbot: QtBot
) -> None:
    desk, before = page.desk, case_of(page)
    same = tuple(Edit(Address("second-answer", page.ref, id), before.second[id], before.answers[id]) for id in OTHERS)
    with qtbot.waitSignal(page.rows["A1"].destroyed, timeout=20_000):
        new_scheme.bridge.change("Alike", same)
    new_scheme.go(Place(CASES))
    again = page_of(new_scheme, page.ref)
    assert again is page
    assert again.rows == {}
    desk.bridge.undo()
    assert again.count.text() == "0 of 3 agreed, 3 to go"


def test_where_both_are_of_one_agency_it_says_so(page: AgreePage, new_scheme: Workspace) -> None:
    desk = page.desk
    what = edits.case_about(desk.sheet, page.ref, "reviewing-agency", "police", desk.stamp())
    new_scheme.bridge.change("First one changed", what)
    assert "Both reviews say that Police made them." in told(page)


def test_a_file_that_leaves_the_list_leaves_for_the_list(page: AgreePage, new_scheme: Workspace) -> None:
    desk = page.desk
    new_scheme.bridge.change("Removed", edits.remove_case(desk.sheet, page.ref))
    assert new_scheme.page is not page


def test_an_agreed_answer_leads_here(page: AgreePage) -> None:
    assert place_of(page.desk.framework, Address("agreed-answer", page.ref, "P1")) == Place(AGREE, page.ref, "P1")


def test_every_control_has_a_name_of_its_own(page: AgreePage) -> None:
    names = [each.accessibleName() for row in page.rows.values() for each in row.control.buttons]
    assert names[0] == "A1 agreed answer Yes"
    assert len(set(names)) == len(names) == 9
    assert all(each.text() or each.accessibleName() for each in page.findChildren(QPushButton))
