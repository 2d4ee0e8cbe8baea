"""Texts that may point to a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from iomsa.answers.period import is_date
from iomsa.answers.privacy import like_a_name, look_for_personal
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.checks.finding import QUESTION, QUESTIONS, Finding
from iomsa.framework.find import fields, item_of_field
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard

Text: TypeAlias = tuple[Address, str, str]
"""A text with its record and what a person calls that."""
REFERENCES = frozenset(("case", "draw", "person", "replaced"))
"""What stands under references that the scheme invented."""


def of_form(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about text under prompts, fields and moves that looks like something that identifies a person."""
    return _looked_at(sheet, _of_form(framework, sheet))


def of_files(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about references of files and notes in them that look like something that identifies a person."""
    return _looked_at(sheet, _of_files(sheet))


def of_draw(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about the list that was drawn from, and about files that were replaced, in the same way."""
    return _looked_at(sheet, _of_draw(sheet))


def of_people(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about references of people and why they left, in the same way."""
    people = sheet.people.items()
    return _looked_at(
        sheet, ((Address("person", ref), f"person {ref}", f"{ref}\n{p.left_reason}") for ref, p in people)
    )


def _looked_at(sheet: AnswerSheet, texts: Iterable[Text]) -> Iterator[Finding]:
    year = int(sheet.period.end[:4]) if is_date(sheet.period.end) else 0
    for address, place, text in texts:
        kinds = dict.fromkeys(hint.what for hint in look_for_personal(text, year))
        if address.kind in REFERENCES and any(map(like_a_name, (address.key or text).split("\n"))):
            kinds["a name"] = None
        if kinds:
            sentence = (
                f"This text holds what looks like {' and '.join(kinds)}; if it can identify a person, take it out."
            )
            yield Finding("looks-like-identifier", QUESTIONS, QUESTION, address, place, sentence)


def _of_form(framework: Framework, sheet: AnswerSheet) -> Iterator[Text]:
    for id, answer in sheet.answers.items():
        text = f"{answer.reason}\n{answer.note}\n{answer.evidence}"
        yield Address("answer", id), id, text
    for field in fields(framework):
        value = sheet.profile.get(field.id)
        if value is not None:
            item = item_of_field(framework, field.id)
            typed = value.value if field.kind in ("text", "long-text") else ""
            yield Address("profile", field.id), item.label if item else field.id, f"{typed}\n{value.note}"
    for id, move in sheet.moves.items():
        yield Address("move", id), id, move.reason


def _of_files(sheet: AnswerSheet) -> Iterator[Text]:
    for ref, case in sheet.cases.items():
        yield Address("case", ref), f"case {ref}", ref
        parts = (("case-answer", case.answers), ("second-answer", case.second), ("agreed-answer", case.agreed))
        for kind, answers in parts:
            for id, given in answers.items():
                if given.note:
                    yield Address(kind, ref, id), f"case {ref}, {id}", given.note


def _of_draw(sheet: AnswerSheet) -> Iterator[Text]:
    if sheet.draw is not None:
        waiting = (ref for ref, _ in sheet.draw.people if ref not in sheet.cases and ref not in sheet.replaced)
        yield Address("draw"), "Case review", "\n".join(waiting)
    for ref, replaced in sheet.replaced.items():
        yield Address("replaced", ref), f"case {ref}", f"{ref}\n{replaced.reason}"
