"""A file that is open to read only: everything can be read, nothing can be changed, and the program says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import STAMP

from iomsa.store.from_sheets import create_practice
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import CASES, DRAW, OUTCOMES, PEOPLE, PERSON, STANDARD, Place
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def held(program: Program, tmp_path: Path) -> Iterator[Workspace]:
    """The workspace of a scheme file that somebody else holds."""
    path = tmp_path / "held.iomsa"
    with create_practice(path, clock=lambda: STAMP, who=str):
        program.settings.set_who(path, "Alex Example", "police")
        program.open(path)
        assert program.workspace is not None
        yield program.workspace
        program.close_file()


def test_nothing_changes_and_the_status_says_why(held: Workspace, program: Program, qtbot: QtBot) -> None:
    held.go(Place(STANDARD, "1", "1.1.1"))
    field = next(each for each in program.window.findChildren(PromptField) if each.prompt.id == "1.1.1")
    before = held.desk.sheet
    qtbot.keyClicks(field.control.buttons[3], "0")
    assert held.desk.sheet is before
    assert field.control.code == before.answers["1.1.1"].choice
    assert "read only" in held.status.changed.text()
    assert field.note.isReadOnly()


@pytest.mark.parametrize("page", [PEOPLE, DRAW, CASES, OUTCOMES, PERSON])
def test_each_button_that_is_off_says_why(held: Workspace, page: str) -> None:
    about = next(iter(held.desk.sheet.people)) if page == PERSON else ""
    held.go(Place(page, about))
    held.desk.tasks.wait()
    assert held.page is not None
    off = [each for each in held.page.findChildren(QPushButton) if each.isVisible() and not each.isEnabled()]
    silent = [each.text() for each in off if not each.toolTip()]
    # Beside the button of the draw stand the words that say why.
    assert (bool(off), silent) == (page != PERSON, ["Draw 40 files again"] if page == DRAW else [])


def test_the_file_stays_as_it_was(held: Workspace, program: Program, qtbot: QtBot) -> None:
    assert isinstance(held.desk.file, SchemeFile)
    content = held.desk.file.path.read_bytes()
    held.go(Place(STANDARD, "1", "1.1.1"))
    field = next(each for each in program.window.findChildren(PromptField) if each.prompt.id == "1.1.1")
    qtbot.keyClicks(field.control.buttons[3], "f")
    assert held.desk.file.path.read_bytes() == content
