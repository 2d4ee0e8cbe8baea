"""One ring that shows where the keyboard is: 3 pixels of accent, 2 off whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from iomsa_desktop.kit.spoken import SCROLLED
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.look import Look

WIDTH, OFF = 3, 2
RINGED_WITHIN = "ringed within"
"""The property of a widget whose ring lies on its own edge."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class FocusRing(QWidget):
    """Follow the focus inside one window and ring what has it."""

    def __init__(self, look: Look, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._app = app
        app.focusChanged.connect(self._on_focus)

    def end(self) -> None:
        """Let go of what is ringed, and be gone; a ring that still watches keeps a whole page in memory."""
        self._app.focusChanged.disconnect(self._on_focus)
        self._let_go()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.accent, WIDTH))
        inset = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)
        painter.end()

    def _let_go(self) -> None:
        for widget in self._watched:
            # What had the focus may be gone: a page takes a row away, a dialog closes.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched, self._target = [], None

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        self._target = self._ringed(now)
        if self._target is None or now is None:
            self.hide()
            return
        canvas = self._canvas(self._target)
        if self.parentWidget() is not canvas:
            self.setParent(canvas)
        each: QWidget | None = self._target
        while each is not None and each is not canvas:
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()
        self._place()

    def _ringed(self, now: QWidget | None) -> QWidget | None:
        if now is None or now.window() is not self._window:
            return None
        parent = now.parentWidget()
        if isinstance(parent, Boxed):
            return parent
        return None if isinstance(now, QAbstractScrollArea) and now.property("unringed") else now

    def _canvas(self, target: QWidget) -> QWidget:
        each = target.parentWidget()
        while each is not None and each is not self._window:
            # The area itself stands above a widget of Qt's own; to ask for that one makes Python meet every kind of it.
            if each.property(SCROLLED):
                return each
            each = each.parentWidget()
        return self._window

    def _place(self) -> None:
        target, canvas = self._target, self.parentWidget()
        if target is None or canvas is None or not target.isVisibleTo(canvas):
            self.hide()
            return
        corner = target.mapTo(canvas, target.rect().topLeft())
        # The rows of a list touch each other: a ring round one would lie across the words above and below it.
        out = 0 if target.property(RINGED_WITHIN) else WIDTH + OFF
        # Whole inside its canvas: what runs along an edge is ringed on it.
        self.setGeometry(QRect(corner, target.size()).adjusted(-out, -out, out, out).intersected(canvas.rect()))
        self.show()
        self.raise_()
