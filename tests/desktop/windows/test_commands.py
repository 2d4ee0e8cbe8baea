"""Every command of the menus does its work where a scheme is open, and is harmless where nothing is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, Visitors

from iomsa.answers.sheet import Answer
from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.pages.start import StartPage
from iomsa_desktop.program import Program
from iomsa_desktop.settings import DARK, LIGHT, SCALES
from iomsa_desktop.windows.menus import LINE, MENUS, Command
from iomsa_desktop.windows.workspace import Workspace

COMMANDS = tuple(command for _, commands in MENUS for command in commands if command != LINE)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_does_something(
    program: Program, practice: Workspace, visitors: Visitors, qtbot: QtBot, command: Command
) -> None:
    prepare(program, practice, qtbot, command)
    before = state(program)
    program.window.asked.emit(command.name)
    assert visitors.met or state(program) != before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_harmless_with_nothing_open(program: Program, visitors: Visitors, command: Command) -> None:
    _, action = program.window.actions_by_name[command.name]
    assert action.isEnabled() is not command.needs_file
    program.window.asked.emit(command.name)
    if command.needs_file:
        assert isinstance(program.window.centralWidget(), StartPage)
        assert visitors.met == []


def prepare(program: Program, practice: Workspace, qtbot: QtBot, command: Command) -> None:
    """Make a state in which the command has something to do."""
    program.settings.scale = SCALES[1]
    program.settings.theme = LIGHT if command.name == "theme-dark" else DARK
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    workspace.go(Place(STANDARD, "1", "1.1.1"))
    hands = Hands(qtbot)
    hands.type("0")
    workspace.go(Place(STANDARD, "1", "1.1.2"))
    hands.type("0")
    program.window.asked.emit("undo")
    assert workspace.desk.sheet.answers.get("1.1.1", Answer()).choice == "0"


def state(program: Program) -> tuple[object, ...]:
    """Return what a command may change, as far as it can be seen."""
    workspace, focus = program.workspace, QApplication.focusWidget()
    session = workspace.desk.session if workspace is not None else None
    return (
        workspace and workspace.place,
        session and (session.undo_name, session.redo_name),
        program.file and program.file.path,
        program.look.scale,
        program.look.theme,
        focus.accessibleName() if focus is not None else "",
        workspace is not None and workspace.found.isVisible(),
        workspace and workspace.status.changed.text(),
    )
