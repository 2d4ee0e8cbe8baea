"""Everything that stops or questions the return of one period, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from iomsa.answers.people import Person
from iomsa.answers.sheet import Address, AnswerSheet, Case
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
from iomsa.checks.order import OF_A_CASE, Place, form_order
from iomsa.checks.records import Block, Row, block, by_record, together
from iomsa.framework.model import Framework
from iomsa.outcomes.reviewed_twice import blind_files, in_order
from iomsa.scoring.card import Scorecard

Rule = Callable[[Framework, AnswerSheet, Scorecard], Iterator[Finding]]
Rules = frozenset[Rule]

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
    cases.returned_not_reviewed,
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
    identifiers.of_form,
    identifiers.of_files,
    identifiers.of_draw,
    identifiers.of_people,
)
OF_LIST: Rules = frozenset((drawing.never_drawn, drawing.added_by_hand, identifiers.of_draw))
"""What rests on the draw and on which files are there alone, not on what stands in them."""
OF_A_FILE: Rules = frozenset(
    (
        values.cases,
        cases.not_reviewed,
        cases.no_without_reason,
        second_reviews.not_agreed,
        second_reviews.agency_missing,
        second_reviews.same_agency,
        identifiers.of_files,
    )
)
"""What looks at each file by itself, and finds in some files what it would find there among all."""
OF_A_PERSON: Rules = frozenset(
    (
        people.follow_up_before_entry,
        people.left_before_entry,
        people.joined_outside,
        people.reoffence_outside_year,
        people.custody_too_long,
        people.seriousness_without_offences,
        followed.reoffence_without_offences,
        followed.offences_without_reoffence,
        followed.custody_throughout,
        identifiers.of_people,
    )
)
"""What looks at the row of each person by itself; beside it, at the follow-up alone."""


OF_ALL: Rules = frozenset(RULES) - OF_LIST - OF_A_FILE - OF_A_PERSON


class Checked(NamedTuple):
    """Hold what a check found, and the sheet and what was worked out of it that the next check may take.

    `listed` holds what rests on the list alone, `order` that of second reviews, `blind` the files whose first answers
    are kept back.
    """

    framework: Framework
    sheet: AnswerSheet
    findings: tuple[Finding, ...]
    order: tuple[str, ...]
    listed: Mapping[str, tuple[Row, ...]]
    blind: frozenset[str]
    files: Mapping[str, Block]
    people: Mapping[str, Block]


def check(framework: Framework, sheet: AnswerSheet, card: Scorecard) -> tuple[Finding, ...]:
    """Return every finding: first what stops a return, then questions, each in the order of the form."""
    return check_again(framework, sheet, card, None).findings


def check_again(framework: Framework, sheet: AnswerSheet, card: Scorecard, before: Checked | None) -> Checked:
    """Check a sheet; what was checked `before` saves looking again at files and people that are the same.

    A change makes another record, never alters one, so a record that is the very same object need not be looked at.
    """
    if before is not None and not (before.framework is framework and before.sheet.period is sheet.period):
        before = None
    place = form_order(framework, sheet)

    def look(rules: Rules, sheet: AnswerSheet, known: Mapping[Rule, Rule] = {}) -> Iterator[Row]:
        for number, rule in enumerate(RULES):
            if rule in rules:
                for each in known.get(rule, rule)(framework, sheet, card):
                    yield Row(place(each.address), number, each)

    if before is not None and _list_same(before.sheet, sheet):
        order, listed = before.order, before.listed
    else:
        order, listed = in_order(sheet.cases, sheet.draw), by_record(look(OF_LIST, sheet))
    blind = blind_files([each.id for each in framework.case_review.questions], sheet.cases, sheet.draw, order)
    known: dict[Rule, Rule] = {
        cases.no_without_reason: partial(cases.no_without_reason, blind=blind),
        second_reviews.too_few: partial(second_reviews.too_few, order=order),
    }

    other = _other_files(before, sheet, listed, blind)
    found = by_record(look(OF_A_FILE, sheet._replace(cases=other), known))
    files = {
        ref: block((*found.get(ref, ()), *listed.get(ref, ()))) if before is None or ref in other else before.files[ref]
        for ref in sheet.cases
    }
    others = _other_people(before, sheet)
    found = by_record(look(OF_A_PERSON, sheet._replace(people=others)))
    rows = {
        ref: block(found.get(ref, ())) if before is None or ref in others else before.people[ref]
        for ref in sheet.people
    }
    whole = [*look(OF_ALL, sheet, known), *(row for ref in listed.keys() - files.keys() for row in listed[ref])]
    findings = _in_order(place, whole, files, rows)
    return Checked(framework, sheet, findings, order, listed, blind, files, rows)


def stopping(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that stop a return."""
    return tuple(each for each in findings if each.weight == STOPS)


def _list_same(one: AnswerSheet, other: AnswerSheet) -> bool:
    """Tell whether both have the same draw and the same files, whatever stands in them."""
    drawn = one.draw is other.draw and one.replaced is other.replaced
    return drawn and (one.cases is other.cases or tuple(one.cases) == tuple(other.cases))


def _other_files(
    before: Checked | None, sheet: AnswerSheet, listed: Mapping[str, tuple[Row, ...]], blind: frozenset[str]
) -> Mapping[str, Case]:
    """Return the files of which something may be found that was not, or no longer."""
    if before is None:
        return sheet.cases
    other = set(blind ^ before.blind)
    if listed is not before.listed:
        other.update(ref for ref in sheet.cases if listed.get(ref) != before.listed.get(ref))
    same = before.sheet.cases.get
    return {ref: case for ref, case in sheet.cases.items() if same(ref) is not case or ref in other}


def _other_people(before: Checked | None, sheet: AnswerSheet) -> Mapping[str, Person]:
    if before is None or before.sheet.follow_up is not sheet.follow_up:
        return sheet.people
    same = before.sheet.people.get
    return {ref: person for ref, person in sheet.people.items() if same(ref) is not person}


def _in_order(
    place: Callable[[Address], Place], whole: Sequence[Row], files: Mapping[str, Block], people: Mapping[str, Block]
) -> tuple[Finding, ...]:
    """Return all findings in the order of the form: files stand together there, and so do people."""
    parts: list[tuple[tuple[bool, Place, int], tuple[Finding, ...]]] = []
    rest = list(whole)
    for kinds, kind, blocks in ((OF_A_CASE, "case", files), (("person",), "person", people)):
        of_these = [row for row in rest if row.finding.address.kind in kinds and row.finding.address.key in blocks]
        rest = [row for row in rest if row.finding.address.kind not in kinds or row.finding.address.key not in blocks]
        first = place(Address(kind, next(iter(blocks), "")))
        stops, questions = together(blocks, of_these)
        parts += [((False, first, 0), stops), ((True, first, 0), questions)]
    parts += [(row.key, (row.finding,)) for row in rest]
    return tuple(chain.from_iterable(found for _, found in sorted(parts, key=itemgetter(0))))
