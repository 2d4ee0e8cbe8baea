"""The paired rate ratio against its definition, and how often its interval is right."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles, oracles
from tests.forms.outcomes.people import pair

from iomsa.outcomes.exact_limits import exact_limits
from iomsa.outcomes.exposure import Window
from iomsa.outcomes.rate_ratio import EXACT, JACKKNIFE, Ratio, paired_ratio, rate_ratio

PERSON = st.tuples(st.integers(0, 9), st.integers(30, 400), st.integers(0, 9), st.integers(30, 400))


def log_ratio(people: list[tuple[int, int, int, int]]) -> float:
    b, tb, a, ta = (sum(column) for column in zip(*people, strict=True))
    return log(a / ta) - log(b / tb)


@given(st.lists(PERSON, min_size=10, max_size=40))
def test_against_the_jackknife_of_the_definition(people: list[tuple[int, int, int, int]]) -> None:
    found = paired_ratio(people)
    if found.method != JACKKNIFE:
        return
    without = [log_ratio(people[:place] + people[place + 1 :]) for place in range(len(people))]
    low, high = oracles.t_interval_of_jackknife(log_ratio(people), without)
    assert found.ratio == pytest.approx(exp(log_ratio(people)), rel=1e-9)
    assert found.interval == pytest.approx((exp(low), exp(high)), rel=1e-6)


@given(st.integers(1, 60), st.integers(0, 1))
def test_one_side_without_offences(count: int, side: int) -> None:
    b, a = (count, 0) if side else (0, count)
    people = [(b, 3000, a, 1500), *[(0, 100, 0, 50)] * 10]
    found = paired_ratio(people)
    low, high = more_oracles.exact_limits(a, a + b)
    assert found.method == EXACT
    assert found.interval is not None
    if side:
        assert found.ratio == 0.0
        assert found.interval == pytest.approx((0.0, high / (1 - high) * 2), rel=1e-6)
    else:
        assert found.ratio is None
        assert found.interval[0] == pytest.approx(low / (1 - low) * 2, rel=1e-6)
        assert found.interval[1] is None
        assert "no ratio" in found.reason


def reason(people: list[tuple[int, int, int, int]]) -> str:
    found = paired_ratio(people)
    assert found.interval is None
    return found.reason


def test_what_can_not_be_had_says_why() -> None:
    assert paired_ratio(()).reason.startswith("Too few people: 0 of those followed had")
    assert reason([(1, 100, 1, 100)] * 9).startswith("Too few people: 9 of those followed had")
    assert reason([(0, 100, 0, 100)] * 10).startswith("Nobody offended before or after")
    assert reason([(1, 100, 0, 100)] * 10 + [(1, 100, 4, 100)]).startswith("One person committed")


def test_custody_is_taken_off_and_said() -> None:
    people = [(Window(4, 365, 165), Window(1, 365))] * 10 + [(Window(3, 365), Window(2, 365, 65))] * 5
    short = [(Window(9, 365, 336), Window(9, 365)), (Window(9, 365), Window(9, 29))]
    found = rate_ratio(people + short)
    assert (found.people, found.too_short) == (15, 2)
    assert (found.custody_before, found.custody_after) == (1650, 325)
    assert found.corrected.ratio == pytest.approx((20 / (3650 + 1500)) / (55 / (2000 + 1825)))
    assert found.uncorrected.ratio == pytest.approx(20 / 55)
    assert found.corrected.years_before == pytest.approx(3825 / 365.25)
    assert found.uncorrected.years_after == pytest.approx(5475 / 365.25)


def test_thirty_days_are_enough() -> None:
    assert rate_ratio([(Window(1, 30), Window(1, 365, 335))]).too_short == 0


@pytest.mark.parametrize(("times", "ratio"), [(1, 1.0), (2, 2.0)])
def test_where_everybody_changes_alike_there_is_no_spread_to_be_sure_from(times: int, ratio: float) -> None:
    found = paired_ratio([(2, 300, 2 * times, 300), (5, 200, 5 * times, 200)] * 6)
    assert found.ratio == pytest.approx(ratio, abs=1e-12)
    assert (found.interval, found.method) == (None, "")
    assert found.reason.startswith("Everybody changed alike")
    assert Ratio().ratio is None


RUNS = 10_000


@pytest.mark.proof
@pytest.mark.parametrize(
    ("people", "least", "most"), [(10, 0.92, 0.97), (20, 0.935, 0.96), (40, 0.935, 0.96), (80, 0.935, 0.96)]
)
def test_coverage(people: int, least: float, most: float, record_property: Callable[[str, object], None]) -> None:
    """The interval holds the true ratio about as often as it says, with overdispersed counts and unequal custody."""
    chance, covered, measured = Random(people), 0, 0
    for _ in range(RUNS):
        found = rate_ratio([pair(chance, 0.8) for _ in range(people)]).corrected
        if found.interval is not None and found.interval[1] is not None:
            measured += 1
            covered += found.interval[0] <= 0.8 <= found.interval[1]
    record_property("counted", f"rate ratio, {people} people: covers {covered / measured:.4f} of {measured} runs")
    assert measured > 0.95 * RUNS
    assert least <= covered / measured <= most


@pytest.mark.proof
def test_coverage_of_the_exact_bound(record_property: Callable[[str, object], None]) -> None:
    """Given A + B, the exact limits hold the true ratio at least 95 % of the time, over every possible count."""
    excess = []
    for n in (1, 3, 10, 30, 60):
        limits = [exact_limits(a, n) for a in range(n + 1)]
        for p in (step / 200 for step in range(1, 200)):
            inside = [a for a, (low, high) in enumerate(limits) if low <= p <= high]
            first, last = min(inside), max(inside)
            covered = oracles.binomial_at_most(last, n, p) - oracles.binomial_at_most(first - 1, n, p)
            excess.append(covered - 0.95)
    mean = sum(excess) / len(excess)
    record_property("counted", f"exact limits: 95 % and {min(excess):.4f} to {max(excess):.4f} more, mean {mean:.4f}")
    assert min(excess) >= -1e-9
