"""The rows of the sheet Case files: single cases, only where the inspectors asked; of dates only the month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer
from iomsa.framework.model import Framework
from iomsa.returns.canonical import Value
from iomsa.returns.layout import AGREED, SECOND, SECOND_AGENCY

MONTH = 7
"""Characters of an ISO date that say its month."""


def second_headings(sheet: AnswerSheet) -> frozenset[str]:
    """Return the columns of second reviews that hold anything."""
    return frozenset(heading for case in sheet.cases.values() for heading, value in _second(case) if value)


def case_rows(framework: Framework, sheet: AnswerSheet, second: Sequence[str]) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each case: reference, place on the list, header, answers, the draw, and the second review.

    `second` are the columns of second reviews in their order.
    """
    drawn_from = dict(sheet.draw.people) if sheet.draw else {}
    for case in sheet.cases.values():
        drawn = ("yes" if case.ref in drawn_from else "no") if drawn_from else ""
        start = (case.ref, case.header.position, *_about(framework, case), *_answers(framework, case))
        again = dict(_second(case)) if second else {}
        yield (*start, drawn_from.get(case.ref, ""), drawn, *(again.get(heading, "") for heading in second))


def _about(framework: Framework, case: Case) -> Iterator[Value]:
    about = dict(case.header.about)
    for field in framework.case_review.about:
        value = about.get(field.id, "")
        yield value[:MONTH] if field.kind == "date" else value


def _answers(framework: Framework, case: Case) -> Iterator[Value]:
    for question in framework.case_review.questions:
        yield from _answer(case.answers.get(question.id))


def _second(case: Case) -> Iterator[tuple[str, Value]]:
    if case.second_review:
        yield SECOND_AGENCY, case.second_review.agency
    for part, answers in ((SECOND, case.second), (AGREED, case.agreed)):
        for id, answer in answers.items():
            heading = f"{id}.{part}"
            yield from zip((heading, f"{heading}.reason", f"{heading}.note"), _answer(answer), strict=True)


def _answer(answer: CaseAnswer | None) -> tuple[Value, ...]:
    return (answer.choice, answer.reason, answer.note) if answer else ("", "", "")
