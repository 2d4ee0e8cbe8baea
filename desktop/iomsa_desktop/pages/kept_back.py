"""The page of a case file whose first answers are kept from whoever is to review it again: it asks before it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa.framework.find import label
from iomsa.outcomes.reviewed_twice import STARTED, is_blind, state, to_be_reviewed_twice
from iomsa.session.changes import ChangeSet
from iomsa.session.second_review import agency_field, first_agency, offered_agency, second_agencies
from iomsa_desktop.desk import CASES, FIRST, SECOND, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.page import Page

TITLE = "To be reviewed a second time"
ABOUT = """\
The first review was by {agency}. This file is to be reviewed a second time by another agency, such as yours, without \
seeing the first answers. Show the first answers anyway?"""


def kept_back(desk: Desk, ref: str) -> bool:
    """Tell whether the first answers of a file are to be kept from whoever sits at the keyboard.

    They are when that person's agency, as typed, is one that may make the second review, until it is complete.
    """
    case, who = desk.sheet.cases.get(ref), desk.settings.who(desk.file.path)
    if case is None or who is None or not first_agency(case):
        return False
    if not offered_agency(second_agencies(desk.framework, case), who[1]):
        return False
    asked = [each.id for each in desk.framework.case_review.questions]
    # The order of all files is worked out only for a file that has something to keep back.
    return is_blind(asked, case, state(asked, case)) and ref in to_be_reviewed_twice(desk.sheet.cases, desk.sheet.draw)


class KeptBackPage(Page):
    """Ask whether to show the first answers; nothing of them is on this page."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk, f"Case file {ref}")
        look, self.ref = desk.look, ref
        card = Card(look, TITLE, edge=look.theme.accent)
        field, case = agency_field(desk.framework), desk.sheet.cases[ref]
        agency = label(field.choices, first_agency(case)) if field is not None else ""
        card.column.addLayout(narrow(look, words(look, ABOUT.format(agency=agency))))
        asked = [each.id for each in desk.framework.case_review.questions]
        on = "Go on with the second review" if state(asked, case) == STARTED else "Start the second review"
        self.second = Button(look, on, lead=True)
        self.second.clicked.connect(lambda: desk.go(Place(SECOND, ref)))
        self.show_anyway = Button(look, "Show the first answers anyway")
        self.show_anyway.clicked.connect(lambda: desk.go(Place(FIRST, ref)))
        self.back = Button(look, "Back to the list")
        self.back.clicked.connect(lambda: desk.go(Place(CASES)))
        holder = QWidget()
        flow = Flow(holder, gap=look.px(8))
        for button in (self.second, self.show_anyway, self.back):
            flow.addWidget(button)
        card.add(holder)
        self.column.addWidget(card)
        self.end()

    @property
    def stale(self) -> bool:
        # Whom it asks, and what it says of both reviews, follows from the file and from who sits there.
        return True

    def on_change(self, _: ChangeSet) -> None:
        if self.ref not in self.desk.sheet.cases:
            self.desk.go(Place(CASES))

    def lead_to(self, _: str) -> None:
        self.second.setFocus()
