"""Bars of less, the same and more: a row each, what grew or got worse striped as well as coloured."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from iomsa_desktop.charts.directions_layout import Bar, Placed, least_width, place
from iomsa_desktop.charts.stripes import paint_stripes
from iomsa_desktop.kit.flow import wrap
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.spoken import Painted
from iomsa_desktop.look import BODY, SMALL, Look


class DirectionBars(Painted):
    """Paint one bar a row, its three parts as shares of those who could be compared."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name)
        self._look = look
        self._bars: tuple[Bar, ...] = ()
        self._finding = ""
        self._placed: dict[int, Placed] = {}
        wrap(self)

    def show_bars(self, bars: Sequence[Bar], finding: str) -> None:
        """Show these rows; the finding is said to a screen reader before them."""
        if (tuple(bars), finding) == (self._bars, self._finding):
            # A page shows its charts each time it comes to the front; what is the same stays where it is.
            return
        self._bars, self._finding, self._placed = tuple(bars), finding, {}
        rows = (f"{bar.name}: {bar.words}{f' ({bar.percents})' if bar.percents else ''}." for bar in bars)
        self.say(" ".join((finding, *rows)).strip())
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._place(width).height

    def sizeHint(self) -> QSize:
        width = max(self.width(), least_width(self._look, self._bars))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(least_width(self._look, self._bars), 0)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        for bar, at in zip(self._bars, self._place(self.width()).rows, strict=True):
            painter.setFont(self._look.font(BODY))
            painter.setPen(theme.text)
            painter.drawText(at.name, flags, bar.name)
            painter.setPen(theme.text if any(bar.counts) else theme.soft)
            painter.drawText(at.words, flags, bar.words)
            painter.setFont(self._look.font(SMALL))
            painter.setPen(theme.soft)
            painter.drawText(at.percents, flags, bar.percents)
            if any(bar.counts):
                self._paint_bar(painter, bar, QRectF(at.bar))
            fill(painter, QRect(0, at.bottom - 1, self.width(), 1), theme.line)
        painter.end()

    def _place(self, width: int) -> Placed:
        # Layouts ask again and again for the same widths.
        if width not in self._placed:
            self._placed[width] = place(self._look, self._bars, width)
        return self._placed[width]

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        theme, of = self._look.theme, sum(bar.counts)
        less, same, more = bar.counts
        first, second = (round(box.left() + box.width() * part / of) for part in (less, less + same))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        fill(painter, QRectF(box.left(), box.top(), first - box.left(), box.height()), theme.outstanding)
        fill(painter, QRectF(first, box.top(), second - first, box.height()), theme.line)
        if more:
            rest = QRectF(second, box.top(), box.right() - second, box.height())
            paint_stripes(painter, rest, theme.surface, theme.inadequate, self._look.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
