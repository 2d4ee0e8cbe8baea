"""The dialog that waits for long work off the screen's thread: what goes on, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QProgressBar, QWidget

from iomsa.problems import Refused
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.look import Look
from iomsa_desktop.tasks import Cancel, Tasks

T = TypeVar("T")


class WaitingDialog(Dialog):
    """Wait; it closes when the work is done or refused, or when somebody cancels."""

    def __init__(self, parent: QWidget | None, look: Look, title: str, about: str) -> None:
        super().__init__(parent, look, title, about)
        self.cancel = Cancel()
        self.given: Any = None
        self.refusal: Refused | None = None
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        self.column.addWidget(bar)
        self.stop = self._add(Button(look, "Cancel"))
        self.stop.clicked.connect(self.reject)
        self.rejected.connect(self.cancel.ask)

    def take_done(self, given: object) -> None:
        """Keep what the work gave."""
        self.given = given
        self.accept()

    def take_refused(self, refusal: Refused) -> None:
        """Keep what the world said."""
        self.refusal = refusal
        self.accept()

    def take_failed(self, _: object) -> None:
        """Close after a fault of ours, of which the crash report tells."""
        self.reject()


def wait_for(
    tasks: Tasks, parent: QWidget | None, look: Look, words: tuple[str, str], work: Callable[[Cancel], T]
) -> T | None:
    """Do the work off this thread and wait; return what it gave, None where it was cancelled. Raise Refused.

    `words` are the title and what goes on.
    """
    dialog = WaitingDialog(parent, look, *words)
    cancel = dialog.cancel
    tasks.run(lambda: work(cancel), dialog.take_done, dialog.take_refused, dialog.take_failed)
    if not dialog.run():
        return None
    if dialog.refusal is not None:
        raise dialog.refusal
    given: T = dialog.given
    return given
