"""The three lines and the overall: sums over standards, two limits, ranges, provisional, and none at all."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.builders import blank, full, iom, loose, with_answers, with_cases, with_open_case

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import counted_standards
from iomsa.scoring.card import Scorecard
from iomsa.scoring.score import score

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"
# Of 20 files: 40, 55, 70 and 85 %.
SHARES = {POOR: (8, 20), FAIR: (11, 20), GOOD: (14, 20), BEST: (17, 20)}
STAGES = ("A", "P", "D", "R")


def made(organised: tuple[int | str | None, ...], people: tuple[str, ...], unsafe: bool = True) -> AnswerSheet:
    """Rate standards 1-6 by one level for all their prompts and 7-10 by their shares.

    An Inadequate standard of 7-10 has Inadequate safety where `unsafe`, else an Inadequate first key question alone.
    """
    counted = counted_standards(loose())
    pairs = zip(counted, organised, strict=True)
    answers = {prompt.id: level for standard, level in pairs for prompt in standard.prompts}
    shares: dict[str, tuple[int, int]] = {}
    for stage, rating in zip(STAGES, people, strict=True):
        kept = SHARES[GOOD] if rating == POOR and not unsafe else SHARES[rating]
        shares |= {f"{stage}1": SHARES[rating], f"{stage}2": kept, f"{stage}3": kept}
    return with_cases(loose(), with_answers(blank(loose()), answers), shares)


class Case(NamedTuple):
    """One row: the rule and where it stands, the ratings of 1-6 and 7-10, what must come of the overall."""

    rule: str
    organised: tuple[int | str | None, ...]
    people: tuple[str, str, str, str]
    rating: str | None
    points: int | None
    limited_by: tuple[str, ...] = ()
    unsafe: bool = True
    range: tuple[str, str] | None = None
    max: int = 30


TABLE = "0-5, 6-15, 16-25, 26-30; HM Inspectorate of Probation, as generally known (rating rule 6)"
SECOND = "never above the second-lowest of 7-10; ours (rating rule 6)"
SAFETY = "never Good while 7.3, 8.3, 9.3 or 10.3 is Inadequate; ours (rating rule 6)"
LEFT_OUT = "a standard that is out leaves the overall (rating rules 3 and 6)"
OPEN = "a range while a standard of 1-6 has only a range (rating rule 6)"

CASES = [
    Case(TABLE, (0, 0, 0, 0, 0, 1), (FAIR, FAIR, FAIR, FAIR), POOR, 5),
    Case(TABLE, (0, 0, 0, 0, 1, 1), (FAIR, FAIR, FAIR, FAIR), FAIR, 6),
    Case(TABLE, (1, 1, 1, 1, 1, 1), (GOOD, GOOD, GOOD, BEST), FAIR, 15),
    Case(TABLE, (1, 1, 1, 1, 1, 1), (GOOD, GOOD, BEST, BEST), GOOD, 16),
    Case(TABLE, (1, 2, 2, 2, 3, 3), (BEST, BEST, BEST, BEST), GOOD, 25),
    Case(TABLE, (1, 2, 2, 3, 3, 3), (BEST, BEST, BEST, BEST), BEST, 26),
    Case(TABLE, (3, 3, 3, 3, 3, 3), (BEST, BEST, BEST, BEST), BEST, 30),
    Case(SECOND, (3, 3, 3, 3, 3, 3), (POOR, POOR, GOOD, GOOD), POOR, 22, ("second-lowest",)),
    Case(SECOND, (3, 3, 3, 3, 3, 3), (POOR, POOR, GOOD, GOOD), POOR, 22, ("second-lowest",), unsafe=False),
    Case(SECOND, (3, 3, 3, 3, 3, 3), (FAIR, BEST, FAIR, BEST), FAIR, 26, ("second-lowest",)),
    Case(SECOND, (3, 3, 3, 3, 3, 3), (GOOD, GOOD, GOOD, GOOD), GOOD, 26, ("second-lowest",)),
    Case(SECOND, (3, 3, 3, 3, 3, 3), (GOOD, BEST, BEST, BEST), BEST, 29),
    Case(SECOND, (1, 1, 1, 1, 1, 1), (POOR, FAIR, GOOD, GOOD), FAIR, 11),
    Case(SAFETY, (2, 2, 2, 2, 2, 2), (POOR, GOOD, GOOD, GOOD), FAIR, 18, ("7.3",)),
    Case(SAFETY, (2, 2, 2, 2, 2, 2), (GOOD, GOOD, GOOD, POOR), FAIR, 18, ("10.3",)),
    Case(SAFETY, (2, 2, 2, 2, 2, 2), (POOR, GOOD, GOOD, GOOD), GOOD, 18, unsafe=False),
    Case(SAFETY, (3, 3, 3, 3, 3, 3), (POOR, FAIR, GOOD, GOOD), FAIR, 23, ("second-lowest", "7.3")),
    Case(SAFETY, (1, 1, 1, 1, 1, 1), (POOR, GOOD, GOOD, GOOD), FAIR, 12),
    Case(LEFT_OUT, ("out", 1, 1, 1, 1, 1), (GOOD, GOOD, GOOD, GOOD), FAIR, 13, max=27),
    Case(LEFT_OUT, ("out", 1, 1, 1, 1, 2), (GOOD, GOOD, GOOD, GOOD), GOOD, 14, max=27),
    Case(OPEN, (2, 2, 2, 2, 2, None), (GOOD, GOOD, GOOD, GOOD), GOOD, None),
    Case(OPEN, (1, 1, 1, 1, 2, None), (GOOD, GOOD, GOOD, GOOD), None, None, range=(FAIR, GOOD)),
    Case(OPEN, (None,) * 6, (POOR, POOR, POOR, POOR), POOR, None, ("second-lowest",)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.organised} {case.people} {case.rule}")
def test_the_overall(case: Case) -> None:
    overall = score(loose(), made(case.organised, case.people, case.unsafe)).overall
    assert (overall.rating, overall.range) == (case.rating, case.range)
    assert (overall.points, overall.max) == (case.points, case.max)
    assert overall.limited_by == case.limited_by
    assert not overall.so_far


def test_the_overall_explains_its_limits() -> None:
    card = score(iom(), made((3, 3, 3, 3, 3, 3), (POOR, FAIR, GOOD, GOOD)))
    assert card.overall.reason == (
        "23 of 30 points from standards 1-10 would be Good, but the second-lowest of standards 7-10 is Requires "
        "improvement and 7.3 is Inadequate, so limits of ours hold it at Requires improvement."
    )


@pytest.mark.parametrize(
    ("organised", "rating", "points", "range"),
    [
        ((1, 1, 1, 1, 1, 1), FAIR, 6, None),
        ((1, 1, 1, 2, 2, 2), FAIR, 9, None),
        ((1, 1, 2, 2, 2, 2), GOOD, 10, None),
        ((2, 2, 2, 3, 3, 3), GOOD, 15, None),
        ((2, 2, 3, 3, 3, 3), BEST, 16, None),
        ((0, 0, 0, 1, 1, 1), POOR, 3, None),
        ((1, 1, 2, 2, 2, None), None, None, (FAIR, GOOD)),
    ],
)
def test_organisation(
    organised: tuple[int | None, ...], rating: str | None, points: int | None, range: tuple[str, str] | None
) -> None:
    line = score(iom(), made(organised, (GOOD, GOOD, GOOD, GOOD))).line("organisation")
    assert (line.rating, line.points, line.max, line.range) == (rating, points, 18, range)


@pytest.mark.parametrize(
    ("people", "unsafe", "rating", "points", "limited_by"),
    [
        ((POOR, POOR, GOOD, GOOD), True, POOR, 4, ("second-lowest",)),
        ((FAIR, FAIR, GOOD, GOOD), True, FAIR, 6, ()),
        ((FAIR, GOOD, GOOD, GOOD), True, GOOD, 7, ()),
        ((FAIR, FAIR, BEST, BEST), True, FAIR, 8, ("second-lowest",)),
        ((POOR, BEST, BEST, BEST), True, FAIR, 9, ("7.3",)),
        ((POOR, BEST, BEST, BEST), False, GOOD, 9, ()),
        ((GOOD, BEST, BEST, BEST), True, BEST, 11, ()),
        ((FAIR, BEST, BEST, BEST), True, GOOD, 10, ()),
    ],
)
def test_work_with_people_has_the_two_limits(
    people: tuple[str, ...], unsafe: bool, rating: str, points: int, limited_by: tuple[str, ...]
) -> None:
    line = score(iom(), made((2,) * 6, people, unsafe)).line("people")
    assert (line.rating, line.points, line.max, line.limited_by) == (rating, points, 12, limited_by)


def test_the_limits_on_people_do_not_hold_down_organisation() -> None:
    assert score(iom(), made((3,) * 6, (POOR,) * 4)).line("organisation").rating == BEST


def test_without_cases_there_is_no_overall() -> None:
    card = score(iom(), with_cases(iom(), full(iom(), 2), {}))
    assert (card.overall.rating, card.overall.range, card.overall.points, card.overall.max) == (None,) * 4
    assert card.overall.reason == (
        "No overall self-rating: no case files have been reviewed. Standards 1-6 say how the scheme is organised, not "
        "how well it works."
    )
    assert card.line("people").reason == "No self-rating of Work with people: no case files have been reviewed."
    assert card.line("organisation").rating == GOOD


def test_a_key_question_without_a_yes_or_no_leaves_no_overall() -> None:
    shares = {f"{stage}{place}": (7, 10) for stage in STAGES for place in (1, 2, 3)} | {"P3": (0, 0)}
    card = score(iom(), with_cases(iom(), full(iom(), 2), shares))
    assert (card.overall.rating, card.overall.range) == (None, None)
    assert card.overall.reason == "No overall self-rating: no file gave a yes or no to 8.3."
    assert card.line("people").rating is None
    assert card.standard("7").rated.rating == GOOD


def provisional() -> Scorecard:
    return score(iom(), with_open_case(iom(), full(iom(), 2)))


def test_provisional_while_a_case_is_not_reviewed() -> None:
    card = provisional()
    assert (card.overall.so_far, card.line("people").so_far, card.line("organisation").so_far) == (True, True, False)
    assert card.overall.reason.endswith("Provisional: 1 of 11 files is not reviewed.")
    assert card.overall.rating == GOOD


def test_complete_needs_everything() -> None:
    sheet = full(iom(), 2)
    assert score(iom(), sheet).complete
    assert not provisional().complete
    assert not score(iom(), with_answers(sheet, {"1.3.4": None})).complete
    assert not score(iom(), with_cases(iom(), sheet, {"A1": (7, 10)})).complete
    assert not score(iom(), sheet._replace(profile={})).complete
    assert score(iom(), with_answers(sheet, {"7.1.1": None})).complete


def test_answered_counts_the_prompts_of_standards_1_to_6() -> None:
    card = score(iom(), with_answers(full(iom(), 2), {"1.1.1": None, "1.3.2": "not-applicable", "8.1.1": 2}))
    assert (card.answered, card.prompts) == (80, 82)
