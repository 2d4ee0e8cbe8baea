"""The dialog that says what this program is, how it rates, and what it is made with."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.words import small, strong, words
from iomsa_desktop.look import Look
from iomsa_desktop.sentences import NAME

ABOUT = (
    "Yearly self-assessment for local Integrated Offender Management schemes. It works without a network and sends"
    " nothing anywhere; what is typed stays in the scheme's own file."
)
MADE_WITH = (
    "Licence: MIT. Made with Python (PSF licence), Qt for Python (LGPL version 3), openpyxl (MIT), python-calamine"
    " (MIT) and sqlite-utils (Apache 2.0)."
)


class AboutDialog(Dialog):
    """Tell about the program."""

    def __init__(self, parent: QWidget | None, look: Look, version: str, criteria: str, self_rated: str) -> None:
        super().__init__(parent, look, NAME, ABOUT)
        for widget in (
            strong(look, "How it rates"),
            words(look, self_rated),
            strong(look, f"Version {version}"),
            words(look, f"Criteria {criteria}"),
            small(look, MADE_WITH),
        ):
            self.column.addWidget(widget)
        self.add_close()

    @classmethod
    def tell(cls, parent: QWidget | None, look: Look, version: str, criteria: str, self_rated: str) -> None:
        """Show until the dialog is closed; `criteria` is as iom@2026.1, `self_rated` the framework's own sentence."""
        cls(parent, look, version, criteria, self_rated).run()
