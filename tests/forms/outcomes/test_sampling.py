"""How many files, their shares by group, and the order that they come in."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.outcomes.sampling import in_order, second_reviews, shares, size_wanted

# Y. R. Krejcie and D. W. Morgan, Educational and Psychological Measurement 30 (1970), 607-610, table 1, rounded up.
PRINTED = [(100, 80), (200, 132), (500, 218), (1000, 278), (2000, 323), (10000, 370)]


@pytest.mark.parametrize(("population", "n"), PRINTED)
def test_sizes_of_the_printed_table(population: int, n: int) -> None:
    assert abs(size_wanted(population, 0.05) - n) <= 1


@given(st.integers(21, 5000), st.sampled_from([0.03, 0.05, 0.1, 0.15]))
def test_cochran_with_a_finite_list(population: int, margin: float) -> None:
    first = 1.959963984540054**2 * 0.25 / margin**2
    assert size_wanted(population, margin) == ceil(first / (1 + (first - 1) / population))


def test_a_short_list_is_read_whole() -> None:
    assert [size_wanted(n, 0.2) for n in (0, 1, 20)] == [0, 1, 20]
    assert size_wanted(21, 0.2) < 21


@given(st.lists(st.integers(0, 300), min_size=1, max_size=8), st.integers(0, 400))
def test_shares_hold_what_they_promise(sizes: list[int], total: int) -> None:
    found = shares(sizes, total)
    filled = sum(size > 0 for size in sizes)
    assert sum(found) == min(sum(sizes), max(total, filled))
    assert all(n <= size for n, size in zip(found, sizes, strict=True))
    assert all(n >= 1 for n, size in zip(found, sizes, strict=True) if size)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=5), st.integers(5, 60))
def test_shares_are_by_largest_remainder(sizes: list[int], total: int) -> None:
    whole, total = sum(sizes), min(total, sum(sizes))
    quotas = [Fraction(total * size, whole) for size in sizes]
    expected = [int(quota) for quota in quotas]
    order = sorted(range(len(sizes)), key=lambda i: (-(quotas[i] - expected[i]), -sizes[i], i))
    for place in order[: total - sum(expected)]:
        expected[place] += 1
    if all(expected):
        assert list(shares(sizes, total)) == expected


def test_ties_go_to_the_larger_stratum_and_everybody_gets_one() -> None:
    assert shares([10, 30], 10) == (2, 8)
    assert shares([24, 17, 1], 36) == (21, 14, 1)  # 20 4/7, 14 4/7, 6/7: the second file left goes to the larger
    assert shares([90, 8, 2], 20) == (17, 2, 1)
    assert shares([5, 0, 5], 1) == (1, 0, 1)
    assert shares([7], 3) == (3,)
    assert shares([], 3) == ()


@given(st.lists(st.text(min_size=1, max_size=6), max_size=30), st.text(max_size=5))
def test_the_order_can_be_worked_out_anywhere(refs: list[str], seed: str) -> None:
    found = in_order(seed, refs)
    digests = [hashlib.sha256((seed + "|" + ref).encode("utf-8")).hexdigest() for ref in found]
    assert digests == sorted(digests)
    assert sorted(found) == sorted(set(refs))


def test_the_order_is_pinned() -> None:
    # printf '2026|A-001' | sha256sum, and so on
    assert in_order("2026", ["A-001", "A-002", "A-003", "ŵ-004"]) == ("A-001", "ŵ-004", "A-003", "A-002")


@pytest.mark.parametrize(("files", "twice"), [(4, 4), (10, 10), (30, 10), (50, 10), (51, 11), (100, 20), (0, 0)])
def test_second_reviews(files: int, twice: int) -> None:
    assert second_reviews(files) == twice
