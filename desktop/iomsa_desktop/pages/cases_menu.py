"""The button of the case review behind which stands what is done now and then: add, draw, send and merge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button

DRAW, DRAW_AGAIN = "Draw the files...", "Draw again..."
WHY_NOT = "Files were drawn, so none is added by hand. Replace a file that can't be read, or draw again."
READ_ONLY = "This file is open to read only."
Act = Callable[[], object]


class MoreButton(Button):
    """Open the menu; each entry says why it is off."""

    def __init__(self, desk: Desk, add: Act, draw: Act, send: Act, merge: Act) -> None:
        super().__init__(desk.look, "More")
        self.setAccessibleName("More to do with the files")
        self._desk = desk
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        # Made here, not by the menu: of those that Qt makes its binding loses sight.
        self.add, self.draw = QAction("Add files...", self), QAction(DRAW, self)
        self.send, self.merge = QAction("Send a Case sheet...", self), QAction("Merge Case sheets...", self)
        for action, act in ((self.add, add), (self.draw, draw), (self.send, send), (self.merge, merge)):
            menu.addAction(action)
            action.triggered.connect(lambda _=False, act=act: act())
        menu.insertSeparator(self.send)
        self.setMenu(menu)

    def sizeHint(self) -> QSize:
        # Qt would make room for an arrow, which is not painted.
        text = self.fontMetrics().size(0, self.text())
        return QSize(text.width() + 2 * self._look.px(15), text.height() + 2 * self._look.px(8))

    def refresh(self) -> None:
        """Name what can be done now, and say why something can't."""
        sheet, read_only = self._desk.sheet, self._desk.read_only
        drawn = sheet.draw is not None and bool(sheet.draw.people)
        self.draw.setText(DRAW if sheet.draw is None else DRAW_AGAIN)
        self.add.setEnabled(not read_only and not drawn)
        self.add.setToolTip(READ_ONLY if read_only else WHY_NOT if drawn else "")
        for action in (self.draw, self.merge):
            action.setEnabled(not read_only)
            action.setToolTip(READ_ONLY if read_only else "")
