"""The page of outcomes: what became of the people who joined, honest about how few they are."""

from __future__ import annotations

from operator import is_

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework.model import Standard
from iomsa.outcomes.work_out import Outcomes
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import PEOPLE, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.words import show_words, small, words
from iomsa_desktop.pages.outcomes_areas import AreasCard
from iomsa_desktop.pages.outcomes_card import FiguresCard
from iomsa_desktop.pages.outcomes_claims import ClaimsCard
from iomsa_desktop.pages.outcomes_kept import KeptCard
from iomsa_desktop.pages.outcomes_needs import NeedsCard
from iomsa_desktop.pages.outcomes_notices import NO_END, EmptyCard, FewCard, NoticeCard
from iomsa_desktop.pages.outcomes_proven import ProvenCard
from iomsa_desktop.pages.outcomes_rates import PredictedCard, RatesCard
from iomsa_desktop.pages.outcomes_side import BeforeAfterCard, SizeCard
from iomsa_desktop.pages.outcomes_signs import SignsCard
from iomsa_desktop.pages.outcomes_time import TimeCard
from iomsa_desktop.pages.outcomes_words import head_words, kept_head_words
from iomsa_desktop.pages.outcomes_worked import Worked
from iomsa_desktop.pages.page import Page

SIDE = 300
"""The width of the column beside, in pixels of the drawings."""
VERY_FEW = 10
BASIS = ("person", "quarter", "follow-up", "unit-costs", "benchmark", "figures", "profile")
WORKING = "Working the figures out."
FAILED = """\
The figures couldn't be worked out: a fault of the program, of which its report tells. \
What you entered is kept; the figures are tried again after the next change."""


class OutcomesPage(Page):
    """Show reoffending, offending over time and needs of everybody who joined."""

    def __init__(self, desk: Desk, standard: Standard) -> None:
        super().__init__(desk, standard.short)
        look = desk.look
        self.worked = Worked(desk)
        self._shown: tuple[object, ...] = ()
        self._right: QWidget | None = None
        self.worked.ready.connect(self._refresh)
        self.about, self.working = words(look, soft=True), small(look, WORKING)
        self.people = Link(look, "The people who joined")
        self.people.clicked.connect(lambda: desk.go(Place(PEOPLE)))
        self.share_safe = Link(look, "Share-safe version")
        self.share_safe.clicked.connect(self._on_share_safe)
        self.empty, self.few, self.kept = EmptyCard(desk), FewCard(desk), KeptCard(desk)
        self.no_end = NoticeCard(desk, "Up to which day are offences known?", NO_END, "Give the day", "data_to")
        self.proven, self.time, self.rates = ProvenCard(look), TimeCard(desk), RatesCard(look)
        self.predicted, self.needs, self.signs = PredictedCard(look), NeedsCard(desk), SignsCard(desk, standard)
        self.areas, self.claims = AreasCard(desk), ClaimsCard(look)
        self.before_after, self.cost = BeforeAfterCard(look), SizeCard(desk)
        self._lay_out()
        self.end()

    def lead_to(self, field: str) -> None:
        cards: dict[str, Card] = {
            "unit-costs": self.cost,
            "quarters": self.time,
            "benchmark": self.areas,
            "figures": self.kept,
        }
        if field in cards and cards[field].isVisibleTo(self):
            self.bring(cards[field])
        else:
            self.verticalScrollBar().setValue(0)

    def on_change(self, change: ChangeSet) -> None:
        if any(change.touches(kind) for kind in BASIS):
            self._refresh()

    def on_scored(self) -> None:
        self.signs.refresh()

    def on_shown(self) -> None:
        self._refresh()
        self.signs.refresh()

    def _lay_out(self) -> None:
        first = self.column.itemAt(0)
        head = first.layout() if first is not None else None
        if head is not None:
            for widget in (self.about, self.working, self._links()):
                head.addWidget(widget)
        main, side = QVBoxLayout(), QVBoxLayout()
        top: tuple[Card, ...] = (self.empty, self.no_end, self.few, self.proven)
        then: tuple[Card, ...] = (self.time, self.rates, self.predicted, self.needs, self.areas)
        last: tuple[Card, ...] = (self.signs, self.claims, self.kept)
        beside: tuple[Card, ...] = (self.before_after, self.cost)
        if self.look.side_below:
            # The caution stays with the figures that it is about.
            top, then, beside = (*top, self.before_after), (*then, self.cost), ()
        for card in (*top, *then, *last):
            main.addWidget(card)
        self._main = main
        for card in beside:
            side.addWidget(card)
        self._put(main, side)

    def _links(self) -> QWidget:
        links = QWidget()
        flow = Flow(links, gap=self.look.px(16), row_gap=self.look.px(2))
        flow.addWidget(self.people)
        flow.addWidget(self.share_safe)
        return links

    def _put(self, main: QVBoxLayout, side: QVBoxLayout) -> None:
        px = self.look.px
        for column in (main, side):
            column.setSpacing(px(16))
            column.setContentsMargins(0, 0, 0, 0)
        if self.look.side_below:
            self.column.addLayout(main)
            return
        self._right = right = QWidget()
        right.setFixedWidth(px(SIDE))
        right.setLayout(side)
        main.addStretch(1)
        side.addStretch(1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        row.addLayout(main, 1)
        row.addWidget(right)
        self.column.addWidget(body)

    def _refresh(self) -> None:
        sheet, of_now = self.desk.sheet, self.worked.refresh()
        show_words(self.working, FAILED if self.worked.failed else "" if of_now else WORKING)
        found = (self.worked.found, sheet.people, sheet.quarters, sheet.follow_up, sheet.unit_costs)
        rests_on = (*found, sheet.profile, sheet.benchmark, sheet.figures)
        # The page comes to the front far more often than a figure changes; each text that is set lays it out anew.
        if self._shown and all(map(is_, rests_on, self._shown)):
            return
        self._shown = rests_on
        self.kept.refresh(sheet.figures)
        self._place_kept(first=not sheet.people)
        self.empty.setVisible(not sheet.people and sheet.figures is None)
        if self.worked.found is None:
            show_words(self.about, "")
            self._show_parts(people=False, ended=False, quarters=False)
        else:
            self._show(self.worked.found)

    def _place_kept(self, *, first: bool) -> None:
        """Put figures without rows before all else where there is no other, and below what is worked out here."""
        beside = self.time if first else self.claims
        self._main.removeWidget(self.kept)
        self._main.insertWidget(self._main.indexOf(beside) + (0 if first else 1), self.kept)

    def _show(self, found: Outcomes) -> None:
        sheet = self.desk.sheet
        people, ended = bool(sheet.people), not found.reason
        self._show_parts(people=people, ended=ended, quarters=bool(sheet.quarters))
        about = head_words(sheet, found.proven) if people and ended else kept_head_words(sheet)
        show_words(self.about, about)
        self.few.setVisible(0 < found.proven.n < VERY_FEW)
        self.areas.refresh(found, self._scheme)
        self.cost.refresh(found)
        self.time.refresh(found)
        if people:
            of_people: tuple[FiguresCard, ...] = (self.proven, self.rates, self.predicted, self.needs)
            for card in (*of_people, self.before_after, self.claims):
                card.refresh(found)

    def _show_parts(self, *, people: bool, ended: bool, quarters: bool) -> None:
        self.people.setVisible(people or self.desk.sheet.figures is not None)
        self.share_safe.setVisible(people and ended)
        self.no_end.setVisible(people and not ended)
        with_end: tuple[Card, ...] = (self.proven, self.rates, self.predicted, self.before_after)
        for card in with_end:
            card.setVisible(people and ended)
        without: tuple[Card, ...] = (self.needs, self.claims, self.areas, self.cost)
        for card in without:
            card.setVisible(people)
        self.time.setVisible(ended if people else quarters)
        if self._right is not None:
            self._right.setVisible(people)
        if not people:
            self.few.hide()

    def _on_share_safe(self) -> None:
        from iomsa_desktop.dialogs.share_safe import ShareSafeDialog

        ShareSafeDialog(self.desk, self).run()

    @property
    def _scheme(self) -> str:
        name = self.desk.sheet.profile.get(self.desk.framework.roles.scheme_name)
        return name.value if name is not None and name.value else "This scheme"
