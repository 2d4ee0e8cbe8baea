"""Why a summary question has No: a reason of the short list and a free note, both saved as they are given."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.sheet import NO, CaseAnswer
from iomsa.answers.text import clean, too_long
from iomsa.framework.model import CaseQuestion
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.personal import NOTE_HINT, text_hint
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.kit.words import line, show_words, small
from iomsa_desktop.pages.case_form_review import Review

NAME_WIDTH, GAP, LEVEL = 36, 12, 7
"""Lengths of the drawings: the column of ids, the gap behind it, and how far text stands below a control's top."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Reason(QWidget):
    """Ask for a reason and a note; `done` tells that Enter was pressed in the list, so that the focus may go on."""

    done = Signal()

    def __init__(self, review: Review, question: CaseQuestion) -> None:
        super().__init__()
        self._review, self._id = review, question.id
        desk, look = review.desk, review.desk.look
        self._look = look
        self.pick = Pick(look, desk.framework.case_review.reasons)
        self.pick.setMinimumWidth(look.px(300))
        self.pick.activated.connect(lambda _: self._save())
        self.pick.setEnabled(not desk.read_only)
        self.note = GrowingText(look, f"{question.id} note", "" if desk.read_only else NOTE_HINT)
        self.note.setReadOnly(desk.read_only)
        self.note.paused.connect(lambda _: self._save(f"note {review.name} {question.id}"))
        self.note.left.connect(desk.session.seal)
        self.note.textChanged.connect(self._show_hint)
        self._hint = small(look, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0 if look.side_below else look.px(NAME_WIDTH + GAP), 0, 0, look.px(4))
        column.setSpacing(look.px(6))
        column.addLayout(self._row())
        column.addWidget(self._hint)
        self._show_hint()

    def show_answer(self, answer: CaseAnswer) -> None:
        """Show what is stored; a note that is kept beside another answer gives no reason."""
        asked = answer.choice == NO or bool(answer.reason)
        self._label.setText(f"Why is {self._id} a No?" if asked else f"Note on {self._id}")
        self._label.setBuddy(self.pick if asked else self.note)
        self.pick.setVisible(asked)
        self.pick.show_code(answer.reason)
        self.note.show_text(answer.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.pick.hasFocus():
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _row(self) -> QBoxLayout:
        look, below = self._look, self._look.side_below
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(look.px(4 if below else GAP))
        self._label = label = line(look)
        label.setContentsMargins(0, 0 if below else look.px(LEVEL), 0, 0)
        top = Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignTop
        row.addWidget(label, 0, top)
        row.addWidget(self.pick, 0, top)
        row.addWidget(Boxed(look, self.note), 0 if below else 1, top)
        return row

    def _save(self, merge: str = "") -> None:
        note = clean(self.note.text())
        if self._review.case is not None and not too_long(note):
            what = self._review.explain(self._id, self.pick.code, note)
            self._review.desk.bridge.change(self._review.step(self._id), what, origin=self, merge=merge)

    def _show_hint(self) -> None:
        show_words(self._hint, text_hint((self.note.text(),), self._review.desk.sheet.period))
