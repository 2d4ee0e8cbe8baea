"""Give back answers and profile from the sheets of a return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from iomsa.answers.sheet import Answer, ProfileValue
from iomsa.answers.values import read_field
from iomsa.framework.find import fields, prompts, standard_of
from iomsa.framework.model import Field, Framework, Prompt
from iomsa.framework.wording import wording_hash
from iomsa.problems import Problem
from iomsa.returns.read import Book
from iomsa.returns.records import Row, rows_of
from iomsa.returns.sheets.answers import choices
from iomsa.returns.take import bad, by_id, is_yes, line, one_of, taken, text
from iomsa.scoring.words import opening


def answers_of(book: Book, framework: Framework, problems: list[Problem]) -> dict[str, Answer]:
    """Return the answers by prompt; a row whose wording differs from ours is named and taken."""
    found = by_id(rows_of(book, "Answers"), "id")
    problems += found.problems
    known = {prompt.id: prompt for prompt in prompts(framework)}
    problems += unknown(found.rows, known)
    answers = {}
    for id, prompt in known.items():
        if id in found.rows:
            row = found.rows[id]
            problems += other_wording(row, prompt.text)
            answer = taken(row, partial(_answer, framework=framework, prompt=prompt), problems)
            if answer is not None and answer._replace(by="", on="") != Answer():
                answers[id] = answer
    return answers


def _answer(row: Row, framework: Framework, prompt: Prompt) -> Answer:
    standard = standard_of(framework, prompt.id)
    allowed = choices(framework, standard, prompt) if standard else {}
    return Answer(
        choice=one_of(row, "code", allowed),
        reason=text(row, "reason_not_applicable"),
        note=text(row, "note"),
        evidence=text(row, "evidence"),
        flag=is_yes(row, "flag"),
        by=text(row, "answered_by"),
        on=line(row, "date"),
    )


def profile_of(book: Book, framework: Framework, problems: list[Problem]) -> dict[str, ProfileValue]:
    """Return the profile by field."""
    found = by_id(rows_of(book, "Profile"), "id")
    problems += found.problems
    known = {field.id: field for field in fields(framework)}
    problems += unknown(found.rows, known)
    values = {}
    for id, field in known.items():
        if id in found.rows:
            value = taken(found.rows[id], partial(_value, field=field), problems)
            if value is not None and value._replace(by="", on="") != ProfileValue():
                values[id] = value
    return values


def _value(row: Row, field: Field) -> ProfileValue:
    typed = read_field(field, row.get("value"))
    if typed.wrong:
        raise bad(row, "value", opening(typed.wrong).rstrip("."))
    not_known = is_yes(row, "not_known")
    return ProfileValue(
        value="" if not_known else typed.value,
        not_known=not_known,
        note=text(row, "note"),
        by=text(row, "answered_by"),
        on=line(row, "date"),
    )


def unknown(rows: Mapping[str, Row], known: Iterable[str]) -> list[Problem]:
    """Name the rows whose id the framework does not have."""
    have = frozenset(known)
    return [
        Problem(
            "return.unknown-id", row.place("id"), f"the criteria have nothing of the id {id!r}; this row was left out."
        )
        for id, row in rows.items()
        if id not in have
    ]


def other_wording(row: Row, wording: str) -> list[Problem]:
    """Name a row that answers another wording than ours."""
    found = row.get("wording_hash")
    if not found or found == wording_hash(wording):
        return []
    return [
        Problem(
            "return.wording",
            row.place("wording_hash"),
            f"{row.get('id')} was answered in another wording than the criteria have here; its answer was taken, "
            "read it again.",
        )
    ]
