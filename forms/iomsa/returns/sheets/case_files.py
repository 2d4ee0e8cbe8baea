"""The rows of the sheet Case files: single cases, only where the inspectors asked; of dates only the month."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer
from iomsa.framework.model import Framework
from iomsa.returns.canonical import Value

MONTH = 7
"""Characters of an ISO date that say its month."""


def any_twice(sheet: AnswerSheet) -> bool:
    """Tell whether a second review of any file was begun."""
    return any(case.second_review or case.second or case.agreed for case in sheet.cases.values())


def case_rows(framework: Framework, sheet: AnswerSheet, *, twice: bool) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each case: reference, place on the list, header and answers, then the draw.

    With `twice` the second review follows.
    """
    drawn_from = dict(sheet.draw.people) if sheet.draw else {}
    for case in sheet.cases.values():
        drawn = ("yes" if case.ref in drawn_from else "no") if drawn_from else ""
        start = (case.ref, case.header.position, *_about(framework, case), *_answers(framework, case))
        second = _second(framework, case) if twice else ()
        yield (*start, drawn_from.get(case.ref, ""), drawn, *second)


def _about(framework: Framework, case: Case) -> Iterator[Value]:
    about = dict(case.header.about)
    for field in framework.case_review.about:
        value = about.get(field.id, "")
        yield value[:MONTH] if field.kind == "date" else value


def _answers(framework: Framework, case: Case) -> Iterator[Value]:
    for question in framework.case_review.questions:
        yield from _answer(case.answers.get(question.id))


def _second(framework: Framework, case: Case) -> Iterator[Value]:
    yield case.second_review.agency if case.second_review else ""
    for question in framework.case_review.questions:
        yield from _answer(case.second.get(question.id))
        yield from _answer(case.agreed.get(question.id))


def _answer(answer: CaseAnswer | None) -> tuple[Value, ...]:
    return (answer.choice, answer.reason, answer.note) if answer else ("", "", "")
