"""The header: which scheme and period this is, the marking of its return, and the box to find anything."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from iomsa.answers.period import span
from iomsa.answers.sheet import Period
from iomsa.answers.values import shown_date
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.elided import ElidedLine
from iomsa_desktop.kit.frame import fill, frame_of, paint_frame
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import line
from iomsa_desktop.look import BODY, HEADING, SMALL, Look


def months_of(period: Period) -> str:
    """Return `April 2025 to March 2026` for whole months, else the days in full."""
    start, end = (datetime.date.fromisoformat(each) for each in (period.start, period.end))
    if start.day != 1 or (end < datetime.date.max and (end + datetime.timedelta(days=1)).day != 1):
        return span(period)
    return f"{_month(period.start)} to {_month(period.end)}"


def _month(day: str) -> str:
    return shown_date(day).partition(" ")[2]


class Tag(QWidget):
    """Show a short word in a thin frame, such as the marking."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._text = look, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another word."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(SMALL))
        return QSize(
            metrics.horizontalAdvance(self._text) + 2 * self._look.px(9), metrics.height() + 2 * self._look.px(4)
        )

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, frame_of(self.rect()), self._look.theme.edge)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(self._look.theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class Header(QFrame):
    """Stand above the page; `unfold` tells that the task list is wanted, `period_wanted` which period is."""

    unfold = Signal()
    period_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        scheme: str,
        period: Period,
        periods: Sequence[str],
        tags: Sequence[tuple[str, str]],
        marking: str,
    ) -> None:
        super().__init__()
        self._look = look
        self._periods = periods
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        both = QVBoxLayout(self) if look.head_below else QHBoxLayout(self)
        both.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(8))
        both.setSpacing(look.px(8))
        both.addLayout(self._what(scheme, period, tags), 1)
        both.addLayout(self._tools(marking))

    def _what(self, scheme: str, period: Period, tags: Sequence[tuple[str, str]]) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        self.parts = Button(look, "Parts")
        self.parts.setAccessibleName("Show the parts of the self-assessment")
        if not look.list_folded:
            self.parts.hide()
        self.parts.clicked.connect(self.unfold)
        self.scheme = ElidedLine(look, scheme, HEADING)
        row.addWidget(self.parts)
        row.addWidget(self.scheme)
        row.addWidget(self._period(period))
        for text, about in tags:
            tag = Tag(look, text)
            tag.setToolTip(about)
            row.addWidget(tag)
        row.addStretch(1)
        return row

    def _period(self, period: Period) -> QWidget:
        shown = period.name if self._look.side_below else months_of(period)
        if len(self._periods) < 2:
            label = line(self._look, shown, BODY, soft=True)
            label.setToolTip(f"{period.name}, {span(period)}")
            return label
        link = Link(self._look, shown)
        link.setAccessibleName(f"Period {period.name}, choose another")
        link.setToolTip(f"{period.name}, {span(period)}. Choose another.")
        menu = QMenu(link)
        for name in reversed(self._periods):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == period.name)
            action.triggered.connect(lambda _=False, name=name: self.period_wanted.emit(name))
        link.clicked.connect(lambda: menu.popup(link.mapToGlobal(link.rect().bottomLeft())))
        return link

    def _tools(self, marking: str) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        self.marking = Tag(look, marking)
        self.marking.setToolTip("The protective marking that the return would carry")
        row.addWidget(self.marking)
        self.finder = LineText(look, "Find a question or note", "Find a question or note Ctrl+F")
        box = Boxed(look, self.finder)
        box.setFixedWidth(look.px(260))
        row.addWidget(box)
        if look.head_below:
            row.addStretch(1)
        return row

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.theme.surface)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._look.theme.line)
        painter.end()
