"""The lead button of the case review: what comes next, until nothing does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import page_at
from tests.desktop.pages.twice import list_files, review_again

from iomsa.answers.sheet import CaseAnswer
from iomsa.session import edits
from iomsa_desktop.desk import AGREE, CASE, CASES, SECOND, Place
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.windows.workspace import Workspace


def leads(workspace: Workspace) -> dict[str, bool]:
    """Return the lead buttons that are shown over the list, and which of them can be pressed."""
    page = page_at(workspace, Place(CASES), CasesPage)
    shown = [each for each in (page.files.review, page.files.next) if not each.isHidden()]
    return {each.text(): each.isEnabled() for each in shown}


def press(workspace: Workspace, qtbot: QtBot) -> Place:
    page = workspace.page
    assert isinstance(page, CasesPage)
    button = page.files.next if page.files.review.isHidden() else page.files.review
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return workspace.place


def test_first_reviews_then_second_ones_then_agreeing_then_nothing(new_scheme: Workspace, qtbot: QtBot) -> None:
    chosen = list_files(new_scheme, 3)
    desk = new_scheme.desk
    desk.bridge.change("opened", edits.case_answer(desk.sheet, "N-002", "C1", desk.stamp()))
    assert leads(new_scheme) == {"Review next file": True}
    assert press(new_scheme, qtbot) == Place(CASE, "N-002")
    desk.bridge.undo()
    assert leads(new_scheme) == {f"Second review of {chosen[0]}": True}
    assert press(new_scheme, qtbot) == Place(SECOND, chosen[0])
    review_again(new_scheme, chosen[:1], {"A1": CaseAnswer("no")})
    assert leads(new_scheme) == {f"Second review of {chosen[1]}": True}
    review_again(new_scheme, chosen[1:])
    assert leads(new_scheme) == {f"Agree on {chosen[0]}": True}
    assert press(new_scheme, qtbot) == Place(AGREE, chosen[0])
    desk.bridge.undo()
    desk.bridge.undo()
    review_again(new_scheme, chosen)
    assert leads(new_scheme) == {}


def test_another_answer_in_a_file_reviewed_twice_changes_what_comes_next(new_scheme: Workspace) -> None:
    first, *others = list_files(new_scheme, 3)
    review_again(new_scheme, (first,))
    review_again(new_scheme, others[:1], {"A1": CaseAnswer("no")})
    review_again(new_scheme, others[1:])
    form, desk = page_at(new_scheme, Place(CASE, first), CaseFormPage), new_scheme.desk
    assert {each.text() for each in form._nexts} == {f"Agree on {others[0]}"}
    desk.bridge.change("differs", edits.case_answer(desk.sheet, first, "A1", desk.stamp(), choice="no"), origin=form)
    assert {each.text() for each in form._nexts} == {f"Agree on {first}"}
    form.go_on()
    assert new_scheme.place == Place(AGREE, first)


@pytest.mark.parametrize("files", [1, 12])
def test_a_second_review_that_was_begun_goes_on(new_scheme: Workspace, files: int) -> None:
    chosen = list_files(new_scheme, files)
    desk = new_scheme.desk
    what = edits.case_answer(desk.sheet, chosen[-1], "C1", desk.stamp(), kind="second-answer", choice="yes")
    desk.bridge.change("begun", what)
    assert leads(new_scheme) == {f"Go on with the second review of {chosen[-1]}": True}
