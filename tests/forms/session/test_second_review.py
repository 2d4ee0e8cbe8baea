"""The edits of a second review: another agency, its own answers, and what both agreed, which rates."""

from __future__ import annotations

import pytest
from tests.builders import blank, iom, library, with_cases

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import AnswerSheet, CaseAnswer
from iomsa.framework.find import AGENCY
from iomsa.framework.model import Choice, Framework
from iomsa.problems import Refused
from iomsa.session import edits
from iomsa.session.changes import Edit, apply
from iomsa.session.edits import Stamp
from iomsa.session.second_review import (
    agency_problem,
    agree,
    offered_agency,
    same_agency,
    second_agencies,
    second_agency,
    second_answer,
)

STAMP, LATER = Stamp("Alex", "2026-01-12T10:00:00"), Stamp("Bo", "2026-01-13T10:00:00")
REF = "N-001"


def sheet_of(framework: Framework, agency: str = "police") -> AnswerSheet:
    question = framework.case_review.questions[0].id
    sheet = with_cases(framework, blank(framework), {question: (1, 1)})
    return apply(sheet, edits.case_about(sheet, REF, AGENCY, agency, STAMP)) if agency else sheet


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("police", ["probation", "other"]),
        ("probation", ["police", "other"]),
        ("together", ["police", "probation", "other"]),
        ("", ["police", "probation", "other"]),
    ],
)
def test_another_agency_makes_it_and_never_both_together(first: str, others: list[str]) -> None:
    case = sheet_of(iom(), first).cases[REF]
    assert [each.id for each in second_agencies(iom(), case)] == others
    for choice in ("police", "probation", "together", "other"):
        assert (agency_problem(iom(), case, choice) is None) == (choice in others)


@pytest.mark.parametrize(
    ("agency", "code", "sentence"),
    [
        (
            "police",
            "second-review.same-agency",
            "The first review was by Police too. Another agency makes the second: Probation, Other.",
        ),
        ("", "second-review.agency", "Say which agency makes the second review: Probation, Other."),
        ("together", "second-review.agency", "Say which agency makes the second review: Probation, Other."),
        ("nobody", "second-review.agency", "Say which agency makes the second review: Probation, Other."),
    ],
)
def test_what_is_refused(agency: str, code: str, sentence: str) -> None:
    sheet = sheet_of(iom())
    with pytest.raises(Refused) as refused:
        second_agency(iom(), sheet, REF, agency, STAMP)
    assert refused.value.problems == ((code, "N-001 second review", sentence),)


def test_the_agency_is_kept_with_author_and_time_and_may_be_put_right() -> None:
    sheet = sheet_of(iom(), "")
    sheet = apply(sheet, second_agency(iom(), sheet, REF, "police", STAMP))
    assert sheet.cases[REF].second_review == SecondReview("police", *STAMP)
    assert second_agency(iom(), sheet, REF, "police", LATER) == ()
    sheet = apply(sheet, second_agency(iom(), sheet, REF, "probation", LATER))
    assert sheet.cases[REF].second_review == SecondReview("probation", *LATER)


def test_one_agency_for_both_is_seen() -> None:
    sheet = sheet_of(iom(), "police")
    assert not same_agency(sheet.cases[REF])
    sheet = apply(sheet, second_agency(iom(), sheet, REF, "probation", STAMP))
    assert not same_agency(sheet.cases[REF])
    sheet = apply(sheet, edits.case_about(sheet, REF, AGENCY, "probation", LATER))
    assert same_agency(sheet.cases[REF])


def test_a_framework_without_agencies_begins_with_the_first_answer() -> None:
    sheet = sheet_of(library(), "")
    assert agency_problem(library(), sheet.cases[REF], "") is None
    sheet = apply(sheet, second_answer(library(), sheet, REF, "Q1", STAMP, choice="no"))
    assert sheet.cases[REF].second_review == SecondReview("", *STAMP)
    assert sheet.cases[REF].second == {"Q1": CaseAnswer("no", "", "", *STAMP)}


def test_second_answers_leave_the_first_alone_and_begin_nothing_where_an_agency_is_asked() -> None:
    before = sheet_of(iom())
    sheet = apply(before, second_answer(iom(), before, REF, "A1", STAMP, choice="no", reason="late"))
    sheet = apply(sheet, second_answer(iom(), sheet, REF, "A1", LATER, keep_choice=True, note="Seen in March"))
    assert sheet.cases[REF].second == {"A1": CaseAnswer("no", "late", "Seen in March", *LATER)}
    assert sheet.cases[REF].answers == before.cases[REF].answers
    assert sheet.cases[REF].second_review is None
    assert second_answer(iom(), sheet, REF, "A1", LATER, choice="no") == ()


def test_an_answer_that_is_opened_again_leaves_no_record() -> None:
    before = sheet_of(iom())
    sheet = apply(before, second_answer(iom(), before, REF, "A1", STAMP, choice="yes"))
    assert apply(sheet, second_answer(iom(), sheet, REF, "A1", LATER)) == before


def both(first: CaseAnswer, second: CaseAnswer, agreed: CaseAnswer | None = None) -> AnswerSheet:
    sheet = sheet_of(iom())
    case = sheet.cases[REF]
    changed = case._replace(
        answers={**case.answers, "A1": first},
        second={"A1": second},
        agreed={} if agreed is None else {"A1": agreed},
    )
    return sheet._replace(cases={**sheet.cases, REF: changed})


YES, X = CaseAnswer("yes", "", "Well done"), CaseAnswer("not-applicable")
NO = CaseAnswer("no", "late", "In May only")


@pytest.mark.parametrize(
    ("first", "second", "choice", "reason"),
    [
        (NO, YES, "yes", ""),
        (NO, YES, "no", "late"),
        (YES, NO, "no", "late"),
        (YES, NO, "not-applicable", ""),
        (YES, X, "no", ""),
    ],
)
def test_what_is_agreed_rates_with_the_reason_of_who_said_no(
    first: CaseAnswer, second: CaseAnswer, choice: str, reason: str
) -> None:
    sheet = both(first, second)
    sheet = apply(sheet, agree(sheet, REF, "A1", STAMP, choice=choice))
    case = sheet.cases[REF]
    assert case.agreed == {"A1": CaseAnswer(choice, reason, "", *STAMP)}
    assert case.rates["A1"].choice == choice
    assert (case.answers["A1"], case.second["A1"]) == (first, second)


def test_a_reason_that_was_chosen_together_stays_until_the_no_goes() -> None:
    sheet = both(NO, YES, CaseAnswer("no", "other", "Both looked"))
    assert agree(sheet, REF, "A1", LATER, choice="no") == ()
    sheet = apply(sheet, agree(sheet, REF, "A1", LATER, keep_choice=True, reason="not-done", note="Seen"))
    assert sheet.cases[REF].agreed["A1"][:3] == ("no", "not-done", "Seen")
    sheet = apply(sheet, agree(sheet, REF, "A1", LATER, choice="yes"))
    assert sheet.cases[REF].agreed["A1"][:3] == ("yes", "", "Seen")


def test_what_is_taken_back_lets_the_first_review_rate_again() -> None:
    sheet = both(NO, YES, CaseAnswer("yes"))
    back: tuple[Edit, ...] = agree(sheet, REF, "A1", LATER)
    case = apply(sheet, back).cases[REF]
    assert (case.agreed, case.rates["A1"]) == ({}, NO)
    assert agree(apply(sheet, back), REF, "A1", LATER) == ()


CHOICES = (Choice("police", "Police"), Choice("probation", "Probation"), Choice("other", "Other"))
ALL = (*CHOICES[:2], Choice("together", "Police and probation together"), CHOICES[2])


@pytest.mark.parametrize(
    ("typed", "choices", "offered"),
    [
        ("police", CHOICES, "police"),
        ("  Police ", CHOICES, "police"),
        ("Northmoor Police", CHOICES, "police"),
        ("The Probation Service", CHOICES, "probation"),
        ("Police and Probation", CHOICES, ""),
        ("police and probation together", ALL, "together"),
        ("together", ALL, "together"),
        ("Council", CHOICES, ""),
        ("", CHOICES, ""),
        ("police", (CHOICES[1],), ""),
    ],
)
def test_what_an_agency_in_free_words_is(typed: str, choices: tuple[Choice, ...], offered: str) -> None:
    assert offered_agency(choices, typed) == offered
