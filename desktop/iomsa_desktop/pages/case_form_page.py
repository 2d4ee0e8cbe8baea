"""What the forms of the first and of the second review share: counts, questions by stage, and going on by key."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.sheet import Period
from iomsa.answers.values import shown_date
from iomsa.framework.model import Framework, Stage
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import CASES, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.kit.words import small, words
from iomsa_desktop.look import STRONG
from iomsa_desktop.pages.answers_page import AnswersPage
from iomsa_desktop.pages.case_form_question import CaseQuestionRow
from iomsa_desktop.pages.case_form_review import Review

KEYS = (
    "Keys: Y yes, N no, X not applicable, Enter after a reason goes on; arrows and Space choose without going on, "
    "Delete opens again."
)
BACK = "Back to the list"


def head_text(framework: Framework, period: Period) -> str:
    """Return the head of the form with the dates of the period."""
    head = framework.case_review.head
    return head.replace("{start}", shown_date(period.start)).replace("{end}", shown_date(period.end))


class ReviewForm(AnswersPage):
    """Take every answer of one review of one file; it may be left at any time and goes on at the first open question.

    A form adds its own head, then `add_questions`; it says what the button `next_name` leads on to.
    """

    next_name = ""

    def __init__(self, desk: Desk, name: str, review: Review) -> None:
        super().__init__(desk, name, review)
        look = desk.look
        self._counts = [words(look, "", STRONG), words(look, "", STRONG)]
        self._nexts = [Button(look, self.next_name, lead=True), Button(look, self.next_name, lead=True)]
        self._backs = [Button(look, BACK), Button(look, BACK)]

    def add_questions(self) -> None:
        """Add the questions by stage, and close the page."""
        if not self.desk.read_only:
            self.column.addWidget(small(self.look, KEYS))
        for stage in self.desk.framework.case_review.stages:
            self.column.addWidget(self._stage(stage))
        self.column.addLayout(self.bar(1))
        self.end()

    def lead_to(self, field: str) -> None:
        started = any(row.answered for row in self.rows.values())
        first = next((id for id, row in self.rows.items() if not row.answered), "")
        row = self.rows.get(field or (first if started else ""))
        if row is None:
            self.verticalScrollBar().setValue(0)
            self.focus_first()
            return
        row.focus()
        self.bring_soon(row)

    def focus_first(self) -> None:
        """Give the focus to what a form begins with."""
        next(iter(self.rows.values())).focus()

    def on_change(self, change: ChangeSet) -> None:
        if self.ref not in self.desk.sheet.cases:
            self.desk.go(Place(CASES))
            return
        for edit in change.edits:
            if edit.address.key == self.ref and edit.address.kind == self.review.kind:
                self.rows[edit.address.part].refresh()
        self._count()

    def on_shown(self) -> None:
        for row in self.rows.values():
            row.refresh()
        self._count()

    @property
    def answered(self) -> int:
        """Count the questions that have their answer."""
        return sum(row.answered for row in self.rows.values())

    def bar(self, place: int, *besides: QWidget) -> QBoxLayout:
        """Make the row, above (0) or below (1) the questions, of how far this is, the way back and the way on."""
        look = self.look
        back = self._backs[place]
        back.clicked.connect(lambda: self.desk.go(Place(CASES)))
        self._nexts[place].clicked.connect(self.go_on)
        widgets = (*besides, back, self._nexts[place])
        if look.side_below:
            # The way on may have a long name, which goes on below.
            column, holder = QVBoxLayout(), QWidget()
            wrap(holder)
            flow = Flow(holder, gap=look.px(8))
            for widget in widgets:
                widget.setMinimumHeight(back.sizeHint().height())
                flow.addWidget(widget)
            column.addWidget(self._counts[place])
            column.addWidget(holder)
            return column
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self._counts[place], 1)
        for widget in widgets:
            row.addWidget(widget)
        return row

    def count_words(self, done: int, of: int) -> str:
        """Say how far the form is."""
        return f"{done} of {of} answered" if done < of else f"All {of} answered"

    def go_on(self) -> None:
        """Lead on to what comes after this file."""

    def bring_soon(self, widget: QWidget) -> None:
        """Bring a widget into view as soon as the page is laid out."""
        QTimer.singleShot(0, self, lambda: self.bring(widget))

    def _stage(self, stage: Stage) -> Card:
        card = Card(self.look, stage.title)
        for question in self.desk.framework.case_review.questions:
            if question.stage != stage.id:
                continue
            row = CaseQuestionRow(self.review, question)
            row.done.connect(self._on_done)
            self.rows[question.id] = row
            card.add(Rule(self.look))
            card.add(row)
        return card

    def _count(self) -> None:
        said = self.count_words(self.answered, len(self.rows))
        for count in self._counts:
            count.setText(said)

    def _on_done(self, id: str) -> None:
        ids = list(self.rows)
        following = ids[ids.index(id) + 1 :]
        if not following:
            (self._nexts[1] if self._nexts[1].isEnabled() else self.rows[id].control.buttons[0]).setFocus()
            self.bring_soon(self._nexts[1])
            return
        row = self.rows[following[0]]
        row.focus()
        self.ensureWidgetVisible(row, 0, self.look.px(120))
