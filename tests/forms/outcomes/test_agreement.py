"""Agreement against published worked examples and statsmodels."""

from __future__ import annotations

from math import isnan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles

from iomsa.outcomes.agreement import Agreement, Figure, Pair, agreement, cohen_kappa, gwet_ac1, most_differing
from iomsa.outcomes.special import t_quantile

# K. L. Gwet's abstractors: the worked example of his package irrCAC and of Handbook of Inter-Rater Reliability (2014).
ABSTRACTORS = ((13, 0, 0), (0, 20, 7), (0, 4, 56))
TABLE = st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=3, max_size=3)


def pairs_of(table: object) -> list[Pair]:
    assert isinstance(table, list | tuple)
    return [("abc"[i], "abc"[j]) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]


def ends(figure: Figure) -> tuple[float, float]:
    assert figure.interval is not None
    return figure.interval


def test_ac1_as_published() -> None:
    found = gwet_ac1(pairs_of(ABSTRACTORS), "abc")
    assert found.value == pytest.approx(0.8493305, abs=1e-7)
    # Published for the table: 0.04321747 by the delta method, which divides by n where the subjects' divide by n - 1.
    error = (ends(found)[1] - (found.value or 0)) / t_quantile(0.975, 99)
    assert error * sqrt(99 / 100) == pytest.approx(0.04321747, abs=1e-8)


# irrCAC 0.4.4, CAC(...).gwet(), run on these pairs with eight digits: AC1 and the interval linearised by subject.
RUN_BY_IRRCAC = [
    (
        "ab aa aa bb bb ab ba aa cc ca ac aa bb cc",
        0.47663551,
        0.05649556,
        0.89677547,
    ),
    ("aa aa aa aa aa aa aa aa aa ab aa ba aa bb", 0.83720930, 0.58588615, 1.0),
]


@pytest.mark.parametrize(("words", "value", "low", "high"), RUN_BY_IRRCAC)
def test_ac1_as_its_author_s_method_gives_it(words: str, value: float, low: float, high: float) -> None:
    found = gwet_ac1([(word[0], word[1]) for word in words.split()], "abc")
    assert (found.value, *ends(found)) == pytest.approx((value, low, high), abs=1e-6)


@given(TABLE)
def test_kappa(table: list[list[int]]) -> None:
    found = cohen_kappa(pairs_of(table))
    if found.interval is None:
        return
    value, low, high = more_oracles.kappa(table)
    if isnan(low):  # the variance is so small that statsmodels' floats take it for negative
        return
    assert found.value == pytest.approx(value, abs=1e-9)
    assert ends(found) == pytest.approx((max(-1.0, low), min(1.0, high)), abs=1e-9)


def test_kappa_where_chance_alone_agrees() -> None:
    found = cohen_kappa([("a", "a")] * 12)
    assert found.value is None
    assert "chance alone" in found.reason
    assert cohen_kappa([]).value is None


def test_full_agreement_has_no_interval() -> None:
    found = agreement([("a", "a")] * 6 + [("b", "b")] * 6, "ab")
    assert found.ac1[:2] == found.kappa[:2] == (1.0, None)
    assert "no spread" in found.ac1.reason
    assert found.share.interval == pytest.approx(more_oracles.wilson(12, 12))


@pytest.mark.parametrize("n", [0, 1, 9])
def test_too_few_to_measure(n: int) -> None:
    found = agreement([("a", "b")] * n, "ab")
    assert found.reason.startswith("Too few to measure")
    assert (found.share.value, found.ac1.value, found.kappa.value) == (None, None, None)
    assert (found.n, found.agreed) == (n, 0)


def test_ten_are_enough() -> None:
    found = agreement([("a", "b")] * 3 + [("a", "a")] * 7, "ab")
    assert (found.share.value, found.reason) == (0.7, "")


@pytest.mark.parametrize(
    "pairs", [[("a", "b")] * 12, [("a", "b"), ("b", "a")] * 6, [("a", "a")] * 8 + [("a", "b")] * 4]
)
def test_an_interval_of_no_width_is_not_given(pairs: list[Pair]) -> None:
    found = agreement(pairs, "ab")
    assert found.kappa.interval is None
    assert "no spread" in found.kappa.reason
    assert (found.ac1.interval is None) is (found.agreed == 0)


def test_one_category_measures_nothing() -> None:
    assert gwet_ac1([("a", "a")] * 12, "a").value is None


def test_the_questions_they_differ_on_come_first() -> None:
    none = Figure()
    made = {"A1": Agreement(10, 10, none, none, none), "A2": Agreement(10, 4, none, none, none)}
    made |= {"A3": Agreement(20, 8, none, none, none), "A4": Agreement(0, 0, none, none, none)}
    assert most_differing(made) == ("A3", "A2", "A1", "A4")
