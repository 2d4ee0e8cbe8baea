"""The points of a chart: round, hollow, a triangle for an improvement, a diamond for a concern; never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from iomsa.outcomes.marks import CONCERN, IMPROVEMENT
from iomsa_desktop.look import Theme

LARGER = 1.5
"""A point that says something is so much larger than one that does not."""


def paint_point(painter: QPainter, theme: Theme, middle: QPointF, radius: float, colour: str, icon: str) -> None:
    """Paint a point by the colour and the icon that `iomsa.outcomes.marks` gives it."""
    colours = {IMPROVEMENT: theme.improvement, CONCERN: theme.concern}
    ink = colours.get(colour, theme.common)
    painter.setPen(QPen(ink, radius / 3))
    painter.setBrush(theme.surface if icon == "hollow" else ink)
    if colour == IMPROVEMENT:
        painter.drawPolygon(QPolygonF.fromList(_triangle(middle, radius * LARGER, up=icon.endswith("high"))))
    elif colour == CONCERN:
        painter.drawPolygon(QPolygonF.fromList(_diamond(middle, radius * LARGER)))
    else:
        painter.drawEllipse(middle, radius, radius)


def _triangle(middle: QPointF, half: float, *, up: bool) -> list[QPointF]:
    tip = -half if up else half
    x, y = middle.x(), middle.y()
    return [QPointF(x, y + tip), QPointF(x - half, y - tip * 0.7), QPointF(x + half, y - tip * 0.7)]


def _diamond(middle: QPointF, half: float) -> list[QPointF]:
    x, y = middle.x(), middle.y()
    return [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
