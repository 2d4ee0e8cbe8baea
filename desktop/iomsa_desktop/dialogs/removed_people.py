"""The dialogs after rows about people were removed: what went and when, which copies are clean, and which are not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.answers.values import shown_date
from iomsa.problems import Refused
from iomsa.scoring.words import counted, sentence
from iomsa.store.removal import COPIES_ONLY, STOPPED, Removed
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.remove_people import NOT_TOUCHED, RETURNS, held_words
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.words import small, strong, words
from iomsa_desktop.look import STRONG, Look

DONE, PARTLY = "Rows about people are removed", "Removed, but not from every copy"
NOTHING, ONLY_COPIES, STOP = "Nothing was removed", "Removed from the copies alone", "Stopped"
AGAIN = "When this is put right, choose File, Remove rows about people again. What is clean already stays as it is."
BETWEEN = 4


class RemovedDialog(Dialog):
    """Say what was removed, and by name from where."""

    def __init__(self, parent: QWidget | None, look: Look, file: str, removed: Removed) -> None:
        super().__init__(parent, look, PARTLY if removed.left else DONE, done_words(file, removed))
        if removed.left:
            card = Card(look, "These may still hold rows", edge=look.theme.requires_improvement)
            for problem in removed.left:
                card.add(words(look, problem.place, STRONG))
                card.add(words(look, sentence(problem.sentence)))
            card.add(small(look, AGAIN))
            self.column.addWidget(card)
        for heading, names in (
            ("Cleaned", removed.cleaned),
            ("Held no rows before", removed.clean),
            ("Deleted, as they can't be read", removed.deleted),
        ):
            if names:
                self.column.addWidget(strong(look, f"{heading}: {counted(len(names), 'copy', 'copies')}"))
                listed = QVBoxLayout()
                listed.setSpacing(look.px(BETWEEN))
                for name in names:
                    listed.addWidget(small(look, name))
                self.column.addLayout(listed)
        for text in (RETURNS, NOT_TOUCHED):
            self.column.addWidget(words(look, text))
        self.add_close()


class NotRemovedDialog(Dialog):
    """Say why nothing was removed from the file itself."""

    def __init__(self, parent: QWidget | None, look: Look, refusal: Refused) -> None:
        super().__init__(parent, look, title_of([problem.code for problem in refusal.problems]))
        for problem in refusal.problems:
            self.column.addWidget(words(look, problem.place, STRONG))
            self.column.addWidget(words(look, sentence(problem.sentence)))
        self.add_close()


def title_of(codes: Sequence[str]) -> str:
    """Return what these codes of a refusal come to."""
    return STOP if STOPPED in codes else ONLY_COPIES if COPIES_ONLY in codes else NOTHING


def done_words(file: str, removed: Removed) -> str:
    """Say what was taken out of the file, and when."""
    day, _, clock = removed.at.partition("T")
    when = f"{shown_date(day)} at {clock[:5]}"
    said = held_words([removed.held])
    if not said:
        return f"{when}: {file} itself held no rows about people any more."
    return f"{when}: {said} were taken out of {file} and its history of changes. Totals and figures are kept."
