"""The form of one person as a person uses it: every value saved as typed, what reads wrong stays, on to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.modal import press, said

from iomsa.answers.people import DATE, LEVELS, PERCENT, REOFFENCE, TEXT, WHOLE, WORD, YEARS
from iomsa.session import people_edits
from iomsa.session.person_cells import Value, cell_value, person_columns
from iomsa_desktop.desk import OUTCOMES, PEOPLE, PERSON, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.segments import Segments
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.pages.people_field import CellField
from iomsa_desktop.pages.people_form import PersonPage
from iomsa_desktop.pages.people_reoffence import ReoffenceEditor
from iomsa_desktop.windows.workspace import Workspace

TYPED = {
    DATE: ("3/4/2024", "2024-04-03"),
    WHOLE: ("12", 12),
    PERCENT: ("62.5", 62.5),
    YEARS: ("1", 1.0),
    TEXT: ("moved away", "moved away"),
}


def listed(workspace: Workspace, *refs: str) -> None:
    desk = workspace.desk
    for ref in refs:
        what = people_edits.add_person(desk.sheet, ref, desk.stamp())
        desk.bridge.change(f"{ref} added", what)


def page_of(workspace: Workspace, ref: str = "P-1") -> PersonPage:
    if ref not in workspace.desk.sheet.people:
        listed(workspace, ref)
    workspace.go(Place(PERSON, ref))
    page = workspace.page
    assert isinstance(page, PersonPage)
    return page


def segments(field: CellField) -> Segments:
    found = field.editor.findChild(Segments)
    assert found is not None
    return found


def test_every_value_of_a_person_is_kept_as_it_is_given_and_shown_again(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    cells = person_columns(new_scheme.desk.framework)
    assert set(page.fields) == {cell.name for cell in cells}
    wanted: dict[str, object] = {}
    for cell in cells:
        field = page.fields[cell.name]
        if cell.kind == WORD:
            hands.choose(segments(field), cell.choices[-1])
            wanted[cell.name] = cell.choices[-1]
        elif cell.kind == REOFFENCE:
            hands.choose(segments(field), "untraced")
            wanted[cell.name] = "untraced"
        else:
            field.editor.focus()
            hands.type(TYPED[cell.kind][0])
            hands.key(Qt.Key.Key_Tab)
            wanted[cell.name] = TYPED[cell.kind][1]
    person = new_scheme.desk.sheet.people["P-1"]
    assert {cell.name: cell_value(cell, person) for cell in cells} == wanted
    assert not page.pending
    listed(new_scheme, "P-2")
    page_of(new_scheme, "P-2")
    again = page_of(new_scheme)
    assert again is not page
    assert {cell.name: again.fields[cell.name].editor.text() for cell in cells if cell.kind == DATE} == {
        cell.name: "03/04/2024" for cell in cells if cell.kind == DATE
    }
    assert segments(again.fields["cohort"]).code == "free"
    assert again._says.text() == "All main figures are here."


def test_what_reads_wrong_stays_on_the_screen_and_is_not_saved(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    before = new_scheme.desk.sheet
    for name, typed, says in (
        ("entry", "yesterday", "Give a date such as 31/03/2025."),
        ("offences_before", "-1", "Give a whole number, 0 or more."),
        ("predicted", "120", "Give a percentage from 0 to 100, such as 62.5."),
    ):
        field = page.fields[name]
        field.editor.focus()
        hands.type(typed)
        hands.key(Qt.Key.Key_Tab)
        assert f"{says} Not saved yet." in said(field)
        assert field.editor.text() == typed
    assert new_scheme.desk.sheet == before
    assert page.pending
    assert new_scheme.pending == ("Person P-1",)


@pytest.mark.parametrize("stored", ["", "05/05/2023"])
def test_what_is_stored_typed_again_is_no_longer_wrong(new_scheme: Workspace, qtbot: QtBot, stored: str) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    field = page.fields["entry"]
    for typed in (stored, "31/02/2023", stored):
        field.editor.focus()
        QTest.keySequence(hands.focused, QKeySequence(QKeySequence.StandardKey.SelectAll))
        hands.type(typed) if typed else hands.key(Qt.Key.Key_Delete)
        hands.key(Qt.Key.Key_Tab)
        assert page.pending == (typed != stored)
        assert ("Not saved yet." in said(field)) == page.pending


def test_a_first_reoffence_is_none_untraced_or_a_date(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    field = page.fields["first_reoffence"]
    editor = field.editor
    assert isinstance(editor, ReoffenceEditor)

    def stored() -> str:
        return new_scheme.desk.sheet.people["P-1"].first_reoffence

    assert not editor.date.isVisible()
    hands.choose(editor.kind, "none")
    assert stored() == "none"
    hands.choose(editor.kind, DATE)
    assert editor.date.anchor.hasFocus()
    assert stored() == ""
    hands.type("5 May 2024")
    hands.key(Qt.Key.Key_Tab)
    assert stored() == "2024-05-05"
    assert editor.date.text() == "05/05/2024"
    hands.choose(editor.kind, "untraced")
    assert stored() == "untraced"
    assert not editor.date.isVisible()
    new_scheme.bridge.undo()
    assert (editor.kind.code, editor.date.text()) == (DATE, "05/05/2024")
    editor.focus()
    hands.key(Qt.Key.Key_Delete)
    assert stored() == ""
    assert editor.kind.code is None


def test_a_choice_is_taken_back_with_delete(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    control = segments(page.fields["health_now"])
    assert [button.option.code for button in control.buttons] == list(LEVELS)
    hands.choose(control, "not-known")
    assert ("health", "", "not-known") in new_scheme.desk.sheet.people["P-1"].needs
    hands.key(Qt.Key.Key_Delete)
    assert new_scheme.desk.sheet.people["P-1"].needs == ()


def test_typing_is_one_step_and_undo_shows_it(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    page.fields["window_days"].editor.focus()
    hands.type("3")
    page.fields["window_days"].editor.flush()
    hands.type("65")
    page.flush()
    assert page.fields["window_days"].kept.stored() == 365
    assert new_scheme.desk.session.undo_name == "P-1: Days in a window changed"
    new_scheme.bridge.undo()
    assert page.fields["window_days"].kept.stored() is None
    assert page.fields["window_days"].editor.text() == ""


def test_next_goes_down_the_list_and_back_to_the_row(new_scheme: Workspace) -> None:
    listed(new_scheme, "P-1", "P-2")
    page = page_of(new_scheme)
    press("Next person")(page)
    assert new_scheme.place == Place(PERSON, "P-2")
    last = new_scheme.page
    assert isinstance(last, PersonPage)
    # At the head, and again at the end of the form.
    ways = [each for each in last.findChildren(Button) if each.text() == "Next person"]
    assert [(each.isEnabled(), each.toolTip()) for each in ways] == [(False, "This is the last on the list")] * 2
    press("Back to everyone")(last)
    assert new_scheme.place == Place(PEOPLE, "", "P-2")
    people = new_scheme.page
    assert isinstance(people, PeoplePage)
    assert people.people.table.chosen == "P-2"


def test_what_reads_wrong_is_still_there_after_a_look_at_another_person(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    listed(new_scheme, "P-2", "P-3")
    page.fields["entry"].editor.focus()
    hands.type("yesterday")
    press("Next person")(page)
    press("Next person")(page_of(new_scheme, "P-2"))
    assert new_scheme.place == Place(PERSON, "P-3")
    assert new_scheme.pending == ("Person P-1",)
    again = page_of(new_scheme)
    assert again.fields["entry"].editor.text() == "yesterday"
    assert "Not saved yet." in said(again.fields["entry"])
    desk = new_scheme.desk
    desk.bridge.change("gone", people_edits.remove_people(desk.sheet, ("P-1",)))
    assert not new_scheme.pending


def test_undoing_the_person_leads_to_the_list_with_something_typed(new_scheme: Workspace, qtbot: QtBot) -> None:
    page, hands = page_of(new_scheme), Hands(qtbot)
    page.fields["left_reason"].editor.focus()
    hands.type("half a word")
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.people == {}
    assert isinstance(new_scheme.page, PeoplePage)


def test_a_person_who_is_gone_leads_to_the_list_and_the_list_stands_under_outcomes(new_scheme: Workspace) -> None:
    new_scheme.go(Place(PERSON, "nobody"))
    assert isinstance(new_scheme.page, PeoplePage)
    current = [button.entry.place for button in new_scheme._list.buttons if button.current]
    assert current == [Place(OUTCOMES)]


def test_what_is_recent_is_said_and_not_asked_for(new_scheme: Workspace) -> None:
    page, desk = page_of(new_scheme), new_scheme.desk
    assert page._says.text() == "9 main figures to fill in."
    desk.bridge.change("end", people_edits.set_follow_up(desk.sheet, desk.stamp(), data_to="2025-01-01"))
    values: dict[str, Value] = {"entry": "2024-06-01", "window_days": 365}
    desk.bridge.change("joined", people_edits.set_person(desk.framework, desk.sheet, "P-1", values, desk.stamp()))
    assert page._says.text() == ("4 main figures to fill in. What comes after is not known yet: they joined recently.")


@pytest.mark.parametrize("name", ["entry", "cohort", "first_reoffence", "health_now"])
def test_a_file_open_to_read_only_shows_and_keeps(
    practice: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(type(practice.desk.session), "read_only", property(lambda _: True))
    ref = next(iter(practice.desk.sheet.people))
    practice.go(Place(PERSON, ref))
    page = practice.page
    assert isinstance(page, PersonPage)
    editor = page.fields[name].editor
    assert not editor.anchor.isEnabled() or editor.anchor.property("readOnly")
