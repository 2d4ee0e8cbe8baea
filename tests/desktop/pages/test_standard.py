"""A standard's page as a person uses it: with the keyboard, with the mouse, and while typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import focused, page_at

from iomsa.answers.sheet import Answer
from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.kit.spoken import ScrollArea
from iomsa_desktop.pages.standard import StandardPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace, id: str, prompt: str = "") -> StandardPage:
    return page_at(workspace, Place(STANDARD, id, prompt), StandardPage)


def field_of(page: StandardPage, prompt: str) -> PromptField:
    return next(each for each in page.findChildren(PromptField) if each.prompt.id == prompt)


def answer(workspace: Workspace, prompt: str) -> Answer:
    return workspace.desk.sheet.answers.get(prompt) or Answer()


@pytest.mark.parametrize(("key", "choice"), [("0", "0"), ("3", "3"), ("k", "not-known"), ("K", "not-known")])
def test_a_key_answers_the_prompt_that_has_the_focus(
    new_scheme: Workspace, qtbot: QtBot, key: str, choice: str
) -> None:
    page_of(new_scheme, "1", "1.1.2")
    qtbot.keyClicks(focused(), key)
    assert answer(new_scheme, "1.1.2").choice == choice
    assert answer(new_scheme, "1.1.1").choice is None


def test_n_answers_only_where_not_applicable_is_allowed_and_asks_for_the_reason(
    new_scheme: Workspace, qtbot: QtBot
) -> None:
    page_of(new_scheme, "1", "1.1.1")
    qtbot.keyClicks(focused(), "n")
    assert answer(new_scheme, "1.1.1").choice is None
    page_of(new_scheme, "1", "1.3.2")
    qtbot.keyClicks(focused(), "n")
    qtbot.keyClicks(focused(), "No change was made this year")
    new_scheme.flush()
    assert answer(new_scheme, "1.3.2").choice == "not-applicable"
    assert answer(new_scheme, "1.3.2").reason == "No change was made this year"


def test_arrows_move_the_focus_without_choosing_and_space_chooses(new_scheme: Workspace, qtbot: QtBot) -> None:
    page_of(new_scheme, "1", "1.1.1")
    for _ in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert answer(new_scheme, "1.1.1").choice is None
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert answer(new_scheme, "1.1.1").choice == "2"
    assert "1.1.1 changed to 2" in new_scheme.status.changed.text()


def test_delete_opens_the_prompt_again(new_scheme: Workspace, qtbot: QtBot) -> None:
    page_of(new_scheme, "1", "1.1.1")
    qtbot.keyClicks(focused(), "2")
    qtbot.keyClick(focused(), Qt.Key.Key_Delete)
    assert answer(new_scheme, "1.1.1").choice is None


def test_enter_leads_to_the_note_and_single_keys_are_only_letters_there(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1", "1.1.1")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is field_of(page, "1.1.1").note
    qtbot.keyClicks(focused(), "3 of 4 know it? Fine, K and F too")
    new_scheme.flush()
    assert answer(new_scheme, "1.1.1").note == "3 of 4 know it? Fine, K and F too"
    assert answer(new_scheme, "1.1.1").choice is None
    assert not answer(new_scheme, "1.1.1").flag


def test_typing_is_stored_when_it_pauses(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1", "1.1.1/note")
    qtbot.keyClicks(field_of(page, "1.1.1").note, "Signed in May")
    qtbot.waitUntil(lambda: answer(new_scheme, "1.1.1").note == "Signed in May", timeout=20_000)


def test_text_goes_to_the_prompt_it_was_typed_for_when_another_page_comes(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1", "1.1.1/note")
    qtbot.keyClicks(field_of(page, "1.1.1").note, "Signed in May")
    page_of(new_scheme, "2", "2.1.1")
    assert answer(new_scheme, "1.1.1").note == "Signed in May"
    assert answer(new_scheme, "2.1.1").note == ""


def test_f_flags_and_the_button_says_so(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1", "1.1.1")
    qtbot.keyClicks(focused(), "f")
    assert answer(new_scheme, "1.1.1").flag
    button = field_of(page, "1.1.1").flag
    assert (button.isChecked(), button.accessibleName()) == (True, "1.1.1 flagged")
    wide = button.sizeHint()
    qtbot.keyClicks(focused(), "f")
    assert not answer(new_scheme, "1.1.1").flag
    assert (button.isChecked(), button.sizeHint()) == (False, wide)


def test_undo_takes_back_by_name_and_shows_it(new_scheme: Workspace, program: Program, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1", "1.1.1")
    qtbot.keyClicks(focused(), "2")
    program.window.asked.emit("undo")
    assert answer(new_scheme, "1.1.1").choice is None
    assert field_of(page, "1.1.1").control.code is None
    assert "taken back" in new_scheme.status.changed.text()
    program.window.asked.emit("redo")
    assert field_of(page, "1.1.1").control.code == "2"


def test_the_rating_and_its_reason_follow_the_answers(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1")
    for prompt in page.standard.prompts:
        page_of(new_scheme, "1", prompt.id)
        qtbot.keyClicks(focused(), "3")
    with qtbot.waitSignal(new_scheme.bridge.scored, timeout=20_000):
        pass
    assert new_scheme.bridge.card.standard("1").rated.rating == "outstanding"
    assert "Outstanding" in page.findChildren(QWidget, "rating of 1")[0].accessibleName()


def test_what_looks_like_an_identifier_is_pointed_out_and_kept(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "1", "1.1.1/note")
    field = field_of(page, "1.1.1")
    qtbot.keyClicks(field.note, "Known as A1234BC there")
    new_scheme.flush()
    assert field.hint is not None
    assert "identifies a person" in field.hint.text()
    assert answer(new_scheme, "1.1.1").note == "Known as A1234BC there"


def test_the_guidance_stands_clear_of_the_scroll_bar_and_beside_the_prompts(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice, "2")
    beside = next(each for each in page.findChildren(ScrollArea) if each.parentWidget() is page)
    bar, view = page.verticalScrollBar(), page.viewport()
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    assert view.geometry().right() < beside.x()
    air = page.width() - bar.width() - (beside.x() + beside.width())
    assert air == page.look.px(16)


def test_last_years_answer_stands_beside(practice: Workspace) -> None:
    page = page_of(practice, "2", "2.1.1")
    said = " ".join(label.accessibleName() for label in page.findChildren(QWidget) if label.isVisible())
    assert "0 Not in place." in said


def test_prompts_of_a_standard_rated_from_files_are_folded_away(practice: Workspace) -> None:
    page = page_of(practice, "7")
    assert not page.findChildren(PromptField)
    page_of(practice, "7", "7.1.2")
    assert field_of(page, "7.1.2").isVisible()
