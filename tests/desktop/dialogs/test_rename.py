"""A mistyped reference is put right from the list or from the file itself, as one step; a drawn one says why not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.twice import list_files, review_again

from iomsa.answers.people import Person
from iomsa.answers.sheet import Address
from iomsa.session.changes import Edit
from iomsa_desktop.desk import CASE, CASES, PEOPLE, PERSON, Place
from iomsa_desktop.dialogs.rename import SENT, RenameDialog
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.pages.people_form import PersonPage
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def people(workspace: Workspace) -> None:
    rows = (Edit(Address("person", f"P-{n}"), None, Person(n, entry="2024-01-01")) for n in (1, 2))
    workspace.desk.bridge.change("People", tuple(rows))


def renamed(hands: Hands, press: str, page: QDialog | object, new: str) -> list[str]:
    """Press a link, type a reference over the one that stands there, press Enter; return what was said."""
    said: list[str] = []

    def type_it(dialog: QDialog) -> None:
        assert isinstance(dialog, RenameDialog)
        hands.type(new)
        said.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        hands.press(dialog, "Rename")
        said.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())

    assert isinstance(page, CasesPage | CaseFormPage | PeoplePage | PersonPage)
    hands.in_dialog(lambda: hands.press(page, press), type_it)
    return said


def test_a_file_is_renamed_from_the_list_and_stays_chosen(new_scheme: Workspace, hands: Hands) -> None:
    list_files(new_scheme, 3)
    review_again(new_scheme, ["N-002"])
    before = new_scheme.desk.sheet.cases
    new_scheme.go(Place(CASES))
    page = new_scheme.page
    assert isinstance(page, CasesPage)
    page.files.table.choose("N-002")
    assert SENT in renamed(hands, "Rename N-002", page, "N-22")
    after = new_scheme.desk.sheet.cases
    assert list(after) == ["N-001", "N-22", "N-003"]
    assert after["N-22"] == before["N-002"]._replace(ref="N-22")
    assert page.files.table.chosen == "N-22"
    assert new_scheme.desk.session.undo_name == "N-002 renamed to N-22"
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.cases == before


def test_a_file_is_renamed_from_its_own_page_with_what_was_just_typed(new_scheme: Workspace, hands: Hands) -> None:
    list_files(new_scheme, 2, agency="police")
    people(new_scheme)
    new_scheme.go(Place(CASE, "N-001"))
    page = new_scheme.page
    assert isinstance(page, CaseFormPage)
    page.about.fields["months"].editor.focus()
    hands.type("7")
    said = renamed(hands, "Rename N-001", page, "P-1")
    assert not any("stands on the list" in each for each in said)
    assert new_scheme.place == Place(CASE, "P-1")
    assert dict(new_scheme.desk.sheet.cases["P-1"].header.about)["months"] == "7"


@pytest.mark.parametrize("from_the_list", [True, False])
def test_a_person_is_renamed(new_scheme: Workspace, hands: Hands, from_the_list: bool) -> None:
    people(new_scheme)
    new_scheme.go(Place(PEOPLE) if from_the_list else Place(PERSON, "P-1"))
    page = new_scheme.page
    if isinstance(page, PeoplePage):
        page.people.table.choose("P-1")
    renamed(hands, "Rename P-1", page, "P-01")
    assert list(new_scheme.desk.sheet.people) == ["P-01", "P-2"]
    if isinstance(page, PeoplePage):
        assert page.people.table.chosen == "P-01"
    else:
        assert new_scheme.place == Place(PERSON, "P-01")


def test_what_can_not_be_is_said_under_the_line_and_nothing_is_changed(new_scheme: Workspace, hands: Hands) -> None:
    list_files(new_scheme, 2)
    before = new_scheme.desk.sheet
    new_scheme.go(Place(CASES))
    page = new_scheme.page
    assert isinstance(page, CasesPage)
    page.files.table.choose("N-001")
    said = renamed(hands, "Rename N-001", page, "N-002")
    assert "N-002 is on the list already. Two can't have the same reference." in said
    assert any("number" in each for each in renamed(hands, "Rename N-001", page, "A1234BC") if "looks like" in each)
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet == before


def test_a_reference_that_stands_on_the_other_list_is_pointed_out(new_scheme: Workspace, hands: Hands) -> None:
    list_files(new_scheme, 1, agency="police")
    row = Edit(Address("person", "N-001"), None, Person(1, entry="2024-01-01"))
    new_scheme.desk.bridge.change("People", (row,))
    new_scheme.go(Place(CASE, "N-001"))
    said = renamed(hands, "Rename N-001", new_scheme.page, "N-1")
    assert any("N-001 stands on the list of people who joined, too" in each for each in said)
    assert list(new_scheme.desk.sheet.people) == ["N-001"]


def test_a_drawn_file_says_why_it_keeps_its_reference(practice: Workspace, hands: Hands) -> None:
    practice.go(Place(CASE, "N-002"))
    page, said = practice.page, list[str]()
    assert isinstance(page, CaseFormPage)
    hands.in_dialog(
        lambda: hands.press(page, "Rename N-002"),
        lambda dialog: said.extend(each.text() for each in dialog.findChildren(QLabel)),
    )
    assert said[0] == "N-002 stays as it is"
    assert said[1].startswith("Which files are drawn follows from their references, so that anybody can repeat it.")
    assert practice.place == Place(CASE, "N-002")


def test_nothing_is_renamed_in_a_file_that_is_only_read(new_scheme: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    list_files(new_scheme, 1, agency="police")
    monkeypatch.setattr(new_scheme.desk.session, "_journal", None)
    new_scheme.go(Place(CASES))
    page = new_scheme.page
    assert isinstance(page, CasesPage)
    page.files.table.choose("N-001")
    assert page.files.links.open.isVisible()
    assert not page.files.links.rename.isVisible()
    new_scheme.go(Place(CASE, "N-001"))
    form = new_scheme.page
    assert isinstance(form, CaseFormPage)
    assert not form.rename.isVisible()
