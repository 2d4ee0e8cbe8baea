"""One question of the case form: yes, no or not applicable, and after a No to a summary question the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES
from iomsa.framework.model import CaseQuestion
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.tab_order import follow
from iomsa_desktop.kit.words import line, small, words
from iomsa_desktop.look import BODY, STRONG
from iomsa_desktop.pages.case_form_reason import GAP, LEVEL, NAME_WIDTH, Reason
from iomsa_desktop.pages.case_form_review import Review

OPTIONS = (
    Option(YES, "Yes", "Yes", "Y"),
    Option(NO, "No", "No", "N"),
    Option(NOT_APPLICABLE, "Not applicable", "Not applicable", "X"),
)
KEYS = tuple(option.key for option in OPTIONS)


class ChoiceControl(Segments):
    """Take Y, N or X as well; `keyed` tells that the answer came by its key, so that the focus may go on."""

    keyed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.text().upper() in KEYS and self.isEnabled():
            self.keyed.emit()


class AnswerRow(QWidget):
    """Take one answer of a review; `done` tells that the focus may go on to the next. How it looks is up to others."""

    done = Signal(str)

    def __init__(self, review: Review, question: CaseQuestion, name: str) -> None:
        super().__init__()
        self._review, self.question = review, question
        self._reason: Reason | None = None
        self.column = QVBoxLayout(self)
        self.control = ChoiceControl(review.desk.look, name, OPTIONS)
        self.control.setEnabled(not review.desk.read_only)
        self.control.setAccessibleDescription(question.text)
        self.control.chosen.connect(self._on_chosen)
        self.control.cleared.connect(self._on_cleared)
        self.control.keyed.connect(self._on_keyed)

    @property
    def answered(self) -> bool:
        """Tell whether the question has its answer."""
        return self._review.answer(self.question.id).choice is not None

    def refresh(self) -> None:
        """Show what is stored."""
        answer = self._review.answer(self.question.id)
        self.control.show_code(answer.choice)
        wanted = bool(answer.note or answer.reason) or (self.question.summary and answer.choice == NO)
        if self._reason is None and wanted:
            self._reason = Reason(self._review, self.question)
            self._reason.done.connect(lambda: self.done.emit(self.question.id))
            self.column.addWidget(self._reason)
            follow(self.control.buttons[-1], self._reason)
        if self._reason is not None:
            self._reason.show_answer(answer)
            self._reason.setVisible(wanted)

    def flush(self) -> None:
        """Hand over what is still being typed."""
        if self._reason is not None:
            self._reason.note.flush()

    @property
    def pending(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return self._reason is not None and self._reason.note.pending

    def focus(self) -> None:
        """Give the focus to the answer."""
        self.control.focus()

    def _on_chosen(self, code: str) -> None:
        self._change(self._review.step(self.question.id), code)

    def _on_cleared(self) -> None:
        self._change(f"{self._review.name}, {self.question.id} opened again", None)

    def _change(self, name: str, code: str | None) -> None:
        if self._review.case is None:
            return
        what = self._review.choose(self.question.id, code, None if code == NO else "")
        self._review.desk.bridge.change(name, what, origin=self)
        self.refresh()

    def _on_keyed(self) -> None:
        answer = self._review.answer(self.question.id)
        if self._reason is not None and self._reason.isVisibleTo(self) and not answer.reason and answer.choice == NO:
            self._reason.pick.setFocus(Qt.FocusReason.TabFocusReason)
        elif answer.choice is not None:
            self.done.emit(self.question.id)


class CaseQuestionRow(AnswerRow):
    """Ask one question of one file: its id, its words with a hint, and the control behind them or below."""

    def __init__(self, review: Review, question: CaseQuestion) -> None:
        super().__init__(review, question, question.id)
        look = review.desk.look
        role = STRONG if question.summary else BODY
        text = QVBoxLayout()
        text.setSpacing(look.px(2))
        text.addWidget(words(look, question.text, role))
        if question.hint:
            text.addWidget(small(look, question.hint))
        text.addStretch(1)
        text.setContentsMargins(0, look.px(LEVEL), 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(look.px(GAP))
        name = line(look, question.id, role)
        name.setFixedWidth(look.px(NAME_WIDTH))
        name.setContentsMargins(0, look.px(LEVEL), 0, 0)
        head.addWidget(name, 0, top)
        head.addLayout(text, 1)
        self.column.setContentsMargins(0, look.px(2), 0, look.px(2))
        self.column.addLayout(head)
        if look.side_below:
            self.column.addWidget(self.control)
        else:
            head.addWidget(self.control, 0, top)
        self.refresh()
