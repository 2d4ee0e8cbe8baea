"""The ring in the task list: empty, half or ticked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

NONE, EMPTY, HALF, TICKED = "", "not started", "started", "complete"


def paint_ring(painter: QPainter, box: QRectF, state: str, colour: QColor) -> None:
    """Paint a ring of one state into a square box."""
    if state == NONE:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(1.5, box.width() / 9)
    ring = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setPen(QPen(colour, stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if state == HALF:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(ring, -90 * 16, 180 * 16)
    elif state == TICKED:
        unit = ring.width()
        path = QPainterPath(QPointF(ring.left() + unit * 0.28, ring.top() + unit * 0.53))
        path.lineTo(ring.left() + unit * 0.44, ring.top() + unit * 0.69)
        path.lineTo(ring.left() + unit * 0.74, ring.top() + unit * 0.34)
        painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
