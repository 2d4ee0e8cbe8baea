"""Values that no screen would take: unknown ids, choices off the list, profile values of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from operator import attrgetter

from iomsa.answers.sheet import CASE_CHOICES, NOT_APPLICABLE, NOT_KNOWN, Address, Answer, AnswerSheet, Case, CaseAnswer
from iomsa.answers.text import too_long
from iomsa.answers.values import read_field
from iomsa.checks.finding import CONTRADICTION, STOPS, Finding
from iomsa.framework.find import fields, scale
from iomsa.framework.model import Field, Framework, Prompt
from iomsa.scoring.card import Scorecard

_WITHOUT_NOTE = attrgetter("choice", "reason", "note")
TOO_LONG = "This text is longer than a cell of the return can hold; 32,000 characters are the most. Shorten it."


def answers(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop answers to prompts that are not there, or that no scale holds."""
    allowed = {
        prompt.id: (prompt, [level.code for level in scale(framework, standard.scale).levels])
        for standard in framework.standards
        for prompt in standard.prompts
    }
    for id, answer in sheet.answers.items():
        known = allowed.get(id)
        wrong = _unknown("prompt") if known is None else _answer(answer, *known)
        if wrong:
            yield _invalid(Address("answer", id), id, wrong)


def profile(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop profile values that do not read by the kind of their field."""
    known = {field.id: field for field in fields(framework)}
    for id, value in sheet.profile.items():
        wrong = _field(known.get(id), value.value)
        if wrong:
            yield _invalid(Address("profile", id), id, wrong)


def cases(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop case headers and case answers that the form does not offer."""
    about = {field.id: field for field in framework.case_review.about}
    questions = {each.id for each in framework.case_review.questions}
    reasons = {"", *(each.id for each in framework.case_review.reasons)}
    # Hundreds of headers hold the same few values: each is read once.
    read: dict[tuple[str, str], str] = {}
    offered = {(choice, reason, "") for choice in (None, *CASE_CHOICES) for reason in reasons}
    for ref, case in sheet.cases.items():
        for pair in case.header.about:
            if pair not in read:
                read[pair] = _field(about.get(pair[0]), pair[1])
            if read[pair]:
                yield _invalid(Address("case", ref), f"case {ref}, {pair[0]}", read[pair])
        for kind, given in _given(case):
            if offered.issuperset(map(_WITHOUT_NOTE, given.values())) and questions.issuperset(given):
                # Nearly every file: no code of ours walks its answers.
                continue
            for id, answer in given.items():
                wrong = _unknown("case question") if id not in questions else _case_answer(answer, reasons)
                if wrong:
                    yield _invalid(Address(kind, ref, id), f"case {ref}, {id}", wrong)


def returned_cases(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop counts for case questions that are not there."""
    if sheet.returned_cases is None:
        return
    known = {each.id for each in framework.case_review.questions}
    for id, _counts in sheet.returned_cases.counts:
        if id not in known:
            yield _invalid(Address("returned-cases"), id, _unknown("case question"))


def moves(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop moves to ratings that are not there."""
    ratings = {each.id for each in framework.ratings}
    for id, move in sheet.moves.items():
        if move.to not in ratings:
            yield _invalid(Address("move", id), id, f"{move.to!r} is no rating; take the move back.")


def _given(case: Case) -> tuple[tuple[str, Mapping[str, CaseAnswer]], ...]:
    return (("case-answer", case.answers), ("second-answer", case.second), ("agreed-answer", case.agreed))


def _answer(answer: Answer, prompt: Prompt, codes: list[str]) -> str:
    if answer.choice == NOT_APPLICABLE and not prompt.not_applicable:
        return "Not applicable is not an answer here; choose another."
    if answer.choice not in (None, NOT_KNOWN, NOT_APPLICABLE, *codes):
        return f"{answer.choice!r} is no level of the scale; choose one of {', '.join(codes)} or not known."
    if any(too_long(text) for text in (answer.reason, answer.note, answer.evidence)):
        return TOO_LONG
    return ""


def _case_answer(answer: CaseAnswer, reasons: Set[str]) -> str:
    if answer.choice is not None and answer.choice not in CASE_CHOICES:
        return f"{answer.choice!r} is no answer; choose yes, no or not applicable."
    if answer.reason not in reasons:
        return f"{answer.reason!r} is no reason on the list; choose one."
    return TOO_LONG if too_long(answer.note) else ""


def _field(field: Field | None, text: str) -> str:
    if field is None:
        return _unknown("field")
    read = read_field(field, text)
    if read.wrong:
        return f"{text[:40]!r} can't be read. {read.wrong}"
    return "" if read.value == text else f"{text[:40]!r} should be written {read.value[:40]!r}; type it again."


def _unknown(kind: str) -> str:
    return f"These criteria have no {kind} of this name; it can't go into the return. Take it out."


def _invalid(address: Address, place: str, sentence: str) -> Finding:
    return Finding("invalid-value", STOPS, CONTRADICTION, address, place, sentence)
