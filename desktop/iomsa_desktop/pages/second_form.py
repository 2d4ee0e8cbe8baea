"""The form of the second review of one file: the same questions, without a word of what the first reviewer said."""

from __future__ import annotations

from iomsa.outcomes.reviewed_twice import second_complete, to_be_reviewed_twice
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import AGREE, CASES, SECOND, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.tab_order import follow
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.case_form_page import ReviewForm, head_text
from iomsa_desktop.pages.case_form_review import SecondAnswers
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.review_next import next_second, twice_of
from iomsa_desktop.pages.second_agency import AgencyCard, agency_card

BLIND = "Blind to the first review"
BLIND_ABOUT = """\
Judge this file from the file alone. What the first reviewer answered does not stand here; please don't look it up \
before all {of} questions are answered. Then both reviews are compared, and where they differ you agree on an answer."""
NOT_CHOSEN = "This file is not to be reviewed twice"
NOT_CHOSEN_ABOUT = """\
Which files are reviewed twice follows from the seed of the draw, so that nobody picks them. {ref} is not among them."""


def second_page(desk: Desk, ref: str) -> Page:
    """Make the form of a file that is to be reviewed twice, or a page that says that this one is not."""
    chosen = to_be_reviewed_twice(desk.sheet.cases, desk.sheet.draw)
    return SecondFormPage(desk, ref) if ref in chosen else NotChosenPage(desk, ref)


class SecondFormPage(ReviewForm):
    """Review one file for the second time."""

    next_name = "Compare with the first review"

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk, f"Second review of {ref}", SecondAnswers(desk, ref))
        look = desk.look
        blind = Card(look, BLIND, edge=look.theme.accent)
        about = BLIND_ABOUT.format(of=len(desk.framework.case_review.questions))
        blind.column.addLayout(narrow(look, words(look, about)))
        self.column.addWidget(blind)
        self.column.addLayout(narrow(look, words(look, head_text(desk.framework, desk.sheet.period))))
        self.column.addLayout(self.bar(0))
        self.agency = agency_card(desk, ref)
        if self.agency is not None:
            self.column.addWidget(self.agency)
        self.add_questions()

    @property
    def stale(self) -> bool:
        return self.ref not in to_be_reviewed_twice(self.desk.sheet.cases, self.desk.sheet.draw)

    def focus_first(self) -> None:
        if self.agency is not None and not self.agency.agency:
            self.agency.focus()
        else:
            super().focus_first()

    def on_change(self, change: ChangeSet) -> None:
        super().on_change(change)
        if self.ref in self.desk.sheet.cases:
            self._show_rest()

    def on_shown(self) -> None:
        super().on_shown()
        self._show_rest()

    def count_words(self, done: int, of: int) -> str:
        said = super().count_words(done, of)
        case = self.review.case
        if done < of or case is None or second_complete(list(self.rows), case):
            return said
        return f"{said}. Say first, above, which agency made this review."

    def go_on(self) -> None:
        self.desk.go(Place(AGREE, self.ref))

    def _show_rest(self) -> None:
        if self.agency is not None and self.agency.stale:
            self._ask_anew(self.agency)
        elif self.agency is not None:
            self.agency.refresh()
        case = self.review.case
        complete = case is not None and second_complete(list(self.rows), case)
        for button in self._nexts:
            button.setEnabled(complete)
            button.setToolTip("" if complete else "The reviews are compared when every question is answered")

    def _ask_anew(self, before: AgencyCard) -> None:
        self.agency = agency_card(self.desk, self.ref)
        if self.agency is not None:
            self.column.replaceWidget(before, self.agency)
            follow(self._nexts[0], self.agency)
        before.deleteLater()


class NotChosenPage(Page):
    """Say that a file is not among those to be reviewed twice, and lead to one that is."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk, f"Second review of {ref}")
        self.ref = ref
        look = desk.look
        card = Card(look, NOT_CHOSEN, edge=look.theme.accent)
        card.column.addLayout(narrow(look, words(look, NOT_CHOSEN_ABOUT.format(ref=ref))))
        self._back = Button(look, "Back to the list")
        self._back.clicked.connect(lambda: desk.go(Place(CASES)))
        step = next_second(twice_of(desk.framework, desk.sheet))
        buttons = [self._back]
        if step is not None:
            on = Button(look, step.name, lead=True)
            on.clicked.connect(lambda: desk.go(step.place))
            buttons.append(on)
        card.column.addLayout(side_by_side(look, *buttons))
        self.column.addWidget(card)
        self.end()

    @property
    def stale(self) -> bool:
        # Which is to be reviewed next follows from all files.
        return True

    def on_change(self, change: ChangeSet) -> None:
        self.desk.go(Place(SECOND, self.ref) if self.ref in self.desk.sheet.cases else Place(CASES))

    def lead_to(self, _: str) -> None:
        self._back.setFocus()
