"""What every card of outcomes is: one that shows other figures when they are worked out anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow


class FiguresCard(Card):
    """Show some of the outcomes."""

    def add_words(self, *labels: QLabel) -> None:
        """Put labels below what is there, no wider than is good to read."""
        for label in labels:
            self.column.addLayout(narrow(self._look, label))

    def refresh(self, found: Outcomes) -> None:
        """Show these figures."""
        raise NotImplementedError
