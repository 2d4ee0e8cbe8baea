"""What the page of outcomes says while it has few figures or none: what it is for, and the one next step."""

from __future__ import annotations

from iomsa_desktop.desk import PEOPLE, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words

EMPTY = """\
Here you see what became of everyone who joined the scheme: who reoffended within a year, how offending and needs \
changed, and how sure that is with so few people.
You need one row a person under a reference of your own, from the day of joining: offences and days in custody in the \
year before and the year after, from the police or probation system. No names and no dates of birth.
Plan for about five minutes a person if you look each up, or half an hour in all if somebody can give you a list. \
The first figures come 18 months after people joined."""
NO_END = """\
Say up to which day offences and convictions are known. Somebody counts once that day is 18 months after the start: \
a year in which to offend, and six months in which to be convicted or cautioned for it."""
FEW = """\
With fewer than 10 people there is hardly a figure that could not be chance. Use them to ask about single people, \
not to compare years or schemes."""


class NoticeCard(Card):
    """Say what is missing and offer one step."""

    def __init__(self, desk: Desk, title: str, text: str, act: str, field: str = "") -> None:
        super().__init__(desk.look, title, edge=desk.look.theme.accent)
        for part in text.split("\n"):
            self.column.addLayout(narrow(desk.look, words(desk.look, part)))
        self.button = Button(desk.look, act, lead=True)
        self.button.clicked.connect(lambda: desk.go(Place(PEOPLE, "", field)))
        self.column.addLayout(side_by_side(desk.look, self.button))


class EmptyCard(NoticeCard):
    """Say what the page is for while nobody was entered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Nobody has been entered yet", EMPTY, "Enter the people who joined")
        if desk.read_only:
            self.button.setEnabled(False)
            self.add(words(desk.look, desk.file.read_only_because, soft=True))


class FewCard(Card):
    """Warn of figures on very few people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Very few people", edge=desk.look.theme.requires_improvement)
        self.column.addLayout(narrow(desk.look, words(desk.look, FEW)))
