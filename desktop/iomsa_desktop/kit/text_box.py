"""The edge of the look around a text box, and the box of a single line."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from iomsa_desktop.kit.frame import frame_of, paint_frame
from iomsa_desktop.look import BODY, Look

PAUSE_MS = 400


class Boxed(QFrame):
    """Draw the edge of a control around a widget that has none."""

    def __init__(self, look: Look, inner: QWidget) -> None:
        super().__init__()
        self._look, self._inner = look, inner
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), look.px(5), look.px(8), look.px(5))
        row.addWidget(inner)
        self.setFocusProxy(inner)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        edge = theme.edge if self.isEnabled() and not self._inner.property("readOnly") else theme.line
        paint_frame(painter, frame_of(self.rect()), edge, theme.surface)
        painter.end()


class LineText(QLineEdit):
    """Take one line of text; `paused` tells what was typed when typing pauses, `left` that the field was left."""

    paused = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, hint: str = "") -> None:
        super().__init__()
        self._shown = self._told = ""
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFrame(False)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(lambda _: self._timer.start())

    def show_text(self, text: str) -> None:
        """Show stored text without telling anybody; what is being typed stays."""
        if text != self._shown:
            self._shown = self._told = text
            if text != self.text():
                self.setText(text)

    def flush(self) -> None:
        """Tell what was typed since the last pause, if anything."""
        self._timer.stop()
        # What is stored is told too where something else was told since: that one stands here no more.
        if self.pending or self.text() != self._told:
            self._told = self.text()
            self.paused.emit(self._told)

    def accept(self) -> None:
        """Take what stands here as stored."""
        self._shown = self._told = self.text()

    @property
    def pending(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return self.text() != self._shown

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)
