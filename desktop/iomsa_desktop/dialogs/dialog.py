"""What every dialog is: a column that scrolls where the screen is small, buttons below, gone when it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.canvas import Canvas
from iomsa_desktop.kit.focus_ring import FocusRing
from iomsa_desktop.kit.spoken import ScrollArea
from iomsa_desktop.kit.words import heading, words
from iomsa_desktop.look import Look

WIDTH = 540
OF_SCREEN = 0.92


class Dialog(QDialog):
    """Ask or tell one thing; sub-classes fill `column` and say what the buttons are."""

    def __init__(self, parent: QWidget | None, look: Look, title: str, about: str = "") -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, look.theme.surface)
        self.setPalette(palette)
        px = look.px
        self._canvas = Canvas()
        self.column = QVBoxLayout(self._canvas)
        self.column.setContentsMargins(px(24), px(20), px(24), px(8))
        self.column.setSpacing(px(10))
        self.column.addWidget(heading(look, title))
        if about:
            self.column.addWidget(words(look, about))
        self._area = ScrollArea()
        self._area.setWidget(self._canvas)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("unringed", True)
        self._area.setAccessibleName(title)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(px(24), px(8), px(24), px(20))
        self._buttons.setSpacing(px(12))
        self._buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._buttons)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            FocusRing(look, self, app)

    def add_close(self) -> None:
        """Offer nothing but to close; call it last."""
        self.column.addStretch(1)
        # The keyboard scrolls what is only read.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = self._add(Button(self.look, "Close", lead=True))
        close.clicked.connect(self.accept)
        close.setDefault(True)

    def add_choice(self, act: str, *, refuse: str = "Cancel") -> Button:
        """Offer to do it or not; return the button that does it, which Enter presses. Call it last."""
        self.column.addStretch(1)
        cancel = self._add(Button(self.look, refuse))
        cancel.clicked.connect(self.reject)
        lead = self._add(Button(self.look, act, lead=True))
        lead.setDefault(True)
        return lead

    def add_loss(self, act: str, *, keep: str) -> Button:
        """Offer to lose something or to keep it, which Enter does; return the button that loses it. Call it last."""
        self.column.addStretch(1)
        loses = self._add(Button(self.look, act))
        keeps = self._add(Button(self.look, keep, lead=True))
        keeps.clicked.connect(self.reject)
        keeps.setDefault(True)
        keeps.setFocus()
        return loses

    def run(self) -> bool:
        """Show the dialog until it is closed; tell whether it was accepted, and let it go."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return accepted

    def fit(self) -> None:
        """Be as high as the content, up to the screen."""
        room = self.screen().availableSize()
        width = min(self.look.px(WIDTH), round(room.width() * OF_SCREEN))
        below = self._buttons.sizeHint().height()
        # The scroll bar takes its width before it is known that nothing needs to scroll.
        narrow = width - self._area.verticalScrollBar().sizeHint().width()
        high = max(self.column.totalHeightForWidth(narrow), self._canvas.minimumSizeHint().height())
        self.resize(width, min(high + below, round(room.height() * OF_SCREEN)))

    def bring(self, widget: QWidget) -> None:
        """Have all of a widget in sight that has grown."""
        self.fit()
        # The layouts inside each other have to come to rest first.
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def _add(self, button: Button) -> Button:
        self._buttons.addWidget(button)
        return button
