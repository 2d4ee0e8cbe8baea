"""Offending over time: the points, limits and marks of the one chart that suits the data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from iomsa.outcomes.control_limits import Limits, laney_u, t_chart, xmr
from iomsa.outcomes.marks import Mark, mark
from iomsa.outcomes.quarters import FEWEST_OFFENCES, FEWEST_QUARTERS, Chart, Quarter, chart_for, hollow
from iomsa.outcomes.signals import signals

FEWEST_GAPS = FEWEST_QUARTERS


class Point(NamedTuple):
    """Hold a point: a quarter's rate per 1,000 days, or the days since the offence before; None limits on a line."""

    day: date
    value: float
    hollow: bool
    low: float | None
    high: float | None
    mark: Mark


class OverTime(NamedTuple):
    """Hold a chart; the reason says why there are no limits or why a quarter is not on it."""

    chart: Chart
    points: tuple[Point, ...]
    settled: int
    centre: float | None = None
    range_limit: float | None = None
    sigma_z: float | None = None
    reason: str = ""


def over_time(quarters: Sequence[Quarter], data_to: date, dates: Sequence[date] = ()) -> OverTime:
    """Return the chart of these quarters, or of the days between offences where there are few of either.

    Quarters without a day at liberty have no rate and are left out. Hollow ones are shown, and enter neither the
    choice, the mean nor the limits. Limits stand on all settled quarters and are never set anew by themselves.
    """
    shown = sorted(quarter for quarter in quarters if quarter.days > 0)
    settled = [quarter for quarter in shown if not hollow(quarter, data_to)]
    settled_dates = sorted(day for day in dates if settled and settled[0].start <= day <= settled[-1].end)
    chart = chart_for(settled, len(settled_dates) > FEWEST_GAPS)
    if chart is Chart.T:
        return _days_between(settled_dates, sorted(day for day in dates if day > settled[-1].end), len(settled))
    if chart is Chart.LINE:
        points = tuple(_bare(each.start, each.rate, each not in settled) for each in shown)
        return OverTime(chart, points, len(settled), reason=_few(len(settled)))
    values = [quarter.rate for quarter in settled]
    limits = xmr(values) if chart is Chart.XMR else laney_u(settled)
    points = _marked([quarter.start for quarter in settled], values, limits, high_is_good=False)
    points += tuple(_bare(each.start, each.rate, True) for each in shown if each not in settled)
    return OverTime(chart, tuple(sorted(points)), len(settled), limits.centre, limits.range_limit, limits.sigma_z)


def _days_between(days: Sequence[date], later: Sequence[date], settled: int) -> OverTime:
    gaps = [(after - before).days for before, after in pairwise(days)]
    limits = t_chart(gaps)
    points = _marked(days[1:], [float(gap) for gap in gaps], limits, high_is_good=True)
    hollow_gaps = [(after, (after - before).days) for before, after in pairwise((days[-1], *later))]
    points += tuple(_bare(day, float(gap), True) for day, gap in hollow_gaps)
    return OverTime(Chart.T, points, settled, limits.centre, reason=_few(settled))


def _marked(days: Sequence[date], values: Sequence[float], limits: Limits, *, high_is_good: bool) -> tuple[Point, ...]:
    marks = [
        mark(rules, distance, high_is_good=high_is_good)
        for rules, distance in zip(signals(values, limits.distances), limits.distances, strict=True)
    ]
    rows = zip(days, values, limits.low, limits.high, marks, strict=True)
    return tuple(Point(day, value, False, low, high, each) for day, value, low, high, each in rows)


def _bare(day: date, value: float, is_hollow: bool) -> Point:
    return Point(day, value, is_hollow, None, None, mark(frozenset(), 0.0, hollow=is_hollow))


def _few(settled: int) -> str:
    if settled < FEWEST_QUARTERS:
        return f"{settled} settled quarters: limits by quarter need {FEWEST_QUARTERS}."
    return f"Fewer than {FEWEST_OFFENCES} offences a quarter: too few for limits by quarter."
