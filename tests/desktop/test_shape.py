"""Tests of the shape of the window: what goes below or folds at a text size and a width."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.look import shape_of
from iomsa_desktop.pages.standard import StandardPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

BESIDE, BELOW, FOLDED = (False, False, False, False), (True, False, False, False), (True, True, True, False)


@pytest.mark.parametrize(
    ("scale", "room", "shape"),
    [
        (1.0, 1280, BESIDE),
        (1.25, 1920, BESIDE),
        (1.25, 1280, BELOW),
        (1.0, 1024, BELOW),
        (1.5, 3840, (True, False, True, False)),
        (1.75, 3840, FOLDED),
        (1.0, 800, FOLDED),
        (2.0, 1280, FOLDED),
        (2.0, 1024, (True, True, True, True)),
    ],
)
def test_shape(scale: float, room: int, shape: tuple[bool, bool, bool, bool]) -> None:
    assert shape_of(scale, room) == shape


def test_narrow_window_hides_nothing_behind_guidance(qtbot: QtBot, program: Program, practice: Workspace) -> None:
    practice.go(Place(STANDARD, "2"))
    program.window.resize(1024, 768)
    qtbot.waitUntil(lambda: program.look.side_below, timeout=20_000)
    workspace = program.workspace
    assert workspace is not None
    assert workspace.place == Place(STANDARD, "2")
    page = workspace.page
    assert isinstance(page, StandardPage)
    assert page.horizontalScrollBar().maximum() == 0
    program.window.resize(1280, 800)
    qtbot.waitUntil(lambda: not program.look.side_below, timeout=20_000)
