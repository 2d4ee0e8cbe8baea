"""The card of what the figures bear: what may be said, what may not, and who could say more."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from iomsa.outcomes.claims import claims
from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import words
from iomsa_desktop.look import Look
from iomsa_desktop.pages.outcomes_card import FiguresCard

TITLES = ("You may say", "You may not say", "A fair comparison: the Justice Data Lab")


class ClaimsCard(FiguresCard):
    """Fold three lists of sentences."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "What these figures can show")
        self._labels = [words(look) for _ in TITLES]
        self.folds = [
            Fold(look, title, partial(_held, look, self._labels[place])) for place, title in enumerate(TITLES)
        ]
        for fold in self.folds:
            self.add(fold)
        self.folds[1].unfold()

    def refresh(self, found: Outcomes) -> None:
        for label, sentences in zip(self._labels, claims(found), strict=True):
            label.setText("\n\n".join(sentences))


def _held(look: Look, label: QLabel) -> QWidget:
    """Return a widget that holds a label, no wider than is good to read."""
    holder, row = QWidget(), narrow(look, label)
    # As much air before the next title as between two paragraphs.
    row.setContentsMargins(0, 0, 0, look.px(10))
    holder.setLayout(row)
    return holder
