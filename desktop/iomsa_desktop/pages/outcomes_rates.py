"""The cards of rates: after joining against before, and observed against predicted."""

from __future__ import annotations

from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.kit.words import show_words, small, words
from iomsa_desktop.look import Look
from iomsa_desktop.pages.outcomes_card import FiguresCard
from iomsa_desktop.pages.outcomes_rate_words import (
    could_show_words,
    custody_words,
    left_out_words,
    predicted_words,
    ratio_words,
    uncorrected_words,
)


class RatesCard(FiguresCard):
    """Show the rate after joining against that before, always with the one that leaves custody out of account."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Offences after joining and before")
        self._said = [words(look), words(look), small(look, "")]
        self.add_words(*self._said)

    def refresh(self, found: Outcomes) -> None:
        ratio = found.rate_ratio
        said = (ratio_words(ratio), uncorrected_words(ratio), custody_words(ratio, found.proven.n))
        for label, text in zip(self._said, said, strict=True):
            show_words(label, text)


class PredictedCard(FiguresCard):
    """Show how many reoffended against how many were predicted to, and what so many people could show."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Reoffended and predicted to")
        self._said = [words(look), words(look), small(look, "")]
        self.add_words(*self._said)

    def refresh(self, found: Outcomes) -> None:
        said = (predicted_words(found.predicted), could_show_words(found.could_show), left_out_words(found.predicted))
        for label, text in zip(self._said, said, strict=True):
            show_words(label, text)
