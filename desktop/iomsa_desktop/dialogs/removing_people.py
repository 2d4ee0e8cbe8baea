"""The dialog while rows about people are removed: at which copy it is, and Stop until the last step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from iomsa.problems import Refused
from iomsa.store.removal import Removed, Step
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.remove_people import is_backup
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.elided import ElidedLine
from iomsa_desktop.kit.words import strong
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.tasks import Cancel, Progress

TITLE = "Removing rows about people"
ABOUT = (
    "Clean copies are made first, beside the others. Until all of them are ready nothing is removed, and you can stop; "
    "not after that. Nothing else can be done with the file meanwhile."
)
BEGIN = "Waiting for what is under way"
THIS_FILE = "This file"
LAST = "Putting the clean copies in place"
STOPPING = "Stopping after this one"


class RemovingDialog(Dialog):
    """Show each step until the work has ended; what came of it is `removed`, `refusal`, or neither after a fault."""

    def __init__(self, parent: QWidget | None, look: Look, copies: Sequence[Path]) -> None:
        super().__init__(parent, look, TITLE, ABOUT)
        self.removed: Removed | None = None
        self.refusal: Refused | None = None
        self._cancel = Cancel()
        self._progress = Progress(self)
        self._progress.came.connect(self._on_step)
        self._backups = sum(map(is_backup, copies))
        self.says = strong(look, BEGIN)
        self._name = ElidedLine(look, " ", SMALL)
        self.bar = QProgressBar()
        self.bar.setRange(0, len(copies) + 2)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(TITLE)
        for widget in (self.says, self.bar, self._name):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.stop = self._add(Button(look, "Stop"))
        self.stop.clicked.connect(self.reject)
        self.stop.setFocus()

    def go_on(self, step: Step) -> bool:
        """Hear of a step, on the thread of the work; tell whether to go on."""
        self._progress.came.emit(step)
        return not self._cancel.asked

    def reject(self) -> None:
        """Ask the work to stop; the dialog closes when it has."""
        if self.stop.isEnabled():
            self._cancel.ask()
            self._say(STOPPING)
            self.stop.setEnabled(False)

    def take_done(self, removed: Removed) -> None:
        """Keep what was done."""
        self.removed = removed
        self.accept()

    def take_refused(self, refusal: Refused) -> None:
        """Keep what the world said."""
        self.refusal = refusal
        self.accept()

    def take_failed(self, _: object) -> None:
        """Close after a fault of ours, of which the crash report tells."""
        self.accept()

    def _on_step(self, step: Step) -> None:
        self.bar.setValue(step.of + 1 if step.last else step.number)
        self._name.setText(step.path.name)
        if self._cancel.asked:
            return
        self._say(self._words(step))
        if step.last:
            self.stop.setEnabled(False)

    def _words(self, step: Step) -> str:
        if step.last:
            return LAST
        if step.number == 0:
            return THIS_FILE
        if step.number <= self._backups:
            return f"Back-up {step.number} of {self._backups}"
        return f"Other copy {step.number - self._backups} of {step.of - self._backups}"

    def _say(self, text: str) -> None:
        self.says.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
