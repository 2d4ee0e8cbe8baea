"""The page on which two reviewers of one file agree: where they differ, side by side, and what rates from then on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.answers.sheet import Case
from iomsa.framework.find import label
from iomsa.framework.model import CaseQuestion
from iomsa.outcomes.reviewed_twice import both_complete, decided, differences, second_complete
from iomsa.scoring.words import counted
from iomsa.session.changes import ChangeSet
from iomsa.session.second_review import agency_field, first_agency, same_agency
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import CASE, CASES, SECOND, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import small, words
from iomsa_desktop.look import STRONG
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.agree_row import OPEN, WORDS, AgreeRow, Said
from iomsa_desktop.pages.answers_page import AnswersPage
from iomsa_desktop.pages.case_form_review import AgreedAnswers
from iomsa_desktop.pages.review_next import next_agreement, next_second, twice_of

ABOUT = """\
Look at the file together. What you agree on rates; until then the first review does. What each of you said is kept, \
and how often both agreed is worked out from that."""
KEYS = "Keys: Y yes, N no, X not applicable; Delete takes an agreed answer back. Each is one step to undo."
SAME_THROUGHOUT = "Both gave the same answer to every question. There is nothing to agree on."
SAME_AGENCY = """\
Both reviews say that {agency} made them. A second review is made by the other agency; put right which agency made \
which."""
TOO_EARLY = "Not yet to be compared"


class AgreePage(AnswersPage):
    """Agree on the answers of one file that was reviewed twice; nothing is shown before both reviews are complete."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk, f"Agree on {ref}", AgreedAnswers(desk, ref))
        self._asked = [each.id for each in desk.framework.case_review.questions]
        self._shown: object = None
        self._body: QWidget | None = None
        self.count = words(desk.look, "", STRONG)
        self.back = Button(desk.look, "Back to the list")
        self.back.clicked.connect(lambda: desk.go(Place(CASES)))
        self.next = Button(desk.look, "", lead=True)
        self.next.clicked.connect(self._on_next)
        self._holder = QVBoxLayout()
        self.column.addLayout(self._holder)
        holder = QWidget()
        wrap(holder)
        buttons = Flow(holder, gap=desk.look.px(8))
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        self.column.addWidget(holder)
        self.end()

    def lead_to(self, field: str) -> None:
        opened = next((id for id, row in self.rows.items() if not row.answered), "")
        row = self.rows.get(field if field in self.rows else opened)
        if row is None:
            self.verticalScrollBar().setValue(0)
            (self.back if self.next.isHidden() else self.next).setFocus()
            return
        row.focus()
        self.ensureWidgetVisible(row)

    def on_change(self, change: ChangeSet) -> None:
        if self.ref not in self.desk.sheet.cases:
            self.desk.go(Place(CASES))
        elif any(edit.address.key == self.ref for edit in change.edits):
            self._refresh()

    def on_shown(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        case = self.desk.sheet.cases[self.ref]
        stands = (case.header, case.second_review, dict(case.answers), dict(case.second), self._to_show(case))
        if stands != self._shown:
            self._shown = stands
            self._rebuild(case)
        for row in self.rows.values():
            row.refresh()
        self._say_how_far(case)
        self._offer_next()

    def _to_show(self, case: Case) -> tuple[str, ...]:
        differing = differences(self._asked, case)
        return tuple(id for id in self._asked if id in differing or decided(case, id))

    def _rebuild(self, case: Case) -> None:
        if self._body is not None:
            self._body.setParent(None)
            self._body.deleteLater()
        self.rows = {}
        # The one that was shown goes with the body.
        self.count = words(self.look, "", STRONG)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(16))
        if both_complete(self._asked, case):
            self._compare(column, case)
        else:
            column.addWidget(self._too_early(case))
        self._holder.addWidget(self._body)
        # At once, not when the layout next gets round to it: the focus is led in here.
        self._body.show()

    def _compare(self, column: QVBoxLayout, case: Case) -> None:
        look, shown = self.look, self._to_show(case)
        column.addWidget(words(look, self._who(case), soft=True))
        if same_agency(case):
            notice = Card(look, edge=look.theme.accent)
            notice.add(words(look, SAME_AGENCY.format(agency=self._agency(first_agency(case)))))
            column.addWidget(notice)
        card = Card(look, "Where both differ" if shown else "No differences")
        if shown:
            card.column.addLayout(narrow(look, words(look, ABOUT)))
            self.count = words(look, "", STRONG)
            card.add(self.count)
            if not self.desk.read_only:
                card.add(small(look, KEYS))
        else:
            card.add(words(look, SAME_THROUGHOUT))
        for question in self.desk.framework.case_review.questions:
            if question.id in shown:
                card.add(Rule(look))
                card.add(self._row(case, question))
        column.addWidget(card)
        alike = [each for each in self.desk.framework.case_review.questions if each.id not in shown]
        if alike:
            title = f"The same answer: {counted(len(alike), 'question')}"
            column.addWidget(Fold(look, title, lambda: self._alike(case, alike)))

    def _row(self, case: Case, question: CaseQuestion) -> AgreeRow:
        second = case.second_review.agency if case.second_review else ""
        said = (
            self._said("First review", first_agency(case), case, question.id, second=False),
            self._said("Second review", second, case, question.id, second=True),
        )
        row = AgreeRow(self.review, question, said)
        row.done.connect(self._on_done)
        self.rows[question.id] = row
        return row

    def _said(self, name: str, agency: str, case: Case, question: str, *, second: bool) -> Said:
        who = f"{name}, {self._agency(agency)}" if agency else name
        return Said(self.desk, who, (case.second if second else case.answers)[question])

    def _agency(self, id: str) -> str:
        field = agency_field(self.desk.framework)
        return label(field.choices, id) if field is not None else id

    def _who(self, case: Case) -> str:
        same = len(self._asked) - len(differences(self._asked, case))
        first, second = first_agency(case), case.second_review.agency if case.second_review else ""
        made = f"The first review was by {self._agency(first)}, the second by {self._agency(second)}. "
        return f"{made if first and second else ''}They gave the same answer to {same} of {len(self._asked)} questions."

    def _alike(self, case: Case, questions: list[CaseQuestion]) -> RowsTable:
        table = RowsTable(self.look, "Questions with the same answer in both reviews")
        answers = ((each, case.answers[each.id].choice or "") for each in questions)
        rows = tuple((f"{each.id} {each.short}", WORDS.get(choice, OPEN)) for each, choice in answers)
        table.show_rows(Rows(("Question", "Both said"), rows))
        return table

    def _too_early(self, case: Case) -> Card:
        look, second_done = self.look, second_complete(self._asked, case)
        card = Card(look, TOO_EARLY, edge=look.theme.accent)
        which, page = ("first", CASE) if second_done else ("second", SECOND)
        said = f"The {which} review of {self.ref} is not complete. Both are compared when every question is answered."
        card.column.addLayout(narrow(look, words(look, said)))
        on = Button(look, f"Go on with the {which} review", lead=True)
        on.clicked.connect(lambda: self.desk.go(Place(page, self.ref)))
        card.column.addLayout(side_by_side(look, on))
        return card

    def _say_how_far(self, case: Case) -> None:
        differing = differences(self._asked, case)
        of, done = len(differing), sum(decided(case, id) for id in differing)
        all_done = "Agreed: this answer rates" if of == 1 else f"All {of} agreed: the agreed answers rate"
        self.count.setText(all_done if done == of else f"{done} of {of} agreed, {of - done} to go")

    def _offer_next(self) -> None:
        twice = twice_of(self.desk.framework, self.desk.sheet)
        # Where the file is only read nothing can be agreed on, here or there.
        none = self.desk.read_only or not both_complete(self._asked, self.desk.sheet.cases[self.ref])
        self._step = None if none else next_agreement(twice, self.ref) or next_second(twice, self.ref)
        self.next.setVisible(self._step is not None)
        self.next.setText(self._step.name if self._step else "")
        self.next.updateGeometry()

    def _on_next(self) -> None:
        if self._step is not None:
            self.desk.go(self._step.place)

    def _on_done(self, id: str) -> None:
        ids = list(self.rows)
        following = ids[ids.index(id) + 1 :]
        if following:
            self.rows[following[0]].focus()
            self.ensureWidgetVisible(self.rows[following[0]])
        else:
            (self.back if self.next.isHidden() else self.next).setFocus()
