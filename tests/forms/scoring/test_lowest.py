"""Standards rated from cases: the lowest key question, ties, and what chance does."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb

import pytest
from tests.builders import blank, iom, with_answers, with_cases

from iomsa.scoring.card import StandardScore
from iomsa.scoring.chance import lowest_lands
from iomsa.scoring.score import score

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"
Pair = tuple[int, int]


def rate(first: Pair, second: Pair, third: Pair, listed: int = 0) -> StandardScore:
    shares = {"A1": first, "A2": second, "A3": third}
    return score(iom(), with_cases(iom(), blank(iom()), shares, listed=listed)).standard("7")


# Lowest key question: HM Inspectorate of Probation, as generally known. Order among equals: ours (rating rule 5).
LOWEST = [
    ((7, 10), (8, 10), (9, 10), "7.1", GOOD),
    ((9, 10), (8, 10), (7, 10), "7.3", GOOD),
    ((10, 10), (4, 10), (10, 10), "7.2", POOR),
    ((8, 10), (8, 10), (8, 10), "7.1", BEST),
    ((14, 20), (7, 10), (9, 10), "7.2", GOOD),
    ((7, 10), (14, 20), (14, 20), "7.1", GOOD),
    ((9, 10), (14, 20), (14, 20), "7.2", GOOD),
    ((11, 17), (20, 31), (10, 10), "7.2", GOOD),
    ((13, 20), (11, 17), (31, 48), "7.3", GOOD),
    ((0, 10), (0, 5), (1, 10), "7.2", POOR),
]


@pytest.mark.parametrize(("first", "second", "third", "lowest", "rating"), LOWEST)
def test_a_standard_takes_its_lowest_key_question(
    first: Pair, second: Pair, third: Pair, lowest: str, rating: str
) -> None:
    rated = rate(first, second, third).rated
    assert (rated.rating, rated.range) == (rating, None)
    assert rated.reason.startswith(f"{lowest} is the lowest of its key questions (")


def test_it_says_why_and_what_is_near() -> None:
    rated = rate((15, 18), (13, 18), (12, 18)).rated
    assert rated.reason == "7.3 is the lowest of its key questions (12 of 18, 67 %): Good."
    assert rated.near == "12 of 18. 11 would be Requires improvement, 13 still Good."


def test_rounding_is_said_of_the_standard_too() -> None:
    assert rate((20, 31), (31, 31), (31, 31)).rated.reason.endswith(
        "Good. 20 of 31 is just under 65 %: rounding put this in Good."
    )


def test_it_is_rated_only_when_every_key_question_is() -> None:
    rated = rate((7, 10), (0, 0), (0, 0)).rated
    assert (rated.rating, rated.points, rated.chance) == (None, None, "")
    assert rated.reason == "Not rated: no file gave a yes or no to 7.2 and 7.3."


def test_the_prompts_of_such_a_standard_drive_nothing() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (7, 10), "A2": (7, 10), "A3": (7, 10)})
    before = score(iom(), sheet)
    after = score(iom(), with_answers(sheet, {"7.1.1": 0, "7.3.2": "not-known"}))
    assert after == before


def by_counting(n: int) -> float:
    """Count every outcome of three key questions one by one, for 72 % sufficient and a lowest of 65 to 79 %."""
    p = Fraction(72, 100)
    chances = [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    good = Fraction(0)
    for counts in product(range(n + 1), repeat=3):
        if 65 <= min((200 * k + n) // (2 * n) for k in counts) < 80:
            first, second, third = counts
            good += chances[first] * chances[second] * chances[third]
    return float(good)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8, 12, 18])
def test_chance_is_what_counting_every_outcome_gives(n: int) -> None:
    assert lowest_lands((50, 65, 80), 2, 72, 3, n) == pytest.approx(by_counting(n), abs=1e-12)


def test_chance_is_said_for_the_smallest_n() -> None:
    # n = 3: 2 or 3 yes in each, but not 3 in all: 0.808704 ** 3 - 0.373248 ** 3 = 0.4769
    assert rate((3, 3), (9, 10), (9, 10)).rated.chance == (
        "With 3 files a scheme in which 72 % are sufficient on each of the three comes out as Good in about 5 of 10 "
        "reviews; treat the rating as a question, not an answer."
    )


def test_every_place_together_is_certain() -> None:
    assert sum(lowest_lands((50, 65, 80), place, 72, 3, 40) for place in range(4)) == pytest.approx(1)
