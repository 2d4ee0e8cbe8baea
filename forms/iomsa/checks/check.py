"""Everything that stops or questions the return of one period, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iomsa.answers.sheet import AnswerSheet
from iomsa.checks import (
    answers,
    cases,
    drawing,
    followed,
    identifiers,
    notes,
    people,
    predictions,
    profile,
    second_reviews,
    stops,
    values,
)
from iomsa.checks.finding import STOPS, Finding
from iomsa.checks.order import form_order
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard

Rule = Callable[[Framework, AnswerSheet, Scorecard], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    stops.scheme_name,
    stops.period,
    stops.not_applicable,
    stops.moved_without_reason,
    stops.moves,
    values.answers,
    values.profile,
    values.cases,
    values.returned_cases,
    values.moves,
    profile.open_items,
    profile.not_agreed,
    profile.sums,
    profile.fewer_people_than_cases,
    profile.census,
    profile.agreed_before,
    profile.far_dates,
    answers.open_prompts,
    answers.tops_without_evidence,
    answers.bottoms_with_evidence,
    answers.all_at_the_top,
    answers.flagged,
    cases.none,
    cases.not_reviewed,
    cases.no_yes_or_no,
    cases.no_without_reason,
    drawing.never_drawn,
    drawing.added_by_hand,
    drawing.drawn_again,
    drawing.many_replaced,
    second_reviews.too_few,
    second_reviews.not_agreed,
    second_reviews.agency_missing,
    second_reviews.same_agency,
    second_reviews.move_unseen,
    people.follow_up_before_entry,
    people.left_before_entry,
    people.joined_outside,
    people.reoffence_outside_year,
    people.data_to_come,
    people.quarters_missing,
    people.custody_too_long,
    people.seriousness_without_offences,
    followed.reoffence_without_offences,
    followed.offences_without_reoffence,
    followed.custody_throughout,
    followed.not_a_year,
    predictions.unusable,
    predictions.certain,
    predictions.several_tools,
    notes.same_note,
    identifiers.identifiers,
)


def check(framework: Framework, sheet: AnswerSheet, card: Scorecard) -> tuple[Finding, ...]:
    """Return every finding: first what stops a return, then questions, each in the order of the form."""
    place = form_order(framework, sheet)
    found = (finding for rule in RULES for finding in rule(framework, sheet, card))
    return tuple(sorted(found, key=lambda each: (each.weight != STOPS, place(each.address))))


def stopping(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that stop a return."""
    return tuple(each for each in findings if each.weight == STOPS)
