"""The dialog that asks who is typing; what is typed marks each change, and may be empty."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa.answers.text import clean_line
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.look import Look

ABOUT = (
    "Each change in this file is marked with what you type here. Both may be left empty. The program never takes the"
    " name that you use to log in to the computer."
)


class WhoDialog(Dialog):
    """Ask for name and agency."""

    def __init__(self, parent: QWidget | None, look: Look, name: str, agency: str) -> None:
        super().__init__(parent, look, "Who is typing?", ABOUT)
        self.name = Asked(look, "Your name", text=name)
        self.agency = Asked(look, "Your agency", "For example police or probation", agency)
        self.column.addWidget(self.name)
        self.column.addWidget(self.agency)
        self.add_choice("Keep this", refuse="Not now").clicked.connect(self.accept)

    @classmethod
    def ask(cls, parent: QWidget | None, look: Look, name: str = "", agency: str = "") -> tuple[str, str] | None:
        """Ask; return name and agency, each of which may be empty, or None where nothing was decided."""
        dialog = cls(parent, look, name, agency)
        typed = dialog.run(), clean_line(dialog.name.text()), clean_line(dialog.agency.text())
        return typed[1:] if typed[0] else None
