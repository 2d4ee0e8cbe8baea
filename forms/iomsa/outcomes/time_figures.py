"""The figures of the chart over time: a point a quarter, and of the days between offences no dates."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.review import Figure
from iomsa.answers.values import MONTHS
from iomsa.outcomes.figure import count, figure, said, share
from iomsa.outcomes.marks import COMMON
from iomsa.outcomes.over_time import OverTime, Point
from iomsa.outcomes.quarters import MONTHS as LENGTH
from iomsa.outcomes.quarters import Chart
from iomsa.outcomes.report_words import gap_words

OVER_TIME = "over_time"
NOT_THERE = "No quarters have been filled in, or the day up to which offences are known has not been given."
NO_DATES = "The single days between offences are left out: beside the months they would give the dates away."
NO_LIMITS = "This chart has no limits."
_CENTRES = {
    Chart.LINE: "Offences per 1,000 days at liberty: mean",
    Chart.XMR: "Offences per 1,000 days at liberty: mean, limits by moving ranges (XmR)",
    Chart.LANEY: "Offences per 1,000 days at liberty: mean, limits by Laney's u'",
    Chart.T: "Days between offences: centre of the t-chart",
}


def time_figures(found: OverTime | None) -> Iterator[Figure]:
    """Yield the points, the centre and the spread of the chart; a hollow point is said to be one."""
    if found is None:
        yield figure(f"{OVER_TIME}.centre", "Offending over time", None, NOT_THERE)
        return
    yield count(
        f"{OVER_TIME}.settled", "Quarters that are settled", found.settled, reason=said(found.reason, gap_words(found))
    )
    yield figure(f"{OVER_TIME}.centre", _CENTRES[found.chart], found.centre, _without(found.centre, found))
    if found.range_limit is not None:
        yield figure(f"{OVER_TIME}.range_limit", "Limit of the moving ranges", found.range_limit)
    if found.sigma_z is not None:
        yield figure(f"{OVER_TIME}.sigma_z", "Spread beyond chance, sigma z of Laney's u'", found.sigma_z)
    if found.chart == Chart.T:
        marked = sum(point.mark.colour != COMMON for point in found.points)
        settled = sum(not point.hollow for point in found.points)
        yield count(f"{OVER_TIME}.outside", "Gaps outside what is usual for this scheme", marked, settled, NO_DATES)
        return
    for point in found.points:
        yield _point(point)


def quarter_words(first: str) -> str:
    """Return a quarter as a person reads it, from the ISO text of its first day: January to March 2026."""
    month = int(first[5:7])
    return f"{MONTHS[month - 1]} to {MONTHS[month + LENGTH - 2]} {first[:4]}"


def _point(point: Point) -> Figure:
    month = point.day.isoformat()[:7]
    interval = None if point.low is None else (point.low, point.high)
    label = f"Offences per 1,000 days at liberty, {quarter_words(month)}"
    return share(f"{OVER_TIME}.{month}.rate", label, point.value, interval, None, point.mark.sentence)


def _without(centre: float | None, found: OverTime) -> str:
    return "" if centre is not None else found.reason or NO_LIMITS
