"""The thin frame that controls and cards have, a line with round corners around a ground; and plain grounds."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

RADIUS = 4
HALF = 0.5
"""A line of one pixel is sharp where it runs along the middle of pixels."""


def frame_of(rect: QRect) -> QRectF:
    """Return where the line of a frame runs, just inside a rectangle."""
    return QRectF(rect).adjusted(HALF, HALF, -HALF, -HALF)


def fill(painter: QPainter, rect: QRect | QRectF, ground: QColor | QBrush) -> None:
    """Fill a rectangle; leaves the painter without a pen."""
    # `fillRect` would make Python meet every gradient that Qt knows.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRect(rect)


def paint_frame(
    painter: QPainter, frame: QRectF, line: QColor, ground: QColor | None = None, radius: float = RADIUS
) -> None:
    """Paint the line of a frame, and the ground inside it if there is one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    if ground is not None:
        painter.setBrush(ground)
    painter.drawRoundedRect(frame, radius, radius)
