"""The page of one standard: its rating, its key questions, and every prompt with guidance beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from iomsa.framework import find
from iomsa.framework.model import KeyQuestion, Prompt, Standard
from iomsa.scoring.card import Rated
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import CASES, Desk, Place
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.canvas import Canvas
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.rating_mark import RatingMark
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.spoken import ScrollArea
from iomsa_desktop.kit.tab_order import follow
from iomsa_desktop.kit.words import show_words, small, words
from iomsa_desktop.pages.guidance import Guidance
from iomsa_desktop.pages.locked import say_locked
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.question_head import QuestionHead
from iomsa_desktop.pages.reason_words import without_count
from iomsa_desktop.sentences import WHERE_CHANGE_COUNTS

OWN_CHECK = (
    "This standard is rated from the case files. These prompts are the scheme's own check before the files;"
    " they change no rating."
)


class StandardPage(Page):
    """Answer the prompts of one standard."""

    def __init__(self, desk: Desk, standard: Standard) -> None:
        self._beside: ScrollArea | None = None
        super().__init__(desk, f"{standard.id}  {standard.title}")
        self.standard = standard
        self._fields: dict[str, PromptField] = {}
        self._heads: list[QuestionHead] = []
        self._own_check: QWidget | None = None
        self._guidance = Guidance(desk)
        say_locked(self)
        self._rating_row()
        if standard.rule == "lowest":
            self._fold_prompts()
        else:
            self._add_questions(standard.questions)
        self._advice = Card(desk.look, WHERE_CHANGE_COUNTS)
        self._advice_words = words(desk.look)
        self._advice.add(self._advice_words)
        self.column.addWidget(self._advice)
        self.end()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        if not desk.look.side_below:
            self._beside = self._put_beside()
        self.on_scored()
        self._seen = desk.sheet

    def lead_to(self, field: str) -> None:
        id, _, part = field.partition("/")
        if id not in self._fields and self._own_check is not None and find.prompt(self.desk.framework, id):
            self._unfold()
        first = next(iter(self._fields), "")
        target = self._fields.get(id or first)
        if target is None:
            self.verticalScrollBar().setValue(0)
            return
        target.focus(part)
        self._guide(target.prompt.id)
        if id:
            QTimer.singleShot(0, self, lambda: self.bring(target))

    def on_change(self, change: ChangeSet) -> None:
        for edit in change.edits:
            field = self._fields.get(edit.address.key) if edit.address.kind == "answer" else None
            if field is not None:
                field.refresh()
        self._seen = self.desk.sheet

    def on_shown(self) -> None:
        if self._seen is not self.desk.sheet:
            self._seen = self.desk.sheet
            for field in self._fields.values():
                field.refresh()
            self.on_scored()

    @property
    def pending(self) -> bool:
        return any(field.pending for field in self._fields.values())

    def on_scored(self) -> None:
        score = self.desk.bridge.card.standard(self.standard.id)
        self._mark.show_rated(score.rated, "so far" if score.rated.so_far else "", told=True)
        self._reason.setText(_why(score.rated))
        resting = ", ".join(score.resting_on)
        show_words(self._resting, f"Resting on {resting}: one level lower would lower this rating." if resting else "")
        for head, rated in zip(self._heads, score.questions, strict=False):
            head.show_rated(rated)
        own = [each for each in self.desk.bridge.card.worth_changing if each.standard == self.standard.id]
        self._advice.setVisible(bool(own))
        self._advice_words.setText(own[0].sentence if own else "")

    def flush(self) -> None:
        for field in self._fields.values():
            field.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beside is not None:
            # Whether or not the page itself is in sight yet.
            bar = self.verticalScrollBar().width() if self.verticalScrollBar().isVisibleTo(self) else 0
            width = self._beside.width()
            top, air = self.look.px(24), self.look.px(16)
            self._beside.setGeometry(self.width() - width - bar - air, top, width, self.height() - 2 * top)

    def _put_beside(self) -> ScrollArea:
        px = self.look.px
        beside = ScrollArea(self)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = Canvas()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._guidance)
        column.addStretch(1)
        beside.setWidget(holder)
        beside.setFixedWidth(px(self.SIDE_WIDTH))
        self.setViewportMargins(0, 0, px(self.SIDE_WIDTH) + px(16), 0)
        return beside

    def _rating_row(self) -> None:
        look = self.look
        self._mark = RatingMark(look, self.desk.framework)
        self._mark.setObjectName(f"rating of {self.standard.id}")
        why = Link(look, "Why?")
        why.setAccessibleName(f"Why this self-rating of standard {self.standard.id}?")
        self._reason, self._resting = words(look), small(look, "")
        self._reason.setVisible(False)
        why.clicked.connect(lambda: self._reason.setVisible(not self._reason.isVisible()))
        self.column.addLayout(side_by_side(look, self._mark, why))
        self.column.addWidget(self._reason)
        self.column.addWidget(self._resting)

    def _add_questions(self, questions: tuple[KeyQuestion, ...]) -> None:
        for question in questions:
            head = QuestionHead(self.desk, question)
            self._heads.append(head)
            self.column.addWidget(head)
            for prompt in question.prompts:
                self.column.addWidget(self._make_field(prompt))

    def _make_field(self, prompt: Prompt) -> PromptField:
        field = PromptField(self.desk, prompt, find.scale(self.desk.framework, self.standard.scale))
        self._fields[prompt.id] = field
        return field

    def _fold_prompts(self) -> None:
        desk, look = self.desk, self.look
        for question in self.standard.questions:
            head = QuestionHead(desk, question)
            self._heads.append(head)
            card = Card(look)
            card.add(head)
            self.column.addWidget(card)
        card = Card(look, "The scheme's own check")
        card.add(words(look, OWN_CHECK, soft=True))
        review = Button(look, "Go to the case review", lead=True)
        review.clicked.connect(lambda: desk.go(Place(CASES)))
        self._unfolder = Button(look, f"Show the {len(self.standard.prompts)} prompts")
        self._unfolder.clicked.connect(self._unfold)
        card.column.addLayout(side_by_side(look, review, self._unfolder))
        self._own_check = card
        self.column.addWidget(card)

    def _unfold(self) -> None:
        if self._fields:
            return
        self._unfolder.setVisible(False)
        place = self.column.indexOf(self._own_check) + 1 if self._own_check is not None else 0
        before: QWidget = self._unfolder
        for prompt in self.standard.prompts:
            field = self._make_field(prompt)
            self.column.insertWidget(place, field)
            follow(before, field)
            field.show()
            place, before = place + 1, field.evidence
        next(iter(self._fields.values())).focus()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        each = now
        while each is not None and not isinstance(each, PromptField):
            each = each.parentWidget()
        if each is not None and self._fields.get(each.prompt.id) is each:
            self._guide(each.prompt.id)

    def _guide(self, id: str) -> None:
        field = self._fields[id]
        scale = find.scale(self.desk.framework, self.standard.scale)
        if self.look.side_below and self._guidance.parentWidget() is not field:
            field.add(self._guidance)
        self._guidance.show_prompt(field.prompt, scale)


def _why(rated: Rated) -> str:
    return " ".join(part for part in (rated.reason, without_count(rated), rated.chance) if part)
