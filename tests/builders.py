"""Frameworks and answer sheets for every test, so that a test says only what matters to it."""

from __future__ import annotations

import copy
import functools
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from iomsa.answers.period import make_period
from iomsa.answers.sheet import (
    NOT_APPLICABLE,
    NOT_KNOWN,
    Answer,
    AnswerSheet,
    Case,
    CaseAnswer,
    CaseHeader,
    Move,
    ProfileValue,
)
from iomsa.framework.find import counted_standards, fields, questions
from iomsa.framework.load import framework_from_data
from iomsa.framework.model import Framework
from iomsa.framework.shipped import DEFAULT, shipped_data

HERE = Path(__file__).resolve().parent
BY, ON = "Ada Lovelace", "2026-02-03T10:00:00"
PEOPLE = (("Ada Lovelace", "police"), ("Grace Hopper", "probation"))


@functools.cache
def iom_data() -> Mapping[str, Any]:
    """Return the raw data of the criteria that the program carries."""
    return shipped_data(DEFAULT)


@functools.cache
def library_data() -> Mapping[str, Any]:
    """Return the raw data of a small framework that is about something else altogether."""
    return tomllib.loads((HERE / "frameworks" / "village-library.toml").read_text(encoding="utf-8"))


@functools.cache
def iom() -> Framework:
    return framework_from_data(iom_data())


@functools.cache
def library() -> Framework:
    return framework_from_data(library_data())


@functools.cache
def loose() -> Framework:
    """Return the criteria changed so that every prompt may be not applicable."""
    data = copy.deepcopy(dict(iom_data()))
    for standard in data["standards"]:
        for question in standard["questions"]:
            for prompt in question.get("prompts", ()):
                prompt["not_applicable"] = True
    return framework_from_data(data)


def blank(framework: Framework, name: str = "2025-26") -> AnswerSheet:
    """Return a sheet in which everything is open but the name of the scheme."""
    profile = {framework.roles.scheme_name: ProfileValue("Northmoor", by=BY, on=ON)}
    return AnswerSheet(make_period(name, framework.ref), profile=profile)


def full(
    framework: Framework, level: int = 2, *, cases: int = 10, sufficient: int = 7, name: str = "2025-26"
) -> AnswerSheet:
    """Return a sheet without anything open: each prompt at one level, and the same count of yes in each question."""
    counted = counted_standards(framework)
    sheet = with_answers(blank(framework, name), {p.id: level for each in counted for p in each.prompts})
    rated = (each.case_question for each in questions(framework) if each.case_question)
    sheet = with_cases(framework, sheet, dict.fromkeys(rated, (sufficient, cases)), listed=cases)
    unknown = {field.id: NOT_KNOWN for field in fields(framework)}
    return with_profile(sheet, unknown | {framework.roles.scheme_name: "Northmoor"})


def with_answers(sheet: AnswerSheet, answers: Mapping[str, int | str | None]) -> AnswerSheet:
    """Answer prompts: points, "not-known", "not-applicable" (without a reason), "out" (with one), None to open."""
    changed = {**sheet.answers, **{id: _answer(given) for id, given in answers.items()}}
    return sheet._replace(answers={id: answer for id, answer in changed.items() if answer is not None})


def _answer(given: int | str | None) -> Answer | None:
    if given is None:
        return None
    if given == "out":
        return Answer(NOT_APPLICABLE, reason="There is none here.", by=BY, on=ON)
    return Answer(str(given), by=BY, on=ON)


def with_cases(
    framework: Framework, sheet: AnswerSheet, shares: Mapping[str, tuple[int, int]], *, listed: int = 0
) -> AnswerSheet:
    """Put reviewed cases on the list: for each case question (sufficient, n); all else is not applicable.

    The list is as long as the largest n, or `listed`. Cases that stood on it are gone.
    """
    ids = [each.id for each in framework.case_review.questions]
    length = max([listed, *(n for _, n in shares.values())])
    cases = {}
    for place in range(length):
        answers = {id: CaseAnswer(_choice(place, *shares.get(id, (0, 0))), by=BY, on=ON) for id in ids}
        ref = f"N-{place + 1:03}"
        cases[ref] = Case(ref, CaseHeader((), place + 1, BY, ON), answers)
    return sheet._replace(cases=cases, returned_cases=None)


def _choice(place: int, sufficient: int, n: int) -> str:
    return NOT_APPLICABLE if place >= n else "yes" if place < sufficient else "no"


def with_open_case(framework: Framework, sheet: AnswerSheet, ref: str = "N-900") -> AnswerSheet:
    """Add a case that nobody has looked at yet."""
    position = 1 + max((case.header.position for case in sheet.cases.values()), default=0)
    return sheet._replace(cases={**sheet.cases, ref: Case(ref, CaseHeader((), position, BY, ON), {})})


def with_move(
    sheet: AnswerSheet,
    id: str,
    to: str,
    by: Iterable[tuple[str, str]] = PEOPLE,
    reason: str = "Both services saw the files.",
) -> AnswerSheet:
    """Move one rating by hand, allowed or not."""
    return sheet._replace(moves={**sheet.moves, id: Move(to, reason, tuple(by), "2026-02-03")})


def with_profile(sheet: AnswerSheet, values: Mapping[str, str]) -> AnswerSheet:
    """Fill profile fields with canonical text, or "not-known"."""
    given = {
        id: ProfileValue("", not_known=True, by=BY, on=ON) if text == NOT_KNOWN else ProfileValue(text, by=BY, on=ON)
        for id, text in values.items()
    }
    return sheet._replace(profile={**sheet.profile, **given})
