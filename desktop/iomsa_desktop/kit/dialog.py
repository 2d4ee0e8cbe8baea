"""A dialog as tall as its content; where the screen is smaller the middle scrolls and the buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iomsa_desktop.kit.canvas import Canvas
from iomsa_desktop.kit.focus_ring import FocusRing
from iomsa_desktop.kit.words import heading
from iomsa_desktop.look import Look

SHARE = 0.94
"""The most of the screen that a dialog takes."""


class Dialog(QDialog):
    """Hold a title, a column of widgets, and a row of buttons; `width` is in pixels of the drawings."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width: int = 560) -> None:
        super().__init__(parent)
        self.look = look
        self._width = width
        self.setWindowTitle(title)
        px = look.px
        self._canvas = Canvas()
        self.column = QVBoxLayout(self._canvas)
        self.column.setContentsMargins(px(24), px(20), px(24), px(12))
        self.column.setSpacing(px(10))
        self.column.addWidget(heading(look, title))
        self._area = QScrollArea()
        self._area.setProperty("unringed", True)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._canvas)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(px(24), px(8), px(24), px(20))
        self.buttons.setSpacing(px(8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addLayout(self.buttons)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._ring = FocusRing(look, self, app)

    def end(self) -> None:
        """Close the column: what room is left stands below it."""
        self.column.addStretch(1)

    def fit(self) -> None:
        """Take the size of the content, as far as the screen has it."""
        room = self.screen().availableGeometry()
        width = min(self.look.px(self._width), round(room.width() * SHARE))
        self._canvas.ensurePolished()
        height = self._canvas.heightForWidth(width) + self.buttons.sizeHint().height()
        self.resize(width, min(height, round(room.height() * SHARE)))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)
