"""The two rules that make a rating of figures, against the tables they come from."""

from __future__ import annotations

from itertools import product

import pytest
from tests.builders import iom, library

from iomsa.scoring.bands import fewest, mean_place, share_place, unrounded_place, whole_percent

# HM Inspectorate of Probation's tables, as generally known: the most points of each of the first three ratings.
TABLES = [(10, 5, 15, 25), (12, 6, 18, 30), (9, 4, 13, 22), (7, 3, 10, 17)]


@pytest.mark.parametrize(("n", "inadequate", "improvement", "good"), TABLES)
def test_one_rule_gives_every_table_of_the_inspectorate(n: int, inadequate: int, improvement: int, good: int) -> None:
    mean = iom().rules.mean
    found = [mean_place(mean, total, n) for total in range(3 * n + 1)]
    assert found == [0] * (inadequate + 1) + [1] * (improvement - inadequate) + [2] * (good - improvement) + [3] * (
        3 * n - good
    )


@pytest.mark.parametrize(
    ("yes", "n", "percent"),
    [(0, 1, 0), (1, 1, 100), (1, 2, 50), (1, 3, 33), (2, 3, 67), (1, 8, 13), (3, 8, 38), (99, 200, 50), (197, 400, 49)],
)
def test_a_percentage_is_rounded_half_up(yes: int, n: int, percent: int) -> None:
    assert whole_percent(yes, n) == percent


@pytest.mark.parametrize(("percent", "place"), [(0, 0), (49, 0), (50, 1), (64, 1), (65, 2), (79, 2), (80, 3), (100, 3)])
def test_the_bands_begin_at_50_65_and_80(percent: int, place: int) -> None:
    assert share_place(iom().rules.share, percent) == place


@pytest.mark.parametrize(("yes", "n"), [(20, 31), (31, 48), (35, 44), (11, 17), (99, 200)])
def test_rounding_lifts_a_share_that_is_just_under_a_band(yes: int, n: int) -> None:
    share = iom().rules.share
    assert share_place(share, whole_percent(yes, n)) == unrounded_place(share, yes, n) + 1


def test_rounding_never_lowers() -> None:
    share = library().rules.share
    for n, yes in product(range(1, 60), range(60)):
        if yes <= n:
            assert share_place(share, whole_percent(yes, n)) >= unrounded_place(share, yes, n)


def test_the_fewest_that_reach_a_band_do_and_one_less_does_not() -> None:
    for n, band in product(range(1, 120), (50, 60, 65, 80, 85)):
        assert whole_percent(fewest(band, n), n) >= band > whole_percent(fewest(band, n) - 1, n)
