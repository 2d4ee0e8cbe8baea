"""Offending over time: points joined by a line, the mean, dashed limits, and words beside what they name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from iomsa_desktop.charts.over_time_layout import Label, Placed, Series, height, least_width, place
from iomsa_desktop.charts.points import paint_point
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.spoken import Painted
from iomsa_desktop.look import SMALL, Look

RADIUS, NEAR = 4.5, 14
"""Of a point, and how near the mouse has to be to it, in pixels of the drawings."""


class OverTimeChart(Painted):
    """Paint one series; the mouse over a point shows it in words."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name)
        self._look = look
        self._series = Series()
        self._placed: tuple[int, Placed] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, series: Series, finding: str) -> None:
        """Show other points."""
        self._series, self._placed = series, None
        self.say(finding)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(least_width(self._look, self._series), height(self._look))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def point_words(self, x: float, y: float) -> str:
        """Return the words of the point that lies there, or empty."""
        placed = self._place()
        away = [
            ((px - x) ** 2 + (py - y) ** 2, dot.said)
            for (px, py), dot in zip(placed.points, self._series.dots, strict=True)
        ]
        nearest, said = min(away, default=(float("inf"), ""))
        return said if nearest <= self._look.px(NEAR) ** 2 else ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            from PySide6.QtWidgets import QToolTip

            QToolTip.showText(event.globalPos(), self.point_words(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        placed = self._place()
        self._paint_axes(painter, placed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_limits(painter, placed)
        series, theme, px = self._series, self._look.theme, self._look.px
        painter.setPen(QPen(theme.common, px(1.25)))
        for (one, next_one), dot in zip(pairwise(placed.points), series.dots[1:], strict=True):
            if not dot.after_gap:
                painter.drawLine(QPointF(*one), QPointF(*next_one))
        crowded = len(placed.points) > 1 and (placed.right - placed.left) / len(placed.points) < px(3 * RADIUS)
        radius = px(RADIUS) * (0.7 if crowded else 1)
        for point, dot in zip(placed.points, series.dots, strict=True):
            paint_point(painter, theme, QPointF(*point), radius, dot.colour, dot.icon)
        painter.end()

    def _place(self) -> Placed:
        # Worked out once for a width, and painted as often as the page is looked at.
        width = self.width()
        if self._placed is None or self._placed[0] != width:
            self._placed = (width, place(self._look, self._series, width))
        return self._placed[1]

    def _paint_axes(self, painter: QPainter, placed: Placed) -> None:
        theme = self._look.theme
        fill(painter, QRectF(placed.left, round(placed.bottom), placed.right - placed.left, 1), theme.line)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(theme.soft)
        self._write(painter, placed.values, Qt.AlignmentFlag.AlignRight, placed.left - self._look.px(8))
        self._write(painter, placed.axis, Qt.AlignmentFlag.AlignHCenter)
        self._write(painter, placed.beside, Qt.AlignmentFlag.AlignLeft)

    def _write(self, painter: QPainter, labels: Sequence[Label], align: Qt.AlignmentFlag, right: float = 0) -> None:
        high = painter.fontMetrics().height()
        for label in labels:
            wide = painter.fontMetrics().horizontalAdvance(label.words) + 2
            left = {Qt.AlignmentFlag.AlignRight: right - wide, Qt.AlignmentFlag.AlignHCenter: label.x - wide / 2}
            box = QRectF(left.get(align, label.x), label.y - high / 2, wide, high)
            painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, label.words)

    def _paint_limits(self, painter: QPainter, placed: Placed) -> None:
        series, theme = self._series, self._look.theme
        if series.centre is None:
            return
        y = placed.y(series.centre)
        painter.setPen(QPen(theme.edge, self._look.px(1.25)))
        painter.drawLine(QPointF(placed.left, y), QPointF(placed.right, y))
        pen = QPen(theme.edge, self._look.px(1.25), Qt.PenStyle.DashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        for limit in _limit_lines(series, placed):
            painter.drawPolyline([QPointF(*point) for point in limit])


def _limit_lines(series: Series, placed: Placed) -> list[list[tuple[float, float]]]:
    """Return the upper and the lower limit: straight where they are even, else in steps round their points."""
    limited = [(x, dot) for (x, _), dot in zip(placed.points, series.dots, strict=True) if dot.high is not None]
    ends = [[dot.high or 0.0 for _, dot in limited], [dot.low or 0.0 for _, dot in limited]]
    lines = [values for values in ends if any(value > 0 for value in values)]
    if series.even:
        return [[(placed.left, placed.y(values[0])), (placed.right, placed.y(values[0]))] for values in lines]
    xs = [x for x, _ in limited]
    middles = [(one + other) / 2 for one, other in pairwise(xs)]
    edges = [placed.left, *middles, min(placed.right, 2 * xs[-1] - (middles or xs)[-1])]
    return [
        [(edge, placed.y(value)) for value, pair in zip(values, pairwise(edges), strict=True) for edge in pair]
        for values in lines
    ]
