"""The status line: what is saved, how much is answered, and that all is self-rated."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from iomsa.store.only_read import SO_READ_ONLY
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.elided import ElidedLine
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.words import line
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.whereabouts import NETWORK, TEMPORARY

NOTES = {
    TEMPORARY: "This is a temporary copy: save a copy in a folder of your own (File menu), or changes are lost",
    NETWORK: "This file lies in a network folder: keep the connection while you work",
}
SAID_MS = 10_000
SELF_RATED = "Self-rated, not an inspection"


def opened_words(read_only_because: str, where: str, forgets: str) -> str:
    """Return what stands in the line until the first change: whether the file can be written, and what to know."""
    because = read_only_because.replace(SO_READ_ONLY, "").rstrip(".")
    saved = f"Read-only: {because}" if because else "All saved"
    known = NOTES.get(where, "") if where == TEMPORARY or not read_only_because else ""
    return ". ".join(filter(None, (saved, known, forgets and f"Settings can't be kept: {forgets}")))


class StatusLine(QFrame):
    """Stand below the page; what just changed is said for ten seconds, with Undo beside it."""

    undo = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Status")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), look.px(2), look.px(20), look.px(2))
        row.setSpacing(look.px(24))
        self.saved = ElidedLine(look, "", SMALL)
        self.progress = line(look, "", SMALL, soft=True)
        self._self_rated = line(look, SELF_RATED, SMALL, soft=True)
        self.changed = ElidedLine(look, "", SMALL, grows=True)
        self.changed.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._undo = Link(look, "Undo", SMALL)
        self._undo.clicked.connect(self.undo)
        for widget in (self.saved, self.progress, self._self_rated):
            row.addWidget(widget)
        row.addWidget(self.changed, 1)
        row.addWidget(self._undo)
        # As high with Undo as without, so that the page above does not jump.
        self.setFixedHeight(self._undo.sizeHint().height() + 2 * look.px(2))
        self._timer = QTimer(self, singleShot=True, interval=SAID_MS)
        self._timer.timeout.connect(self._hush)
        self._hush()

    def say_saved(self, text: str) -> None:
        """Say what is on the disk."""
        self.saved.setText(text)
        self._make_room()

    def say_progress(self, text: str) -> None:
        """Say how much is answered."""
        self.progress.setText(text)
        self._make_room()

    def say_changed(self, text: str, *, can_undo: bool = True) -> None:
        """Say what just changed, for ten seconds."""
        self.changed.setText(text)
        self._undo.setVisible(can_undo)
        self._make_room()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.theme.surface)
        fill(painter, QRect(0, 0, self.width(), 1), self._look.theme.line)
        painter.end()

    def _hush(self) -> None:
        self._timer.stop()
        self.changed.setText("")
        self._undo.setVisible(False)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out how much is answered, which stands elsewhere too, where not all of it fits."""
        fits = not (self.changed.text() and self._look.list_folded)
        shown = (self.saved, self.progress, self._self_rated)
        needed = sum(each.sizeHint().width() + self._look.px(24) for each in shown) + self._look.px(40)
        self._self_rated.setVisible(fits)
        self.progress.setVisible(fits and needed <= self.width())
