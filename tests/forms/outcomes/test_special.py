"""The distributions against SciPy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles, oracles

from iomsa.outcomes import special
from iomsa.outcomes.exact_limits import exact_limits

UNIT = st.floats(0, 1)
INSIDE = st.floats(1e-6, 1 - 1e-6)
SHAPE = st.floats(0.5, 2000)
FREEDOM = st.integers(1, 2000)


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-10, abs=1e-11)


@given(UNIT, SHAPE, SHAPE)
def test_incomplete_beta(x: float, a: float, b: float) -> None:
    assert special.beta_cdf(x, a, b) == close(oracles.beta_cdf(x, a, b))


@given(INSIDE, st.floats(0.5, 500), st.floats(0.5, 500))
def test_inverse_of_incomplete_beta(p: float, a: float, b: float) -> None:
    assert special.beta_quantile(p, a, b) == close(oracles.beta_quantile(p, a, b))


@given(INSIDE, FREEDOM)
def test_t_quantile(p: float, df: int) -> None:
    assert special.t_quantile(p, df) == close(oracles.t_quantile(p, df))


def test_t_quantiles_of_the_printed_table() -> None:
    # R. A. Fisher and F. Yates, Statistical Tables, table III: 0.975.
    printed = {1: 12.706, 2: 4.303, 9: 2.262, 19: 2.093, 120: 1.980}
    assert {df: round(special.t_quantile(0.975, df), 3) for df in printed} == printed
    assert special.t_quantile(0.5, 7) == 0.0


@given(st.integers(0, 300), st.integers(1, 300))
def test_exact_limits(successes: int, n: int) -> None:
    successes = min(successes, n)
    assert exact_limits(successes, n) == close_pair(more_oracles.exact_limits(successes, n))


def close_pair(pair: tuple[float, float]) -> object:
    return pytest.approx(pair, rel=1e-10, abs=1e-11)


def test_exact_limits_as_published() -> None:
    # R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 5.
    assert exact_limits(81, 263) == pytest.approx((0.2527, 0.3676), abs=0.00005)
    assert exact_limits(0, 20) == pytest.approx((0.0, 0.1684), abs=0.00005)
    assert exact_limits(1, 29) == pytest.approx((0.0009, 0.1776), abs=0.00005)
