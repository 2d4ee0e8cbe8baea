"""What a person does in the dialogs that come while rows about people are removed, and after it."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands

from iomsa.session import edits
from iomsa.session.edits import Stamp
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.dialogs.remove_people import RemovePeopleDialog
from iomsa_desktop.dialogs.removed_people import NotRemovedDialog, RemovedDialog
from iomsa_desktop.dialogs.removing_people import RemovingDialog
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


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

    def leave(self) -> None:
        """Act no more: what comes later is for somebody else, even if nothing has come."""
        self._timer.stop()

    def _seen(self, dialog: RemovingDialog) -> None:
        if self.steps[-1].startswith("Back-up") and self.turns is not None:
            if self._stop:
                assert dialog.stop.hasFocus()
                self._hands.key(Qt.Key.Key_Space)
                # Once the copy is let go on, the dialog may be gone before the next look.
                self.steps.append(dialog.says.text())
            self.turns.release()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RemovingDialog):
            said = dialog.says.text()
            # Keys go to it only once it is in front, which it may be after it has begun to say something.
            if self.steps[-1:] != [said] and (dialog.isActiveWindow() or not self._stop):
                self.steps.append(said)
                self._seen(dialog)
        elif isinstance(dialog, RemovedDialog | NotRemovedDialog) and dialog.isActiveWindow():
            self._timer.stop()
            self.title, self.said = dialog.windowTitle(), words_of(dialog)
            self._hands.key(Qt.Key.Key_Return)


def removing(dialog: QDialog) -> RemovePeopleDialog:
    assert isinstance(dialog, RemovePeopleDialog)
    return dialog


def workspace_of(program: Program) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def file_of(program: Program) -> SchemeFile:
    assert program.file is not None
    return program.file


def remove(
    program: Program,
    qtbot: QtBot,
    periods: str = "",
    *,
    turns: threading.Semaphore | None = None,
    stop: bool = False,
) -> After:
    """Remove as a person does, with the keyboard: which periods, that it is meant, Remove, and what comes of it."""
    hands = Hands(qtbot)
    after: list[After] = []

    def act(dialog: QDialog) -> None:
        asked = removing(dialog)
        assert not asked.remove.isEnabled()
        if periods:
            hands.choose(asked.which, periods)
        asked.sure.setFocus()
        hands.key(Qt.Key.Key_Space)
        after.append(After(hands, turns, stop=stop))
        hands.key(Qt.Key.Key_Return)

    hands.in_dialog(lambda: program.window.asked.emit("remove-people"), act)
    after[0].leave()
    return after[0]


def change_name(workspace: Workspace) -> bool:
    """Change something of the scheme; tell whether it is stored."""
    desk = workspace.desk
    return desk.bridge.change("Money", edits.profile(desk.sheet, "money.police", Stamp(*desk.stamp()), "5"))


def with_back_ups(program: Program) -> Path:
    """Put two back-ups beside the open file; return their folder."""
    file = file_of(program)
    assert change_name(workspace_of(program))
    first = file.backups()[0].path
    shutil.copyfile(first, first.with_name("practice 2026-01-02 03-04-05 first change.iomsa"))
    return first.parent
