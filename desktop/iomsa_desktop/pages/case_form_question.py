"""One question of the case form: yes, no or not applicable, and after a No to a summary question the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES, CaseAnswer
from iomsa.answers.text import clean, too_long
from iomsa.framework.model import CaseQuestion
from iomsa.session import edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.personal import NOTE_HINT, text_hint
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.tab_order import follow
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.kit.words import line, show_words, small, words
from iomsa_desktop.look import BODY, STRONG

OPTIONS = (
    Option(YES, "Yes", "Yes", "Y"),
    Option(NO, "No", "No", "N"),
    Option(NOT_APPLICABLE, "Not applicable", "Not applicable", "X"),
)
NAME_WIDTH, GAP, LEVEL = 36, 12, 7
"""Lengths of the drawings: the column of ids, the gap behind it, and how far text stands below a control's top."""
KEYS = tuple(option.key for option in OPTIONS)


class ChoiceControl(Segments):
    """Take Y, N or X as well; `keyed` tells that the answer came by its key, so that the focus may go on."""

    keyed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.text().upper() in KEYS and self.isEnabled():
            self.keyed.emit()


class Reason(QWidget):
    """Ask why a summary question has No: a reason of the list and a free note, both saved as they are given."""

    def __init__(self, desk: Desk, ref: str, question: CaseQuestion) -> None:
        super().__init__()
        self._desk, self._ref, self._id = desk, ref, question.id
        look = desk.look
        self.pick = Pick(look, desk.framework.case_review.reasons)
        self.pick.setMinimumWidth(look.px(300))
        self.pick.activated.connect(lambda _: self._save(f"{ref}, {question.id} reason"))
        self.pick.setEnabled(not desk.read_only)
        self.note = GrowingText(look, f"{question.id} note", NOTE_HINT)
        self.note.setReadOnly(desk.read_only)
        self.note.paused.connect(lambda _: self._save(f"{ref}, {question.id} note", merge=f"note {ref} {question.id}"))
        self.note.left.connect(desk.session.seal)
        self.note.textChanged.connect(self._show_hint)
        self._hint = small(look, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0 if look.side_below else look.px(NAME_WIDTH + GAP), 0, 0, look.px(4))
        column.setSpacing(look.px(6))
        column.addLayout(self._row())
        column.addWidget(self._hint)
        self._show_hint()

    def _row(self) -> QBoxLayout:
        look, below = self._desk.look, self._desk.look.side_below
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(look.px(4 if below else GAP))
        label = line(look, f"Why is {self._id} a No?")
        label.setBuddy(self.pick)
        label.setContentsMargins(0, 0 if below else look.px(LEVEL), 0, 0)
        top = Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignTop
        row.addWidget(label, 0, top)
        row.addWidget(self.pick, 0, top)
        row.addWidget(Boxed(look, self.note), 0 if below else 1, top)
        return row

    def show_answer(self, answer: CaseAnswer) -> None:
        """Show what is stored."""
        self.pick.show_code(answer.reason)
        self.note.show_text(answer.note)

    def _save(self, name: str, merge: str = "") -> None:
        desk, note = self._desk, clean(self.note.text())
        if self._ref in desk.sheet.cases and not too_long(note):
            what = edits.case_answer(
                desk.sheet, self._ref, self._id, desk.stamp(), keep_choice=True, reason=self.pick.code, note=note
            )
            desk.bridge.change(name, what, origin=self, merge=merge)

    def _show_hint(self) -> None:
        show_words(self._hint, text_hint((self.note.text(),), self._desk.sheet.period))


class CaseQuestionRow(QWidget):
    """Ask one question of one file; `done` tells that the focus may go on to the next."""

    done = Signal(str)

    def __init__(self, desk: Desk, ref: str, question: CaseQuestion) -> None:
        super().__init__()
        self._desk, self._ref, self.question = desk, ref, question
        self._reason: Reason | None = None
        look = desk.look
        self.control = ChoiceControl(look, question.id, OPTIONS)
        self.control.setEnabled(not desk.read_only)
        self.control.setAccessibleDescription(question.text)
        self.control.chosen.connect(self._on_chosen)
        self.control.cleared.connect(self._on_cleared)
        self.control.keyed.connect(self._on_keyed)
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(2), 0, look.px(2))
        self._column.addLayout(head)
        if look.side_below:
            self._column.addWidget(self.control)
        else:
            head.addWidget(self.control, 0, top)
        self.refresh()

    @property
    def answered(self) -> bool:
        """Tell whether the question has its answer."""
        return self._answer().choice is not None

    def refresh(self) -> None:
        """Show what is stored."""
        answer = self._answer()
        self.control.show_code(answer.choice)
        wanted = bool(answer.note or answer.reason) or (self.question.summary and answer.choice == NO)
        if self._reason is None and wanted:
            self._reason = Reason(self._desk, self._ref, self.question)
            self._column.addWidget(self._reason)
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

    def _answer(self) -> CaseAnswer:
        case = self._desk.sheet.cases.get(self._ref)
        return (case.answers.get(self.question.id) if case else None) or CaseAnswer()

    def _on_chosen(self, code: str) -> None:
        said = next(option.short for option in OPTIONS if option.code == code).lower()
        self._change(f"{self._ref}, {self.question.id} changed to {said}", code)

    def _on_cleared(self) -> None:
        self._change(f"{self._ref}, {self.question.id} opened again", None)

    def _change(self, name: str, code: str | None) -> None:
        desk = self._desk
        if self._ref not in desk.sheet.cases:
            return
        reason = None if code == NO else ""
        what = edits.case_answer(desk.sheet, self._ref, self.question.id, desk.stamp(), choice=code, reason=reason)
        desk.bridge.change(name, what, origin=self)
        self.refresh()

    def _on_keyed(self) -> None:
        answer = self._answer()
        if self._reason is not None and self._reason.isVisibleTo(self) and not answer.reason and answer.choice == NO:
            self._reason.pick.setFocus(Qt.FocusReason.TabFocusReason)
        elif answer.choice is not None:
            self.done.emit(self.question.id)
