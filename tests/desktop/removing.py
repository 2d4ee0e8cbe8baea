"""What a person does in the dialogs that come while rows about people are removed, and after it."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from tests.desktop.hands import Hands

from iomsa_desktop.dialogs.removed_people import NotRemovedDialog, RemovedDialog
from iomsa_desktop.dialogs.removing_people import RemovingDialog


def words_of(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


class After:
    """Act in the dialogs that come after the first, with the keyboard: note what each says, and close it at its end."""

    def __init__(self, hands: Hands, turns: threading.Semaphore | None = None, *, stop: bool = False) -> None:
        self.steps: list[str] = []
        self.turns = turns
        self.said = ""
        self.title = ""
        self._hands, self._stop = hands, stop
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _seen(self, dialog: RemovingDialog) -> None:
        if self.steps[-1].startswith("Back-up") and self.turns is not None:
            if self._stop:
                assert dialog.isActiveWindow()
                assert dialog.stop.hasFocus()
                self._hands.key(Qt.Key.Key_Space)
            self.turns.release()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RemovingDialog):
            said = dialog.says.text()
            if self.steps[-1:] != [said]:
                self.steps.append(said)
                self._seen(dialog)
        elif isinstance(dialog, RemovedDialog | NotRemovedDialog) and dialog.isActiveWindow():
            self._timer.stop()
            self.title, self.said = dialog.windowTitle(), words_of(dialog)
            self._hands.key(Qt.Key.Key_Return)
