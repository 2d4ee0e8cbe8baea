"""Quarters that are missing between others: named, marked, and nothing counted across them."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from math import sqrt
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes.made_quarters import FIRST, LATE, quarters

from iomsa.outcomes.gaps import gaps, missing_between, missing_words
from iomsa.outcomes.months import months_after
from iomsa.outcomes.over_time import over_time
from iomsa.outcomes.quarters import Chart, Quarter
from iomsa.outcomes.signals import Rule, signals


def without(made: list[Quarter], *places: int) -> list[Quarter]:
    return [each for place, each in enumerate(made) if place not in places]


def test_quarters_missing_in_between_are_named_and_their_gap_is_marked() -> None:
    made = quarters([9] * 20)
    found = over_time(without(made, 3, 7, 8), LATE)
    assert found.missing == tuple(made[place].start for place in (3, 7, 8))
    assert [place for place, point in enumerate(found.points) if point.after_gap] == [3, 6]
    # What has no day at liberty has no rate, which is a gap too; before the first and after the last there is none.
    assert over_time([*made[:5], made[5]._replace(days=0), *made[6:]], LATE).missing == (made[5].start,)
    assert over_time(made[4:9], LATE).missing == ()


@pytest.mark.parametrize("days", [None, [2000 + 300 * place for place in range(21)]])
def test_neither_ranges_nor_rules_count_across_a_gap(days: list[int] | None) -> None:
    # Before the gap a low level, after it a high one: the step between them is no range.
    made = quarters([10, 12] * 5 + [0] + [30, 33] * 5, days)
    whole, gap = over_time(made, LATE), over_time(without(made, 10), LATE)
    assert gap.chart is whole.chart is (Chart.LANEY if days else Chart.XMR)
    values = [point.value for point in gap.points]
    ranges = [abs(one - other) for one, other in pairwise(values)]
    if gap.range_limit is not None:
        assert gap.range_limit == pytest.approx(3.267 * mean(ranges[:9] + ranges[10:]))
    else:
        sizes = [each.days / 1000 for each in without(made, 10)]
        assert gap.centre is not None
        z = [(value - gap.centre) / sqrt(gap.centre / size) for value, size in zip(values, sizes, strict=True)]
        steps = [abs(one - other) for one, other in pairwise(z)]
        assert gap.sigma_z == pytest.approx(mean(steps[:9] + steps[10:]) / 1.128)


def test_a_row_ends_at_a_break() -> None:
    seven = [0.4, 0.2, 0.3, 0.1, 0.5, 0.2, 0.6]
    rise = [-1.6, -1.1, -0.6, -0.1, 0.5, 1.0, 1.5]
    for values in (seven, rise, [2.5, 0.1, 2.1]):
        assert any(signals(values, values))
        for place in range(1, len(values)):
            assert not any(signals(values, values, {place}))
    assert signals(seven, seven, {0, 7}) == signals(seven, seven)
    assert [set(each) for each in signals([0.1, 3.2], [0.1, 3.2], {1})] == [set(), {Rule.BEYOND}]


def test_where_most_quarters_follow_none_there_are_no_limits() -> None:
    made = quarters([9, 10] * 15)
    five, all_apart = over_time(without(made[:17], 2, 4, 6, 8, 10), LATE), over_time(made[::2], LATE)
    assert (five.chart, five.settled) == (Chart.XMR, 12)
    assert (all_apart.chart, all_apart.settled, all_apart.centre) == (Chart.LINE, 15, None)
    assert all_apart.reason == "Too many quarters are missing in between for limits."


def test_days_between_offences_across_a_missing_quarter_are_left_out() -> None:
    made = quarters([3] * 12)
    dates = [FIRST + timedelta(25 * place) for place in range(43)]
    held = [day for day in dates if not made[4].start <= day <= made[4].end]
    found = over_time(without(made, 4), LATE, held)
    assert (found.chart, found.missing) == (Chart.T, (made[4].start,))
    assert {point.value for point in found.points} == {25.0}
    assert [point.after_gap for point in found.points].count(True) == 1
    # Dates that are held are held: nothing is missing where offences of that quarter are among them.
    assert over_time(without(made, 4), LATE, dates).points == over_time(made, LATE, dates).points


@given(st.sets(st.integers(1, 28), max_size=14))
def test_gaps_hold_every_missing_quarter_once(away: set[int]) -> None:
    made = quarters([9] * 30)
    missing = missing_between(each.start for each in without(made, *away))
    assert missing == tuple(made[place].start for place in sorted(away))
    found = gaps(missing)
    assert sum(gap.quarters for gap in found) == len(away)
    for gap in found:
        assert months_after(gap.first, 3 * (gap.quarters - 1)) == gap.last
    for one, other in pairwise(found):
        assert months_after(one.last, 6) <= other.first


def test_missing_quarters_are_named_by_their_months() -> None:
    made = [each.start for each in quarters([1] * 24)]
    assert missing_words(made[2:3]) == "July to September 2020"
    assert missing_words([*made[2:5], made[7]]) == "July 2020 to March 2021 and October to December 2021"
    assert missing_words([made[1], made[3], made[5], made[7]]).endswith("April to June 2021 and 1 more quarter")
    assert missing_words(made[1::2]).endswith("and 9 more quarters")
