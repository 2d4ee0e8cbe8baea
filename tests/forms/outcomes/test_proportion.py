"""Shares of samples: finite lists, strata, exact fractions."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles

from iomsa.outcomes.exact_limits import exact_limits
from iomsa.outcomes.proportion import Estimate, Stratum, estimate


@st.composite
def stratum(draw: st.DrawFn) -> Stratum:
    size = draw(st.integers(1, 200))
    n = draw(st.integers(1, min(size, 40)))
    return Stratum(size, n, draw(st.integers(0, n)))


@given(st.integers(1, 200), st.integers(0, 400), st.data())
def test_a_sample_of_a_finite_list(n: int, more: int, data: st.DataObject) -> None:
    successes, population = data.draw(st.integers(0, n)), n + more
    found = estimate([Stratum(population, n, successes)])
    assert Fraction(*found.ratio) == Fraction(successes, n)
    assert found.interval == (wilson(successes / n, n * (population - 1) / (population - n)) if more else None)


def wilson(share: float, size: float) -> object:
    """Give the interval of statsmodels on an effective size."""
    return pytest.approx(more_oracles.wilson(share * size, size), abs=1e-6)


def test_one_file_of_many_counts_as_one() -> None:
    assert estimate([Stratum(50, 1, 1)]).interval == pytest.approx((0.2065, 1.0), abs=1e-4)
    assert estimate([Stratum(1, 1, 1)]) == Estimate((1, 1), None)


@given(st.lists(stratum(), min_size=2, max_size=5))
def test_strata_against_the_sum_in_floats(strata: list[Stratum]) -> None:
    found = estimate(strata)
    whole = sum(each.size for each in strata)
    weights = [each.size / whole for each in strata]
    shares = [each.successes / each.n for each in strata]
    share = sum(w * p for w, p in zip(weights, shares, strict=True))
    assert float(Fraction(*found.ratio)) == pytest.approx(share, abs=1e-12)
    if all(each.n == each.size for each in strata):
        assert found.interval is None
        return
    spreads = [
        share * (1 - share) if s.n == 1 else p * (1 - p) / (s.n - 1) for s, p in zip(strata, shares, strict=True)
    ]
    parts = list(zip(weights, strata, spreads, strict=True))
    variance = sum(w * w * (1 - s.n / s.size) * spread for w, s, spread in parts)
    size = (
        share * (1 - share) / variance
        if variance > 1e-15
        else 1 / sum(w * w * (1 - s.n / s.size) / s.n for w, s, _ in parts)
    )
    assert found.interval == wilson(share, size)


@given(st.lists(stratum(), min_size=1, max_size=5))
def test_an_end_never_leaves_0_and_1_and_holds_the_share(strata: list[Stratum]) -> None:
    found = estimate(strata)
    if found.interval:
        low, high = found.interval
        assert 0 <= low <= Fraction(*found.ratio) <= high + 1e-12 <= 1 + 1e-12
        assert low < high


def test_where_a_question_does_not_apply_to_some() -> None:
    # 20 of 40 reviewed, 12 of them yes or no: it is taken to apply to 24 of the 40.
    assert estimate([Stratum(40, 12, 9, 20)]).interval == wilson(9 / 12, 12 * 23 / 12)
    assert estimate([Stratum(20, 12, 9, 20)]).interval is None
    assert estimate([Stratum(20, 12, 9, 20), Stratum(10, 10, 4)]).interval is None
    w = 0.8 * 0.75 + 0.2 * 0.4
    half_read = estimate([Stratum(40, 12, 9, 20), Stratum(10, 10, 4)])
    assert half_read.interval == wilson(w, w * (1 - w) / (0.64 * 0.5 * 0.75 * 0.25 / 11))


def test_cochran_by_hand() -> None:
    # Two strata, 60 and 40 files: 8 of 10 and 5 of 20. w = .6*.8 + .4*.25 = .58;
    # v = .36*(5/6)*(.16/9) + .16*(1/2)*(.1875/19) = .0053333 + .00078947; size = .58*.42/v.
    found = estimate([Stratum(60, 10, 8), Stratum(40, 20, 5)])
    assert found.ratio == (29, 50)
    assert found.interval == wilson(0.58, 0.2436 / (0.36 * 5 / 6 * 0.16 / 9 + 0.16 / 2 * 0.1875 / 19))


def test_a_stratum_of_one_takes_the_spread_of_all() -> None:
    w = 0.5 * 1 + 0.5 * 0.4
    variance = 0.25 * 0.9 * w * (1 - w) + 0.25 * 0.5 * 0.24 / 4
    assert estimate([Stratum(10, 1, 1), Stratum(10, 5, 2)]).interval == wilson(w, w * (1 - w) / variance)


def test_the_weighted_share_is_exact_at_the_half() -> None:
    assert estimate([Stratum(100, 100, 64), Stratum(100, 100, 65)]).ratio == (129, 200)


@pytest.mark.proof
def test_coverage(record_property: Callable[[str, object], None]) -> None:
    """Exact limits cover at least 95 %; Wilson on the effective size and on strata come close (10,000 runs)."""
    chance, runs = random.Random(4), 10_000
    exact = simple = strata = 0
    first, second = [True] * 90 + [False] * 30, [True] * 30 + [False] * 50
    for _ in range(runs):
        x = sum(chance.random() < 0.72 for _ in range(25))
        low, high = exact_limits(x, 25)
        exact += low <= 0.72 <= high
        a, b = sum(chance.sample(first, 20)), sum(chance.sample(second, 25))
        low, high = estimate([Stratum(120, 20, a)]).interval or (0, 0)
        simple += low <= 0.75 <= high
        low, high = estimate([Stratum(120, 20, a), Stratum(80, 25, b)]).interval or (0, 0)
        strata += low <= 0.6 <= high
    shares = {"exact": exact / runs, "finite list": simple / runs, "strata": strata / runs}
    record_property("counted", f"coverage of shares in {runs} runs: {shares}")
    assert shares["exact"] >= 0.95 - 3 * sqrt(0.05 * 0.95 / runs)
    assert all(0.93 <= each <= 0.985 for each in shares.values())
