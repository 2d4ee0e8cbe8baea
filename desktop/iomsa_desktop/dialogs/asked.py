"""One line that a dialog asks for: its label, a hint, the line, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import field_label, recolour, small, words
from iomsa_desktop.look import Look


class Asked(QWidget):
    """Ask for one line of text; `changed` tells every change."""

    changed = Signal()

    def __init__(self, look: Look, label: str, hint: str = "", text: str = "") -> None:
        super().__init__()
        self.line = LineText(look, label)
        self.line.setText(text)
        self._problem = words(look, "")
        recolour(self._problem, look.theme.inadequate)
        self._problem.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(field_label(look, label, self.line))
        if hint:
            column.addWidget(small(look, hint))
        column.addWidget(Boxed(look, self.line))
        column.addWidget(self._problem)
        self.line.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def say(self, wrong: str) -> None:
        """Say under the line what is wrong with it and lead there."""
        self._problem.setText(wrong)
        self._problem.setVisible(True)
        self.line.setAccessibleDescription(wrong)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        dialog = self.window()
        if isinstance(dialog, Dialog):
            dialog.bring(self)

    def _on_changed(self) -> None:
        self._problem.setVisible(False)
        self.line.setAccessibleDescription("")
        self.changed.emit()
