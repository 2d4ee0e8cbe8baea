"""The dialog for faults of the program: plain words, the report to copy, and where it was saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from iomsa_desktop.dialogs.crash import LEFT_OUT, CrashDialog, report_text, save_report
from iomsa_desktop.look import Look, load_theme

WHEN = "2026-02-03T14:02:00"


def a_report() -> str:
    try:
        raise RuntimeError("a fault")
    except RuntimeError as error:
        return report_text(error, "1.0", WHEN)


def test_the_report_says_what_where_and_when() -> None:
    report = a_report()
    assert report.startswith("IOM Self-Assessment 1.0\n")
    assert WHEN in report
    assert "RuntimeError: a fault" in report
    assert "test_crash.py" in report


def test_the_report_quotes_no_reference_of_anybody() -> None:
    ref = "N-00417"
    cases: dict[str, str] = {}
    with pytest.raises(ValueError, match=ref) as caught:
        look_up(ref, cases)
    report = report_text(caught.value, "1.0", WHEN)
    assert ref not in report
    assert f"KeyError: {LEFT_OUT}" in report
    assert f"ValueError: {LEFT_OUT}" in report
    assert report.index("KeyError") < report.index("Then:") < report.index("ValueError")


def look_up(ref: str, cases: dict[str, str]) -> str:
    try:
        return cases[ref]
    except KeyError as missing:
        raise ValueError(f"no case {ref}") from missing


def test_the_report_is_saved_or_not_without_another_fault(tmp_path: Path) -> None:
    path = save_report("text", tmp_path / "reports", WHEN)
    assert path is not None
    assert path.read_text(encoding="utf-8") == "text"
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert save_report("text", tmp_path / "file", WHEN) is None


def test_details_are_folded_and_the_report_can_be_copied(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    report = a_report()
    dialog = CrashDialog(Look(load_theme("light"), 1.0, qapp.font()), report, tmp_path / "report.txt")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not [each for each in dialog.findChildren(QPlainTextEdit) if each.isVisible()]
    assert any("report.txt" in label.text() for label in dialog.findChildren(QLabel))
    dialog.details.unfold()
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert details.toPlainText() == report
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report
