"""Cards: a surface with a thin line around it, and notices with a coloured edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iomsa_desktop.kit.frame import fill, frame_of, paint_frame
from iomsa_desktop.kit.words import heading
from iomsa_desktop.look import Look

RADIUS = 6
EDGE = 5


class Card(QFrame):
    """Hold widgets one below the other on a surface."""

    def __init__(self, look: Look, title: str = "", *, edge: QColor | None = None) -> None:
        super().__init__()
        self._look = look
        self._edge = edge
        self.column = QVBoxLayout(self)
        left = 20 + (EDGE if edge is not None else 0)
        self.column.setContentsMargins(left, 16, 20, 16)
        self.column.setSpacing(look.px(8))
        if title:
            self.column.addWidget(heading(look, title))

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self.column.addWidget(widget)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        box = frame_of(self.rect())
        paint_frame(painter, box, theme.line, theme.surface, RADIUS)
        if self._edge is not None:
            from PySide6.QtGui import QPainterPath

            outline = QPainterPath()
            outline.addRoundedRect(box, RADIUS, RADIUS)
            painter.setClipPath(outline)
            fill(painter, QRect(0, 0, EDGE, self.height()), self._edge)
        painter.end()


class Rule(QWidget):
    """Draw a thin line between rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._colour = look.theme.line
        self.setFixedHeight(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._colour)
        painter.end()
