"""Tests of the main window: what it shows gives way to the next thing without a trace."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def test_what_was_shown_before_is_no_window_of_its_own(program: Program, practice: Workspace) -> None:
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert seen == [program.window]


def test_keys_go_to_the_page_and_not_to_the_start_page(practice: Workspace) -> None:
    practice.go(Place(STANDARD, "1", "1.1.1"))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert practice.isAncestorOf(focused)
