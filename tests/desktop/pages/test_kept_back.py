"""Whoever is to review a file again is asked before the first answers are shown; nobody else is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import focused, press
from tests.desktop.pages.twice import FIRST_NOTE, list_files, review_again, told

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Address
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.desk import CASE, CASES, FIRST, SECOND, Place
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.kept_back import KeptBackPage
from iomsa_desktop.windows.workspace import Workspace


def at_case(workspace: Workspace, ref: str, field: str = "") -> KeptBackPage | CaseFormPage:
    workspace.go(Place(CASE, ref, field))
    page = workspace.page
    assert isinstance(page, KeptBackPage | CaseFormPage)
    return page


def sits(workspace: Workspace, agency: str) -> None:
    """Let somebody of an agency sit down at the keyboard."""
    desk = workspace.desk
    desk.settings.set_who(desk.file.path, "Bo Example", agency)


def test_the_safe_way_is_the_first_and_has_the_focus(new_scheme: Workspace, qtbot: QtBot) -> None:
    (ref,) = list_files(new_scheme, 1)
    page = at_case(new_scheme, ref, "A1")
    assert isinstance(page, KeptBackPage)
    assert focused() is page.second
    assert page.second.text() == "Start the second review"
    said = told(page)
    assert "The first review was by Probation." in said
    assert FIRST_NOTE not in said
    assert "Yes" not in said
    press(qtbot, Qt.Key.Key_Space)
    assert new_scheme.place == Place(SECOND, ref)


def test_the_answers_are_shown_to_whoever_wants_them_all_the_same(new_scheme: Workspace, qtbot: QtBot) -> None:
    (ref,) = list_files(new_scheme, 1)
    page = at_case(new_scheme, ref)
    assert isinstance(page, KeptBackPage)
    qtbot.mouseClick(page.show_anyway, Qt.MouseButton.LeftButton)
    form = new_scheme.page
    assert isinstance(form, CaseFormPage)
    assert new_scheme.place == Place(FIRST, ref)
    assert form.rows["A1"].control.code == "yes"
    new_scheme.go(Place(CASES))
    assert isinstance(at_case(new_scheme, ref), KeptBackPage)


def test_a_second_review_that_was_begun_goes_on(new_scheme: Workspace) -> None:
    (ref,) = list_files(new_scheme, 1)
    before = at_case(new_scheme, ref)
    assert isinstance(before, KeptBackPage)
    assert before.second.text() == "Start the second review"
    new_scheme.go(Place(SECOND, ref))
    begun = Edit(Address("second-review", ref), None, SecondReview("police"))
    new_scheme.desk.bridge.change("begun", (begun,))
    page = at_case(new_scheme, ref)
    assert isinstance(page, KeptBackPage)
    assert page.second.text() == "Go on with the second review"


@pytest.mark.parametrize(
    ("first", "sitting", "asked"),
    [
        ("probation", "police", True),
        ("probation", "Northmoor Police", True),
        ("police", "probation", True),
        ("together", "police", True),
        ("police", "police", False),
        ("probation", "", False),
        ("probation", "a council", False),
        ("", "police", False),
    ],
)
def test_who_is_asked(new_scheme: Workspace, first: str, sitting: str, asked: bool) -> None:
    (ref,) = list_files(new_scheme, 1, agency=first)
    sits(new_scheme, sitting)
    assert isinstance(at_case(new_scheme, ref), KeptBackPage) == asked


def test_of_many_files_only_those_to_be_reviewed_twice_are_kept_back(new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    refs = list(new_scheme.desk.sheet.cases)
    kept = {ref for ref in refs if isinstance(at_case(new_scheme, ref), KeptBackPage)}
    assert kept == set(chosen)
    assert len(kept) == 10


def test_nothing_is_kept_back_while_the_first_goes_on_or_when_the_second_is_done(new_scheme: Workspace) -> None:
    first, second = list_files(new_scheme, 2)
    desk = new_scheme.desk
    desk.bridge.change("opened", edits.case_answer(desk.sheet, first, "C1", desk.stamp()))
    assert isinstance(at_case(new_scheme, first), CaseFormPage)
    desk.bridge.undo()
    review_again(new_scheme, [second])
    assert isinstance(at_case(new_scheme, second), CaseFormPage)


def test_a_page_that_was_made_for_one_is_not_shown_to_another(new_scheme: Workspace) -> None:
    (ref,) = list_files(new_scheme, 1, agency="police")
    assert isinstance(at_case(new_scheme, ref), CaseFormPage)
    new_scheme.go(Place(CASES))
    sits(new_scheme, "probation")
    assert isinstance(at_case(new_scheme, ref), KeptBackPage)
    sits(new_scheme, "police")
    assert isinstance(at_case(new_scheme, ref), CaseFormPage)


def test_a_file_that_leaves_the_list_leads_back_to_it(new_scheme: Workspace) -> None:
    ref, _ = list_files(new_scheme, 2)
    assert isinstance(at_case(new_scheme, ref), KeptBackPage)
    new_scheme.desk.bridge.change("gone", edits.remove_case(new_scheme.desk.sheet, ref))
    assert new_scheme.place == Place(CASES)
