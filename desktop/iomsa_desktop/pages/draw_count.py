"""A whole number that is typed or stepped with the arrows, in the edge of the look."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox

from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.look import BODY, Look

WIDTH = 88


class Count(QSpinBox):
    """Take a whole number; `valueChanged` tells what a person gives, once typing is done or at each step."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setFont(QFont(look.font(BODY)))
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._least = QSize(look.px(40), self.fontMetrics().height() + 2)

    def show_count(self, value: int, most: int) -> None:
        """Show a number from 1 to the most, without telling anybody."""
        blocker = QSignalBlocker(self)
        self.setRange(1, most)
        self.setValue(value)
        blocker.unblock()

    def sizeHint(self) -> QSize:
        return self._least

    def minimumSizeHint(self) -> QSize:
        return self._least

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def boxed(look: Look, count: Count) -> Boxed:
    """Draw the edge of a control around a number."""
    box = Boxed(look, count)
    box.setFixedWidth(look.px(WIDTH))
    return box
