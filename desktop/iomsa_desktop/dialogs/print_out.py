"""The dialog that saves a printable text as a PDF file or prints it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from iomsa.problems import Refused
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words
from iomsa_desktop.look import Look

ABOUT = "Save it as a PDF file to send it round, or print it here."
FILTER = "PDF files (*.pdf)"


class PrintOutDialog(Dialog):
    """Offer one text on paper or as a file in a folder."""

    def __init__(self, look: Look, title: str, html: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, look, title, ABOUT)
        self._title, self._html, self._folder = title, html, folder
        self.says = words(look)
        self.column.addWidget(self.says)
        self.says.hide()
        self.print = Button(look, "Print...")
        self.print.clicked.connect(self._on_print)
        self.column.addLayout(side_by_side(look, self.print))
        self.save = self.add_choice("Save as PDF", refuse="Close")
        self.save.clicked.connect(self._on_save)

    def save_to(self, path: Path) -> None:
        """Write the PDF file and say where it is, or why not."""
        from iomsa_desktop.printing import save_pdf

        try:
            save_pdf(self._html, self._title, path)
        except Refused as refusal:
            self._say(" ".join(problem.sentence for problem in refusal.problems))
        else:
            self._say(f"Saved as {path}.")

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self._title, str(self._folder / f"{self._title}.pdf"), FILTER)
        if name:
            self.save_to(Path(name))

    def _on_print(self) -> None:
        from iomsa_desktop.printing import send_to_printer

        if send_to_printer(self._html, self._title, self):
            self._say("Sent to the printer.")

    def _say(self, text: str) -> None:
        self.says.setText(text)
        self.says.setVisible(True)
        self.fit()
