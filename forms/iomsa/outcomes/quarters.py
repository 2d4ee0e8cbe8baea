"""Quarters of a scheme, which of them are settled, and the chart that suits them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from iomsa.outcomes.months import months_after

MONTHS = 3
CONVICTIONS_MONTHS = 9
"""Convictions for the offences of a quarter are still coming in until so many months after its end."""
FEWEST_QUARTERS = 12
FEWEST_OFFENCES = 5
STEADY_OFFENCES = 8
PER_DAYS = 1000


class Chart(StrEnum):
    """Name the charts that are drawn over time."""

    LINE = "line"
    T = "t"
    XMR = "xmr"
    LANEY = "laney-u"


class Quarter(NamedTuple):
    """Hold the offences of a quarter and the days that so many people were at liberty in it."""

    start: date
    offences: int
    days: int
    people: int = 0

    @property
    def end(self) -> date:
        """Return its last day."""
        return months_after(self.start, MONTHS) - timedelta(1)

    @property
    def rate(self) -> float:
        """Return the offences per 1,000 days at liberty; there has to be a day."""
        return PER_DAYS * self.offences / self.days


def hollow(quarter: Quarter, data_to: date) -> bool:
    """Tell whether the quarter ended less than nine calendar months before the data end: convictions still to come."""
    return data_to < months_after(quarter.end, CONVICTIONS_MONTHS)


def chart_for(settled: Sequence[Quarter], dates_held: bool) -> Chart:
    """Choose the chart from the settled quarters, each with at least a day at liberty.

    Under 12 of them, or under 5 offences a quarter on average: the days between offences where their dates are held,
    else a line without limits. XmR where exposure hardly changes, (max - min)/mean under 25 %, and counts average 8 or
    more; else Laney's u'. All on integers. Source: J. C. Benneyan, International Journal of Quality in Health Care 10
    (1998), 259-273, for what suits rare events; the numbers are ours.
    """
    n, offences = len(settled), sum(quarter.offences for quarter in settled)
    if n < FEWEST_QUARTERS or offences < FEWEST_OFFENCES * n:
        return Chart.T if dates_held else Chart.LINE
    days = [quarter.days for quarter in settled]
    steady = 4 * n * (max(days) - min(days)) < sum(days)
    return Chart.XMR if steady and offences >= STEADY_OFFENCES * n else Chart.LANEY
