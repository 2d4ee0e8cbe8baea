"""One question on which two reviews differ: what each said, side by side, and the answer that both agree on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.sheet import CASE_CHOICES, CaseAnswer
from iomsa.framework.find import label
from iomsa.framework.model import CaseQuestion
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.words import line, show_words, small, words
from iomsa_desktop.look import BODY, SMALL, STRONG
from iomsa_desktop.pages.case_form_question import AnswerRow
from iomsa_desktop.pages.case_form_reason import GAP, LEVEL, NAME_WIDTH
from iomsa_desktop.pages.case_form_review import Review

WORDS = dict(zip(CASE_CHOICES, ("Yes", "No", "Not applicable"), strict=True))
OPEN = "No answer"
AGREED = "Agreed answer"


class Said(QWidget):
    """Say what one reviewer answered, with the reason and the note."""

    def __init__(self, desk: Desk, who: str, answer: CaseAnswer) -> None:
        super().__init__()
        look = desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(small(look, who))
        choice = WORDS.get(answer.choice or "", OPEN)
        reason = label(desk.framework.case_review.reasons, answer.reason) if answer.reason else ""
        self.said = words(look, f"{choice}: {reason}" if reason else choice, STRONG)
        self.note = words(look)
        for widget in (self.said, self.note):
            column.addWidget(widget)
        show_words(self.note, answer.note)
        column.addStretch(1)
        told = (who, choice, reason, answer.note)
        self.setAccessibleName(". ".join(part for part in told if part))


class AgreeRow(AnswerRow):
    """Lay both answers to one question side by side and take the one that both agree on."""

    def __init__(self, review: Review, question: CaseQuestion, said: tuple[Said, Said]) -> None:
        super().__init__(review, question, f"{question.id} agreed answer")
        look, self.said = review.desk.look, said
        below = look.side_below
        self.column.setContentsMargins(0, look.px(6), 0, look.px(6))
        self.column.setSpacing(look.px(8))
        role = STRONG if question.summary else BODY
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(look.px(GAP))
        name = line(look, question.id, role)
        name.setFixedWidth(look.px(NAME_WIDTH))
        head.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(look, question.text, role), 1)
        self.column.addLayout(head)
        indent = 0 if below else look.px(NAME_WIDTH + GAP)
        self.column.addLayout(self._sides(indent, below=below))
        self.column.addLayout(self._answer(indent, below=below))
        self.refresh()

    def _sides(self, indent: int, *, below: bool) -> QBoxLayout:
        look = self._review.desk.look
        sides = QBoxLayout(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        sides.setContentsMargins(indent, 0, 0, 0)
        sides.setSpacing(look.px(8 if below else 24))
        for each in self.said:
            sides.addWidget(each, 1)
        return sides

    def _answer(self, indent: int, *, below: bool) -> QBoxLayout:
        look = self._review.desk.look
        answer = QBoxLayout(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        answer.setContentsMargins(indent, 0, 0, 0)
        answer.setSpacing(look.px(4 if below else GAP))
        asked = line(look, AGREED, SMALL, soft=True)
        asked.setBuddy(self.control)
        asked.setContentsMargins(0, 0 if below else look.px(LEVEL), 0, 0)
        top = Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignTop
        answer.addWidget(asked, 0, top)
        answer.addWidget(self.control, 0, top)
        if not below:
            answer.addStretch(1)
        return answer
