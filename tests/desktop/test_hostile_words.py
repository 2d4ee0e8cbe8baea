"""Words that come from anybody are shown as they are typed: never taken for a page, nor for the mark of a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QMessageBox, QToolTip
from tests.desktop.pages.twice import list_files

from iomsa.session import edits
from iomsa_desktop.desk import CASES, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.elided import ElidedLine
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

PICTURE = '<img src="file://host/share/a.png">'
REF = "<b>R&B</b>"


def page_with(workspace: Workspace, ref: str) -> CasesPage:
    list_files(workspace, 2)
    desk = workspace.desk
    desk.bridge.change(f"{ref} added", edits.add_case(desk.sheet, ref, desk.stamp()))
    workspace.go(Place(CASES))
    page = workspace.page
    assert isinstance(page, CasesPage)
    return page


def test_a_tool_tip_of_a_table_shows_what_was_typed(new_scheme: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", staticmethod(lambda _, text, *__: told.append(text)))
    page = page_with(new_scheme, REF)
    table = page.files.table
    row = page.files.model.row_of(REF)
    table.scrollTo(page.files.model.index(row, 0))
    at = table.visualRect(page.files.model.index(row, 0)).center()
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at)))
    shown = QTextDocument()
    shown.setHtml(told[0])
    assert shown.toPlainText() == REF


def test_a_button_names_a_reference_with_its_sign(new_scheme: Workspace) -> None:
    page = page_with(new_scheme, "R&B")
    page.files.table.selectRow(page.files.model.row_of("R&B"))
    link = page.files.links.open
    assert link.accessibleName() == "Open R&B"
    assert link.shortcut().isEmpty()
    assert link.text() == "Open R&&B"
    assert Button(page.look, "A&B").shortcut().isEmpty()


def test_a_line_and_a_message_are_no_pages(program: Program) -> None:
    line = ElidedLine(program.look, PICTURE)
    assert line.textFormat() == Qt.TextFormat.PlainText
    program.tell(PICTURE)
    (box,) = program.window.findChildren(QMessageBox)
    assert (box.text(), box.textFormat()) == (PICTURE, Qt.TextFormat.PlainText)
    box.close()
