"""The card of needs: better, the same and worse by pathway, for those with a need when they joined or now."""

from __future__ import annotations

from iomsa.framework import find
from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.charts.directions import DirectionBars
from iomsa_desktop.charts.with_table import WithTable
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.words import small
from iomsa_desktop.pages.outcomes_card import FiguresCard
from iomsa_desktop.pages.outcomes_rate_words import need_bar, needs_rows, needs_words

ABOUT = "Of those with a need when they joined or now. Not known is left out, and is not the same as no need."


class NeedsCard(FiguresCard):
    """Show how needs changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Needs, when they joined and now")
        self._desk = desk
        self.bars = DirectionBars(desk.look, "Needs by pathway")
        self.chart = WithTable(desk.look, self.bars, "Needs by pathway, as a table")
        self.add_words(small(desk.look, ABOUT))
        self.add(self.chart)

    def refresh(self, found: Outcomes) -> None:
        names = find.pathway_names(self._desk.framework)
        named = {names[id]: each for id, each in found.needs.items()}
        finding = needs_words(named)
        self.bars.show_bars([need_bar(label, each) for label, each in named.items()], finding)
        self.chart.show_rows(needs_rows(named), finding)
        self.chart.show_empty(empty=not any(each.of for each in named.values()))
