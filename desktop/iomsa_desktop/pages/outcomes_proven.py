"""The card of proven reoffending: how many, and who went which way, as in 2020 and of everybody followed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.outcomes.direction import Direction
from iomsa.outcomes.work_out import Outcomes
from iomsa.scoring.words import counted
from iomsa_desktop.charts.directions import DirectionBars
from iomsa_desktop.charts.with_table import WithTable
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.words import heading, show_words, small, strong, words
from iomsa_desktop.look import Look
from iomsa_desktop.pages.outcomes_card import FiguresCard
from iomsa_desktop.pages.outcomes_words import (
    OFTEN,
    SERIOUS,
    as_in_2020_words,
    direction_bar,
    direction_rows,
    proven_title,
    proven_words,
    sign_words,
)

EVERYBODY, WITHOUT = "Everybody followed", "Hide everybody followed"
IN_2020, IN_ALL = "Those who reoffended, as in the 2020 inspection", "Everybody who was followed"
BY_RATE = "By offences for each day at liberty; how serious by the most serious offence."


class DirectionsChart(WithTable):
    """Show how often and how serious, as bars of less, the same and more."""

    def __init__(self, look: Look, name: str) -> None:
        self.bars = DirectionBars(look, name)
        super().__init__(look, self.bars, f"{name}, as a table")

    def show_directions(self, often: Direction, serious: Direction, finding: str) -> None:
        """Show both; without anybody to compare only the words stay."""
        named = ((OFTEN, often), (SERIOUS, serious))
        self.bars.show_bars([direction_bar(*each) for each in named], finding)
        self.show_rows(direction_rows(named), finding)
        self.show_empty(empty=often.of == 0 and serious.of == 0)


class ProvenCard(FiguresCard):
    """Show proven reoffending within a year."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._heading, self._share = heading(look, ""), words(look)
        self.in_2020 = DirectionsChart(look, IN_2020)
        self.unfold = Link(look, EVERYBODY)
        self.unfold.clicked.connect(self._on_unfold)
        self.in_2020.add_link(self.unfold)
        self.everybody = QWidget()
        below = QVBoxLayout(self.everybody)
        below.setContentsMargins(0, look.px(8), 0, 0)
        below.setSpacing(look.px(4))
        self._all_title = strong(look, "")
        self.in_all = DirectionsChart(look, IN_ALL)
        for widget in (self._all_title, small(look, BY_RATE), self.in_all):
            below.addWidget(widget)
        self.everybody.hide()
        self._cautions = small(look, "")
        for part in (self._heading, self._share, self.in_2020, self.everybody):
            self.add(part)
        self.add_words(self._cautions)

    def refresh(self, found: Outcomes) -> None:
        proven = found.proven
        self._heading.setText(proven_title(proven))
        show_words(self._share, proven_words(proven))
        self.in_2020.setVisible(proven.n > 0)
        if proven.n == 0:
            self._fold(folded=True)
        self.in_2020.show_directions(found.frequency, found.seriousness, as_in_2020_words(proven, found.frequency))
        self._all_title.setText(f"{EVERYBODY}: {counted(proven.n, 'person', 'people')}")
        signs = (sign_words(OFTEN, found.frequency_all), sign_words(SERIOUS, found.seriousness_all))
        self.in_all.show_directions(found.frequency_all, found.seriousness_all, "\n\n".join(signs))
        show_words(self._cautions, "\n".join(proven.cautions))

    def _on_unfold(self) -> None:
        self._fold(folded=self.everybody.isVisibleTo(self))

    def _fold(self, *, folded: bool) -> None:
        self.everybody.setVisible(not folded)
        self.unfold.setText(EVERYBODY if folded else WITHOUT)
        self.unfold.updateGeometry()
