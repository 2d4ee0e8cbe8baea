"""A check box in the look's colours that grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from iomsa_desktop.look import BODY, Look

BOX, GAP, LEAST = 18, 8, 24
RADIUS = 3


class CheckBox(QCheckBox):
    """Say yes or nothing to one thing; `name` is what a screen reader says where the text alone is too short."""

    def __init__(self, look: Look, text: str, name: str = "") -> None:
        super().__init__(text)
        self._look = look
        self.setFont(look.font(BODY))
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        least = self._look.px(LEAST)
        return QSize(self._look.px(BOX + GAP) + text.width() + 4, max(text.height() + 4, least))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _: object) -> bool:
        return True

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, side = self._look.theme, self._look.px(BOX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        edge = theme.edge if self.isEnabled() else theme.line
        painter.setPen(QPen(theme.accent if self.isChecked() else edge, 1))
        painter.setBrush(theme.accent if self.isChecked() else (theme.tint if self.underMouse() else theme.surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.isChecked():
            self._tick(painter, box)
        painter.setPen(theme.text if self.isEnabled() else theme.soft)
        text = self.rect().adjusted(self._look.px(BOX + GAP), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()

    def _tick(self, painter: QPainter, box: QRectF) -> None:
        unit = box.width()
        path = QPainterPath(QPointF(box.left() + unit * 0.22, box.top() + unit * 0.53))
        path.lineTo(box.left() + unit * 0.43, box.top() + unit * 0.73)
        path.lineTo(box.left() + unit * 0.79, box.top() + unit * 0.29)
        stroke = max(1.8, unit / 9)
        solid, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(self._look.theme.on_accent, stroke, solid, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
