"""The way to figures of other areas: where they are from, which file, what it holds; and the way to remove them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import Address
from iomsa.answers.text import clean_line
from iomsa.handover.other_rows import preview_benchmark
from iomsa.session.changes import Edit
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.import_words import AREAS
from iomsa_desktop.dialogs.take_in import TABLES, ask_files, tables_of, take_files
from iomsa_desktop.look import Look

TITLE = "Figures of other areas"
ABOUT = (
    "A table in an Excel or CSV file, one area a row, with the columns area, people and reoffended: how many people "
    "were followed, and how many of them reoffended within a year by the same definition. Leave your own scheme out."
)
NO_SOURCE = "Say where the figures are from. Without that nobody can tell what they compare."


class SourceDialog(Dialog):
    """Ask where the figures are from; `source` is the answer once the dialog was accepted."""

    def __init__(self, look: Look, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, look, TITLE, ABOUT)
        self.asked = Asked(look, "Where are they from?", "Who made them, and for which year", source)
        self.source = source
        self.column.addWidget(self.asked)
        self.choose = self.add_choice("Choose the file")
        self.choose.clicked.connect(self._on_choose)
        self.asked.line.setFocus()

    def _on_choose(self) -> None:
        self.source = clean_line(self.asked.text())
        if self.source:
            self.accept()
        else:
            self.asked.say(NO_SOURCE)
            self.fit()


def read_benchmark(desk: Desk, parent: QWidget) -> bool:
    """Ask for a file of other areas and offer what it holds; tell whether something was taken."""
    known = desk.sheet.benchmark
    dialog = SourceDialog(desk.look, known.source if known else "", parent)
    if not dialog.run():
        return False
    source = dialog.source
    paths = ask_files(desk, parent, TITLE, TABLES, several=False)
    if not paths:
        return False
    sheet, stamp = desk.sheet, desk.stamp()
    return take_files(
        desk,
        parent,
        TITLE,
        AREAS,
        tables_of(paths),
        lambda tables, take: preview_benchmark(sheet, tables, stamp, take, source),
    )


def remove_benchmark(desk: Desk) -> bool:
    """Take the figures of other areas out; undo brings them back."""
    edits = (Edit(Address("benchmark"), desk.sheet.benchmark, None),)
    return desk.bridge.change("Figures of other areas removed", edits)
