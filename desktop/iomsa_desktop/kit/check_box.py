"""A check box in the look's colours that grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from iomsa_desktop.kit.frame import frame_of, paint_frame
from iomsa_desktop.kit.tick import TICK, paint_sign, within
from iomsa_desktop.look import BODY, Look

BOX, GAP, LEAST = 18, 8, 24
RADIUS = 3
IN_BOX = 0.18
"""The air on each side of the tick, as a share of the box."""


class CheckBox(QCheckBox):
    """Say yes or nothing to one thing; `name` is what a screen reader says where the text alone is too short.

    Listen to `toggled`: a screen reader toggles, only a mouse or a key clicks.
    """

    def __init__(self, look: Look, text: str, name: str = "") -> None:
        super().__init__(text)
        self._look = look
        self.setFont(look.font(BODY))
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_checked(self, checked: bool) -> None:
        """Show a state without telling anybody."""
        blocker = QSignalBlocker(self)
        self.setChecked(checked)
        blocker.unblock()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        least = self._look.px(LEAST)
        return QSize(self._look.px(BOX + GAP) + text.width() + 4, max(text.height() + 4, least))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _: object) -> bool:
        return True

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, side = self._look.theme, self._look.px(BOX)
        painter = QPainter(self)
        box = frame_of(QRect(0, (self.height() - side) // 2, side, side))
        on, checked = self.isEnabled(), self.isChecked()
        filled = checked and on
        tinted = checked if not on else self.underMouse()
        edge = theme.accent if filled else theme.edge if on or checked else theme.line
        ground = theme.accent if filled else theme.tint if tinted else theme.surface
        paint_frame(painter, box, edge, ground, RADIUS)
        if checked:
            sign = theme.on_accent if filled else theme.text
            paint_sign(painter, within(box, IN_BOX), TICK, sign, max(1.8, side / 9))
        painter.setPen(theme.text if on or checked else theme.soft)
        text = self.rect().adjusted(self._look.px(BOX + GAP), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()
