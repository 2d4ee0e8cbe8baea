"""Key questions rated from cases: bands, rounding, nothing to rate, what is near a boundary."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.builders import blank, full, iom, with_cases, with_open_case

from iomsa.answers.sheet import Counts, ReturnedCases
from iomsa.scoring.card import Rated
from iomsa.scoring.score import score

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"


class Case(NamedTuple):
    """One row: the rule and where it stands, yes of n, what must come of it."""

    rule: str
    yes: int
    n: int
    percent: int
    rating: str
    rounded: str = ""


BANDS = "50, 65, 80; HM Inspectorate of Probation, as generally known (rating rule 4)"
HALF_UP = "half up before banding, and said where it made the band; ours (rating rule 4)"

CASES = [
    Case(BANDS, 0, 1, 0, POOR),
    Case(BANDS, 49, 100, 49, POOR),
    Case(BANDS, 50, 100, 50, FAIR),
    Case(BANDS, 64, 100, 64, FAIR),
    Case(BANDS, 65, 100, 65, GOOD),
    Case(BANDS, 79, 100, 79, GOOD),
    Case(BANDS, 80, 100, 80, BEST),
    Case(BANDS, 1, 1, 100, BEST),
    Case(BANDS, 12, 18, 67, GOOD),
    Case(HALF_UP, 20, 31, 65, GOOD, "20 of 31 is just under 65 %: rounding put this in Good."),
    Case(HALF_UP, 31, 48, 65, GOOD, "31 of 48 is just under 65 %: rounding put this in Good."),
    Case(HALF_UP, 11, 17, 65, GOOD, "11 of 17 is just under 65 %: rounding put this in Good."),
    Case(HALF_UP, 35, 44, 80, BEST, "35 of 44 is just under 80 %: rounding put this in Outstanding."),
    Case(HALF_UP, 99, 200, 50, FAIR, "99 of 200 is just under 50 %: rounding put this in Requires improvement."),
    Case(HALF_UP, 2, 3, 67, GOOD),
    Case(HALF_UP, 49, 99, 49, POOR),
]


def rate(yes: int, n: int, listed: int = 0) -> Rated:
    return score(iom(), with_cases(iom(), blank(iom()), {"A1": (yes, n)}, listed=listed)).question("7.1")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.yes} of {case.n} {case.rule}")
def test_a_share(case: Case) -> None:
    rated = rate(case.yes, case.n)
    assert (rated.sufficient, rated.n, rated.percent) == (case.yes, case.n, case.percent)
    assert (rated.rating, rated.range) == (case.rating, None)
    assert rated.points == (POOR, FAIR, GOOD, BEST).index(case.rating)
    assert ("rounding" in rated.reason) == bool(case.rounded)
    assert case.rounded in rated.reason


def test_a_share_explains_itself_with_n_and_interval() -> None:
    rated = rate(12, 18)
    assert rated.reason == "12 of 18 files sufficient, 67 % (95 % interval 44 to 84 %): Good."
    assert rated.interval == pytest.approx((0.4375, 0.8372), abs=0.0001)


def test_without_cases_nothing_is_rated() -> None:
    rated = score(iom(), blank(iom())).question("7.1")
    assert (rated.rating, rated.range, rated.percent, rated.sufficient, rated.n) == (None, None, None, 0, 0)
    assert (rated.started, rated.so_far) == (False, False)
    assert rated.reason == "Not rated: no case files have been reviewed."


def test_where_all_is_not_applicable_nothing_is_rated() -> None:
    rated = rate(0, 0, listed=4)
    assert (rated.rating, rated.n, rated.percent, rated.interval) == (None, 0, None, None)
    assert rated.started
    assert rated.reason == "Not rated: no file gave a yes or no to 7.1."


def test_so_far_while_a_case_is_not_reviewed() -> None:
    sheet = with_open_case(iom(), full(iom(), cases=5, sufficient=4))
    rated = score(iom(), sheet).question("7.1")
    assert (rated.so_far, rated.rating, rated.n) == (True, BEST, 5)
    assert rated.reason.endswith("Outstanding. So far: 1 of 6 files is not reviewed.")


def test_an_answer_counts_before_its_case_is_reviewed() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (1, 1)})
    [case] = sheet.cases.values()
    sheet = sheet._replace(cases={case.ref: case._replace(answers={"A1": case.answers["A1"]})})
    card = score(iom(), sheet)
    assert (card.question("7.1").rating, card.question("7.1").so_far) == (BEST, True)
    assert card.question("7.2").reason == (
        "Not rated: no file gave a yes or no to 7.2. So far: 1 of 1 file is not reviewed."
    )


def test_the_shown_standard_has_figures_and_no_rating() -> None:
    card = score(iom(), with_cases(iom(), blank(iom()), {"O2": (20, 58)}))
    rated = card.question("11.2")
    assert (rated.rating, rated.points, rated.sufficient, rated.n, rated.percent) == (None, None, 20, 58, 34)
    assert rated.reason == "Yes in 20 of 58 files, 34 % (95 % interval 24 to 47 %); shown, not rated."
    assert card.standard("11").rated.rating is None
    assert card.line("outcomes").rating is None


def test_counts_of_a_return_rate_like_cases() -> None:
    counts = tuple((each.id, Counts(12, 6, 2)) for each in iom().case_review.questions)
    sheet = blank(iom())._replace(returned_cases=ReturnedCases(20, 19, counts))
    rated = score(iom(), sheet).question("9.3")
    assert (rated.rating, rated.percent, rated.so_far) == (GOOD, 67, True)


@pytest.mark.parametrize(
    ("yes", "n", "near"),
    [
        (12, 18, "12 of 18. 11 would be Requires improvement, 13 still Good."),
        (11, 18, "11 of 18. 10 still Requires improvement, 12 would be Good."),
        (7, 10, "7 of 10. 6 would be Requires improvement, 8 would be Outstanding."),
        (13, 18, ""),
        (68, 100, "68 of 100. 64 would be Requires improvement, 69 still Good."),
        (75, 100, "75 of 100. 74 still Good, 80 would be Outstanding."),
        (72, 100, ""),
        (1, 1, "1 of 1. 0 would be Inadequate."),
        (0, 1, "0 of 1. 1 would be Outstanding."),
        (20, 20, ""),
        (0, 20, ""),
    ],
)
def test_near_a_boundary(yes: int, n: int, near: str) -> None:
    assert rate(yes, n).near == near
