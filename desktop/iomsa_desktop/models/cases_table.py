"""The files of the case review as a table: what each is, its summary answers in one stage, how far it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES, Case
from iomsa.answers.values import shown
from iomsa.framework.model import CaseQuestion, Field, Framework, Stage
from iomsa_desktop.kit.flat_table import SIGN, WEIGHT
from iomsa_desktop.kit.index import ROOT, Index
from iomsa_desktop.kit.tick import CROSS, TICK
from iomsa_desktop.look import STRONG

TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)

ABOUT = 3
"""So many fields of a case's header stand in the table."""
WORDS = {YES: "Yes", NO: "No", NOT_APPLICABLE: "Not applicable"}
SIGNS = {YES: TICK, NO: CROSS}
NOTHING = "–"


class Row(NamedTuple):
    """Hold what the table says of one file; `answered` counts its questions."""

    ref: str
    about: tuple[str, ...]
    choices: tuple[str | None, ...]
    answered: int
    state: str


def summary_questions(framework: Framework, stage: Stage) -> tuple[CaseQuestion, ...]:
    """Return the summary questions of a stage in order."""
    return tuple(each for each in framework.case_review.questions if each.summary and each.stage == stage.id)


def state_of(framework: Framework, case: Case) -> tuple[int, str]:
    """Count the answered questions of a case, and say how far it is."""
    of = len(framework.case_review.questions)
    answers = case.answers
    done = sum(
        (answer := answers.get(each.id)) is not None and answer.choice is not None
        for each in framework.case_review.questions
    )
    return done, "Reviewed" if done == of else f"Started, {done} of {of}" if done else "Not started"


class CasesModel(QAbstractTableModel):
    """Show files in the order in which they were entered, or sorted by one column."""

    def __init__(self, framework: Framework, parent: QObject) -> None:
        super().__init__(parent)
        self._framework = framework
        self._about: tuple[Field, ...] = framework.case_review.about[:ABOUT]
        self._questions: tuple[CaseQuestion, ...] = ()
        self._cases: Mapping[str, Case] = {}
        self._rows: list[Row] = []
        self._states: dict[str, tuple[Case, int, str]] = {}
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show_cases(self, cases: Mapping[str, Case], stage: Stage) -> None:
        """Show the files, with the summary answers of one stage."""
        self.beginResetModel()
        self._cases = cases
        self._questions = summary_questions(self._framework, stage)
        self._rows = [self._row(case) for case in cases.values()]
        self._sort()
        self.endResetModel()

    def ref(self, row: int) -> str:
        """Return the reference of the file in a row, or empty."""
        return self._rows[row].ref if 0 <= row < len(self._rows) else ""

    def row_of(self, ref: str) -> int:
        """Return the row of a file, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.ref == ref), -1)

    @property
    def reviewed(self) -> int:
        """Count the files whose review is complete."""
        of = len(self._framework.case_review.questions)
        return sum(row.answered == of for row in self._rows)

    @property
    def state_column(self) -> int:
        """Return the last column: how far the review of a file is."""
        return 1 + len(self._about) + len(self._questions)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

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
        row, column = self._rows[index.row()], index.column()
        if role in TEXT_ROLES:
            return self._text(row, column)
        if role == SIGN and self._is_answer(column):
            return SIGNS.get(row.choices[column - 1 - len(self._about)] or "")
        if role == WEIGHT:
            return STRONG if column == 0 else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order in which the files were entered."""
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.ref(index.row())) for index in self.persistentIndexList()]
        self._sorted = column, order
        self._sort()
        for index, ref in kept:
            self.changePersistentIndex(index, self.index(self.row_of(ref), index.column()))
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, order = self._sorted
        places = {ref: place for place, ref in enumerate(self._cases)}
        self._rows.sort(key=lambda row: places[row.ref])
        if 0 <= column <= self.state_column:
            self._rows.sort(key=lambda row: self._key(row, column), reverse=order == Qt.SortOrder.DescendingOrder)

    def _key(self, row: Row, column: int) -> list[tuple[int, str]]:
        if column == self.state_column:
            return [(row.answered, "")]
        parts = re.split(r"(\d+)", self._text(row, column).casefold())
        return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]

    def _row(self, case: Case) -> Row:
        about = dict(case.header.about)
        answered, state = self._state(case)
        choices = (case.answers.get(each.id) for each in self._questions)
        return Row(
            case.ref,
            tuple(shown(field, about.get(field.id, "")) for field in self._about),
            tuple(None if answer is None else answer.choice for answer in choices),
            answered,
            state,
        )

    def _state(self, case: Case) -> tuple[int, str]:
        known = self._states.get(case.ref)
        if known is None or known[0] is not case:
            known = self._states[case.ref] = (case, *state_of(self._framework, case))
        return known[1:]

    def _text(self, row: Row, column: int) -> str:
        if column == 0:
            return row.ref
        if column <= len(self._about):
            return row.about[column - 1] or NOTHING
        if self._is_answer(column):
            return WORDS.get(row.choices[column - 1 - len(self._about)] or "", NOTHING)
        return row.state

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
