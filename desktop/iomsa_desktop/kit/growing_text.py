"""A text box that grows with its text; apart from the box of a single line, for the first page has none."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from iomsa_desktop.kit.text_box import PAUSE_MS
from iomsa_desktop.look import BODY, Look

PADDING, MARGIN = 6, 2
"""The room above and below the text together, and that above it alone."""


class GrowingText(QPlainTextEdit):
    """Take text of many lines and grow with it; `paused` tells what was typed when typing pauses.

    What was typed is pending until `show_text` or `accept` says that it is stored; till then each pause tells it again.
    """

    paused = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, hint: str, *, most_lines: int = 12) -> None:
        super().__init__()
        self._most_lines = most_lines
        self._shown = self._told = ""
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
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
            self._shown = self._told = text
            if text != self.text():
                blocker = QSignalBlocker(self)
                self.setPlainText(text)
                blocker.unblock()
                self._fit()

    def flush(self) -> None:
        """Tell what was typed since the last pause, if anything."""
        if self._timer is not None:
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
        over = lines > self._most_lines
        # What goes on below shows no piece of its next line.
        height = self._line * min(lines, self._most_lines) + (MARGIN if over else PADDING)
        if height != self.height():
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(policy)
            self.setFixedHeight(height)
