"""Drawing again: what was drawn stands there, more files lose nothing, and lost answers are said and asked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.draw_hands import LIST, give, page_of
from tests.forms.session.drawn import SEED, THREE, drawn_24

from iomsa.answers.sheet import Address
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import DRAW, Place
from iomsa_desktop.dialogs.advice import AdviceDialog
from iomsa_desktop.pages.draw import DrawPage
from iomsa_desktop.pages.draw_list_card import as_lines
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def page(new_scheme: Workspace) -> DrawPage:
    return page_of(new_scheme)


@pytest.fixture
def again(page: DrawPage, qtbot: QtBot) -> DrawPage:
    """The page after 24 files were drawn and one was begun."""
    give(page, LIST)
    page.sure.number.show_count(24, 71)
    page.sure.wanted.show_code("number")
    page.sure.changed.emit()
    page.draw()
    assert set(page.desk.sheet.cases) == set(drawn_24().cases)
    first = next(iter(page.desk.sheet.cases))
    answer = edits.case_answer(page.desk.sheet, first, "C1", page.desk.stamp(), choice="yes")
    page.desk.bridge.change("answered", answer)
    page.desk.go(Place(DRAW))
    with qtbot.waitActive(page.window(), timeout=20_000):
        page.window().activateWindow()
    return page


def test_what_was_drawn_stands_here_and_is_not_drawn_twice(again: DrawPage) -> None:
    assert again.before.isVisible()
    assert "24 files drawn at random from 71 on" in again._drawn.text()
    assert again.list.listed.people == THREE
    assert again.files.seed.text() == SEED
    assert (again.sure.wanted.code, again.sure.number.value()) == ("number", 24)
    assert not again.files.draw.isEnabled()
    assert again.files._says.text() == "These files are drawn already."


def test_more_files_with_the_same_seed_lose_nothing_and_ask_nothing(again: DrawPage, qtbot: QtBot) -> None:
    before = dict(again.desk.sheet.cases)
    again.sure.number.setValue(30)
    assert again.files.loses.text() == ""
    assert again.files.draw.text() == "Draw 30 files again"
    Hands(qtbot).click(again.files.draw)
    sheet = again.desk.sheet
    assert len(sheet.cases) == 30
    assert all(sheet.cases[ref] == case for ref, case in before.items())
    assert sheet.draw is not None
    assert sheet.draw.times == 2


def test_where_answers_would_be_lost_it_is_said_and_asked(again: DrawPage, qtbot: QtBot) -> None:
    desk, hands = again.desk, Hands(qtbot)
    first = next(iter(desk.sheet.cases))
    before = desk.sheet
    give(again, as_lines([pair for pair in THREE if pair[0] != first]))
    assert again.files.loses.text() == f"1 file with answers leaves the list: {first} (1 answer)."
    said: list[str] = []

    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, AdviceDialog)
        said.append(dialog.windowTitle())
        hands.press(dialog, "Cancel")

    hands.in_dialog(again.draw, refuse)
    assert said == ["Draw again?"]
    assert desk.sheet == before
    hands.in_dialog(again.draw, lambda dialog: hands.press(dialog, "Draw again"))
    assert first not in desk.sheet.cases
    desk.bridge.undo()
    assert desk.sheet == before


def test_a_draw_whose_list_is_not_here_asks_for_it(again: DrawPage) -> None:
    desk = again.desk
    draw = desk.sheet.draw
    assert draw is not None
    desk.bridge.change("list gone", (Edit(Address("draw"), draw, draw._replace(people=())),))
    assert again._drawn.text().endswith("Give it again to draw again.")
    assert again.list.text.text() == ""
    assert again.files.seed.text() == SEED
    assert not again.files.isVisible()


def test_a_list_that_is_typed_is_not_overwritten_by_what_happens_elsewhere(again: DrawPage) -> None:
    again.list.text.setPlainText("N-1\nN-2")
    again.flush()
    assert again.pending
    again.desk.bridge.undo()
    again.desk.bridge.undo()
    assert again.desk.sheet.draw is None
    assert again.list.text.text() == "N-1\nN-2"
    assert not again.before.isVisible()


def test_a_file_that_can_only_be_read_says_so(program: Program, again: DrawPage) -> None:
    path = again.desk.file.path
    program.window.asked.emit("close")
    with SchemeFile.open(path, clock=lambda: "2026-11-22T10:00:00", who=lambda: "Somebody else"):
        program.open(path)
        assert program.workspace is not None
        page = page_of(program.workspace)
        assert page.list.text.isReadOnly()
        assert page.files.seed.isReadOnly()
        assert not page.list.read.isEnabled()
        assert not page.files.draw.isEnabled()
        assert not any(button.isEnabled() for button in page.sure.wanted.buttons)
        assert not page.sure.counts["Free"].isEnabled()
        assert page.files._says.text() == "This file is open to read only, so nothing can be drawn in it."
