"""The flag of a question: an empty flag, or a filled one and a bold word once it is set."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy

from iomsa_desktop.look import SMALL, Look

SIDE, GAP = 12, 5
WORD = "Flag"


class Flag(QPushButton):
    """Flag something to look at again; it takes the same room on and off."""

    def __init__(self, look: Look) -> None:
        super().__init__(WORD)
        self._look = look
        self._bold = QFont(look.font(SMALL))
        self._bold.setWeight(QFont.Weight.DemiBold)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def show_flag(self, name: str, *, on: bool) -> None:
        """Show the flag of what has this name, set or not."""
        self.setChecked(on)
        self.setAccessibleName(f"{name} flagged" if on else f"{name} flag")
        self.setToolTip("Flagged, to look at again" if on else "Flag, to look at again")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold)
        px = self._look.px
        return QSize(px(SIDE + GAP) + metrics.horizontalAdvance(WORD) + 1, max(metrics.height() + 4, 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, px = self._look.theme, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.accent if self.isEnabled() else theme.text if self.isChecked() else theme.soft
        painter.setPen(QPen(colour, max(1.5, px(1.5))))
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        side, top = px(SIDE), (self.height() - px(SIDE)) / 2
        painter.drawLine(QPointF(1.5, top), QPointF(1.5, top + side))
        cloth = ((1.5, 0.04), (side - 1.5, 0.04), (side * 0.68, 0.32), (side - 1.5, 0.6), (1.5, 0.6))
        painter.drawPolygon(QPolygonF.fromList([QPointF(x, top + y * side) for x, y in cloth]))
        painter.setFont(self._bold if self.isChecked() else self._look.font(SMALL))
        room = self.rect().adjusted(px(SIDE + GAP), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, WORD)
        painter.end()
