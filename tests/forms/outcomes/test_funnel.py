"""The funnel against statsmodels' DerSimonian and Laird, SciPy's winsorising, and by hand."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles, oracles

from iomsa.outcomes.funnel import WINSORISED, Funnel, Scheme, funnel, limits_at, tau_squared, winsorised


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=45))
def test_winsorising(scores: list[float]) -> None:
    assert winsorised(scores) == pytest.approx(oracles.winsorised(scores, WINSORISED))


@given(st.lists(st.tuples(st.floats(0.1, 0.9), st.integers(5, 400)), min_size=2, max_size=30))
def test_tau_squared_about_the_weighted_mean(schemes: list[tuple[float, int]]) -> None:
    shares, variances = [share for share, _ in schemes], [0.24 / n for _, n in schemes]
    mean, expected = more_oracles.between_variance(shares, variances)
    phi = sum((share - mean) ** 2 / v for share, v in zip(shares, variances, strict=True)) / len(schemes)
    assert tau_squared(phi, [1 / v for v in variances]) == pytest.approx(max(0.0, expected), abs=1e-9)


def test_limits_by_hand() -> None:
    found = funnel([Scheme("A", 40, 100), Scheme("B", 30, 50), Scheme("C", 5, 25)], 0.4)
    z = [0.0, 0.2 / sqrt(0.24 / 50), -0.2 / sqrt(0.24 / 25)]
    weights = [100 / 0.24, 50 / 0.24, 25 / 0.24]
    tau = (sum(each * each for each in z) - 2) / (sum(weights) - sum(w * w for w in weights) / sum(weights))
    assert found.tau_squared == pytest.approx(tau)
    error, limits = sqrt(0.24 / 50 + tau), limits_at(found, 50)
    assert limits.inner == pytest.approx((0.4 - 1.959964 * error, 0.4 + 1.959964 * error), abs=1e-6)
    assert limits.outer == pytest.approx((max(0, 0.4 - 3.090232 * error), 0.4 + 3.090232 * error), abs=1e-6)


def test_a_few_outliers_do_not_widen_it() -> None:
    usual = [Scheme(str(place), 40 + place % 3 - 1, 100) for place in range(20)]
    assert funnel([*usual, Scheme("far out", 100, 100)], 0.4).tau_squared == 0


def test_no_more_difference_than_chance_is_no_overdispersion() -> None:
    found = funnel([Scheme(str(n), 4 * n, 10 * n) for n in range(1, 8)], 0.4)
    assert found.tau_squared == 0


def test_more_people_give_narrower_limits() -> None:
    found = funnel([Scheme("A", 10, 30), Scheme("B", 40, 90)], 0.4)
    few, many = limits_at(found, 10), limits_at(found, 1000)
    assert few.outer[0] < few.inner[0] < many.inner[0] < 0.4 < many.inner[1] < few.inner[1] < few.outer[1]


def test_edges() -> None:
    lone = funnel([Scheme("A", 0, 5)], 0.4)
    assert funnel([], 0.4) == lone == Funnel(0.4, 0.0, "How schemes differ can't be told from fewer than two.")
    assert limits_at(lone, 5).outer[0] == 0.0
    assert funnel([Scheme("A", 1, 5)] * 3, 1.0).reason.startswith("A benchmark of 0 or 100 %")


@pytest.mark.proof
def test_overdispersed_schemes_stay_inside(record_property: Callable[[str, object], None]) -> None:
    """With schemes that differ by a standard deviation of 5 points, about 95 % lie inside the inner limits."""
    chance, inside, runs, schemes = Random(5), 0, 10_000, 20
    for _ in range(runs):
        made = []
        for name in range(schemes):
            p, n = min(max(chance.gauss(0.45, 0.05), 0.01), 0.99), chance.randint(40, 300)
            made.append(Scheme(str(name), sum(chance.random() < p for _ in range(n)), n))
        found = funnel(made, 0.45)
        for each in made:
            low, high = limits_at(found, each.n).inner
            inside += low <= each.reoffended / each.n <= high
    record_property("counted", f"funnel: {inside / (runs * schemes):.4f} of overdispersed schemes inside 95 % limits")
    assert 0.9 <= inside / (runs * schemes) <= 0.97
