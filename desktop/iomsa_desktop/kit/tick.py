"""Ticks, crosses, and the ring in the task list: empty, half or ticked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

TICK, CROSS = "tick", "cross"
_TICK = ((0.06, 0.55), (0.38, 0.88), (0.94, 0.16))
_CROSS = (((0.14, 0.14), (0.86, 0.86)), ((0.86, 0.14), (0.14, 0.86)))
IN_RING = 0.24
"""The air on each side of the tick in a ring, as a share of the ring."""
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
        paint_sign(painter, within(ring, IN_RING), TICK, colour, stroke)


def paint_sign(painter: QPainter, box: QRectF, sign: str, colour: QColor, stroke: float) -> None:
    """Paint a tick or a cross into a square box, with round ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for line in (_TICK,) if sign == TICK else _CROSS:
        painter.drawPolyline([QPointF(box.left() + x * box.width(), box.top() + y * box.width()) for x, y in line])


def within(box: QRectF, air: float) -> QRectF:
    """Return the square inside a square box that leaves a share of it free on each side."""
    margin = box.width() * air
    return box.adjusted(margin, margin, -margin, -margin)
