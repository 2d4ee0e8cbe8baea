"""What second reviews leave open: too few of them, differences that nobody settled, and who made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.checks.finding import CONTRADICTION, OPEN, QUESTION, QUESTIONS, Finding
from iomsa.framework.find import AGENCY, about_field, label
from iomsa.framework.model import Framework
from iomsa.outcomes.reviewed_twice import (
    COMPARED,
    DIFFERS,
    STARTED,
    TO_COME,
    decided,
    differences,
    state,
    to_be_reviewed_twice,
)
from iomsa.scoring.card import Scorecard
from iomsa.scoring.tally import second_reviews_known
from iomsa.scoring.words import NAMED, counted, listed


def too_few(framework: Framework, sheet: AnswerSheet, _: Scorecard, order: Sequence[str] = ()) -> Iterator[Finding]:
    """Ask for the files that are to be reviewed twice and are not, once a first review has begun.

    `order` saves working out `reviewed_twice.in_order` again.
    """
    cases = sheet.cases.values()
    if not second_reviews_known(cases) or not any(case.answers for case in cases):
        return
    asked = _asked(framework)
    states = {ref: state(asked, sheet.cases[ref]) for ref in to_be_reviewed_twice(sheet.cases, sheet.draw, order)}
    left = next((ref for ref, each in states.items() if each in (STARTED, TO_COME)), "")
    if left:
        done = sum(each in COMPARED for each in states.values())
        sentence = (
            f"{done} of {counted(len(states), 'file')} wanted are reviewed twice; have this one reviewed again by "
            "somebody of the other agency, who has not seen the first answers."
        )
        yield Finding(
            "too-few-reviewed-twice", QUESTIONS, OPEN, Address("second-review", left), f"case {left}", sentence
        )


def not_agreed(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for an answer where two complete reviews differ and nothing is agreed; until then the first answer rates."""
    asked = _asked(framework)
    for ref, case in sheet.cases.items():
        if case.second_review is not None and state(asked, case) == DIFFERS:
            ids = [id for id in differences(asked, case) if not decided(case, id)]
            named = listed(ids) if len(ids) <= NAMED else f"{len(ids)} questions, {ids[0]} the first"
            sentence = (
                f"The two reviews differ on {named}, and nothing is agreed; agree on an answer. Until then the first "
                "one counts."
            )
            address = Address("agreed-answer", ref, ids[0])
            yield Finding("reviews-differ", QUESTIONS, CONTRADICTION, address, f"case {ref}", sentence)


def agency_missing(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask which agency made the first or the second review of a file that is reviewed twice."""
    if about_field(framework, AGENCY) is None:
        return
    for ref, case in sheet.cases.items():
        begun = case.second_review is not None or any(each.choice for each in case.second.values())
        first = dict(case.header.about).get(AGENCY, "")
        second = case.second_review.agency if case.second_review is not None else ""
        if begun and not (first and second):
            which = "first" if not first else "second"
            address = Address("case" if not first else "second-review", ref)
            sentence = (
                f"This file is reviewed twice, and it is not said which agency made the {which} review; say it, as the "
                "two are to be from different agencies."
            )
            yield Finding("reviewing-agency-missing", QUESTIONS, QUESTION, address, f"case {ref}", sentence)


def same_agency(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about a second review by the agency that made the first."""
    field = about_field(framework, AGENCY)
    for ref, case in sheet.cases.items():
        first = dict(case.header.about).get(AGENCY, "")
        if field is not None and case.second_review is not None and first == case.second_review.agency != "":
            sentence = (
                f"{label(field.choices, first)} made both reviews of this file; a second review is to be by the other "
                "agency."
            )
            address = Address("second-review", ref)
            yield Finding("same-reviewing-agency", QUESTIONS, QUESTION, address, f"case {ref}", sentence)


def move_unseen(_: Framework, sheet: AnswerSheet, card: Scorecard) -> Iterator[Finding]:
    """Say of a move up that stands from a return that its second reviews can't be seen."""
    for score in card.standards:
        moved = score.rated.moved
        if score.rated.id in sheet.moves and moved is not None and moved.unseen:
            id = score.rated.id
            yield Finding("move-not-seen", QUESTIONS, QUESTION, Address("move", id), id, moved.unseen)


def _asked(framework: Framework) -> tuple[str, ...]:
    return tuple(each.id for each in framework.case_review.questions)
