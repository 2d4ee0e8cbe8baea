"""Small screens: the window keeps to the room there is, and nothing is cut off in it at any text size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from tests.desktop.layout import slips

from iomsa_desktop.pictures import places, snap
from iomsa_desktop.program import Program
from iomsa_desktop.windows.main_window import SIZE, MainWindow
from iomsa_desktop.windows.workspace import Workspace

OLD_SCREEN, LEAST = QSize(1024, 720), QSize(800, 560)
"""What a screen of 1024 x 768 leaves to a window that is maximised, and the smallest that a window can be made."""
TABLE = re.compile(r"^FlatTable .*scrolls sideways")
"""A table of many columns may."""


@pytest.mark.parametrize(
    ("room", "maximised"),
    [((1920, 1040), False), ((1296, 848), False), ((1366, 728), True), ((1024, 768), True), ((640, 400), True)],
)
def test_the_window_keeps_to_the_room_of_the_screen(qapp: QApplication, room: tuple[int, int], maximised: bool) -> None:
    window = MainWindow(qapp, lambda: True, QSize(*room))
    assert bool(window.windowState() & Qt.WindowState.WindowMaximized) is maximised
    for side in (window.size(), window.minimumSize()):
        assert (side.width() <= room[0], side.height() <= room[1]) == (True, True)
    assert (window.size() == SIZE) is not maximised


@pytest.mark.parametrize(("room", "scale"), [(OLD_SCREEN, 1.0), (OLD_SCREEN, 1.5), (OLD_SCREEN, 2.0), (LEAST, 1.0)])
def test_nothing_is_cut_off(program: Program, practice: Workspace, tmp_path: Path, room: QSize, scale: float) -> None:
    program.window.resize(room)
    program.settings.scale = scale
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    assert program.window.size() == room
    found = []
    for name, place in places(workspace):
        workspace.go(place)
        snap(program.window, tmp_path / f"{name}.png")
        found += [f"{name}: {slip}" for slip in slips(program.window) if not TABLE.search(slip)]
    assert not found, "\n" + "\n".join(found)
