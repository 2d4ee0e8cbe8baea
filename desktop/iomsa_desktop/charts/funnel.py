"""A funnel: each area by how many people it followed and the share who reoffended; limits are wider for fewer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from iomsa.outcomes.funnel import Funnel
from iomsa_desktop.charts.funnel_layout import AXIS, Picture, Placed, height, least_width, place
from iomsa_desktop.charts.over_time_layout import Label
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.spoken import Painted
from iomsa_desktop.look import SMALL, STRONG, Look

RADIUS, OWN = 4, 6
"""Of the point of another area, and of our own, in pixels of the drawings."""


class FunnelChart(Painted):
    """Paint areas round a benchmark; our own is filled and named, the others are hollow."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name)
        self._look = look
        self._picture = Picture(Funnel(0.5, 0.0), (), "")
        self._placed: tuple[int, Placed] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture, finding: str) -> None:
        """Show other areas."""
        self._picture, self._placed = picture, None
        self.say(finding)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(least_width(self._look, self._picture), height(self._look))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        placed, theme, px = self._place(), self._look.theme, self._look.px
        fill(painter, QRectF(placed.left, round(placed.bottom), placed.right - placed.left, 1), theme.line)
        self._paint_words(painter, placed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, placed)
        # After the lines, which give way to it.
        self._paint_own_name(painter, placed)
        areas = sorted(zip(placed.points, self._picture.areas, strict=True), key=lambda each: each[1].own)
        for point, area in areas:
            painter.setPen(QPen(theme.accent if area.own else theme.common, px(1.5)))
            painter.setBrush(theme.accent if area.own else theme.surface)
            radius = px(OWN if area.own else RADIUS)
            painter.drawEllipse(QPointF(*point), radius, radius)
        painter.end()

    def _place(self) -> Placed:
        # Worked out once for a width, and painted as often as the page is looked at.
        width = self.width()
        if self._placed is None or self._placed[0] != width:
            self._placed = (width, place(self._look, self._picture, width))
        return self._placed[1]

    def _paint_lines(self, painter: QPainter, placed: Placed) -> None:
        edge = self._look.theme.edge
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, self._look.px(1.25)))
        painter.drawLine(QPointF(placed.left, placed.middle), QPointF(placed.right, placed.middle))
        painter.save()
        painter.setClipRect(QRectF(placed.left, placed.top, placed.right - placed.left, placed.bottom - placed.top))
        for lines, dashes in ((placed.inner, [4.0, 3.0]), (placed.outer, [1.5, 2.5])):
            pen = QPen(edge, self._look.px(1.25), Qt.PenStyle.DashLine)
            pen.setDashPattern(dashes)
            painter.setPen(pen)
            for line in lines:
                painter.drawPolyline([QPointF(*point) for point in line])
        painter.restore()

    def _paint_words(self, painter: QPainter, placed: Placed) -> None:
        theme, px = self._look.theme, self._look.px
        painter.setFont(self._look.font(SMALL))
        painter.setPen(theme.soft)
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        high = metrics.height()
        for label in placed.values:
            box = QRectF(0, label.y - high / 2, placed.left - px(8), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, label.words)
        self._centred(painter, placed.axis)
        for label in placed.beside:
            painter.drawText(QRectF(label.x, label.y - high / 2, 1, high), middle, label.words)
        below = QRectF(placed.left, placed.axis[-1].y + high / 2, placed.right - placed.left, high)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | middle, AXIS)

    def _paint_own_name(self, painter: QPainter, placed: Placed) -> None:
        painter.setFont(self._look.font(STRONG))
        self._clear(painter, placed)
        high = painter.fontMetrics().height()
        painter.setPen(self._look.theme.text)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(placed.own.x, placed.own.y - high, 1, 2 * high), middle, placed.own.words)

    def _clear(self, painter: QPainter, placed: Placed) -> None:
        """Take the lines away behind the name of our own, and lead there."""
        label, metrics, air = placed.own, painter.fontMetrics(), self._look.px(3)
        high = metrics.ascent()
        behind = QRectF(label.x - air, label.y - high / 2, metrics.horizontalAdvance(label.words) + 2 * air, high)
        fill(painter, behind, self._look.theme.surface)
        own = next((point for point, area in zip(placed.points, self._picture.areas, strict=True) if area.own), None)
        if own is not None and abs(own[1] - label.y) > 1.5 * metrics.height():
            # So far off, a line leads from the point to its name.
            # The letters reach beyond what is cleared behind them.
            letters = metrics.height() / 2
            edge = label.y - letters - air if own[1] < label.y else label.y + letters + air
            painter.setPen(QPen(self._look.theme.accent, self._look.px(1.25)))
            painter.drawLine(QPointF(*own), QPointF(own[0], edge))

    def _centred(self, painter: QPainter, labels: Sequence[Label]) -> None:
        metrics = painter.fontMetrics()
        for label in labels:
            wide = metrics.horizontalAdvance(label.words) + 2
            box = QRectF(label.x - wide / 2, label.y - metrics.height() / 2, wide, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, label.words)
