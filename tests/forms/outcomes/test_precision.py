"""The precision of a drawn share: against statsmodels, against the wanted size, and by what it must always hold."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from iomsa.outcomes.precision import half_width
from iomsa.outcomes.sampling import size_wanted

SIZES = st.integers(2, 500).flatmap(lambda people: st.tuples(st.just(people), st.integers(1, people)))


@given(SIZES)
def test_one_stratum_is_the_normal_interval_with_the_finite_correction(size: tuple[int, int]) -> None:
    people, drawn = size
    low, high = proportion_confint(0.6 * drawn, drawn, method="normal")
    # The library cuts at 0 and 1; a share of 0.6 reaches 1 first.
    if high < 1 and low > 0:
        corrected = (high - low) / 2 * sqrt((people - drawn) / (people - 1))
        assert half_width([size]) == pytest.approx(corrected, abs=1e-9)


@given(st.integers(21, 3000), st.sampled_from([10, 15, 20]))
def test_the_wanted_size_is_the_smallest_that_gives_the_margin(people: int, margin: int) -> None:
    # A precision is wanted for a share of one half, and said for one of 60 %, where chance is a little less.
    drawn, less = size_wanted(people, margin / 100), sqrt(0.6 * 0.4) / 0.5
    assert half_width([(people, drawn)]) <= less * margin / 100 + 1e-6
    assert drawn == 1 or half_width([(people, drawn - 1)]) > less * margin / 100 - 1e-6


@given(st.lists(SIZES, min_size=1, max_size=4))
def test_more_files_never_say_less_and_all_of_them_leave_nothing(strata: list[tuple[int, int]]) -> None:
    more = [(people, min(people, drawn + 1)) for people, drawn in strata]
    assert half_width(more) <= half_width(strata) + 1e-12
    assert half_width([(people, people) for people, _ in strata]) == 0


def test_strata_of_one_and_of_none_are_taken() -> None:
    assert half_width([(1, 1), (0, 0), (20, 10)]) == pytest.approx(20 / 21 * half_width([(20, 10)]))
