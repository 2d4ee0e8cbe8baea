"""Whose answers a form of case questions takes: the first review's, the second's, or what both agreed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from iomsa.answers.sheet import Case, CaseAnswer
from iomsa.session import edits, second_review
from iomsa.session.changes import Edit
from iomsa.session.second_review import Given
from iomsa_desktop.desk import Desk


class Review:
    """Read and change the answers of one review of one file; this is the first."""

    kind = "case-answer"

    def __init__(self, desk: Desk, ref: str) -> None:
        self.desk, self.ref = desk, ref

    @property
    def name(self) -> str:
        """Return what a person calls this review of this file."""
        return self.ref

    def step(self, question: str) -> str:
        """Name the step of undo in which an answer, its reason or its note is given.

        Never what is given, nor that there is a reason, which only a No has: the menu still holds the name when the
        second reviewer comes, who is to be blind to that.
        """
        return f"{self.name}, {question} answered"

    @property
    def case(self) -> Case | None:
        """Return the file, or None where it left the list."""
        return self.desk.sheet.cases.get(self.ref)

    def answer(self, question: str) -> CaseAnswer:
        """Return the answer to a question; one that is open where there is none."""
        case = self.case
        return (self._answers(case).get(question) if case else None) or CaseAnswer()

    def choose(self, question: str, choice: str | None, reason: str | None) -> tuple[Edit, ...]:
        """Answer a question, or open it again with None; a reason of None stays as it is."""
        return self._edits(question, choice=choice, reason=reason)

    def explain(self, question: str, reason: str, note: str) -> tuple[Edit, ...]:
        """Change reason and note of an answer."""
        return self._edits(question, keep_choice=True, reason=reason, note=note)

    def _edits(self, question: str, **given: Unpack[Given]) -> tuple[Edit, ...]:
        return edits.case_answer(self.desk.sheet, self.ref, question, self.desk.stamp(), **given)

    def _answers(self, case: Case) -> Mapping[str, CaseAnswer]:
        return case.answers


class SecondAnswers(Review):
    """Read and change the answers of the second review; the first ones are never read."""

    kind = "second-answer"

    @property
    def name(self) -> str:
        return f"{self.ref} second review"

    def _edits(self, question: str, **given: Unpack[Given]) -> tuple[Edit, ...]:
        desk = self.desk
        return second_review.second_answer(desk.framework, desk.sheet, self.ref, question, desk.stamp(), **given)

    def _answers(self, case: Case) -> Mapping[str, CaseAnswer]:
        return case.second


class AgreedAnswers(Review):
    """Read and change what both reviewers agreed where they differ."""

    kind = "agreed-answer"

    @property
    def name(self) -> str:
        return f"{self.ref} agreed"

    def _edits(self, question: str, **given: Unpack[Given]) -> tuple[Edit, ...]:
        return second_review.agree(self.desk.sheet, self.ref, question, self.desk.stamp(), **given)

    def _answers(self, case: Case) -> Mapping[str, CaseAnswer]:
        return case.agreed
