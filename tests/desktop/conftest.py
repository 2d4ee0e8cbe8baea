"""What tests of the window share: a program around a scheme file of its own, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iomsa.answers.period import make_period
from iomsa.framework.shipped import DEFAULT
from iomsa.store.from_sheets import create_practice
from iomsa_desktop.app import build
from iomsa_desktop.looks import set_up_style
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

PERIOD = make_period("2025-26", DEFAULT)
STAMP = "2026-11-22T10:00:00"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """A program with an empty settings file; nothing is open."""
    set_up_style(qapp)
    program = build(qapp, tmp_path / "settings.ini", tmp_path)
    with qtbot.waitActive(program.window, timeout=20_000):
        program.window.show()
        program.window.activateWindow()
    program.begin(None)
    yield program
    # First the file: a window that closes over text which can't be stored asks.
    program.close_file()
    program.window.close()
    program.window.deleteLater()


@pytest.fixture
def new_scheme(program: Program, tmp_path: Path) -> Workspace:
    """The workspace of a scheme in which nothing is answered."""
    return opened(program, tmp_path / "fresh.iomsa", lambda path: program.opening.new(path, "Example", PERIOD).close())


@pytest.fixture
def practice(program: Program, tmp_path: Path) -> Workspace:
    """The workspace of the practice scheme."""
    return opened(
        program, tmp_path / "practice.iomsa", lambda path: create_practice(path, clock=lambda: STAMP, who=str).close()
    )


def opened(program: Program, path: Path, make: Callable[[Path], None]) -> Workspace:
    make(path)
    program.settings.set_who(path, "Alex Example", "police")
    program.open(path)
    assert program.workspace is not None
    return program.workspace
