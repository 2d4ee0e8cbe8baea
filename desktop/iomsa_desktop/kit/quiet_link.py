"""A link in the text's own colour, underlined only under the mouse or with the focus; for names in a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent

from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.look import BODY, Look


class QuietLink(Link):
    """Lead to what a name stands for."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, BODY)
        self.setFont(look.font(BODY))

    def paintEvent(self, _: QPaintEvent) -> None:
        lit = self.underMouse() or self.hasFocus()
        font = QFont(self.font())
        font.setUnderline(lit)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._look.theme.accent if lit else self._look.theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
