"""The order of the form: profile, prompts that rate, case review, the scheme's own check, people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.framework.find import fields
from iomsa.framework.model import Framework, Standard

Place = tuple[int, int, int]
DRAWN = ("draw", "replaced")
OF_A_CASE = ("case", "case-answer", "second-review", "second-answer", "agreed-answer", "returned-cases")
OF_PEOPLE = ("follow-up", "person", "quarter", "unit-costs", "benchmark", "figures")


def form_order(framework: Framework, sheet: AnswerSheet) -> Callable[[Address], Place]:
    """Return a key that sorts addresses as a person meets them; what the form does not know comes last."""
    slots = {address: n for n, address in enumerate(_walk(framework))}
    refs = {ref: n for n, ref in enumerate(sheet.cases, start=1)}
    questions = {each.id: n for n, each in enumerate(framework.case_review.questions, start=1)}
    people = {ref: n for n, ref in enumerate(sheet.people, start=1)}
    review = slots[Address("case")]

    def place(address: Address) -> Place:
        if address.kind in DRAWN:
            return review, 0, 0
        if address.kind in OF_A_CASE:
            part = questions.get(address.part, len(questions) + 1) if address.part else 0
            return review, refs.get(address.key, 0), part
        if address.kind in OF_PEOPLE:
            return len(slots), OF_PEOPLE.index(address.kind), people.get(address.key, 0)
        return slots.get(address, len(slots) + 1), 0, 0

    return place


def _walk(framework: Framework) -> Iterator[Address]:
    yield Address("period")
    for field in fields(framework):
        yield Address("profile", field.id)
    for standard in framework.standards:
        if standard.rule == "mean":
            yield from _of_standard(standard)
    yield Address("case")
    for standard in framework.standards:
        if standard.rule != "mean":
            yield from _of_standard(standard)


def _of_standard(standard: Standard) -> Iterator[Address]:
    yield Address("move", standard.id)
    for question in standard.questions:
        yield Address("move", question.id)
        for prompt in question.prompts:
            yield Address("answer", prompt.id)
