"""Build the edits of a second review: whose it is, its answers, and what both agreed where they differ."""

from __future__ import annotations

from typing import TypedDict, Unpack

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import NO, Address, AnswerSheet, Case, CaseAnswer
from iomsa.answers.text import clean_line
from iomsa.framework.find import AGENCY, about_field, label
from iomsa.framework.model import Choice, Field, Framework
from iomsa.problems import Problem, refuse
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp, case_answer

TOGETHER = "together"
"""The choice for a review that both agencies made together, which a second review never is."""


class Given(TypedDict, total=False):
    """Hold what is given of an answer; what is absent stays, but for the choice unless `keep_choice`."""

    choice: str | None
    keep_choice: bool
    reason: str | None
    note: str | None


def agency_field(framework: Framework) -> Field | None:
    """Return the field for the reviewing agency, or None where the framework does not ask."""
    return about_field(framework, AGENCY)


def first_agency(case: Case) -> str:
    """Return the id of the agency that made the first review, or empty."""
    return dict(case.header.about).get(AGENCY, "")


def second_agencies(framework: Framework, case: Case) -> tuple[Choice, ...]:
    """Return the agencies that may make the second review: not the one that made the first, and not both together."""
    field = agency_field(framework)
    taken = (first_agency(case), TOGETHER)
    return () if field is None else tuple(each for each in field.choices if each.id not in taken)


def agency_problem(framework: Framework, case: Case, agency: str) -> Problem | None:
    """Say why an agency may not make the second review of a file; None where it may."""
    field = agency_field(framework)
    if field is None or agency in {each.id for each in second_agencies(framework, case)}:
        return None
    place, choices = f"{case.ref} second review", second_agencies(framework, case)
    others = ", ".join(each.label for each in choices)
    if agency and agency == first_agency(case):
        said = f"The first review was by {label(field.choices, agency)} too. Another agency makes the second: {others}."
        return Problem("second-review.same-agency", place, said)
    return Problem("second-review.agency", place, f"Say which agency makes the second review: {others}.")


def same_agency(case: Case) -> bool:
    """Tell whether one agency made both reviews, as may come about when the first one's is changed later."""
    return case.second_review is not None and bool(agency := first_agency(case)) and case.second_review.agency == agency


def offered_agency(choices: tuple[Choice, ...], typed: str) -> str:
    """Return the choice that an agency typed in free words is, or empty where it is none or could be several."""
    said = clean_line(typed).casefold()
    whole = [each.id for each in choices if said in (each.id.casefold(), each.label.casefold())]
    within = [each.id for each in choices if each.label.casefold() in said]
    found = whole or within
    return found[0] if len(found) == 1 and said else ""


def second_agency(framework: Framework, sheet: AnswerSheet, ref: str, agency: str, stamp: Stamp) -> tuple[Edit, ...]:
    """Say which agency makes the second review; raise Refused for the one that made the first."""
    case = sheet.cases[ref]
    problem = agency_problem(framework, case, agency)
    if problem is not None:
        raise refuse(*problem)
    before = case.second_review
    if before is not None and before.agency == agency:
        return ()
    return (Edit(Address("second-review", ref), before, SecondReview(agency, stamp.by, stamp.on)),)


def second_answer(
    framework: Framework,
    sheet: AnswerSheet,
    ref: str,
    question: str,
    stamp: Stamp,
    **given: Unpack[Given],
) -> tuple[Edit, ...]:
    """Change what is given of one answer of the second review; the first answers are not touched.

    Where the framework asks for no agency, the first answer begins the second review.
    """
    case = sheet.cases[ref]
    begins = case.second_review is None and agency_field(framework) is None
    begun = (Edit(Address("second-review", ref), None, SecondReview("", stamp.by, stamp.on)),) if begins else ()
    edits = case_answer(sheet, ref, question, stamp, kind="second-answer", **given)
    return (*begun, *edits) if edits else ()


def agree(sheet: AnswerSheet, ref: str, question: str, stamp: Stamp, **given: Unpack[Given]) -> tuple[Edit, ...]:
    """Keep what both agreed on one question, which rates from then on; `choice` None takes it back.

    An agreed No begins with the reason of the reviewer who said No, as long as no other is given.
    """
    case = sheet.cases[ref]
    before, choice = case.agreed.get(question), given.get("choice")
    if choice is None and not given.get("keep_choice"):
        return () if before is None else (Edit(Address("agreed-answer", ref, question), before, None),)
    if choice == NO and given.get("reason") is None and (before is None or before.choice != NO):
        said_no = next((a for a in _both(case, question) if a.choice == NO), CaseAnswer())
        given["reason"] = said_no.reason
    elif choice not in (NO, None):
        given["reason"] = ""
    return case_answer(sheet, ref, question, stamp, kind="agreed-answer", **given)


def _both(case: Case, question: str) -> tuple[CaseAnswer, ...]:
    return tuple(each for each in (case.answers.get(question), case.second.get(question)) if each is not None)
