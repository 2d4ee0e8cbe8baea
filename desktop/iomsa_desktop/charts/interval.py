"""A share with its interval, painted on a scale from 0 to 100 with a line at each band."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from iomsa.scoring.shares import percents
from iomsa_desktop.kit.spoken import Painted
from iomsa_desktop.look import Look


class IntervalBar(Painted):
    """Paint one share as a diamond on the line of its interval; `bands` are percentages.

    The diamond is filled, or hatched while the share is so far; without an interval there is no line.
    """

    def __init__(self, look: Look, name: str, bands: tuple[int, ...]) -> None:
        super().__init__(name)
        self._look, self._name, self._bands = look, name, bands
        self._share: float | None = None
        self._interval: tuple[float, float] | None = None
        self._colour = QColor(look.theme.text)
        self._so_far = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}: nothing to show yet")

    def show_share(
        self,
        share: float | None,
        interval: tuple[float, float] | None,
        colour: QColor,
        *,
        so_far: bool,
        percent: str = "",
        sampling: str = "",
    ) -> None:
        """Show a share and its interval as fractions, or an empty scale for None.

        `percent` is the share in words; `sampling` says whom the interval is for, or why there is none.
        """
        self._share, self._interval = share, interval
        self._colour, self._so_far = colour, so_far
        words = "" if interval is None else f"95 % interval {percents(interval)}"
        words = " ".join(part for part in (words, sampling) if part)
        parts = [] if share is None else [percent or f"{round(100 * share)} %", *([words] if words else [])]
        self.setAccessibleName(f"{self._name}: {', '.join(parts) or 'nothing to show yet'}")
        self.setToolTip("" if share is None else words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(23))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(23))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(theme.surface)
        painter.drawRect(frame)
        for band in self._bands:
            x = round(self._x(band / 100)) + 0.5
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        if self._share is not None:
            self._paint_share(painter, self._share)
        painter.end()

    def _paint_share(self, painter: QPainter, share: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, half = self.height() / 2, self._look.px(8)
        if self._interval is not None:
            low, high = (self._x(each) for each in self._interval)
            painter.setPen(QPen(self._look.theme.text, self._look.px(2)))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        x = self._x(share)
        corners = (
            QPointF(x - half, middle),
            QPointF(x, middle - half),
            QPointF(x + half, middle),
            QPointF(x, middle + half),
        )
        diamond = QPolygonF(corners)
        painter.setPen(QPen(self._colour, 1.5))
        painter.setBrush(self._look.theme.surface if self._so_far else self._colour)
        painter.drawPolygon(diamond)
        if self._so_far:
            painter.setBrush(QBrush(self._colour, Qt.BrushStyle.BDiagPattern))
            painter.drawPolygon(diamond)

    def _x(self, share: float) -> float:
        inset = self._look.px(8)
        return inset + share * (self.width() - 1 - 2 * inset)
