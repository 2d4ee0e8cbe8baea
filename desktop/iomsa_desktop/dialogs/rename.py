"""The dialog that gives a case file or a person another reference, where it was mistyped."""

from __future__ import annotations

from collections.abc import Callable, Container

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import AnswerSheet
from iomsa.problems import Refused
from iomsa.scoring.words import sentence
from iomsa.session import renaming
from iomsa.session.changes import RENAME, Edit
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.add_person import ANOTHER
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.personal import personal_reference
from iomsa_desktop.kit.words import show_words, small, words

FILE = (
    "What is noted about the file, both reviews and what was agreed go with it. Which files are reviewed twice follows "
    "from the references, so afterwards it may be others."
)
PERSON = "All that is noted about this person goes with it."
SENT = "A sheet that you sent before still has the old reference: put it right there before you merge it."
KEPT = "The record of changes in this file keeps the old reference beside the new one. It is one step to undo."
ALSO = "{ref} stands on the list of {other}, too, and keeps this reference there."
Renaming = Callable[[AnswerSheet, str, str], tuple[Edit, ...]]


class RenameDialog(Dialog):
    """Ask for the right reference; the change is made when it is accepted, and then `ref` is the new one."""

    def __init__(self, desk: Desk, ref: str, about: str, rename: Renaming, parent: QWidget | None = None) -> None:
        super().__init__(parent, desk.look, f"Rename {ref}", about)
        self._desk, self._rename, self.ref = desk, rename, ref
        self.asked = Asked(desk.look, "The right reference", text=ref)
        self._doubt = small(desk.look, "")
        self._doubt.hide()
        for widget in (self.asked, self._doubt, small(desk.look, SENT), small(desk.look, KEPT)):
            self.column.addWidget(widget)
        self.asked.changed.connect(self._on_changed)
        self.add_choice("Rename").clicked.connect(self._on_rename)
        self.asked.line.setFocus()
        self.asked.line.selectAll()

    def _on_changed(self) -> None:
        doubt = personal_reference(self.asked.text(), self._desk.sheet.period)
        show_words(self._doubt, f"{doubt} {ANOTHER}" if doubt else "")
        self.fit()

    def _on_rename(self) -> None:
        desk = self._desk
        try:
            edits = self._rename(desk.sheet, self.ref, self.asked.text())
        except Refused as refused:
            self.asked.say(sentence(refused.problems[0].sentence))
            self.fit()
            return
        new = edits[-1].address.key
        if desk.bridge.change(f"{self.ref} renamed to {new}", edits, cause=RENAME):
            self.ref = new
            self.accept()


def rename_case(desk: Desk, ref: str, parent: QWidget | None) -> str:
    """Ask for the right reference of a case file, or say why it stays; return it, empty where nothing was changed."""
    fixed = renaming.why_fixed(desk.sheet, ref)
    if not fixed:
        return _ask(desk, ref, FILE, renaming.rename_case, (desk.sheet.people, "people who joined"), parent)
    dialog = Dialog(parent, desk.look, f"{ref} stays as it is")
    dialog.column.addWidget(words(desk.look, sentence(fixed)))
    dialog.add_close()
    dialog.run()
    return ""


def rename_person(desk: Desk, ref: str, parent: QWidget | None) -> str:
    """Ask for the right reference of a person; return it, empty where nothing was changed."""
    return _ask(desk, ref, PERSON, renaming.rename_person, (desk.sheet.cases, "case files"), parent)


def _ask(
    desk: Desk, ref: str, about: str, rename: Renaming, other: tuple[Container[str], str], parent: QWidget | None
) -> str:
    also = ALSO.format(ref=ref, other=other[1]) if ref in other[0] else ""
    dialog = RenameDialog(desk, ref, f"{about} {also}".strip(), rename, parent)
    return dialog.ref if dialog.run() else ""
