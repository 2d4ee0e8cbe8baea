"""The dialog that puts one person on the list, under a reference that says nothing of who it is."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import Period
from iomsa.session.person_cells import read_reference
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.personal import personal_reference
from iomsa_desktop.kit.words import show_words, small
from iomsa_desktop.look import Look

ABOUT = (
    "Everyone who joined between the two dates belongs on the list, whether still on the scheme or not. The reference "
    "is your scheme's own, such as P-001: no name, no date of birth, no police or court number."
)
ANOTHER = "Use a reference that says nothing of the person."


class AddPersonDialog(Dialog):
    """Ask for a reference; `ref` is there once it was accepted."""

    def __init__(self, look: Look, known: Container[str], period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent, look, "Add a person", ABOUT)
        self._known, self._period = known, period
        self.ref = ""
        self.asked = Asked(look, "Reference")
        self._doubt = small(look, "")
        self._doubt.hide()
        self.column.addWidget(self.asked)
        self.column.addWidget(self._doubt)
        self.asked.changed.connect(self._on_changed)
        self.add_choice("Add").clicked.connect(self._on_add)

    def _on_changed(self) -> None:
        doubt = personal_reference(self.asked.text(), self._period)
        show_words(self._doubt, f"{doubt} {ANOTHER}" if doubt else "")
        self.fit()

    def _on_add(self) -> None:
        ref, wrong = read_reference(self.asked.text())
        if wrong or not isinstance(ref, str):
            self.asked.say(wrong)
        elif ref in self._known:
            self.asked.say(f"{ref} is on the list already.")
        else:
            self.ref = ref
            self.accept()
