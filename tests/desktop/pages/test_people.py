"""The people's page as a person uses it: add, open and remove people; say who is meant."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, copy, page_at
from tests.desktop.modal import press, said, visiting

from iomsa.answers.people import FollowUp
from iomsa.answers.review import FROM_RETURN, REMOVED, KeptFigures
from iomsa.answers.sheet import Address
from iomsa.session import people_edits
from iomsa.session.changes import Edit
from iomsa.session.person_cells import Value
from iomsa_desktop.desk import PEOPLE, PERSON, Place
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace, field: str = "") -> PeoplePage:
    return page_at(workspace, Place(PEOPLE, "", field), PeoplePage)


def add(workspace: Workspace, *refs: str, **values: Value) -> None:
    desk = workspace.desk
    for ref in refs:
        desk.bridge.change(f"{ref} added", people_edits.add_person(desk.sheet, ref, desk.stamp()))
        what = people_edits.set_person(desk.framework, desk.sheet, ref, values, desk.stamp())
        desk.bridge.change(f"{ref} filled in", what)


def test_the_keys_of_pasting_work_in_the_list(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    add(new_scheme, "P-900")
    page.people.focus()
    copy("P-901\t01/05/2023\n")
    with visiting(press("Take 1 person")):
        qtbot.keyClick(page.people.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert list(new_scheme.desk.sheet.people) == ["P-900", "P-901"]


def test_a_person_is_added_under_a_reference_and_the_form_follows(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)

    def act(dialog: QWidget) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        press("Add")(dialog)
        assert "Give the reference that your scheme invented" in said(dialog)
        qtbot.keyClicks(line, "A1234BC")
        assert "looks like a prison number" in said(dialog)
        line.clear()
        qtbot.keyClicks(line, "Alex Example")
        assert "“Alex Example” looks like a name." in said(dialog)
        line.clear()
        qtbot.keyClicks(line, "P-001")
        press("Add")(dialog)

    with visiting(act):
        press("Add a person")(page)
    assert new_scheme.place == Place(PERSON, "P-001")
    assert new_scheme.desk.session.undo_name == "P-001 added"

    def again(dialog: QWidget) -> None:
        type_into(dialog, "P-001", qtbot)
        press("Add")(dialog)
        assert "P-001 is on the list already." in said(dialog)

    with visiting(again):
        press("Add a person")(page_of(new_scheme))
    assert list(new_scheme.desk.sheet.people) == ["P-001"]
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.people == {}


def type_into(dialog: QWidget, text: str, qtbot: QtBot) -> None:
    line = dialog.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, text)


def test_enter_opens_a_person_and_delete_removes_one(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    qtbot.keyClick(page.people.table, Qt.Key.Key_Return)
    first = next(iter(practice.desk.sheet.people))
    assert practice.place == Place(PERSON, first)
    page = page_of(practice)
    before = practice.desk.sheet.people[first]
    qtbot.keyClick(page.people.table, Qt.Key.Key_Delete)
    assert first not in practice.desk.sheet.people
    assert practice.desk.session.undo_name == f"{first} removed"
    practice.bridge.undo()
    assert practice.desk.sheet.people[first] == before
    page.people.table.choose(first)
    press(f"Open {first}")(page)
    assert practice.place == Place(PERSON, first)


def test_the_head_says_who_is_meant_and_how_many(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    assert page.about.text() == "Everyone who joined, whether still on the scheme or not."
    hands = Hands(qtbot)
    for name, typed in (("joined_from", "1/4/2023"), ("joined_to", "31 Mar 2024"), ("data_to", "2025-03-01")):
        page.follow_up.fields[name].editor.focus()
        hands.type(typed)
        hands.key(Qt.Key.Key_Tab)
    page.follow_up.fields["look_back_years"].editor.focus()
    hands.type("2")
    page.flush()
    assert new_scheme.desk.sheet.follow_up is not None
    assert new_scheme.desk.sheet.follow_up[:4] == ("2025-03-01", 2.0, "2023-04-01", "2024-03-31")
    add(new_scheme, "P-1", entry="2023-04-01", left="2023-06-01")
    add(new_scheme, "P-2", entry="2024-03-31")
    page = page_of(new_scheme)
    assert page.about.text() == (
        "Everyone who joined between 1 April 2023 and 31 March 2024, whether still on the scheme or not: 2 people. "
        "1 has left. 1 joined less than 18 months before the last known day, too recently."
    )
    assert not page._outside.isVisible()
    add(new_scheme, "P-3", entry="2022-01-01")
    assert page._outside.text().startswith("1 person joined outside these dates and is counted all the same.")


def test_a_wrong_date_says_so_and_stays(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    field = page.follow_up.fields["data_to"]
    field.editor.focus()
    hands = Hands(qtbot)
    hands.type("31/02/2024")
    hands.key(Qt.Key.Key_Tab)
    assert "Give a date such as 31/03/2025. Not saved yet." in said(page.follow_up)
    assert new_scheme.pending == ("People who joined",)
    assert not new_scheme.desk.session.undo_name
    field.editor.focus()
    hands.key(Qt.Key.Key_End)
    hands.key(Qt.Key.Key_Backspace, 10)
    hands.type("28/02/2024")
    page.flush()
    assert not list(new_scheme.pending)
    assert new_scheme.desk.sheet.follow_up is not None
    assert new_scheme.desk.sheet.follow_up.data_to == "2024-02-28"


def test_dates_the_wrong_way_round_are_pointed_out(new_scheme: Workspace) -> None:
    page, desk = page_of(new_scheme), new_scheme.desk
    what = people_edits.set_follow_up(desk.sheet, desk.stamp(), joined_from="2024-04-01", joined_to="2023-04-01")
    desk.bridge.change("dates", what)
    assert "The last day of joining lies before the first." in said(page.follow_up)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (FROM_RETURN, "They came with a return, which never holds a row about a person."),
        (REMOVED, "The rows were removed on 1 February 2026; the totals of 58 people were kept."),
    ],
)
def test_figures_without_rows_say_where_they_are_from(new_scheme: Workspace, origin: str, words: str) -> None:
    page = page_of(new_scheme)
    kept = KeptFigures(origin, "2026-02-01", 0, 58, ())
    new_scheme.bridge.change("kept", (Edit(Address("figures"), None, kept),))
    assert words in said(page.kept)
    assert page.kept.isVisible()
    add(new_scheme, "P-001")
    assert not page.kept.isVisible()


def test_a_place_leads_to_its_field(practice: Workspace) -> None:
    assert page_of(practice, "data_to").follow_up.fields["data_to"].editor.anchor.hasFocus()
    refs = list(practice.desk.sheet.people)
    assert page_of(practice, refs[5]).people.table.chosen == refs[5]
    assert page_of(practice, next(iter(practice.desk.sheet.quarters))).quarters.table.hasFocus()


def test_five_hundred_people_take_no_more_widgets_than_twenty(new_scheme: Workspace) -> None:
    def widgets(n: int) -> int:
        rows = "".join(f"P-{i:03}\t{datetime.date(2023, 1, 1) + datetime.timedelta(i)}\n" for i in range(n))
        copy(rows)
        page = page_of(new_scheme)
        with visiting(press(f"Take {n - len(new_scheme.desk.sheet.people)} people")):
            page.paste()
        return len(page.findChildren(QWidget))

    assert widgets(20) == widgets(500)


def test_nothing_is_offered_that_a_file_open_to_read_only_does_not_allow(
    practice: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(practice.desk.session), "read_only", property(lambda _: True))
    page = page_of(practice)
    before = practice.desk.sheet
    enabled = {each.text() for each in page.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()}
    first = next(iter(before.people))
    assert enabled == {f"Open {first}", "Send a People sheet"}
    copy("P-1\t01/05/2023\n")
    page.people._on_paste()
    page.people._on_remove()
    page.quarters._on_open(0)
    assert practice.desk.sheet is before
    assert page.follow_up.fields["data_to"].editor.anchor.property("readOnly")


def test_the_practice_scheme_has_a_follow_up(practice: Workspace) -> None:
    assert isinstance(practice.desk.sheet.follow_up, FollowUp)
    assert "Everyone who joined between" in page_of(practice).about.text()
