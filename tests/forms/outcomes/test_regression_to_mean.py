"""The fall that selection alone brings: arithmetic, when it can't be had, and a simulation without any effect."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from tests.forms.outcomes.people import SHAPE, window

from iomsa.outcomes.exposure import Window
from iomsa.outcomes.regression_to_mean import Regression, regression_to_mean

Three = tuple[Window, Window, Window]


def people(earlier: int, before: int, after: int, n: int = 10) -> list[Three]:
    return [(Window(earlier, 365, 165), Window(before, 400), Window(after, 365))] * n


def test_rates_are_per_day_at_liberty() -> None:
    found = regression_to_mean(people(2, 8, 3), 1)
    assert found.earlier_to_before == pytest.approx((2 / 200) / (8 / 400))
    assert found.expected_fall == pytest.approx(0.5)
    assert found.observed_fall == pytest.approx(1 - (3 / 365) / (8 / 400))
    assert found.sentence == "A fall of 50 % or more from the year before may be that alone; a fall of 59 % was seen."


def test_no_fall_to_be_expected() -> None:
    found = regression_to_mean(people(6, 8, 9), 1)
    assert found.expected_fall == pytest.approx(-0.5)
    assert found.sentence.endswith("no fall is to be expected from the choice alone; a rise of 23 % was seen.")


@pytest.mark.parametrize("years", [1.5, 2, 5])
def test_two_years_of_looking_back_say_nothing(years: float) -> None:
    found = regression_to_mean(people(2, 8, 3), years)
    assert found[:3] == (None, None, None)
    assert "more than one year" in found.reason


def test_what_can_not_be_had_says_why() -> None:
    assert "has not been given" in regression_to_mean(people(2, 8, 3), None).reason
    assert regression_to_mean(people(2, 8, 3, 9), 1).reason.startswith("Too few people: 9 of those followed had")
    assert regression_to_mean([], 1).reason.startswith("Too few people: 0 of those followed had")
    assert "Nobody offended in the year before" in regression_to_mean(people(2, 0, 3), 1).reason
    assert Regression().expected_fall is None


def test_short_windows_are_left_out() -> None:
    short = [(Window(9, 365, 340), Window(1, 365), Window(1, 365))]
    assert regression_to_mean(people(2, 8, 3) + short, 1).people == 10


def chosen(chance: Random, years: int) -> list[Three]:
    """Choose the 40 of 200 people with most offences over so many years before; nothing is done to them."""
    everybody = []
    for _ in range(200):
        rate = chance.gammavariate(SHAPE, 4 / SHAPE)
        everybody.append((window(chance, rate, 0.3), window(chance, rate, 0.3), window(chance, rate, 0.3)))
    return sorted(everybody, key=lambda who: -sum(year.offences for year in who[2 - years : 2]))[:40]


@pytest.mark.proof
def test_it_takes_the_fall_away(record_property: Callable[[str, object], None]) -> None:
    """With no effect and selection on one year, at least 80 % of the fall is explained on average (10,000 runs)."""
    chance, expected, seen, runs = Random(7), 0.0, 0.0, 10_000
    for _ in range(runs):
        found = regression_to_mean(chosen(chance, 1), 1)
        expected, seen = expected + (found.expected_fall or 0), seen + (found.observed_fall or 0)
    record_property(
        "counted",
        f"regression to the mean: {expected / runs:.4f} expected, {seen / runs:.4f} seen, {expected / seen:.4f}",
    )
    assert expected / seen >= 0.8
    assert regression_to_mean(chosen(chance, 2), 2).expected_fall is None
