"""The dialog that explains the words of the field; old names are found too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.framework.model import Term
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.words import small, strong, words
from iomsa_desktop.look import Look

CHECK = "Names change: check the current guidance."


class GlossaryDialog(Dialog):
    """Tell what words mean."""

    def __init__(self, parent: QWidget | None, look: Look, terms: Sequence[Term]) -> None:
        super().__init__(parent, look, "Glossary")
        self.search = Asked(look, "Find a word")
        self.column.addWidget(self.search)
        self.entries = {term: _entry(look, term) for term in terms}
        for entry in self.entries.values():
            self.column.addWidget(entry)
        self._none = words(look, "No word here is like that.")
        self.column.addWidget(self._none)
        self.add_close()
        self.search.changed.connect(self._refresh)
        self._refresh()

    @classmethod
    def tell(cls, parent: QWidget | None, look: Look, terms: Sequence[Term]) -> None:
        """Show the words until the dialog is closed."""
        cls(parent, look, terms).run()

    def _refresh(self) -> None:
        typed = self.search.text().strip().casefold()
        found = [term for term in self.entries if typed in said(term).casefold()]
        for term, entry in self.entries.items():
            entry.setVisible(term in found)
        self._none.setVisible(not found)


def said(term: Term) -> str:
    """Return all that an entry says, for the search."""
    return " ".join((term.term, term.meaning, *term.old))


def _entry(look: Look, term: Term) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, look.px(4), 0, look.px(4))
    column.setSpacing(look.px(2))
    column.addWidget(strong(look, term.term))
    column.addWidget(words(look, term.meaning))
    old = f"Also, or earlier: {', '.join(term.old)}." if term.old else ""
    behind = " ".join(part for part in (old, CHECK if term.check else "") if part)
    if behind:
        column.addWidget(small(look, behind))
    return entry
