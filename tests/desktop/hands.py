"""What a person does at the screen: keys go to what has the focus, the mouse to what can be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from iomsa_desktop.desk import Place
from iomsa_desktop.kit.segments import Segments
from iomsa_desktop.pages.page import Page
from iomsa_desktop.windows.workspace import Workspace

P = TypeVar("P", bound=Page)
TURNS = 10


def page_at(workspace: Workspace, place: Place, kind: type[P]) -> P:
    """Go to a place and return the page that is there, which is of this kind."""
    workspace.go(place)
    page = workspace.page
    assert isinstance(page, kind)
    return page


def focused() -> QWidget:
    """Return the widget that takes the keys now."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def said(widget: QWidget) -> str:
    """Return the text of the labels that are seen, on one line."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def copy(text: str) -> None:
    """Copy a text, as in another program."""
    QGuiApplication.clipboard().setText(text)


def press(qtbot: QtBot, *keys: Qt.Key | str) -> int:
    """Press keys and type text where the focus is; return how many keys that took."""
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(focused(), key)
        else:
            qtbot.keyClick(focused(), key)
    return sum(len(key) if isinstance(key, str) else 1 for key in keys)


class Hands:
    """Press keys and buttons of the window in front."""

    def __init__(self, qtbot: QtBot) -> None:
        self._bot = qtbot

    @property
    def focused(self) -> QWidget:
        """The widget that takes the keys now."""
        return focused()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def key(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focused, key)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget, scrolled into sight first; nothing may lie over it."""
        self._bot.waitUntil(lambda: can_be_hit(widget), timeout=20_000)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.rect().center()))

    def choose(self, control: Segments, code: str) -> None:
        """Choose one of a few with the mouse."""
        self.click(next(button for button in control.buttons if button.option.code == code))

    def press(self, within: QWidget, name: str) -> None:
        """Press the visible button of this text or accessible name; what was just put on a page shows a turn later."""
        found: list[QAbstractButton] = []

        def look() -> None:
            buttons = within.findChildren(QAbstractButton)
            found[:] = [each for each in buttons if each.isVisible() and name in (each.text(), each.accessibleName())]
            assert found, f"no button {name}"

        self._bot.waitUntil(look, timeout=20_000)
        self.click(found[0])

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until something that goes on in the background is done."""
        self._bot.waitUntil(done, timeout=60_000)

    def rest(self) -> None:
        """Let the program do what it put off until the hands rest; a layout puts off the one that holds it."""
        for _ in range(TURNS):
            self._bot.wait(1)

    def in_dialog(self, ask: Callable[[], object], act: Callable[[QDialog], None]) -> None:
        """Ask for a dialog and do something in it once it is in front; close it where it is still open then."""

        def meet(tries: int) -> None:
            dialog = QApplication.activeModalWidget()
            if tries and not (dialog and dialog.isActiveWindow()):
                QTimer.singleShot(10, lambda: meet(tries - 1))
                return
            assert isinstance(dialog, QDialog), f"no dialog came, but {dialog}"
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        window = self.focused.window()
        QTimer.singleShot(0, lambda: meet(2000))
        ask()
        # Qt's offscreen platform has no window manager to bring the window back to the front.
        with self._bot.waitActive(window, timeout=20_000):
            window.activateWindow()


def can_be_hit(widget: QWidget) -> bool:
    """Scroll a widget into sight and tell whether the mouse hits its middle."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget)
    window = widget.window()
    hit = window.childAt(widget.mapTo(window, widget.rect().center()))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


class Visitors(QObject):
    """Close every dialog as it comes and keep its class and title."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[str] = []
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._close)
        self._timer.start()

    def _close(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self.met.append(f"{type(dialog).__name__}: {dialog.windowTitle()}")
            dialog.reject()

    def stop(self) -> None:
        self._timer.stop()
