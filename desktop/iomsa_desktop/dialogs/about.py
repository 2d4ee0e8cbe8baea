"""The dialog that says what this program is, how it rates, and under what licences it and its parts are."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.licences import LicencesDialog, notices_file
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.words import strong, words
from iomsa_desktop.look import Look
from iomsa_desktop.looks import window_icon
from iomsa_desktop.sentences import NAME

ABOUT = (
    "Yearly self-assessment for local Integrated Offender Management schemes. It works without a network and sends"
    " nothing anywhere; what is typed stays in the scheme's own file."
)
OURS = f"{NAME} is free software under the MIT licence: use it, copy it, change it and pass it on. It has no warranty."
QT = (
    "Its window is drawn by Qt and Qt for Python, under the GNU Lesser General Public License (LGPL), version 3. You"
    " may change these two and use the program with your own version of them. The licences say how, and where their"
    " source is."
)
MADE_WITH = (
    "It is also made with Python (PSF licence), SQLite (public domain), sqlite-utils (Apache 2.0), openpyxl (MIT) and"
    " python-calamine (MIT)."
)
SIGN = 48


class AboutDialog(Dialog):
    """Tell about the program."""

    def __init__(self, parent: QWidget | None, look: Look, version: str, criteria: str, self_rated: str) -> None:
        super().__init__(parent, look, NAME, ABOUT)
        self.column.insertWidget(0, self._sign())
        for widget in (
            strong(look, "How it rates"),
            words(look, self_rated),
            strong(look, f"Version {version}"),
            words(look, f"Criteria {criteria}"),
            strong(look, "Licences"),
            *(words(look, sentence) for sentence in (OURS, QT, MADE_WITH)),
        ):
            self.column.addWidget(widget)
        # Beside Close, where it is seen without scrolling.
        self.licences = self._add(Button(look, "Read the licences"))
        self.licences.clicked.connect(self._on_licences)
        self.add_close()

    @classmethod
    def tell(cls, parent: QWidget | None, look: Look, version: str, criteria: str, self_rated: str) -> None:
        """Show until the dialog is closed; `criteria` is as iom@2026.1, `self_rated` the framework's own sentence."""
        cls(parent, look, version, criteria, self_rated).run()

    def _sign(self) -> QLabel:
        side = self.look.px(SIGN)
        sign = QLabel()
        sign.setPixmap(window_icon().pixmap(QSize(side, side), self.devicePixelRatio()))
        return sign

    def _on_licences(self) -> None:
        LicencesDialog.tell(self, self.look, notices_file())
