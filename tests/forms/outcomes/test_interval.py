"""The Wilson interval against published worked examples and its own equation."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest

from iomsa.outcomes.interval import Z_95, Z_998, wilson

# R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
PUBLISHED = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("successes", "n", "low", "high"), PUBLISHED)
def test_published_examples(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize(("successes", "n"), [(1, 2), (3, 7), (12, 18), (20, 58), (999, 1000)])
def test_both_ends_are_z_standard_errors_away(successes: int, n: int) -> None:
    for end in wilson(successes, n):
        assert abs(successes / n - end) == pytest.approx(1.959963984540054 * sqrt(end * (1 - end) / n))


def test_an_end_never_leaves_0_and_1() -> None:
    assert wilson(0, 3)[0] == 0.0
    assert wilson(3, 3)[1] == 1.0


@pytest.mark.parametrize(("z", "p"), [(Z_95, 0.975), (Z_998, 0.999)])
def test_the_quantiles_that_are_written_out_are_the_normal_ones(z: float, p: float) -> None:
    assert z == pytest.approx(NormalDist().inv_cdf(p), abs=1e-14)
