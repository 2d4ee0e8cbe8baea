"""The form of one case file: what is noted about it, then each question of the five stages."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iomsa.answers.sheet import Period
from iomsa.answers.values import shown_date
from iomsa.framework.model import Framework, Stage
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import CASE, CASES, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import small, words
from iomsa_desktop.look import STRONG
from iomsa_desktop.pages.case_form_about import AboutCard
from iomsa_desktop.pages.case_form_question import CaseQuestionRow
from iomsa_desktop.pages.cases_files import next_file
from iomsa_desktop.pages.page import Page

KEYS = "Keys: Y yes, N no, X not applicable, arrows and Space choose without going on, Delete opens again."


def head_text(framework: Framework, period: Period) -> str:
    """Return the head of the form with the dates of the period."""
    head = framework.case_review.head
    return head.replace("{start}", shown_date(period.start)).replace("{end}", shown_date(period.end))


class CaseFormPage(Page):
    """Review one file; it may be left at any time and goes on at the first open question."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk, f"Case file {ref}")
        self.ref = ref
        self.rows: dict[str, CaseQuestionRow] = {}
        self._counts = [words(desk.look, "", STRONG), words(desk.look, "", STRONG)]
        self._nexts = [Button(desk.look, "Next file", lead=True), Button(desk.look, "Next file", lead=True)]
        self.column.addLayout(narrow(desk.look, words(desk.look, head_text(desk.framework, desk.sheet.period))))
        self.column.addLayout(self._bar(0))
        self.about = AboutCard(desk, ref)
        self.column.addWidget(self.about)
        self.column.addWidget(small(desk.look, KEYS))
        for stage in desk.framework.case_review.stages:
            self.column.addWidget(self._stage(stage))
        self.column.addLayout(self._bar(1))
        self.end()

    def lead_to(self, field: str) -> None:
        if field in self.about.fields:
            asked = self.about.fields[field]
            asked.editor.focus()
            self._bring(asked)
            return
        started = any(row.answered for row in self.rows.values())
        first = next((id for id, row in self.rows.items() if not row.answered), "")
        row = self.rows.get(field or (first if started else ""))
        if row is None:
            self.verticalScrollBar().setValue(0)
            next(iter(self.about.fields.values())).editor.focus()
            return
        row.focus()
        self._bring(row)

    def on_change(self, change: ChangeSet) -> None:
        if self.ref not in self.desk.sheet.cases:
            self.desk.go(Place(CASES))
            return
        for edit in change.edits:
            if edit.address.key == self.ref and edit.address.kind == "case-answer":
                self.rows[edit.address.part].refresh()
        if change.touches("case", self.ref) and change.origin not in self.about.fields.values():
            self.about.refresh()
        self._count()
        if any(edit.address.key != self.ref for edit in change.edits):
            self._offer_next()

    def on_shown(self) -> None:
        self.about.refresh()
        for row in self.rows.values():
            row.refresh()
        self._count()
        self._offer_next()

    @property
    def pending(self) -> bool:
        asked = any(field.editor.pending for field in self.about.fields.values())
        return asked or any(row.pending for row in self.rows.values())

    def flush(self) -> None:
        self.about.flush()
        for row in self.rows.values():
            row.flush()

    def _bar(self, place: int) -> QHBoxLayout:
        look = self.look
        back = Button(look, "Back to the list")
        back.clicked.connect(lambda: self.desk.go(Place(CASES)))
        self._nexts[place].clicked.connect(self._on_next)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self._counts[place], 1)
        row.addWidget(back)
        row.addWidget(self._nexts[place])
        return row

    def _stage(self, stage: Stage) -> Card:
        card = Card(self.look, stage.title)
        for question in self.desk.framework.case_review.questions:
            if question.stage != stage.id:
                continue
            row = CaseQuestionRow(self.desk, self.ref, question)
            row.done.connect(self._on_done)
            self.rows[question.id] = row
            card.add(Rule(self.look))
            card.add(row)
        return card

    def _count(self) -> None:
        done, of = sum(row.answered for row in self.rows.values()), len(self.rows)
        for count in self._counts:
            count.setText(f"{done} of {of} answered" if done < of else f"All {of} answered: this file is reviewed")

    def _offer_next(self) -> None:
        waiting = bool(next_file(self.desk.framework, self.desk.sheet, self.ref))
        for button in self._nexts:
            button.setEnabled(waiting)
            button.setToolTip("" if waiting else "Every other file on the list is reviewed")

    def _on_done(self, id: str) -> None:
        ids = list(self.rows)
        following = ids[ids.index(id) + 1 :]
        if not following:
            (self._nexts[1] if self._nexts[1].isEnabled() else self.rows[id].control.buttons[0]).setFocus()
            self._bring(self._nexts[1])
            return
        row = self.rows[following[0]]
        row.focus()
        self._show(row)

    def _on_next(self) -> None:
        ref = next_file(self.desk.framework, self.desk.sheet, self.ref)
        if ref:
            self.desk.go(Place(CASE, ref))

    def _bring(self, widget: QWidget) -> None:
        QTimer.singleShot(0, self, lambda: self.bring(widget))

    def _show(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, self.look.px(120))
