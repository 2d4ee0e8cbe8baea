"""How far two reviewers agree on a question beyond chance, painted as AC1 on the line of its interval."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from iomsa.outcomes.agreement import Figure
from iomsa_desktop.charts.interval import IntervalBar
from iomsa_desktop.look import Look

CHANCE, ALWAYS, NEVER = 0.0, 1.0, -1.0


class AgreementBar(IntervalBar):
    """Paint AC1 from chance (0) to always (1); from -1 with a line at chance where any of its interval lies below."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, ())
        self._left = CHANCE

    def show_figure(self, figure: Figure, *, below_chance: bool) -> None:
        """Show AC1 with its interval; `below_chance` widens the scale, for all bars of one card alike."""
        self._share = figure.value
        value = figure.value if figure.value is not None else CHANCE
        self._interval = figure.interval or (value, value)
        self._left = NEVER if below_chance else CHANCE
        self._colour = self._look.theme.accent
        said = f"AC1 {value:.2f}"
        if figure.interval is not None:
            said += f", 95 % interval {figure.interval[0]:.2f} to {figure.interval[1]:.2f}"
        said = said if figure.value is not None else figure.reason
        self.setAccessibleName(f"{self._name}: {said}")
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._left < CHANCE:
            painter = QPainter(self)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(self._look.theme.edge, 1))
            x = round(self._x(CHANCE)) + 0.5
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.end()

    def _x(self, share: float) -> float:
        return super()._x((share - self._left) / (ALWAYS - self._left))
