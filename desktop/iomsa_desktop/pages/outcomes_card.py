"""What every card of outcomes is: one that shows other figures when they are worked out anew."""

from __future__ import annotations

from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.kit.card import Card


class FiguresCard(Card):
    """Show some of the outcomes."""

    def refresh(self, found: Outcomes) -> None:
        """Show these figures."""
        raise NotImplementedError
