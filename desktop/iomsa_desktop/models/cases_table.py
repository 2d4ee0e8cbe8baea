"""The files of the case review as a table: what each is, its summary answers in one stage, how far it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES, Case
from iomsa.answers.values import shown
from iomsa.framework.model import CaseQuestion, Field, Framework, Stage
from iomsa.outcomes import reviewed_twice
from iomsa_desktop.kit.flat_table import SIGN, WEIGHT
from iomsa_desktop.kit.index import ROOT, Index
from iomsa_desktop.kit.tick import CROSS, TICK
from iomsa_desktop.look import STRONG
from iomsa_desktop.models.by_reference import ReferenceModel

TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)

ABOUT = 3
"""So many fields of a case's header stand in the table."""
WORDS = {YES: "Yes", NO: "No", NOT_APPLICABLE: "Not applicable"}
SHORT = {"Not applicable": "N/A", "Second": "2nd"}
"""What is shown in a narrow column in the place of longer words, which a screen reader and the tool tip say."""
BRIEF = " review"
"""What the states of second reviews leave out where even the short words do not fit: the heading says it."""
SIGNS = {YES: TICK, NO: CROSS}
NOTHING = "–"
LATER, WHY_LATER = "Later", "Shown once the second review is done"
"""What stands for the first answers of a file as long as its second reviewer is not to see them."""
NOT_STARTED, REVIEWED = "Not started", "Reviewed"
SECOND = {
    reviewed_twice.TO_COME: "Second review to come",
    reviewed_twice.STARTED: "Second review started",
    reviewed_twice.DIFFERS: "Second review differs",
}
"""What is said of a reviewed file whose second review is not settled."""
ORDER = (NOT_STARTED, "Started", *SECOND.values(), REVIEWED)
"""The states from the farthest to the nearest to be done: how the table sorts them."""


class State(NamedTuple):
    """Say how far the first review of a file is: its answered questions, and that in words."""

    answered: int
    words: str


def summary_questions(framework: Framework, stage: Stage) -> tuple[CaseQuestion, ...]:
    """Return the summary questions of a stage in order."""
    return tuple(each for each in framework.case_review.questions if each.summary and each.stage == stage.id)


def state_of(asked: frozenset[str], case: Case) -> State:
    """Return how far the first review of a file is."""
    done = sum(answer.choice is not None and id in asked for id, answer in case.answers.items())
    of = len(asked)
    return State(done, REVIEWED if done == of else f"Started, {done} of {of}" if done else NOT_STARTED)


def short(text: str) -> str:
    """Return the words of an answer or a state as they stand in a narrow column."""
    for long, instead in SHORT.items():
        text = text.replace(long, instead)
    return text


class CasesModel(ReferenceModel):
    """Show files in the order in which they were entered, or sorted by one column; a row is worked out when it is seen.

    How far a file is, is kept until that file changes.
    """

    def __init__(self, framework: Framework, parent: QObject) -> None:
        super().__init__(parent)
        self._framework = framework
        self._asked = frozenset(each.id for each in framework.case_review.questions)
        self._about: tuple[Field, ...] = framework.case_review.about[:ABOUT]
        self._questions: tuple[CaseQuestion, ...] = ()
        self._cases: Mapping[str, Case] = {}
        self._twice: Mapping[str, str] = {}
        self._refs: list[str] = []
        self._states: dict[str, tuple[Case, State]] = {}
        self._brief = False

    def show_cases(self, cases: Mapping[str, Case], stage: Stage, twice: Mapping[str, str] | None = None) -> None:
        """Show the files, with the summary answers of one stage; `twice` holds the state of each second review."""
        self.beginResetModel()
        self._cases = cases
        self._twice = twice or {}
        self._questions = summary_questions(self._framework, stage)
        self._sort()
        self.endResetModel()

    def show_brief(self, *, brief: bool) -> None:
        """Say the states of second reviews as briefly as can be, or not."""
        if brief is not self._brief:
            self._brief = brief
            self.dataChanged.emit(self.index(0, self.state_column), self.index(len(self._refs) - 1, self.state_column))

    def ref(self, row: int) -> str:
        """Return the reference of the file in a row, or empty."""
        return self._refs[row] if 0 <= row < len(self._refs) else ""

    def row_of(self, ref: str) -> int:
        """Return the row of a file, or -1."""
        return self._refs.index(ref) if ref in self._cases else -1

    @property
    def second_states(self) -> tuple[str, ...]:
        """Return what the column of the states may say of second reviews, wherever in the list."""
        found = set(self._twice.values())
        return tuple(short(words) for state, words in SECOND.items() if state in found)

    @property
    def about(self) -> int:
        """Count the columns, behind the first, of what is noted about a file."""
        return len(self._about)

    @property
    def state_column(self) -> int:
        """Return the last column: how far the review of a file is."""
        return 1 + len(self._about) + len(self._questions)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._refs)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self.state_column + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= self.state_column:
            return None
        short, full = self._heading(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return short
        return full if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        case, column = self._cases[self._refs[index.row()]], index.column()
        if role in TEXT_ROLES:
            text = self._text(case, column)
            if text == LATER and self._is_answer(column):
                return LATER if role == Qt.ItemDataRole.DisplayRole else WHY_LATER
            if role != Qt.ItemDataRole.DisplayRole or column <= len(self._about):
                return text
            return short(text).replace(BRIEF, "") if self._brief and column == self.state_column else short(text)
        if role == SIGN and self._is_answer(column) and not self._is_blind(case):
            return SIGNS.get(self._choice(case, column))
        if role == WEIGHT:
            return STRONG if column == 0 else None
        return None

    def _sort(self) -> None:
        column, order = self._sorted
        self._refs = list(self._cases)
        if 0 <= column <= self.state_column:
            back = order == Qt.SortOrder.DescendingOrder
            self._refs.sort(key=lambda ref: self._key(self._cases[ref], column), reverse=back)

    def _key(self, case: Case, column: int) -> list[tuple[int, str]]:
        if column == self.state_column:
            state = self._state(case)
            return [(ORDER.index(state.words.partition(",")[0]), ""), (state.answered, "")]
        parts = re.split(r"(\d+)", self._text(case, column).casefold())
        return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]

    def _state(self, case: Case) -> State:
        known = self._states.get(case.ref)
        if known is None or known[0] is not case:
            known = self._states[case.ref] = (case, state_of(self._asked, case))
        state = known[1]
        second = SECOND.get(self._twice.get(case.ref, ""))
        return state._replace(words=second) if second and state.words == REVIEWED else state

    def _is_blind(self, case: Case) -> bool:
        return reviewed_twice.is_blind(self._asked, case, self._twice.get(case.ref, ""))

    def _choice(self, case: Case, column: int) -> str:
        answer = case.rates.get(self._questions[column - 1 - len(self._about)].id)
        return (answer.choice if answer is not None else None) or ""

    def _text(self, case: Case, column: int) -> str:
        if column == 0:
            return case.ref
        if column <= len(self._about):
            field = self._about[column - 1]
            return shown(field, dict(case.header.about).get(field.id, "")) or NOTHING
        if self._is_answer(column):
            return LATER if self._is_blind(case) else WORDS.get(self._choice(case, column), NOTHING)
        return self._state(case).words

    def _heading(self, section: int) -> tuple[str, str]:
        if section == 0:
            return "Reference", "The scheme's own reference"
        if section <= len(self._about):
            field = self._about[section - 1]
            return field.label, field.hint or field.label
        if self._is_answer(section):
            question = self._questions[section - 1 - len(self._about)]
            return f"{question.id} {question.short}", f"{question.id} {question.text}"
        return "Review", "How far the review of this file is"

    def _is_answer(self, column: int) -> bool:
        return len(self._about) < column < self.state_column
