"""Moving a rating by hand: who may, when, how far, and what becomes of a move whose reason is gone."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.builders import blank, full, iom, with_answers, with_cases, with_move, with_open_case
from tests.forms.scoring.reviews import reviewed_twice

from iomsa.answers.sheet import AnswerSheet, Counts, ReturnedCases
from iomsa.scoring.moves import move_problem
from iomsa.scoring.score import score
from iomsa.scoring.tally import tally

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"
ADA, GRACE, JOAN = ("Ada", "police"), ("Grace", "probation"), ("Joan", "police")
TWO = (ADA, GRACE)
By = tuple[tuple[str, str], ...]


def problem(sheet: AnswerSheet, id: str, to: str, by: By = TWO) -> str:
    return move_problem(iom(), sheet, tally(iom(), sheet), id, to, by)


def with_lowest(yes: int, n: int, twice: int = 8) -> AnswerSheet:
    """Rate standard 7 from 7.2, its lowest, with so many files reviewed twice."""
    sheet = with_cases(iom(), blank(iom()), {"A1": (n + 1, n + 1), "A2": (yes, n), "A3": (n + 1, n + 1)})
    return reviewed_twice(sheet, twice)


class Case(NamedTuple):
    """One row: the trigger and where it stands, yes of n in the lowest key question, where to, whether it may."""

    rule: str
    yes: int
    n: int
    to: str
    allowed: bool


NEAR = "(a) at most 5 points from the boundary crossed; ratings panels, as generally known (rating rule 7)"
ONE = "(b) one case judged otherwise, same n; ratings panels, as generally known (rating rule 7)"
FEW = "(c) five cases or fewer; ratings panels, as generally known (rating rule 7)"

CASES = [
    Case(NEAR, 60, 100, GOOD, True),
    Case(NEAR, 59, 100, GOOD, False),
    Case(NEAR, 64, 100, GOOD, True),
    Case(NEAR, 45, 100, FAIR, True),
    Case(NEAR, 44, 100, FAIR, False),
    Case(NEAR, 75, 100, BEST, True),
    Case(NEAR, 74, 100, BEST, False),
    Case(NEAR, 70, 100, FAIR, True),
    Case(NEAR, 71, 100, FAIR, False),
    Case(NEAR, 55, 100, POOR, True),
    Case(NEAR, 56, 100, POOR, False),
    Case(NEAR, 85, 100, GOOD, True),
    Case(NEAR, 86, 100, GOOD, False),
    Case("in the direction moved (rating rule 7)", 66, 100, BEST, False),
    Case("in the direction moved (rating rule 7)", 79, 100, FAIR, False),
    Case("the whole percentage counts: 119 of 200 is 59.5, so 60 (rating rule 7)", 119, 200, GOOD, True),
    Case(ONE, 5, 7, FAIR, True),
    Case(ONE, 5, 7, BEST, True),
    Case(ONE, 5, 8, GOOD, True),
    Case(ONE, 4, 8, GOOD, False),
    Case(ONE, 13, 18, FAIR, False),
    Case(ONE, 3, 7, FAIR, True),
    Case(ONE, 2, 7, FAIR, False),
    Case(FEW, 5, 5, GOOD, True),
    Case(FEW, 0, 5, FAIR, True),
    Case(FEW, 6, 6, GOOD, False),
    Case(FEW, 0, 6, FAIR, False),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.yes} of {case.n} to {case.to} {case.rule}")
def test_a_standard_from_cases_needs_a_trigger(case: Case) -> None:
    found = problem(with_lowest(case.yes, case.n), "7", case.to)
    assert (found == "") == case.allowed
    assert case.allowed or found.startswith("7.2 is the lowest with ")


def test_the_refusal_says_what_is_missing() -> None:
    assert problem(with_lowest(59, 100), "7", GOOD) == (
        "7.2 is the lowest with 59 %: that is more than 5 points from the boundary at 65 %, one file judged otherwise "
        "would not cross it, and it rests on 100 files, more than 5. So this standard can't be moved that way."
    )


@pytest.mark.parametrize(
    ("to", "by", "allowed"),
    [
        (BEST, TWO, True),
        (BEST, (ADA,), False),
        (BEST, (ADA, JOAN), False),
        (BEST, (ADA, ("Ada", "probation")), False),
        (BEST, (ADA, ("  ADA ", "probation")), False),
        (BEST, (ADA, ("Joan", " Police ")), False),
        (BEST, (ADA, ("", "probation")), False),
        (BEST, (ADA, ("Grace", "")), False),
        (BEST, (ADA, JOAN, GRACE), True),
        (BEST, (), False),
        (FAIR, (ADA,), True),
        (FAIR, (("Ada", ""),), True),
        (FAIR, (), False),
        (FAIR, ((" ", "police"),), False),
    ],
)
def test_a_move_up_needs_two_agencies_and_down_one_name(to: str, by: By, allowed: bool) -> None:
    """Source: ours (rating rule 7)."""
    assert (problem(full(iom(), 2), "1", to, by) == "") == allowed
    assert (problem(full(iom(), 2), "1.1", to, by) == "") == allowed


def test_the_names_count_for_standards_from_cases_too() -> None:
    assert problem(with_lowest(64, 100), "7", GOOD, (ADA,)) == (
        "A move up needs two named people from different agencies."
    )
    assert problem(with_lowest(66, 100), "7", FAIR, ()) == "A move down needs one named person."


@pytest.mark.parametrize(
    ("n", "twice", "refused"),
    [
        (100, 8, ""),
        (100, 7, "needs 8 files reviewed twice, every question of both reviews answered; 7 are. Review 1 more a"),
        (100, 1, "needs 8 files reviewed twice, every question of both reviews answered; 1 is. Review 7 more a"),
        (100, 0, "needs 8 files reviewed twice, every question of both reviews answered; none are. Review 8 more a"),
        (4, 5, ""),
        (4, 4, "needs 5 files reviewed twice (8, or all where fewer are on the list), every question of both"),
    ],
)
def test_a_move_up_from_cases_needs_files_reviewed_twice(n: int, twice: int, refused: str) -> None:
    """Source: ours (rating rule 7); the list is one file longer than the n of the lowest key question."""
    found = problem(with_lowest(n * 64 // 100, n, twice), "7", GOOD)
    assert (found == "") == (refused == "")
    assert refused in found
    assert problem(with_lowest(67 * n // 100, n, 0), "7", FAIR if n == 100 else POOR) == ""


def test_a_second_review_counts_once_it_is_complete() -> None:
    sheet = with_lowest(64, 100, 8)
    first = next(iter(sheet.cases.values()))
    for changed in (
        first._replace(second={id: each for id, each in first.second.items() if id != "C1"}),
        first._replace(second_review=None),
        first._replace(answers={id: each for id, each in first.answers.items() if id != "C1"}),
    ):
        assert "7 are" in problem(sheet._replace(cases={**sheet.cases, first.ref: changed}), "7", GOOD)


def test_moves_up_of_a_return_stand_and_say_what_it_does_not_hold() -> None:
    said = "This return holds no second reviews, so it can't be seen here whether this move up rests on files reviewed"
    for yes, to, unseen in ((64, GOOD, said), (66, FAIR, "")):
        counts = tuple((each.id, Counts(yes, 100 - yes)) for each in iom().case_review.questions)
        sheet = blank(iom())._replace(returned_cases=ReturnedCases(100, 100, counts))
        moved = score(iom(), with_move(sheet, "7", to)).standard("7").rated.moved
        assert moved is not None
        assert (moved.to, moved.problem, moved.unseen[: len(said)]) == (to, "", unseen)


def test_case_rows_of_a_return_have_no_second_reviews_to_ask_for() -> None:
    sheet = with_lowest(64, 100, 0)
    rows = {ref: case._replace(header=case.header._replace(by="", on="")) for ref, case in sheet.cases.items()}
    assert problem(sheet._replace(cases=rows), "7", GOOD) == ""
    assert "none are" in problem(with_open_case(iom(), sheet._replace(cases=rows)), "7", GOOD)


@pytest.mark.parametrize("to", [POOR, GOOD])
def test_only_one_band(to: str) -> None:
    assert "not one band away" in problem(full(iom(), 2), "1", to)


@pytest.mark.parametrize("id", ["overall", "organisation", "people", "11", "11.1", "7.1", "10.3", "1.1.1", "12", ""])
def test_what_can_not_be_moved(id: str) -> None:
    assert problem(full(iom(), 2), id, BEST) != ""


def test_a_rating_that_is_no_rating() -> None:
    assert problem(full(iom(), 2), "1", "excellent") == (
        "'excellent' is not a rating; it is one of: inadequate, requires-improvement, good, outstanding."
    )


def test_a_range_can_not_be_moved_but_a_rating_with_something_open_can() -> None:
    sheet = with_answers(full(iom(), 2), {"1.1.3": None})
    assert problem(sheet, "1.1", BEST) == "1.1 has only a range while prompts are open; only a rating can be moved."
    assert problem(sheet, "1", BEST) == ""


def test_what_has_no_rating_can_not_be_moved() -> None:
    assert problem(blank(iom()), "7", GOOD) == "7 has no rating; only a rating can be moved."


def test_so_far_may_be_moved() -> None:
    sheet = with_move(with_open_case(iom(), with_lowest(64, 100)), "7", GOOD)
    rated = score(iom(), sheet).standard("7").rated
    assert (rated.so_far, rated.rating, rated.moved_to) == (True, FAIR, GOOD)


def test_a_moved_rating_stands_beside_and_enters_nothing_above() -> None:
    sheet = full(iom(), 2)
    for id in ("1.1", "1", "7"):
        sheet = with_move(sheet, id, FAIR)
    before, after = score(iom(), full(iom(), 2)), score(iom(), sheet)
    assert (after.standard("1").rated.rating, after.standard("1").rated.moved_to) == (GOOD, FAIR)
    assert (after.question("1.1").rating, after.question("1.1").moved_to) == (GOOD, FAIR)
    assert after.standard("1").rated.reason == before.standard("1").rated.reason
    assert (after.overall, after.lines) == (before.overall, before.lines)
    assert after.complete


def test_a_move_keeps_its_names_reason_and_date() -> None:
    moved = score(iom(), with_move(full(iom(), 2), "1", FAIR, (ADA,), "Two posts are empty.")).standard("1").rated.moved
    assert moved is not None
    assert (moved.to, moved.reason, moved.by, moved.on) == (FAIR, "Two posts are empty.", (ADA,), "2026-02-03")
    assert moved.problem == ""


@pytest.mark.parametrize(
    ("sheet", "id"),
    [
        (
            with_move(
                with_answers(full(iom(), 2), {f"1.{q}.{p}": 3 for q in (1, 2, 3) for p in range(1, 6)}), "1", FAIR
            ),
            "1",
        ),
        (with_move(with_lowest(71, 100), "7", FAIR), "7"),
        (with_move(with_lowest(0, 0), "7", FAIR), "7"),
        (with_move(with_lowest(64, 100, 7), "7", GOOD), "7"),
        (with_move(full(iom(), 2), "1", BEST, (ADA,)), "1"),
        (with_move(with_answers(full(iom(), 2), {"1.1.1": None}), "1.1", FAIR), "1.1"),
    ],
    ids=[
        "two bands away now",
        "lost its trigger",
        "lost its rating",
        "too few reviewed twice",
        "too few names",
        "a range now",
    ],
)
def test_a_stale_move_is_kept_and_asks_for_another_look(sheet: AnswerSheet, id: str) -> None:
    card = score(iom(), sheet)
    rated = next(each for s in card.standards for each in (s.rated, *s.questions) if each.id == id)
    assert rated.moved is not None
    assert rated.moved_to is None
    assert rated.moved.problem != ""
    assert not card.complete


def test_a_move_without_its_reason_leaves_nothing_complete() -> None:
    card = score(iom(), with_move(full(iom(), 2), "1", FAIR, reason=""))
    assert card.standard("1").rated.moved_to == FAIR
    assert not card.complete


def test_a_move_of_a_percentage_is_never_given() -> None:
    rated = score(iom(), with_move(full(iom(), 2), "7.1", FAIR)).question("7.1")
    assert rated.moved is not None
    assert rated.moved_to is None
