"""The ground of a page that scrolls: as high as its content needs at this width, and no higher."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget


class Canvas(QWidget):
    """Hold a page's content.

    Wrapped labels ask for the height they would need when narrow; left alone, pages that fit would scroll.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
