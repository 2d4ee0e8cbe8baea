"""Broad slanting stripes: how a chart says more or worse beside its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

STEP, STROKE = 9.0, 3.2
"""Pixels from stripe to stripe, and of a stripe, at 100 % text."""


def paint_stripes(painter: QPainter, box: QRectF, ground: QColor, colour: QColor, scale: float = 1.0) -> None:
    """Fill a rectangle with stripes of a colour on a ground."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, STROKE * scale))
    x, high = box.left() - box.height(), box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.top()), QPointF(x + high, box.bottom()))
        x += STEP * scale
    painter.restore()
