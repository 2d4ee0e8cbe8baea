"""A heading that folds what stands under it away, and builds it only when it is first unfolded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from iomsa_desktop.kit.tab_order import follow
from iomsa_desktop.look import BODY, SMALL, STRONG, Look

ARROW, GAP = 9, 10


class FoldHead(QPushButton):
    """Show an arrow, a title and a soft note; pressed, it folds or unfolds."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(title)
        self._look = look
        self._note = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(look.font(BODY))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(lambda _: self._name())
        self._name()

    def show_note(self, note: str) -> None:
        """Show small words behind the title."""
        self._note = note
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        strong, small = QFontMetrics(self._look.font(STRONG)), QFontMetrics(self._look.font(SMALL))
        wide = strong.horizontalAdvance(self.text()) + px(24) + small.horizontalAdvance(self._note)
        return QSize(px(ARROW + GAP) + wide, strong.height() + 2 * px(7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, px = self._look.theme, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawPolygon(QPolygonF.fromList(self._arrow()))
        painter.setPen(theme.accent if self.underMouse() else theme.text)
        painter.setFont(self._look.font(STRONG))
        room = self.rect().adjusted(px(ARROW + GAP), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setPen(theme.soft)
        painter.setFont(self._look.font(SMALL))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._note)
        painter.end()

    def _arrow(self) -> list[QPointF]:
        side, middle = self._look.px(ARROW), self.height() / 2
        if self.isChecked():
            top = middle - side / 4
            return [QPointF(0, top), QPointF(side, top), QPointF(side / 2, top + side / 1.8)]
        top = middle - side / 2
        return [QPointF(side / 5, top), QPointF(side / 5, top + side), QPointF(side / 1.3, middle)]

    def _name(self) -> None:
        state = "unfolded" if self.isChecked() else "folded"
        self.setAccessibleName(", ".join(part for part in (self.text(), self._note, state) if part))


class Fold(QWidget):
    """Hold a heading and what it unfolds; `build` is called once, when it is first unfolded."""

    def __init__(self, look: Look, title: str, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self._inner: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self.head = FoldHead(look, title)
        self.head.toggled.connect(self._on_toggled)
        self._column.addWidget(self.head)

    def unfold(self) -> None:
        """Show what is inside."""
        self.head.setChecked(True)

    def _on_toggled(self, on: bool) -> None:
        if self._inner is None and on:
            self._inner = self._build()
            self._column.addWidget(self._inner)
            follow(self.head, self._inner)
        if self._inner is not None:
            self._inner.setVisible(on)
