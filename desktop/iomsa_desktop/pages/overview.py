"""The overview: how the scheme rates itself on its own answers and files, and what is left to do."""

from __future__ import annotations

from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.words import small
from iomsa_desktop.pages.overview_lines import LinesCard
from iomsa_desktop.pages.overview_side import AdviceCard, OverallCard, ToDoCard
from iomsa_desktop.pages.overview_standards import StandardsCard
from iomsa_desktop.pages.overview_start import StartCard
from iomsa_desktop.pages.page import Page

ABOUT = "How the scheme rates itself on its own answers and files, and what is left to do."


class OverviewPage(Page):
    """Show the lines, the overall, the standards and what is left; while nothing is answered, the way in."""

    SIDE_WIDTH = 280
    SIDE_BELOW_TITLE = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Overview", ABOUT, with_side=True)
        self.start, self.lines, self.standards = StartCard(desk), LinesCard(desk), StandardsCard(desk)
        self.overall, self.advice, self.to_do = OverallCard(desk), AdviceCard(desk), ToDoCard(desk)
        main: tuple[Card, ...] = (self.start, self.lines, self.standards)
        beside: tuple[Card, ...] = (self.overall, self.advice, self.to_do)
        for card in main:
            self.column.addWidget(card)
        self.column.addWidget(small(self.look, desk.framework.self_rated))
        for card in beside:
            self.side.addWidget(card)
        self.end()

    def lead_to(self, field: str) -> None:
        self.verticalScrollBar().setValue(0)

    def on_scored(self) -> None:
        empty = self.desk.bridge.card.answered == 0 and not self._files
        self.start.setVisible(empty)
        rated: tuple[Card, ...] = (self.lines, self.overall, self.advice)
        for card in rated:
            card.setVisible(not empty)
        for part in (self.start, self.lines, self.standards, self.overall, self.advice, self.to_do):
            part.refresh()

    def on_shown(self) -> None:
        self.on_scored()

    @property
    def _files(self) -> bool:
        return bool(self.desk.sheet.cases) or self.desk.sheet.returned_cases is not None
