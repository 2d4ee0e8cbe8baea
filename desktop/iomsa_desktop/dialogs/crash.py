"""What the user sees when the program itself is at fault: plain words, the report folded away, and where it lies."""

from __future__ import annotations

import platform
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import small, words
from iomsa_desktop.look import Look
from iomsa_desktop.sentences import NAME

TITLE = "Something went wrong in this program"
SAFE = (
    "This is a fault of the program, not of yours. What the line at the bottom called saved is saved. "
    "You can go on; if it happens again, close the program and open it again."
)
SEND = (
    "Please give the report to whoever looks after this program. Read it first: it holds no answers and no notes, "
    "but it may hold the names of files."
)


SAYS = (ArithmeticError, AttributeError, ImportError, NameError, OSError, RuntimeError, TypeError, sqlite3.Error)
"""Errors whose own words name parts of the program, or files. Others quote values, such as a reference or a note."""
LEFT_OUT = "(its words are left out, as they may quote an answer)"


def report_text(error: BaseException, version: str, when: str) -> str:
    """Return the report of an error: program, system and where it happened; no answers."""
    where = "".join(_lines(error))
    return f"{NAME} {version}\n{platform.platform()}, Python {platform.python_version()}\n{when}\n\n{where}"


def _lines(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _lines(before)
        yield "\nThen:\n\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__name__}: {error if isinstance(error, SAYS) else LEFT_OUT}\n"


def save_report(text: str, folder: Path, when: str) -> Path | None:
    """Write the report into the folder; None where the disk says no."""
    path = folder / f"report {when.replace(':', '')}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path


class CrashDialog(Dialog):
    """Say what happened and offer the report."""

    def __init__(self, look: Look, report: str, saved: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, look, TITLE, SAFE)
        self._report = report
        where = f"The report is saved as {saved}." if saved is not None else "The report could not be saved; copy it."
        path = small(look, where)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = Fold(look, "Details", self._make_details)
        for widget in (words(look, SEND), path, self.details):
            self.column.addWidget(widget)
        self.copy = Button(look, "Copy the report")
        self.copy.clicked.connect(self._on_copy)
        self.column.addLayout(side_by_side(look, self.copy))
        self.details.head.toggled.connect(lambda _: self.fit())
        self.add_close()

    def _make_details(self) -> QWidget:
        text = QPlainTextEdit(self._report)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        text.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.look.px(13))
        text.setFont(font)
        text.setMinimumHeight(self.look.px(220))
        return text

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText("Copied")
