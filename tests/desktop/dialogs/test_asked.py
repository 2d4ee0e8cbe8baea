"""What is wrong with a line that a dialog asks for can be seen at once, at any text size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.add_person import AddPersonDialog
from iomsa_desktop.dialogs.benchmark import NO_SOURCE, SourceDialog
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.quarter import QuarterDialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def a_person(desk: Desk, parent: QWidget) -> tuple[Dialog, str, str]:
    dialog = AddPersonDialog(desk.look, desk.sheet.people, desk.sheet.period, parent)
    dialog.asked.line.setText("P-001")
    return dialog, "Add", "P-001 is on the list already."


def the_last_line(desk: Desk, parent: QWidget) -> tuple[Dialog, str, str]:
    dialog = QuarterDialog(desk.look, desk.sheet.quarters, "", parent)
    for name, asked in dialog.counts.items():
        asked.line.setText("many" if name == "people" else "40")
    return dialog, "Add", "Give a whole number, 0 or more."


def a_source(desk: Desk, parent: QWidget) -> tuple[Dialog, str, str]:
    return SourceDialog(desk.look, "", parent), "Choose the file", NO_SOURCE


@pytest.mark.parametrize("make", [a_person, the_last_line, a_source])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_is_wrong_is_in_sight(
    program: Program,
    practice: Workspace,
    qtbot: QtBot,
    make: Callable[[Desk, QWidget], tuple[Dialog, str, str]],
    scale: float,
) -> None:
    program.settings.scale = scale
    program.relook()
    assert program.workspace is not None
    dialog, act, wrong = make(program.workspace.desk, program.window)
    with qtbot.waitExposed(dialog, timeout=20_000):
        dialog.show()
    next(each for each in dialog.findChildren(Button) if each.text() == act).click()
    label = next(each for each in dialog.findChildren(QLabel) if each.text() == wrong)
    qtbot.waitUntil(lambda: label.visibleRegion().boundingRect() == label.rect(), timeout=20_000)
