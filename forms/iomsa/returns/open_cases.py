"""Give back the case review from a return: single cases where they are in it, else the counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import (
    CASE_CHOICES,
    LONGEST_REFERENCE,
    Case,
    CaseAnswer,
    CaseHeader,
    Counts,
    ReturnedCases,
)
from iomsa.answers.text import clean_line
from iomsa.answers.values import read_field
from iomsa.framework.model import CaseQuestion, Field, Framework
from iomsa.problems import Problem
from iomsa.returns.layout import AGREED, SECOND, SECOND_AGENCY
from iomsa.returns.open_answers import other_wording, unknown
from iomsa.returns.read import Book
from iomsa.returns.records import Row, rows_of
from iomsa.returns.sheets.case_files import MONTH
from iomsa.returns.take import bad, by_id, is_yes, line, one_of, taken, text, whole
from iomsa.scoring.words import opening

_CHOICES = dict.fromkeys(CASE_CHOICES, "")


class File(NamedTuple):
    """Hold a case and the stratum that it was drawn from, None where it was not drawn, or nobody says so."""

    case: Case
    stratum: str | None


def files_of(book: Book, framework: Framework, problems: list[Problem]) -> tuple[File, ...]:
    """Return the single cases in the order of the list, each with the stratum that it was drawn from."""
    found = by_id(rows_of(book, "Case files"), "reference")
    problems += found.problems
    files = [taken(row, partial(_file, framework=framework), problems) for row in found.rows.values()]
    return tuple(sorted((file for file in files if file is not None), key=lambda file: file.case.header.position))


def _file(row: Row, framework: Framework) -> File:
    return File(_case(row, framework), line(row, "stratum") if is_yes(row, "drawn") else None)


def _case(row: Row, framework: Framework) -> Case:
    about = ((field.id, _header(row, field)) for field in framework.case_review.about)
    header = CaseHeader(tuple(sorted((id, value) for id, value in about if value)), whole(row, "position"))
    first, second, agreed = (_answers(row, framework, part) for part in ("", f".{SECOND}", f".{AGREED}"))
    agency = line(row, SECOND_AGENCY)
    if len(agency) > LONGEST_REFERENCE:
        raise bad(row, SECOND_AGENCY, "an agency")
    return Case(line(row, "reference"), header, first, SecondReview(agency) if agency else None, second, agreed)


def _header(row: Row, field: Field) -> str:
    heading = f"about.{field.id}"
    typed = row.get(heading)
    if field.kind == "date" and len(typed) == MONTH:
        typed = f"{typed}-01"
    value = read_field(field, typed)
    if value.wrong:
        raise bad(row, heading, opening(value.wrong).rstrip("."))
    return value.value


def _answers(row: Row, framework: Framework, part: str) -> dict[str, CaseAnswer]:
    reasons = {reason.id: reason.label for reason in framework.case_review.reasons}
    found = {
        question.id: CaseAnswer(
            one_of(row, f"{question.id}{part}", _CHOICES),
            one_of(row, f"{question.id}{part}.reason", reasons) or "",
            text(row, f"{question.id}{part}.note"),
        )
        for question in framework.case_review.questions
    }
    return {id: answer for id, answer in found.items() if answer != CaseAnswer()}


def returned_of(book: Book, framework: Framework, problems: list[Problem]) -> ReturnedCases | None:
    """Return the counts for each case question over all cases and by stratum, or None where no case was on the list."""
    found = by_id(rows_of(book, "Cases"), "id")
    problems += found.problems
    known = {question.id: question for question in framework.case_review.questions}
    rows: dict[str, dict[str, Row]] = {"": {}}
    for id, row in found.rows.items():
        question, _, stratum = id.partition("/")
        rows.setdefault(stratum, {})[question] = row
    problems += unknown(
        {id: row for id, row in found.rows.items() if id.partition("/")[0] not in known},
        (),
    )
    listed, reviewed, counts = _of_stratum(rows.pop(""), known, problems)
    strata = ((clean_line(name), *_of_stratum(of, known, problems)) for name, of in rows.items())
    return ReturnedCases(listed, reviewed, counts, tuple(strata)) if listed else None


def _of_stratum(
    rows: Mapping[str, Row], known: Mapping[str, CaseQuestion], problems: list[Problem]
) -> tuple[int, int, tuple[tuple[str, Counts], ...]]:
    counts, listed, reviewed = [], 0, 0
    for id, question in known.items():
        if id in rows:
            problems += other_wording(rows[id], question.text)
            read = taken(rows[id], _counts, problems)
            if read is not None:
                listed, reviewed = max(listed, read[0]), max(reviewed, read[1])
                counts.append((id, read[2]))
    return listed, reviewed, tuple(counts)


def _counts(row: Row) -> tuple[int, int, Counts]:
    listed, reviewed = whole(row, "drawn"), whole(row, "reviewed")
    counts = Counts(whole(row, "yes"), whole(row, "no"), whole(row, "not_applicable"))
    if sum(counts) > listed:
        raise bad(row, "drawn", f"at least {sum(counts)}, as many as were answered")
    if reviewed > listed:
        raise bad(row, "reviewed", f"at most {listed}, as many as were drawn")
    return listed, reviewed, counts
