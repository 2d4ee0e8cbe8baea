"""The about dialog leads to the licences, which are read with the keyboard, by a screen reader, and in large text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.builders import iom
from tests.desktop.hands import said

from iomsa_desktop.dialogs.about import AboutDialog
from iomsa_desktop.dialogs.licences import FROM_SOURCE, MISSING, LicencesDialog, notices_file, paragraphs
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.look import Look, load_theme

PAGE = """\
Your rights in Qt
-----------------

The window is drawn by Qt, under the GNU Lesser General
Public License.

openpyxl 3.1.5
  Writes the return.
  Licence: MIT (openpyxl.txt)
"""


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(load_theme("light"), 1.0, qapp.font())


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    file = tmp_path / "licences" / "NOTICES.txt"
    file.parent.mkdir()
    file.write_text(PAGE * 40, encoding="utf-8")
    return file


def shown(qtbot: QtBot, dialog: AboutDialog | LicencesDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)


def test_about_says_what_may_be_done_with_the_program_and_with_qt(qtbot: QtBot, look: Look) -> None:
    dialog = AboutDialog(None, look, "0.1.0", "iom@2026.1", iom().self_rated)
    shown(qtbot, dialog)
    assert "free software under the MIT licence" in said(dialog)
    assert "GNU Lesser General Public License (LGPL), version 3" in said(dialog)
    assert "with your own version of them" in said(dialog)
    assert [sign.pixmap().width() for sign in dialog.findChildren(QLabel) if not sign.pixmap().isNull()] == [48]


def test_the_keyboard_leads_from_about_to_the_licences(qtbot: QtBot, look: Look) -> None:
    dialog = AboutDialog(None, look, "0.1.0", "iom@2026.1", iom().self_rated)
    shown(qtbot, dialog)
    opened: list[str] = []

    def now() -> None:
        top = QApplication.activeModalWidget()
        assert isinstance(top, LicencesDialog)
        opened.append(said(top))
        qtbot.keyClick(top, Qt.Key.Key_Escape)

    while QApplication.focusWidget() is not dialog.licences:
        assert len(opened) < 10
        opened.append("")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    opened.clear()
    QTimer.singleShot(0, now)
    qtbot.keyClick(dialog.licences, Qt.Key.Key_Space)
    assert len(opened) == 1
    assert FROM_SOURCE in opened[0]
    assert dialog.isVisible()


def test_the_page_is_read_from_its_beginning(qtbot: QtBot, look: Look, notices: Path) -> None:
    dialog = LicencesDialog(None, look, notices)
    shown(qtbot, dialog)
    assert str(notices.parent) in said(dialog)
    text = dialog.page.toPlainText()
    assert text.startswith(
        "Your rights in Qt\n\nThe window is drawn by Qt, under the GNU Lesser General Public License.\n"
    )
    assert "openpyxl 3.1.5\n  Writes the return.\n  Licence: MIT (openpyxl.txt)\n" in text
    assert dialog.page.hasFocus()
    assert dialog.page.textCursor().position() == 0
    assert not dialog.page.horizontalScrollBar().isVisible()


def test_the_keyboard_reads_the_page_and_leaves_it(qtbot: QtBot, look: Look, notices: Path) -> None:
    dialog = LicencesDialog(None, look, notices)
    shown(qtbot, dialog)
    qtbot.keyClick(dialog.page, Qt.Key.Key_PageDown)
    assert dialog.page.textCursor().position() > 0
    qtbot.keyClicks(dialog.page, "x")
    assert dialog.page.toPlainText().startswith("Your rights")
    qtbot.keyClick(dialog.page, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, Button)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not dialog.isVisible()


def test_a_screen_reader_reads_the_page_by_name(qtbot: QtBot, look: Look, notices: Path) -> None:
    dialog = LicencesDialog(None, look, notices)
    shown(qtbot, dialog)
    spoken = QAccessible.queryAccessibleInterface(dialog.page)
    assert spoken.text(QAccessible.Text.Name) == "Licences"
    assert spoken.state().readOnly
    assert spoken.textInterface().text(0, 17) == "Your rights in Qt"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_the_screen_and_only_the_page_scrolls(
    qtbot: QtBot, qapp: QApplication, notices: Path, theme: str, scale: float
) -> None:
    look = Look(load_theme(theme), scale, qapp.font())
    dialog = LicencesDialog(None, look, notices)
    shown(qtbot, dialog)
    room = qapp.primaryScreen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.page.verticalScrollBar().isVisible()
    inside = dialog.page.mapTo(dialog, dialog.page.rect().bottomRight())
    (close,) = dialog.findChildren(Button)
    assert inside.y() < close.mapTo(dialog, close.rect().topLeft()).y()
    assert dialog.page.font().pixelSize() == look.font("body").pixelSize()


def test_where_the_page_is_missing_it_says_so(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = LicencesDialog(None, look, tmp_path / "licences" / "NOTICES.txt")
    shown(qtbot, dialog)
    assert MISSING in said(dialog)
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe")
    broken = LicencesDialog(None, look, tmp_path / "broken.txt")
    shown(qtbot, broken)
    assert MISSING in said(broken)


def test_the_page_is_looked_for_beside_the_program(notices: Path, tmp_path: Path) -> None:
    program = tmp_path / "iomsa"
    assert notices_file(str(program), frozen=False) is None
    assert notices_file(str(program), frozen=True) == notices
    link = tmp_path / "bin"
    link.symlink_to(program)
    program.touch()
    assert notices_file(str(link), frozen=True) == notices
    contents = tmp_path / "App" / "Contents"
    inside = contents / "Resources" / "licences" / "NOTICES.txt"
    inside.parent.mkdir(parents=True)
    inside.touch()
    assert notices_file(str(contents / "MacOS" / "iomsa"), frozen=True) == inside
    nowhere = notices_file(str(tmp_path / "else" / "iomsa"), frozen=True)
    assert nowhere == tmp_path / "else" / "licences" / "NOTICES.txt"


def test_paragraphs_break_where_the_window_ends() -> None:
    assert paragraphs(PAGE)[:2] == [
        ("Your rights in Qt", True),
        ("The window is drawn by Qt, under the GNU Lesser General Public License.", False),
    ]
    assert paragraphs("Title\n=====") == [("Title", True)]
    assert paragraphs("one\ntwo\n\n\nthree")[0] == ("one two", False)
