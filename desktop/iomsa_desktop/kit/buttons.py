"""Buttons: one that leads on, plain ones, and links."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from iomsa_desktop.kit.frame import frame_of, paint_frame
from iomsa_desktop.look import BODY, STRONG, Look


class _Named(QPushButton):
    """Show its text as it is: a reference may hold an &, which Qt takes for the mark of a key."""

    def __init__(self, text: str) -> None:
        super().__init__(_marked(text))

    def setText(self, text: str) -> None:
        super().setText(_marked(text))


class Button(_Named):
    """Do one thing; the `lead` button is the page's next step, filled with the accent."""

    def __init__(self, look: Look, text: str, *, lead: bool = False) -> None:
        super().__init__(text)
        self._look = look
        self._lead = lead
        self.setFont(look.font(STRONG if lead else BODY))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(text.width() + 2 * self._look.px(15), text.height() + 2 * self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        filled = self._lead and self.isEnabled()
        edge = theme.accent if filled else (theme.edge if self.isEnabled() else theme.line)
        ground = theme.accent if filled else (theme.tint if self._lit() else theme.surface)
        paint_frame(painter, frame_of(self.rect()), edge, ground)
        painter.setPen(theme.on_accent if filled else (theme.text if self.isEnabled() else theme.soft))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()

    def _lit(self) -> bool:
        return self.isDown() or self.underMouse()


class Link(_Named):
    """Lead to another place; looks like a link and is a real button. `checkable` links stay lit, such as a flag."""

    def __init__(self, look: Look, text: str, role: str = BODY) -> None:
        super().__init__(text)
        self._look = look
        font = QFont(look.font(role))
        font.setUnderline(True)
        self.setFont(font)
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(text.width() + 1, max(text.height() + 4, 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.theme.accent if self.isEnabled() else self._look.theme.soft)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self.rect(), flags, self.text())
        painter.end()


def _marked(text: str) -> str:
    return text.replace("&", "&&")
