"""The dialog before something typed would be lost because it could not be stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.words import strong, words
from iomsa_desktop.look import Look

ABOUT = "Something you typed is not in the file: it does not read well, or could not be written. It stands on:"
ADVICE = "Go back to correct it or to copy it to a safe place; if you go on, that text is lost. All else is saved."


class UnsavedDialog(Dialog):
    """Ask whether to lose what is not stored; accepted means to go on."""

    def __init__(self, parent: QWidget | None, look: Look, pages: Sequence[str]) -> None:
        super().__init__(parent, look, "Not everything is saved", ABOUT)
        for page in pages:
            self.column.addWidget(strong(look, page))
        self.column.addWidget(words(look, ADVICE))
        self.add_loss("Go on and lose it", keep="Go back").clicked.connect(self.accept)
