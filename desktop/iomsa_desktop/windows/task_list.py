"""The task list on the left: every page as a button with its mark and its progress in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from iomsa_desktop.desk import Place
from iomsa_desktop.kit.focus_ring import RINGED_WITHIN
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.spoken import ScrollArea
from iomsa_desktop.kit.tick import paint_ring
from iomsa_desktop.kit.words import line
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.windows.entries import Entry

WIDTH = 264
ACCENT = 4
ROW, LEFT, RIGHT, GAP = 28, 44, 14, 6
"""Lengths of the drawings: a row, where its name begins, the air behind its progress, the least before it."""


class TaskButton(QAbstractButton):
    """Lead to one page; the current one has a tinted ground and an accent edge."""

    def __init__(self, look: Look, entry: Entry, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._look, self.entry = look, entry
        self._current = False
        self.setText(entry.name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty(RINGED_WITHIN, True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: go(self.entry.place))
        self._font = QFont(look.font(SMALL))
        self.show_entry(entry, current=False)

    @property
    def current(self) -> bool:
        """Tell whether this is the page in front."""
        return self._current

    def show_entry(self, entry: Entry, *, current: bool) -> None:
        """Show progress, and whether this is the page in front."""
        if entry == self.entry and current == self._current and self.accessibleName():
            return
        self.entry, self._current = entry, current
        said = ", ".join(part for part in (entry.name, entry.state, entry.said) if part)
        self.setAccessibleName(f"{said}, current page" if current else said)
        self.setToolTip(", ".join(part for part in (entry.name, entry.said) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDTH), self.heightForWidth(self._look.px(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(ROW))

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._font)
        one_line = metrics.horizontalAdvance(self.entry.name) <= self._room(width)
        return self._look.px(ROW) + (0 if one_line else metrics.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        look, theme, rect = self._look, self._look.theme, self.rect()
        painter = QPainter(self)
        if self._current or self.underMouse():
            fill(painter, rect, theme.tint)
        if self._current:
            fill(painter, QRect(0, 0, ACCENT, rect.height()), theme.accent)
        side = look.px(14)
        paint_ring(painter, QRectF(look.px(20), (rect.height() - side) / 2, side, side), self.entry.state, theme.text)
        behind = self._behind()
        right = rect.width() - look.px(RIGHT)
        painter.setFont(look.font(SMALL))
        painter.setPen(theme.soft)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(right - behind, 0, behind + 1, rect.height()), middle, self.entry.behind)
        painter.setFont(self._name_font())
        painter.setPen(theme.text)
        place = QRect(look.px(LEFT), 0, self._room(rect.width()) + 1, rect.height())
        painter.drawText(place, middle | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip, self.entry.name)
        painter.end()

    def _behind(self) -> int:
        return QFontMetrics(self._look.font(SMALL)).horizontalAdvance(self.entry.behind)

    def _room(self, width: int) -> int:
        px = self._look.px
        return width - px(RIGHT) - self._behind() - px(LEFT) - px(GAP)

    def _name_font(self) -> QFont:
        if not self._current:
            return self._font
        bold = QFont(self._font)
        bold.setWeight(QFont.Weight.DemiBold)
        fits = QFontMetrics(bold).horizontalAdvance(self.entry.name) <= self._room(self.width())
        return bold if fits or self.height() > self._look.px(ROW) else self._font


class TaskList(ScrollArea):
    """Hold the buttons; arrows walk them."""

    def __init__(self, look: Look, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._look, self._go = look, go
        self.buttons: list[TaskButton] = []
        self.setAccessibleName("Parts of the self-assessment")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(look.px(WIDTH))
        inner = QWidget()
        inner.setAutoFillBackground(True)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, look.px(10), 0, look.px(10))
        self._column.setSpacing(0)
        self.setWidget(inner)

    def show_entries(self, entries: tuple[Entry, ...], current: Place) -> None:
        """Show the entries; buttons are made once and then kept up to date."""
        if not self.buttons:
            self._make(entries)
        for button, entry in zip(self.buttons, entries, strict=True):
            button.show_entry(entry, current=entry.place[:2] == current[:2])

    def focus_current(self) -> None:
        """Give the focus to the entry of the page in front."""
        for button in self.buttons:
            if button.current:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def after(self, place: Place, by: int = 1) -> Entry:
        """Return the entry so many after a place, or before it; behind the last comes the first."""
        entries = [button.entry for button in self.buttons]
        here = next((i for i, entry in enumerate(entries) if entry.place[:2] == place[:2]), 0)
        return entries[(here + by) % len(entries)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        focused = [place for place, button in enumerate(self.buttons) if button.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        target = self.buttons[(focused[0] + step) % len(self.buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(target)

    def _make(self, entries: tuple[Entry, ...]) -> None:
        look, group = self._look, ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                label = line(look, group, SMALL, soft=True)
                font = QFont(label.font())
                font.setWeight(QFont.Weight.DemiBold)
                label.setFont(font)
                label.setContentsMargins(look.px(20), look.px(12), 0, look.px(3))
                self._column.addWidget(label)
            button = TaskButton(look, entry, self._go)
            self.buttons.append(button)
            self._column.addWidget(button)
        self._column.addStretch(1)
