"""Offending over time: the points, limits and marks of the one chart that suits the data."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from iomsa.outcomes.control_limits import Limits, laney_u, t_chart, xmr
from iomsa.outcomes.gaps import across, missing_between
from iomsa.outcomes.marks import Mark, mark
from iomsa.outcomes.quarters import FEWEST_OFFENCES, FEWEST_QUARTERS, Chart, Quarter, chart_for, hollow
from iomsa.outcomes.signals import signals

FEWEST_GAPS = FEWEST_QUARTERS
"""Limits rest on the differences of neighbours: days between offences need as many points for them as quarters do."""
ALONE = "Too many quarters are missing in between for limits."

Span = tuple[date, date]


class Point(NamedTuple):
    """Hold a point: a quarter's rate per 1,000 days, or the days since the offence before; None limits on a line.

    `after_gap` tells that something is missing between it and the point before, so that they are no neighbours.
    """

    day: date
    value: float
    hollow: bool
    low: float | None
    high: float | None
    mark: Mark
    after_gap: bool = False


class OverTime(NamedTuple):
    """Hold a chart; the reason says why there are no limits or why a quarter is not on it.

    `missing` are the first days of quarters that the chart has a gap for: between others, without a rate of their own.
    """

    chart: Chart
    points: tuple[Point, ...]
    settled: int
    centre: float | None = None
    range_limit: float | None = None
    sigma_z: float | None = None
    reason: str = ""
    missing: tuple[date, ...] = ()


def over_time(quarters: Sequence[Quarter], data_to: date, dates: Sequence[date] = ()) -> OverTime:
    """Return the chart of these quarters, or of the days between offences where there are few of either.

    Formulas and sources: as for `chart_for`, `xmr`, `laney_u`, `t_chart` and `signals`.

    Quarters without a day at liberty have no rate and are left out. Hollow ones are shown, and enter neither the
    choice, the mean nor the limits. Limits stand on all settled quarters and are never set anew by themselves. Across a
    quarter that is missing there is no range and no rule; where it is so before half of the settled ones, no limits.
    """
    shown = sorted(quarter for quarter in quarters if quarter.days > 0)
    settled = [quarter for quarter in shown if not hollow(quarter, data_to)]
    missing = missing_between(quarter.start for quarter in shown)
    days = sorted(day for day in dates if settled and settled[0].start <= day)
    spans = [span for span in pairwise(days) if not across(*span, missing)]
    done = [span for span in spans if span[1] <= settled[-1].end]
    chart = chart_for(settled, len(done) >= FEWEST_GAPS)
    if chart is Chart.T:
        gap = tuple(start for start in missing if any(across(*span, (start,)) for span in pairwise(days)))
        return _days_between(done, spans[len(done) :], len(settled))._replace(missing=gap)
    found = _by_quarter(chart, shown, settled, missing)
    return found._replace(reason=f"{found.reason} {_few_dates(done)}") if chart is Chart.LINE and dates else found


def _by_quarter(
    chart: Chart, shown: Sequence[Quarter], settled: Sequence[Quarter], missing: tuple[date, ...]
) -> OverTime:
    breaks = _breaks(shown, missing)
    alone = 2 * sum(place < len(settled) for place in breaks) >= len(settled)
    if chart is Chart.LINE or alone:
        points = tuple(_bare(each.start, each.rate, each not in settled) for each in shown)
        reason = _few(len(settled)) if chart is Chart.LINE else ALONE
        return OverTime(Chart.LINE, _with_gaps(points, breaks), len(settled), reason=reason, missing=missing)
    values = [quarter.rate for quarter in settled]
    limits = xmr(values, breaks) if chart is Chart.XMR else laney_u(settled, breaks)
    points = _marked([quarter.start for quarter in settled], values, limits, breaks, high_is_good=False)
    points += tuple(_bare(each.start, each.rate, True) for each in shown[len(settled) :])
    points = _with_gaps(points, breaks)
    return OverTime(chart, points, len(settled), limits.centre, limits.range_limit, limits.sigma_z, missing=missing)


def _days_between(done: Sequence[Span], later: Sequence[Span], settled: int) -> OverTime:
    spans = (*done, *later)
    breaks = {place for place, (one, other) in enumerate(pairwise(spans), start=1) if one[1] != other[0]}
    gaps = [(after - before).days for before, after in done]
    limits = t_chart(gaps, breaks)
    points = _marked([after for _, after in done], [float(gap) for gap in gaps], limits, breaks, high_is_good=True)
    points += tuple(_bare(after, float((after - before).days), True) for before, after in later)
    return OverTime(Chart.T, _with_gaps(points, breaks), settled, limits.centre, reason=_few(settled))


def _breaks(shown: Sequence[Quarter], missing: Sequence[date]) -> set[int]:
    return {
        place for place, (one, other) in enumerate(pairwise(shown), start=1) if across(one.start, other.end, missing)
    }


def _with_gaps(points: Sequence[Point], breaks: Collection[int]) -> tuple[Point, ...]:
    return tuple(point._replace(after_gap=place in breaks) for place, point in enumerate(points))


def _marked(
    days: Sequence[date], values: Sequence[float], limits: Limits, breaks: Collection[int], *, high_is_good: bool
) -> tuple[Point, ...]:
    marks = [
        mark(rules, distance, high_is_good=high_is_good)
        for rules, distance in zip(signals(values, limits.distances, breaks), limits.distances, strict=True)
    ]
    rows = zip(days, values, limits.low, limits.high, marks, strict=True)
    return tuple(Point(day, value, False, low, high, each) for day, value, low, high, each in rows)


def _bare(day: date, value: float, is_hollow: bool) -> Point:
    return Point(day, value, is_hollow, None, None, mark(frozenset(), 0.0, hollow=is_hollow))


def _few_dates(done: Sequence[Span]) -> str:
    return (
        f"The dates of offences give {len(done)} {'gap' if len(done) == 1 else 'gaps'} in settled quarters: a chart of "
        f"the days between them needs {FEWEST_GAPS}, as one by quarter does, for limits from fewer would hardly hold."
    )


def _few(settled: int) -> str:
    if settled < FEWEST_QUARTERS:
        return f"{settled} settled quarters: limits by quarter need {FEWEST_QUARTERS}."
    return f"Fewer than {FEWEST_OFFENCES} offences a quarter: too few for limits by quarter."
