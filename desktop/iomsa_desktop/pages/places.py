"""Where on the screen a record of the answer sheet is given, and what a person calls it."""

from __future__ import annotations

from iomsa.answers.sheet import Address
from iomsa.framework import find
from iomsa.framework.model import Framework
from iomsa_desktop.desk import AGREE, CASE, CASES, OUTCOMES, OVERVIEW, PEOPLE, PERSON, PROFILE, SECOND, STANDARD, Place

_OF_CASE = {
    "case": CASE,
    "case-answer": CASE,
    "second-review": SECOND,
    "second-answer": SECOND,
    "agreed-answer": AGREE,
}
_OF_PEOPLE = ("person", "quarter", "follow-up")
_OF_OUTCOMES = ("unit-costs", "benchmark", "figures")


def place_of(framework: Framework, address: Address) -> Place:
    """Return the page and the field that lead to a record; the overview where the framework has no such thing."""
    match address.kind:
        case "answer" | "move":
            standard = find.standard_of(framework, address.key)
            return Place(OVERVIEW) if standard is None else Place(STANDARD, standard.id, address.key)
        case "profile":
            return Place(PROFILE, "", address.key)
        case kind if kind in _OF_CASE and address.key:
            return Place(_OF_CASE[kind], address.key, address.part)
        case "case" | "returned-cases" | "draw" | "replaced":
            return Place(CASES)
        case kind if kind in (*_OF_PEOPLE, *_OF_OUTCOMES):
            return _outcomes_place(address)
    return Place(OVERVIEW)


def group_of(framework: Framework, address: Address) -> str:
    """Return the part of the task list that a record belongs to, in words: a standard, the profile, the case files."""
    match address.kind:
        case "answer" | "move":
            standard = find.standard_of(framework, address.key)
            return "" if standard is None else f"Standard {standard.id}"
        case "profile":
            return "Scheme profile"
        case kind if kind in (*_OF_CASE, "returned-cases", "draw", "replaced"):
            return "Case review"
        case kind if kind in _OF_PEOPLE:
            return "The people who joined"
        case kind if kind in _OF_OUTCOMES:
            return "Outcomes"
    return ""


def _outcomes_place(address: Address) -> Place:
    if address.kind in _OF_OUTCOMES:
        return Place(OUTCOMES, "", address.kind)
    if address.kind == "person" and address.key:
        return Place(PERSON, address.key)
    return Place(PEOPLE, "", "data_to" if address.kind == "follow-up" else address.key)
