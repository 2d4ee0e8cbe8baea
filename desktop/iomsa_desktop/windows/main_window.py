"""The main window: menus above, the start page or the workspace in the middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from iomsa_desktop.kit.focus_ring import FocusRing
from iomsa_desktop.look import Look
from iomsa_desktop.sentences import NAME
from iomsa_desktop.windows.menus import build_menus

SIZE, LEAST = QSize(1280, 800), QSize(800, 560)
AROUND = QSize(16, 48)
"""What a frame and its title may take of the screen."""


class MainWindow(QMainWindow):
    """Place what it is given and tell which command was asked; it knows no scheme and no file."""

    asked = Signal(str)
    closed = Signal()
    resized = Signal()

    def __init__(self, app: QApplication, may_close: Callable[[], bool], room: QSize | None = None) -> None:
        super().__init__()
        self._app, self._may_close = app, may_close
        self._ring: FocusRing | None = None
        self.setWindowTitle(NAME)
        self._keep_to(SIZE + AROUND if room is None else room)
        self.actions_by_name = build_menus(self.menuBar(), self.asked.emit)

    def _keep_to(self, room: QSize) -> None:
        inside = room - AROUND
        self.setMinimumSize(LEAST.boundedTo(inside))
        self.resize(SIZE.boundedTo(inside))
        if self.size() != SIZE:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def put(self, middle: QWidget, look: Look, title: str = "") -> None:
        """Show this in the middle of the window, in place of what was there."""
        self.setWindowTitle(f"{title} - {NAME}" if title else NAME)
        palette = look.palette()
        palette.setColor(QPalette.ColorRole.Window, look.theme.surface)
        self.menuBar().setPalette(palette)
        if self._ring is not None:
            self._ring.end()
        old = self.centralWidget()
        if old is not None:
            # Out of sight while it is still in the window: what is taken out in sight stays as a window of its own.
            old.hide()
            self.takeCentralWidget()
            old.deleteLater()
        self.setCentralWidget(middle)
        middle.show()
        self._ring = FocusRing(look, self, self._app)

    def allow(self, *, file: bool, changes: bool, undo: str, redo: str) -> None:
        """Switch commands on or off, and name what undo and redo would do."""
        for command, action in self.actions_by_name.values():
            action.setEnabled((file or not command.needs_file) and (changes or not command.changes))
        for name, step in (("undo", undo), ("redo", redo)):
            _, action = self.actions_by_name[name]
            verb = "&Undo" if name == "undo" else "&Redo"
            action.setText(f"{verb} “{step}”" if step else verb)
            action.setEnabled(action.isEnabled() and bool(step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._close_dialogs() and self._may_close():
            self.closed.emit()
            super().closeEvent(event)
        else:
            event.ignore()

    def _close_dialogs(self) -> bool:
        """Close what is open above the window, so that nothing there goes on without its file; tell whether it did.

        Qt does this where the system ends the program, and keeps the window from being closed by hand meanwhile.
        """
        dialog = self._app.activeModalWidget()
        while dialog is not None and dialog.isVisible():
            if not dialog.close():
                return False
            dialog = self._app.activeModalWidget()
        return True
