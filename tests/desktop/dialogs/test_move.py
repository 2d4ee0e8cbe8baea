"""Moving a self-rating as a person does it: one band, a reason, names, and the sentence where it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.builders import full, iom, iom_data
from tests.desktop.conftest import STAMP, opened
from tests.forms.scoring.reviews import reviewed_twice

from iomsa.answers.sheet import Move
from iomsa.store.from_sheets import create_from_sheets
from iomsa_desktop.dialogs.move import MoveDialog, movable
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def dialog(practice: Workspace, qtbot: QtBot) -> MoveDialog:
    return shown(practice, qtbot, "1.1")


def shown(workspace: Workspace, qtbot: QtBot, about: str) -> MoveDialog:
    dialog = MoveDialog(workspace.desk, about, workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def name(dialog: MoveDialog, qtbot: QtBot, place: int, text: str, agency: str) -> None:
    line, pick = dialog._people[place]
    qtbot.keyClicks(line, text)
    pick.show_code(agency)
    pick.activated.emit(pick.currentIndex())


def test_a_move_up_needs_two_agencies_and_a_reason(practice: Workspace, dialog: MoveDialog, qtbot: QtBot) -> None:
    rated = practice.bridge.card.question("1.1")
    assert rated.rating == "good"
    qtbot.mouseClick(dialog.to.buttons[3], Qt.MouseButton.LeftButton)
    assert dialog._says.text() == "A move up needs two named people from different agencies."
    name(dialog, qtbot, 0, "Ada Lovelace", "police")
    name(dialog, qtbot, 1, "Grace Hopper", "police")
    assert not dialog.move_it.isEnabled()
    name(dialog, qtbot, 1, "", "probation")
    assert dialog._says.text().startswith("Give the reason")
    qtbot.keyClicks(dialog.reason, "Both services saw the plans.")
    assert dialog.move_it.isEnabled()
    qtbot.mouseClick(dialog.move_it, Qt.MouseButton.LeftButton)
    people = (("Ada Lovelace", "police"), ("Grace Hopper", "probation"))
    stored = practice.desk.sheet.moves["1.1"]
    assert stored == Move("outstanding", "Both services saw the plans.", people, stored.on)
    assert len(stored.on) == len("2026-02-03")
    assert practice.bridge.card.question("1.1").moved_to == "outstanding"
    assert practice.desk.session.undo_name == "1.1 moved to Outstanding"


def test_only_the_bands_beside_can_be_chosen(dialog: MoveDialog) -> None:
    assert [button.isEnabled() for button in dialog.to.buttons] == [False, True, False, True]


def test_a_move_without_its_trigger_says_why(practice: Workspace, qtbot: QtBot) -> None:
    dialog = shown(practice, qtbot, "7")
    dialog.to.show_code("outstanding")
    dialog._refresh()
    assert "is the lowest with 65 %" in dialog._says.text()
    assert not dialog.move_it.isEnabled()


def test_a_stored_move_is_shown_and_can_be_taken_back(practice: Workspace, qtbot: QtBot) -> None:
    dialog = shown(practice, qtbot, "7")
    stored = practice.desk.sheet.moves["7"]
    assert dialog.to.code == stored.to
    assert dialog.reason.toPlainText() == stored.reason
    assert dialog.names() == stored.by
    qtbot.mouseClick(dialog.take_back, Qt.MouseButton.LeftButton)
    assert "7" not in practice.desk.sheet.moves
    practice.bridge.undo()
    assert practice.desk.sheet.moves["7"] == stored


def test_only_ratings_that_can_be_moved_are_offered(practice: Workspace) -> None:
    ids = [each.id for each in movable(practice.desk)]
    assert "7" in ids
    assert "7.1" not in ids
    assert "11" not in ids
    assert ids[:4] == ["1", "1.1", "1.2", "1.3"]


def test_where_nothing_is_rated_the_dialog_says_so(new_scheme: Workspace, qtbot: QtBot) -> None:
    dialog = shown(new_scheme, qtbot, "")
    assert dialog._says.text() == "Nothing has a self-rating yet that could be moved."
    assert not dialog.move_it.isEnabled()


def test_a_move_up_from_case_files_needs_second_reviews(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    sheet = reviewed_twice(full(iom(), cases=12, sufficient=9), 7)
    workspace = opened(
        program,
        tmp_path / "files.iomsa",
        lambda path: create_from_sheets(
            path, iom_data(), [sheet], practice=False, clock=lambda: STAMP, who=str
        ).close(),
    )
    dialog = shown(workspace, qtbot, "7")
    qtbot.mouseClick(dialog.to.buttons[3], Qt.MouseButton.LeftButton)
    name(dialog, qtbot, 0, "Ada Lovelace", "police")
    name(dialog, qtbot, 1, "Grace Hopper", "probation")
    assert dialog._says.text() == (
        "A move up from case files needs 8 files reviewed twice, every question of both reviews answered; 7 are. "
        "Review 1 more a second time, by the other agency."
    )
    assert not dialog.move_it.isEnabled()
    dialog.to.show_code("requires-improvement")
    assert "second time" not in dialog.problem()
