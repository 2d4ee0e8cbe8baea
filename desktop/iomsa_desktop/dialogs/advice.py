"""The dialog that says what is in the way and offers one way on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.look import Look


class AdviceDialog(Dialog):
    """Say it; accepted means to take the way on."""

    def __init__(self, parent: QWidget | None, look: Look, title: str, about: str, act: str, refuse: str) -> None:
        super().__init__(parent, look, title, about)
        self.add_choice(act, refuse=refuse).clicked.connect(self.accept)

    @classmethod
    def ask(cls, parent: QWidget | None, look: Look, title: str, about: str, act: str, refuse: str = "Cancel") -> bool:
        """Ask; tell whether the way on is taken."""
        return cls(parent, look, title, about, act, refuse).run()
