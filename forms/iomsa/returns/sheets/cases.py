"""The rows of the sheets Cases and Case files: counts for each case question, and single cases where asked for."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer
from iomsa.framework.model import Framework
from iomsa.framework.wording import wording_hash
from iomsa.returns.canonical import Value
from iomsa.returns.table import number
from iomsa.scoring.tally import Tally

ALL = "all"
MONTH = 7
"""Characters of an ISO date that say its month."""


def count_rows(framework: Framework, found: Tally, people: str) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each case question, over all cases; `people` is how many are on the scheme, or empty."""
    for question in framework.case_review.questions:
        counts = found.of(question.id)
        yield (
            question.id,
            ALL,
            number(people),
            found.listed,
            found.reviewed,
            question.text,
            *counts,
            counts.yes + counts.no,
            wording_hash(question.text),
        )


def case_rows(framework: Framework, sheet: AnswerSheet) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each case: reference, place on the list, header and answers; of dates only the month."""
    for case in sheet.cases.values():
        yield (case.ref, case.header.position, *_about(framework, case), *_answers(framework, case))


def _about(framework: Framework, case: Case) -> Iterator[Value]:
    about = dict(case.header.about)
    for field in framework.case_review.about:
        value = about.get(field.id, "")
        yield value[:MONTH] if field.kind == "date" else value


def _answers(framework: Framework, case: Case) -> Iterator[Value]:
    for question in framework.case_review.questions:
        answer = case.answers.get(question.id, CaseAnswer())
        yield from (answer.choice, answer.reason, answer.note)
