"""The pictures of the page for the lead: the first start, a new self-assessment, the back-ups.

With IOMSA_PICTURES=1 they are taken anew into docs/pictures.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.test_pictures import DOCS, LARGEST, SMALLEST, shrink

from iomsa.framework.shipped import DEFAULT
from iomsa.store.backups import FIRST_CHANGE, Backup
from iomsa_desktop.dialogs.back_ups import BackUpsDialog
from iomsa_desktop.dialogs.new_scheme import NewSchemeDialog
from iomsa_desktop.pictures import SIZE, snap
from iomsa_desktop.program import Program

BACK_UPS = [
    Backup(Path(stamp), stamp, FIRST_CHANGE)
    for stamp in ("2026-11-20T09:12:40", "2026-11-18T14:02:11", "2026-11-16T10:31:05")
]


def first_start(program: Program) -> QWidget:
    program.window.resize(SIZE)
    program.show_start("")
    return program.window


def new_scheme(program: Program) -> QWidget:
    # Where the tests write is nobody's folder.
    dialog = NewSchemeDialog(program.window, program.look, Path("Documents"), datetime.date(2026, 11, 22), DEFAULT)
    dialog.name.line.setText("Exampleshire IOM scheme")
    return dialog


def back_ups(program: Program) -> QWidget:
    dialog = BackUpsDialog(program.window, program.look, BACK_UPS, read_only=False)
    dialog.list.setCurrentRow(1)
    return dialog


@pytest.mark.parametrize("show", [first_start, new_scheme, back_ups], ids=lambda show: show.__name__)
def test_the_pictures_of_the_lead(
    program: Program, qtbot: QtBot, tmp_path: Path, show: Callable[[Program], QWidget]
) -> None:
    folder = DOCS if os.environ.get("IOMSA_PICTURES") == "1" else tmp_path
    shown = show(program)
    shown.show()
    path = snap(shown, folder / f"{show.__name__.replace('_', '-')}.png")
    shrink(path)
    assert SMALLEST < path.stat().st_size < LARGEST
