"""A choice of a few as one segmented control of real radio buttons; arrows move the focus, Space chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.look import CHOICE, CHOSEN, Look

RADIUS, GAP = 4, 8
BACK, ON = -1, 1
_STEPS = {Qt.Key.Key_Left: BACK, Qt.Key.Key_Up: BACK, Qt.Key.Key_Right: ON, Qt.Key.Key_Down: ON}


class Option(NamedTuple):
    """Offer one choice: its code, its short label, its full text for tool tip and screen reader, its key if any."""

    code: str
    short: str
    full: str
    key: str = ""


class Segment(QRadioButton):
    """Be one radio button of the control; `left` and `right` say which ends are round."""

    def __init__(self, look: Look, option: Option, name: str, *, left: bool, right: bool) -> None:
        super().__init__(option.short)
        self.option = option
        self._look = look
        self._left, self._right = left, right
        self.setFont(look.font(CHOICE))
        self.setAccessibleName(f"{name} {option.full}".strip())
        if option.full != option.short:
            self.setToolTip(option.full)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        bold = self._metrics()
        return QSize(bold[0] + 2 * self._look.px(8), bold[1] + 2 * self._look.px(7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.click()
        else:
            event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, on = self.isChecked(), self.isEnabled()
        filled = chosen and on
        tinted = chosen if not on else self.underMouse()
        painter.setPen(QPen(theme.accent if filled else theme.edge if on or chosen else theme.line, 1))
        painter.setBrush(theme.accent if filled else theme.tint if tinted else theme.surface)
        painter.drawPath(self._outline())
        painter.setPen(theme.on_accent if filled else theme.text if on or chosen else theme.soft)
        painter.setFont(self._look.font(CHOSEN if chosen else CHOICE))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _metrics(self) -> tuple[int, int]:
        metrics = QFontMetrics(self._look.font(CHOSEN))
        return metrics.horizontalAdvance(self.text()), metrics.height()

    def _outline(self) -> QPainterPath:
        right = -0.5 if self._right else 0.5
        box = QRectF(self.rect()).adjusted(0.5, 0.5, right, -0.5)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, RADIUS, RADIUS)
        for flat, x in ((not self._left, box.left()), (not self._right, box.right() - RADIUS)):
            if flat:
                path.addRect(QRectF(x, box.top(), RADIUS, box.height()))
        return path.simplified()


class Segments(QWidget):
    """Choose one code or none: a segmented control and, apart from it, single options such as Not known."""

    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, look: Look, name: str, options: Sequence[Option], apart: Iterable[Option] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: list[Segment] = []
        flow = Flow(self, gap=look.px(GAP))
        if look.choices_apart:
            apart = (*options, *apart)
        else:
            flow.addWidget(self._joined(look, name, options))
        for option in apart:
            flow.addWidget(self._make(look, option, name, left=True, right=True))
        # A screen reader toggles; only a mouse or a key clicks.
        self._group.buttonToggled.connect(self._on_toggled)
        wrap(self)

    def _joined(self, look: Look, name: str, options: Sequence[Option]) -> QWidget:
        joined = QWidget()
        row = QHBoxLayout(joined)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(options) - 1
        for place, option in enumerate(options):
            row.addWidget(self._make(look, option, name, left=place == 0, right=place == last))
        return joined

    @property
    def code(self) -> str | None:
        """Return the chosen code, or None."""
        button = self._group.checkedButton()
        return button.option.code if isinstance(button, Segment) else None

    def show_code(self, code: str | None) -> None:
        """Show a choice without telling anybody."""
        if code == self.code:
            return
        blocker = QSignalBlocker(self._group)
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.option.code == code)
        self._group.setExclusive(True)
        blocker.unblock()

    def focus(self) -> None:
        """Give the focus to the chosen button, or to the first."""
        button = self._group.checkedButton() or self.buttons[0]
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
            return
        typed = event.text().upper()
        for button in self.buttons:
            if typed and typed in (button.option.key, button.option.code) and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                button.click()
                return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.code is not None:
            self.cleared.emit()
            return
        event.ignore()

    def _make(self, look: Look, option: Option, name: str, *, left: bool, right: bool) -> Segment:
        button = Segment(look, option, name, left=left, right=right)
        self._group.addButton(button)
        self.buttons.append(button)
        return button

    def _on_toggled(self, _: QAbstractButton, now: bool) -> None:
        if now and self.code is not None:
            self.chosen.emit(self.code)

    def _move(self, step: int) -> None:
        here = next((i for i, button in enumerate(self.buttons) if button.hasFocus()), 0)
        self.buttons[(here + step) % len(self.buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
