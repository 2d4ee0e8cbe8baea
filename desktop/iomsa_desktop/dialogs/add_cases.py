"""The dialog that puts files on the list of the case review: one reference, or a pasted list."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import LONGEST_REFERENCE, Period
from iomsa.answers.text import plain_line
from iomsa.scoring.words import counted
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.personal import personal_reference
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.kit.words import field_label, recolour, show_words, small, words
from iomsa_desktop.look import Look

ABOUT = (
    "Type or paste the scheme's own references, one a line. A reference must not say who the person is: "
    "no names, no dates of birth, no police or court numbers."
)


class Listed(NamedTuple):
    """Hold the references that were typed, in order, and a sentence for each thing that is wrong or doubtful."""

    refs: tuple[str, ...]
    wrong: tuple[str, ...]
    doubtful: tuple[str, ...]


def read_references(text: str, known: Container[str], period: Period) -> Listed:
    """Read one reference a line; a reference that is on the list or was typed twice is wrong."""
    refs: dict[str, None] = {}
    wrong, doubtful = [], []
    for line in filter(None, map(plain_line, text.splitlines())):
        if line in known:
            wrong.append(f"{line} is on the list already. Take this line out.")
        elif line in refs:
            wrong.append(f"{line} stands here twice. Take one line out.")
        elif len(line) > LONGEST_REFERENCE:
            wrong.append(f"“{line[:20]}…” is too long; {LONGEST_REFERENCE} characters are the most.")
        refs[line] = None
        doubtful.append(personal_reference(line, period))
    return Listed(tuple(refs), tuple(dict.fromkeys(wrong)), tuple(dict.fromkeys(filter(None, doubtful))))


class AddCasesDialog(Dialog):
    """Ask for references; `refs` are those to add, once the dialog was accepted."""

    def __init__(self, look: Look, known: Container[str], period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent, look, "Add files", ABOUT)
        self._known, self._period = known, period
        self.refs: tuple[str, ...] = ()
        self.text = GrowingText(look, "References, one a line", "N-001", most_lines=8)
        self._wrong, self._says, self._doubt = words(look), words(look), small(look, "")
        recolour(self._wrong, look.theme.inadequate)
        box = Boxed(look, self.text)
        for widget in (field_label(look, "References", self.text), box, self._wrong, self._says, self._doubt):
            self.column.addWidget(widget)
        self.column.addSpacing(look.px(60))
        self.add = self.add_choice("Add files")
        self.add.clicked.connect(self._on_add)
        self.text.textChanged.connect(self._refresh)
        self._refresh()
        self.text.setFocus()

    def _refresh(self) -> None:
        listed = read_references(self.text.text(), self._known, self._period)
        ready = f"{counted(len(listed.refs), 'file')} to add." if listed.refs else "Nothing to add yet."
        show_words(self._wrong, "\n".join(listed.wrong[:4]))
        show_words(self._says, "" if listed.wrong else ready)
        self._doubt.setText(" ".join((*listed.doubtful[:3], "Use a reference that says nothing of the person.")))
        self._doubt.setVisible(bool(listed.doubtful))
        self.add.setEnabled(bool(listed.refs) and not listed.wrong)

    def _on_add(self) -> None:
        self.refs = read_references(self.text.text(), self._known, self._period).refs
        self.accept()
