"""A list that drops down, flat like the other controls; the wheel never changes it by accident."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from iomsa.framework.model import Choice
from iomsa_desktop.look import BODY, Look

RADIUS = 4
NOTHING = "Choose"


class DropDown(QComboBox):
    """Choose one id of a closed list, or nothing; its label is a QLabel with this as its buddy."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: Iterable[Choice]) -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.addItem(NOTHING, "")
        for choice in choices:
            self.addItem(choice.label, choice.id)
        self.activated.connect(lambda place: self.chosen.emit(str(self.itemData(place))))

    def show_id(self, id: str) -> None:
        """Show a choice without telling anybody; empty is nothing."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(max(0, self.findData(id)))
        blocker.unblock()

    @property
    def id(self) -> str:
        """Return what is chosen, or empty."""
        return str(self.currentData())

    def sizeHint(self) -> QSize:
        px, metrics = self._look.px, QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        return QSize(widest + px(44), metrics.height() + 2 * px(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(96), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        px, theme = self._look.px, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.edge if self.isEnabled() else theme.line, 1))
        painter.setBrush(theme.tint if self.underMouse() and self.isEnabled() else theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        inner = self.rect().adjusted(px(10), 0, -px(28), 0)
        painter.setFont(self.font())
        painter.setPen(theme.text if self.id and self.isEnabled() else theme.soft)
        text = QFontMetrics(self.font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        middle, right = self.rect().center().y(), self.width() - px(12)
        painter.setPen(QPen(theme.soft, px(1.5)))
        painter.drawPolyline(
            [QPointF(right - px(9), middle - px(2)), QPointF(right - px(4.5), middle + px(2.5)), QPointF(right, middle - px(2))]
        )
        painter.end()
