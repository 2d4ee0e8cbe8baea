"""Charts over time: which one, limits, rules, colours, hollow quarters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise, product
from math import sqrt
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes.made_quarters import FIRST, LATE, quarters
from tests.forms.outcomes.people import poisson

from iomsa.outcomes import marks
from iomsa.outcomes.control_limits import laney_u, t_chart, xmr
from iomsa.outcomes.marks import Mark, mark
from iomsa.outcomes.months import months_after
from iomsa.outcomes.over_time import over_time
from iomsa.outcomes.quarters import Chart, Quarter, chart_for, hollow
from iomsa.outcomes.signals import Rule, signals

NONE: frozenset[Rule] = frozenset()


@pytest.mark.parametrize(
    ("data_to", "still"), [("2024-12-30", True), ("2024-12-31", False), ("2024-03-31", True), ("2026-01-01", False)]
)
def test_a_quarter_is_hollow_for_nine_months(data_to: str, still: bool) -> None:
    quarter = Quarter(date(2024, 1, 1), 1, 90)
    assert quarter.end == date(2024, 3, 31)
    assert hollow(quarter, date.fromisoformat(data_to)) is still


@pytest.mark.parametrize(
    ("counts", "days", "held", "chart"),
    [
        ([8] * 12, None, True, Chart.XMR),
        ([8] * 11, None, True, Chart.T),
        ([8] * 11, None, False, Chart.LINE),
        ([5] * 11 + [4], None, True, Chart.T),
        ([5] * 12, None, True, Chart.LANEY),
        ([8] * 11 + [7], None, True, Chart.LANEY),
        ([8] * 12, [1125] + [1000] * 10 + [876], False, Chart.XMR),
        ([8] * 12, [1125] + [1000] * 10 + [875], False, Chart.LANEY),
        ([], None, True, Chart.T),
        ([], None, False, Chart.LINE),
    ],
)
def test_the_chart_that_suits(counts: list[int], days: list[int] | None, held: bool, chart: Chart) -> None:
    assert chart_for(quarters(counts, days), held) is chart


def test_an_individuals_chart_as_published() -> None:
    # D. C. Montgomery, Introduction to Statistical Quality Control, 6th ed., example 6.5 (viscosity of paint): printed
    # mean 33.52, mean moving range 0.48, limits 34.802 and 32.238; range limit 1.57.
    values = [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84]
    found = xmr(values)
    assert found.centre == pytest.approx(33.52, abs=0.005)
    assert (found.low[0], found.high[0]) == pytest.approx((32.238, 34.802), abs=0.01)
    assert found.range_limit == pytest.approx(1.57, abs=0.01)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=40))
def test_xmr_by_its_definition(values: list[float]) -> None:
    found = xmr(values)
    moving = mean(abs(a - b) for a, b in pairwise(values))
    assert found.centre == pytest.approx(mean(values))
    assert found.high[0] == pytest.approx(mean(values) + 2.66 * moving)
    assert found.low[0] == pytest.approx(max(0, mean(values) - 2.66 * moving))
    assert found.range_limit == pytest.approx(3.267 * moving)
    for value, distance in zip(values, found.distances, strict=True):
        assert found.centre + distance * 2.66 * moving / 3 == pytest.approx(value, abs=1e-6)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(90, 9000)), min_size=2, max_size=30))
def test_laney_by_its_definition(rows: list[tuple[int, int]]) -> None:
    made = quarters([count for count, _ in rows], [days for _, days in rows])
    found = laney_u(made)
    sizes = [days / 1000 for _, days in rows]
    u = sum(count for count, _ in rows) / sum(sizes)
    assert found.centre == pytest.approx(u)
    if u == 0:
        assert set(found.distances) == {0.0}
        return
    z = [(count / size - u) / sqrt(u / size) for (count, _), size in zip(rows, sizes, strict=True)]
    sigma_z = mean(abs(a - b) for a, b in pairwise(z)) / 1.128
    assert found.sigma_z == pytest.approx(sigma_z, abs=1e-9)
    widths = [3 * sqrt(u / size) * max(1, sigma_z) for size in sizes]
    assert found.high == pytest.approx([u + width for width in widths])
    assert found.low == pytest.approx([max(0, u - width) for width in widths])


@given(st.lists(st.integers(0, 200), min_size=2, max_size=40))
def test_t_chart_by_its_definition(gaps: list[int]) -> None:
    found = t_chart(gaps)
    moved = [gap ** (1 / 3.6) for gap in gaps]
    moving = mean(abs(a - b) for a, b in pairwise(moved))
    assert found.centre == pytest.approx(mean(moved) ** 3.6)
    assert found.high[0] == pytest.approx((mean(moved) + 2.66 * moving) ** 3.6)
    assert found.low[0] == pytest.approx(max(0, mean(moved) - 2.66 * moving) ** 3.6)


def rules_of(distances: list[float]) -> list[set[Rule]]:
    return [set(each) for each in signals(distances, distances)]


def test_one_point_beyond() -> None:
    assert rules_of([0.5, 3.01, -3.01, 3.0]) == [set(), {Rule.BEYOND}, {Rule.BEYOND}, set()]


def test_a_shift_is_seven_in_a_row_on_one_side() -> None:
    up = [0.4, 0.2, 0.3, 0.1, 0.5, 0.2, 0.6]
    assert rules_of([-0.1, *up, -0.2]) == [set(), *[{Rule.SHIFT}] * 7, set()]
    assert rules_of([*up[:6], -0.1]) == [set()] * 7
    assert rules_of([*up[:3], 0.0, *up[3:]]) == [set()] * 8
    assert rules_of(up + up[:2]) == [{Rule.SHIFT}] * 9


def test_a_trend_is_seven_in_a_row_one_way() -> None:
    fall = [1.5, 1.0, 0.5, -0.1, -0.6, -1.1, -1.6]
    assert rules_of(fall) == [{Rule.TREND}] * 7
    assert rules_of(fall[::-1]) == [{Rule.TREND}] * 7
    assert rules_of(fall[:6]) == [set()] * 6
    assert rules_of([1.5, 1.0, 0.5, 0.5, -0.6, -1.1, -1.6]) == [set()] * 7


def test_two_of_three_near_the_limit() -> None:
    assert rules_of([2.5, 0.1, 2.1]) == [{Rule.NEAR}, set(), {Rule.NEAR}]
    assert rules_of([2.5, -0.1, 2.1]) == [set()] * 3
    assert rules_of([2.5, 0.1, 0.1, 2.1]) == [set()] * 4
    assert rules_of([2.5, 2.0, 0.1]) == [set()] * 3
    assert rules_of([-2.5, -2.2, -0.1]) == [{Rule.NEAR}, {Rule.NEAR}, set()]


def test_every_colour_icon_and_sentence() -> None:
    every = [NONE, *(frozenset({rule}) for rule in Rule)]
    for rules, distance, good in product(every, [-2.5, 0.0, 2.5], [True, False]):
        assert mark(rules, distance, hollow=True, high_is_good=good) == Mark("common", "hollow", marks.STILL_TO_COME)
        found = mark(rules, distance, high_is_good=good)
        if not rules or distance == 0:
            assert found == Mark("common", "common", marks.USUAL)
            continue
        colour = "improvement" if (distance > 0) is good else "concern"
        assert found[:2] == (colour, f"{colour}-{'high' if distance > 0 else 'low'}")
        assert found.sentence.startswith(
            "Outside what is usual for this scheme. Look for the reason: fewer people, custody, recording, or change. "
            "Here: "
        )
    assert mark(frozenset({Rule.BEYOND, Rule.NEAR}), 3.5).sentence.endswith(
        "Here: beyond the limit, one of two out of three close to the limit."
    )


STEADY = [10, 12, 9, 11, 10, 8, 12, 10, 11, 9, 10, 12, 9, 11]


def test_a_steady_scheme_and_one_quarter_that_stands_out() -> None:
    found = over_time(quarters([*STEADY, 30]), LATE)
    assert (found.chart, found.settled, found.reason) == (Chart.XMR, 15, "")
    assert [point.mark.colour for point in found.points] == ["common"] * 14 + ["concern"]
    assert found.points[-1].value == pytest.approx(7.5)
    assert found.range_limit is not None


@given(st.lists(st.integers(0, 90), max_size=4), st.integers(1000, 30_000))
def test_hollow_quarters_change_nothing_else(last: list[int], days: int) -> None:
    made = quarters(STEADY + last, [4000] * 14 + [days] * len(last))
    data_to = months_after(made[13].end, 9)
    found, without = over_time(made, data_to), over_time(made[:14], data_to)
    assert found._replace(points=()) == without._replace(points=())
    assert found.points[:14] == without.points
    assert all(point.hollow and point.mark.icon == "hollow" and point.high is None for point in found.points[14:])
    assert len(found.points) == 14 + len(last)


def test_quarters_in_any_order_and_without_exposure() -> None:
    made = quarters(STEADY)
    empty = Quarter(months_after(FIRST, 99), 0, 0)
    assert over_time([empty, *made[::-1]], LATE) == over_time(made, LATE)
    assert over_time([], LATE).reason == "0 settled quarters: limits by quarter need 12."


def test_uneven_exposure_takes_laney() -> None:
    found = over_time(quarters(STEADY, [2000 + 300 * place for place in range(14)]), LATE)
    assert found.chart is Chart.LANEY
    assert found.sigma_z is not None
    assert len({point.high for point in found.points}) == 14


def test_few_offences_take_the_days_between_them() -> None:
    made = quarters([2] * 8)
    dates = [FIRST + timedelta(31 * place) for place in range(20)] + [FIRST + timedelta(620)]
    found = over_time(made, months_after(made[6].end, 9), dates)
    assert found.chart is Chart.T
    assert (len(found.points), sum(point.hollow for point in found.points)) == (20, 0)
    assert found.points[-1].value == 31.0
    later = over_time(made, months_after(made[5].end, 9), dates)
    assert [point.hollow for point in later.points].count(True) == 3
    assert later.points[-1].mark.icon == "hollow"


def test_more_days_between_is_better() -> None:
    dates = [FIRST]
    for gap in [20, 25, 22, 18, 24, 21, 23, 19, 22, 20, 24, 21, 200]:
        dates.append(dates[-1] + timedelta(gap))
    found = over_time(quarters([3] * 8), LATE, dates)
    assert found.points[-1].mark[:2] == ("improvement", "improvement-high")


def test_without_dates_there_is_a_line() -> None:
    found = over_time(quarters([2] * 14), LATE)
    assert found.chart is Chart.LINE
    assert {(point.low, point.mark.colour) for point in found.points} == {(None, "common")}
    assert found.reason == "Fewer than 5 offences a quarter: too few for limits by quarter."


@pytest.mark.parametrize(("dates", "gaps"), [(1, "0 gaps"), (2, "1 gap"), (12, "11 gaps")])
def test_too_few_dates_are_said(dates: int, gaps: str) -> None:
    few = over_time(quarters([2] * 8), LATE, [FIRST + timedelta(20 * place) for place in range(dates)])
    assert few.chart is Chart.LINE
    assert few.reason.endswith(
        f"The dates of offences give {gaps} in settled quarters: a chart of the days between them needs 12, "
        "as one by quarter does, for limits from fewer would hardly hold."
    )
    enough = over_time(quarters([2] * 8), LATE, [FIRST + timedelta(20 * place) for place in range(13)])
    assert enough.chart is Chart.T


def test_all_alike_is_usual() -> None:
    assert {point.mark.colour for point in over_time(quarters([9] * 14), LATE).points} == {"common"}


@pytest.mark.proof
def test_false_alarms(record_property: Callable[[str, object], None]) -> None:
    """Count how often a point of a scheme that never changes is coloured; Wheeler's limits alone would be near 1 %."""
    chance, coloured, points = Random(11), 0, 0
    for _ in range(10_000):
        found = over_time(quarters([poisson(chance, 15) for _ in range(20)]), LATE)
        coloured += sum(point.mark.colour != "common" for point in found.points)
        points += len(found.points)
    record_property("counted", f"over time: {coloured / points:.4f} of the points of a steady scheme are coloured")
    assert coloured / points < 0.1
