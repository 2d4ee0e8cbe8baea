"""What the chart over time says: its finding in words, its points, and the table behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate, groupby

from iomsa.answers.people import Quarter
from iomsa.answers.review import REMOVED
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import MONTHS
from iomsa.handover.other_rows import quarter_name
from iomsa.outcomes.marks import COMMON, CONCERN, IMPROVEMENT, OUTSIDE
from iomsa.outcomes.months import months_after
from iomsa.outcomes.over_time import ALONE, OverTime, Point
from iomsa.outcomes.quarters import Chart
from iomsa.outcomes.report_words import gap_words
from iomsa.outcomes.time_figures import OVER_TIME
from iomsa.scoring.words import number, sentence
from iomsa_desktop.charts.over_time_layout import Dot, Series
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.outcomes_words import month_words

BY_QUARTER = "Proven offences per 1,000 days at liberty, by quarter"
BETWEEN = "Days from one proven offence to the next"
SHAPES = {IMPROVEMENT: "blue triangles", CONCERN: "orange diamonds"}
NOTHING = "–"
TO_COME = "convictions still to come"
BY_DATES = f"{OVER_TIME}.outside"
"""The figure that only a chart of the days between offences has."""
METHODS = {
    Chart.XMR: "XmR chart of {} settled quarters: the mean, and 2.66 mean moving ranges to each side.",
    Chart.LANEY: "Laney's u' chart of {} settled quarters: limits are wider where there were fewer days at liberty.",
    Chart.T: "t-chart: limits as in an XmR chart, of the days between offences to the power of 1/3.6.",
}
RULES = "Points are marked by the rules of NHS England's Making Data Count."
NO_LIMITS = "So this is a line without limits. It can't show what is usual: a rise or a fall here may be chance."


def chart_title(found: OverTime) -> str:
    """Return the title of the chart."""
    return BETWEEN if found.chart is Chart.T else BY_QUARTER


def series_of(found: OverTime) -> Series:
    """Return what is painted."""
    by_day = found.chart is Chart.T
    said = ""
    dots = []
    for place, point in enumerate(found.points):
        words = f"{MONTHS[point.day.month - 1][:3]} {point.day.year}"
        first = words != said if by_day else point.day.month == found.points[0].day.month
        said = words
        dots.append(
            Dot(
                place if by_day else point.day.toordinal(),
                words if first else "",
                point.value,
                point.low,
                point.high,
                point.mark.colour,
                point.mark.icon,
                point_words(found, point),
                point.after_gap,
            )
        )
    return Series(tuple(dots), found.centre)


def when(found: OverTime, point: Point) -> str:
    """Say when a point is: its quarter, or the day of the later offence."""
    if found.chart is Chart.T:
        return f"{point.day.day} {month_words(point.day)}"
    last = months_after(point.day, 2)
    year = "" if last.year == point.day.year else f" {point.day.year}"
    return f"{MONTHS[point.day.month - 1]}{year} to {month_words(last)}"


def finding_words(found: OverTime) -> str:
    """Say what the chart shows: why it has no limits, what lies outside them, what is hollow, what is missing."""
    parts = (_kind(found), *_outside(found), _hollow(found), gap_words(found))
    return " ".join(part for part in parts if part)


def dates_words(found: OverTime, sheet: AnswerSheet) -> str:
    """Say of a line that the dates of single offences would show more, and why they are not here where they were."""
    held = sheet.follow_up is not None and sheet.follow_up.offence_dates
    if held or found.chart is not Chart.LINE or found.reason == ALONE:
        return ""
    kept = sheet.figures
    if kept is None or not any(each.id == BY_DATES for each in kept.figures):
        return "The dates of single offences would show change sooner."
    gone = "were removed with the rows" if kept.origin == REMOVED else "are never in a return"
    return f"The dates of single offences {gone}, so what was a chart of the days between offences is a line here."


def method_words(found: OverTime) -> str:
    """Say for those who check it which chart this is; empty for a line."""
    method = METHODS.get(found.chart)
    return f"{method.format(found.settled)} {RULES}" if method else ""


def spoken_words(found: OverTime) -> str:
    """Say the finding and, for a screen reader, each point that lies outside what is usual, with the rule."""
    marked = (point for point in found.points if point.mark.colour != COMMON)
    return " ".join((finding_words(found), *(point_words(found, each) for each in marked)))


def point_words(found: OverTime, point: Point) -> str:
    """Say one point."""
    return f"{when(found, point)}: {point.value:.1f}. {point.mark.sentence}"


def time_rows(found: OverTime, quarters: Mapping[str, Quarter]) -> Rows:
    """Return the table behind the chart."""
    if found.chart is Chart.T:
        rows = ((when(found, each), f"{each.value:.0f}", _limits(each), _verdict(each)) for each in found.points)
        return Rows(("Day of the offence", "Days since the one before", "Limits", "What it says"), tuple(rows))
    # The title of the card says of what; a long heading would put every quarter on two lines.
    headings = ("Quarter", "Offences", "Days at liberty", "People", "Rate", "Limits", "What it says")
    all_rows = {each.day: _quarter_row(each, quarters) for each in found.points}
    all_rows |= {first: _missing_row(first, quarters) for first in found.missing}
    return Rows(headings, tuple(all_rows[first] for first in sorted(all_rows)))


def _quarter_row(point: Point, quarters: Mapping[str, Quarter]) -> tuple[str, ...]:
    first = point.day.isoformat()
    quarter = quarters.get(first, Quarter())
    counts = (f"{quarter.offences}", f"{quarter.days_at_liberty:,}", f"{quarter.people}")
    return quarter_name(first), *counts, f"{point.value:.1f}", _limits(point), _verdict(point)


def _missing_row(first: date, quarters: Mapping[str, Quarter]) -> tuple[str, ...]:
    name, held = quarter_name(first.isoformat()), quarters.get(first.isoformat())
    if held is None:
        return name, *(NOTHING,) * 4, "none", "missing"
    counts = (f"{held.offences}", f"{held.days_at_liberty:,}", f"{held.people}")
    return name, *counts, NOTHING, "none", "no days at liberty"


def _verdict(point: Point) -> str:
    if point.hollow:
        return "still to come"
    if point.high is None:
        return "no limits"
    colour, high = _look(point)
    return "usual" if colour == COMMON else f"{'higher' if high else 'lower'}: {colour}"


def _limits(point: Point) -> str:
    return "none" if point.high is None else f"{point.low or 0:.1f} to {point.high:.1f}"


def _kind(found: OverTime) -> str:
    if found.chart is Chart.LINE:
        return f"{found.reason} {NO_LIMITS}"
    if found.chart is Chart.T:
        return f"{found.reason} So this shows the days between offences: more days are better."
    return ""


def _outside(found: OverTime) -> list[str]:
    if found.centre is None:
        return []
    rows = accumulate(point.after_gap for point in found.points)
    in_rows = zip(rows, found.points, strict=True)
    runs = [[point for _, point in run] for _, run in groupby(in_rows, lambda each: (each[0], _look(each[1])))]
    outside = [run for run in runs if run[0].mark.colour != COMMON]
    if not outside:
        return ["Nothing outside what is usual for this scheme."]
    return [OUTSIDE, *(_run(found, run) for run in outside)]


def _look(point: Point) -> tuple[str, bool]:
    """Return the colour and whether the point is above the centre."""
    return point.mark.colour, point.mark.icon.endswith("high")


def _run(found: OverTime, points: Sequence[Point]) -> str:
    colour, high = _look(points[0])
    many = len(points) > 1
    if found.chart is Chart.T:
        side = f"came {'later' if high else 'sooner'} than usual after the one before"
    else:
        side = f"{'are' if many else 'is'} {'higher' if high else 'lower'}"
    shape = SHAPES[colour] if many else SHAPES[colour].removesuffix("s")
    what = "an improvement" if colour == IMPROVEMENT else "a concern"
    return f"{_span(found, points)} {side}, {what} ({'' if many else 'the '}{shape})."


def _span(found: OverTime, points: Sequence[Point]) -> str:
    if len(points) == 1:
        return f"{'The offence of ' if found.chart is Chart.T else ''}{sentence(when(found, points[0]))}"
    first, last = points[0].day, points[-1].day
    until = last if found.chart is Chart.T else months_after(last, 2)
    what = "offences" if found.chart is Chart.T else "quarters"
    return f"{sentence(number(len(points)))} {what} from {month_words(first)} to {month_words(until)}"


def _hollow(found: OverTime) -> str:
    hollow = sum(point.hollow for point in found.points)
    if not hollow:
        return ""
    what = "offence" if found.chart is Chart.T else "quarter"
    if hollow == 1:
        return f"The last {what} is hollow: {TO_COME}."
    return f"The last {number(hollow)} {what}s are hollow: {TO_COME}."
