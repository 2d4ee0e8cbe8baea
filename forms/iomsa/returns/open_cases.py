"""Give back the case review from a return: single cases where they are in it, else the counts."""

from __future__ import annotations

from functools import partial

from iomsa.answers.sheet import CASE_CHOICES, Case, CaseAnswer, CaseHeader, Counts, ReturnedCases
from iomsa.answers.values import read_field
from iomsa.framework.model import Field, Framework
from iomsa.problems import Problem
from iomsa.returns.open_answers import other_wording, unknown
from iomsa.returns.read import Book
from iomsa.returns.records import Row, rows_of
from iomsa.returns.sheets.cases import ALL, MONTH
from iomsa.returns.take import bad, by_id, line, one_of, taken, text, whole
from iomsa.scoring.words import opening

_CHOICES = dict.fromkeys(CASE_CHOICES, "")


def cases_of(book: Book, framework: Framework, problems: list[Problem]) -> dict[str, Case]:
    """Return the single cases by reference, in the order of the list."""
    found = by_id(rows_of(book, "Case files"), "reference")
    problems += found.problems
    cases = [taken(row, partial(_case, framework=framework), problems) for row in found.rows.values()]
    whole_cases = [case for case in cases if case is not None]
    return {case.ref: case for case in sorted(whole_cases, key=lambda case: case.header.position)}


def _case(row: Row, framework: Framework) -> Case:
    about = ((field.id, _header(row, field)) for field in framework.case_review.about)
    header = CaseHeader(tuple(sorted((id, value) for id, value in about if value)), whole(row, "position"))
    answers = {question.id: _answer(row, question.id, framework) for question in framework.case_review.questions}
    given = {id: answer for id, answer in answers.items() if answer != CaseAnswer()}
    return Case(line(row, "reference"), header, given)


def _header(row: Row, field: Field) -> str:
    heading = f"about.{field.id}"
    typed = row.get(heading)
    if field.kind == "date" and len(typed) == MONTH:
        typed = f"{typed}-01"
    value = read_field(field, typed)
    if value.wrong:
        raise bad(row, heading, opening(value.wrong).rstrip("."))
    return value.value


def _answer(row: Row, id: str, framework: Framework) -> CaseAnswer:
    reasons = {reason.id: reason.label for reason in framework.case_review.reasons}
    return CaseAnswer(one_of(row, id, _CHOICES), one_of(row, f"{id}.reason", reasons) or "", text(row, f"{id}.note"))


def returned_of(book: Book, framework: Framework, problems: list[Problem]) -> ReturnedCases | None:
    """Return the counts for each case question over all cases, or None where no case was on the list."""
    found = by_id((row for row in rows_of(book, "Cases") if row.get("stratum") in ("", ALL)), "id")
    problems += found.problems
    known = {question.id: question for question in framework.case_review.questions}
    problems += unknown(found.rows, known)
    counts, listed, reviewed = [], 0, 0
    for id, question in known.items():
        if id in found.rows:
            row = found.rows[id]
            problems += other_wording(row, question.text)
            read = taken(row, _counts, problems)
            if read is not None:
                listed, reviewed = max(listed, read[0]), max(reviewed, read[1])
                counts.append((id, read[2]))
    return ReturnedCases(listed, reviewed, tuple(counts)) if listed else None


def _counts(row: Row) -> tuple[int, int, Counts]:
    listed, reviewed = whole(row, "drawn"), whole(row, "reviewed")
    counts = Counts(whole(row, "yes"), whole(row, "no"), whole(row, "not_applicable"))
    if sum(counts) > listed:
        raise bad(row, "drawn", f"at least {sum(counts)}, as many as were answered")
    if reviewed > listed:
        raise bad(row, "reviewed", f"at most {listed}, as many as were drawn")
    return listed, reviewed, counts
