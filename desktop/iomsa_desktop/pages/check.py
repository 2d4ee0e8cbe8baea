"""The page of the check: everything that stops the return, is open, contradictory or questionable, as links."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QWidget

from iomsa.answers.sheet import Address
from iomsa.checks.finding import CONTRADICTION, OPEN, QUESTION, STOPS, Finding
from iomsa_desktop.desk import RETURN, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.check_group import FindingsCard
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.places import place_of


class Group(NamedTuple):
    """Name one group of findings and say what it means for the return."""

    title: str
    about: str
    kind: str


GROUPS = (
    Group("Stops the return", "No return can be written until these are put right.", STOPS),
    Group("Open", "A return can go with these; they are listed on its first page.", OPEN),
    Group("Contradictions", "Two things that can hardly both be true. Look at both.", CONTRADICTION),
    Group("Questions", "What an inspector would ask. Nothing here stops the return.", QUESTION),
)
ABOUT = "What stops the return, what is open, and what an inspector would ask. Each line leads to its field."
NOTHING = """\
Nothing stops the return, nothing is open, and nothing contradicts anything else. \
That says how complete the self-assessment is, not how good the scheme is."""


def grouped(findings: tuple[Finding, ...]) -> list[tuple[Group, list[Finding]]]:
    """Return the groups that have findings, in order; what stops a return stands in no other group."""
    kinds = {each: each.weight if each.weight == STOPS else each.kind for each in findings}
    found = ((group, [each for each in findings if kinds[each] == group.kind]) for group in GROUPS)
    return [(group, each) for group, each in found if each]


class CheckPage(Page):
    """Show what the check finds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Check", ABOUT)
        self.cards: list[QWidget] = []
        self._shown: tuple[Finding, ...] | None = None
        self.end()

    def lead_to(self, field: str) -> None:
        self.verticalScrollBar().setValue(0)
        first = self.cards[0].findChild(QAbstractButton)
        if first is not None:
            first.setFocus()

    def on_scored(self) -> None:
        self.on_shown()

    def on_shown(self) -> None:
        findings = self.desk.bridge.findings
        if findings == self._shown:
            return
        self._shown = findings
        for card in self.cards:
            self.column.removeWidget(card)
            card.deleteLater()
        self.cards = [self._card(group, found) for group, found in grouped(findings)] or [self._nothing()]
        for place, card in enumerate(self.cards, start=1):
            self.column.insertWidget(place, card)

    def _card(self, group: Group, findings: list[Finding]) -> FindingsCard:
        theme = self.look.theme
        edges: dict[str, QColor] = {STOPS: theme.inadequate, CONTRADICTION: theme.requires_improvement}
        edge, framework = edges.get(group.kind), self.desk.framework
        return FindingsCard(self.look, framework, group.title, group.about, findings, self._go, edge)

    def _nothing(self) -> Card:
        card = Card(self.look, "Nothing to question", edge=self.look.theme.outstanding)
        card.column.addLayout(narrow(self.look, words(self.look, NOTHING)))
        button = Button(self.look, "Go to the return", lead=True)
        button.clicked.connect(lambda: self.desk.go(Place(RETURN)))
        card.column.addLayout(side_by_side(self.look, button))
        return card

    def _go(self, address: Address) -> None:
        self.desk.go(place_of(self.desk.framework, address))
