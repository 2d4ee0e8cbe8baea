"""Text boxes with the look's edge: one that grows with its text, and one of a single line."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from iomsa_desktop.kit.frame import frame_of, paint_frame
from iomsa_desktop.look import BODY, Look

PAUSE_MS = 400
PADDING = 6


class Boxed(QFrame):
    """Draw the edge of a control around a widget that has none."""

    def __init__(self, look: Look, inner: QWidget) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), look.px(5), look.px(8), look.px(5))
        row.addWidget(inner)
        self.setFocusProxy(inner)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        paint_frame(painter, frame_of(self.rect()), theme.edge if self.isEnabled() else theme.line, theme.surface)
        painter.end()


class GrowingText(QPlainTextEdit):
    """Take text of many lines and grow with it; `paused` tells what was typed when typing pauses.

    What was typed is pending until `show_text` or `accept` says that it is stored; till then each pause tells it again.
    """

    paused = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, hint: str, *, most_lines: int = 12) -> None:
        super().__init__()
        self._most_lines = most_lines
        self._shown = ""
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._line = QFontMetrics(self.font()).lineSpacing()
        self._timer: QTimer | None = None
        self.textChanged.connect(self._on_changed)
        self.setFixedHeight(self._line + PADDING)

    def text(self) -> str:
        """Return what stands here, as typed."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show stored text without telling anybody; what is being typed stays."""
        if text != self._shown:
            self._shown = text
            if text != self.text():
                blocker = QSignalBlocker(self)
                self.setPlainText(text)
                blocker.unblock()
                self._fit()

    def flush(self) -> None:
        """Tell what was typed since the last pause, if anything."""
        if self._timer is not None:
            self._timer.stop()
        if self.pending:
            self.paused.emit(self.text())

    def accept(self) -> None:
        """Take what stands here as stored."""
        self._shown = self.text()

    @property
    def pending(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return self.text() != self._shown

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _on_changed(self) -> None:
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
            self._timer.timeout.connect(self.flush)
        self._timer.start()
        self._fit()

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        height = self._line * min(lines, self._most_lines) + PADDING
        if height != self.height():
            over = lines > self._most_lines
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(policy)
            self.setFixedHeight(height)


class LineText(QLineEdit):
    """Take one line of text; `paused` tells what was typed when typing pauses, `left` that the field was left."""

    paused = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, hint: str = "") -> None:
        super().__init__()
        self._shown = ""
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
            self._shown = text
            if text != self.text():
                self.setText(text)

    def flush(self) -> None:
        """Tell what was typed since the last pause, if anything."""
        self._timer.stop()
        if self.pending:
            self.paused.emit(self.text())

    def accept(self) -> None:
        """Take what stands here as stored."""
        self._shown = self.text()

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
