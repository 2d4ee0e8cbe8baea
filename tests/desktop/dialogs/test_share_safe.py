"""The share-safe version on the screen: shown, copied, saved, and marked so that nobody takes it for the return."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands

from iomsa.outcomes.share_safe import HEADINGS, MARK, NOBODY
from iomsa_desktop.dialogs.share_safe import ShareSafeDialog
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def sharing(dialog: QDialog) -> ShareSafeDialog:
    assert isinstance(dialog, ShareSafeDialog)
    return dialog


def said(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_it_is_shown_copied_and_saved(
    program: Program, practice: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, target, offered = Hands(qtbot), tmp_path / "for partners.xlsx", list[str]()

    def where(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)

    def act(dialog: QDialog) -> None:
        shown = sharing(dialog)
        assert MARK in said(shown)
        assert [fold.head.isChecked() for fold in shown.folds][:3] == [True, True, False]
        hands.press(shown, "Copy as text")
        assert "Copied. Paste it into a letter, an e\u2011mail or a sheet." in said(shown)
        hands.press(shown, "Save as a workbook")
        assert "Saved as for partners.xlsx." in said(shown)
        hands.press(shown, "Save as a workbook")
        assert "Saved as for partners-2.xlsx." in said(shown)
        hands.press(shown, "Close")

    hands.in_dialog(lambda: program.window.asked.emit("share-safe"), act)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Share-safe version: Northmoor")
    assert "\tReoffended\t20\t34 %\t" in copied
    assert offered == ["practice 2025-26 share-safe.xlsx"] * 2
    assert practice.desk.sheet.people


def test_the_workbook_is_marked_and_holds_the_same(
    program: Program, practice: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    hands, target = Hands(qtbot), tmp_path / "a.xlsx"
    versions = []

    def act(dialog: QDialog) -> None:
        shown = sharing(dialog)
        shown.save_as(target)
        versions.append(shown.version)
        shown.save_as(tmp_path / "no folder" / "a.xlsx")
        assert any("choose another one" in text for text in said(shown))

    hands.in_dialog(lambda: program.window.asked.emit("share-safe"), act)
    from openpyxl import load_workbook

    book = load_workbook(target)
    assert book.sheetnames == ["About these figures", "Share-safe version"]
    about, table = book.worksheets
    assert [row[0] for row in about.iter_rows(values_only=True)] == [versions[0].title, *versions[0].notes]
    rows = [tuple(cell or "" for cell in row) for row in table.iter_rows(values_only=True)]
    assert rows == [HEADINGS, *map(tuple, versions[0].lines)]
    assert table.oddHeader is not None
    assert "not the return" in str(table.oddHeader.center.text)
    assert practice.desk.sheet.people


def test_where_there_is_nobody_it_says_so(program: Program, new_scheme: Workspace, qtbot: QtBot) -> None:
    assert new_scheme.desk.sheet.people == {}
    seen: list[str] = []
    Hands(qtbot).in_dialog(
        lambda: program.window.asked.emit("share-safe"), lambda dialog: seen.extend(said(sharing(dialog)))
    )
    assert NOBODY in seen
