"""A list to pick one from that the wheel leaves alone while the page scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from iomsa.framework.model import Choice
from iomsa_desktop.kit.frame import frame_of, paint_frame
from iomsa_desktop.look import BODY, Look

NONE_YET = "Choose"


class Pick(QComboBox):
    """Pick one id of a list, or none; give it a label with `field_label`, for a list has no name of its own."""

    def __init__(self, look: Look, choices: Sequence[Choice], *, none: str = NONE_YET) -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font(BODY))
        self.addItem(none, "")
        for each in choices:
            self.addItem(each.label, each.id)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def code(self) -> str:
        """Return the picked id, or empty."""
        return str(self.currentData() or "")

    def show_code(self, code: str) -> None:
        """Show a choice; `activated` tells only what a person picks."""
        self.setCurrentIndex(max(0, self.findData(code)))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(180), self.fontMetrics().height() + 2 * self._look.px(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, px = self._look.theme, self._look.px
        painter = QPainter(self)
        edge = theme.edge if self.isEnabled() else theme.line
        ground = theme.tint if self.underMouse() and self.isEnabled() else theme.surface
        paint_frame(painter, frame_of(self.rect()), edge, ground)
        painter.setPen(theme.text if self.code else theme.soft)
        room = self.rect().adjusted(px(10), 0, -px(28), 0)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(theme.text if self.isEnabled() else theme.soft, px(1.5)))
        x, y, arm = self.width() - px(16), self.height() / 2, px(4)
        painter.drawPolyline(QPolygonF.fromList(_chevron(x, y, arm)))
        painter.end()


def _chevron(x: float, y: float, arm: float) -> list[QPointF]:
    return [QPointF(x - arm, y - arm / 2), QPointF(x, y + arm / 2), QPointF(x + arm, y - arm / 2)]
