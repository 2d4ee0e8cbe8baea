"""The card over time: the chart that suits the data, its finding, and the way to enter what it needs."""

from __future__ import annotations

from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.charts.over_time import OverTimeChart
from iomsa_desktop.charts.with_table import WithTable
from iomsa_desktop.desk import PEOPLE, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.words import heading, show_words, small, words
from iomsa_desktop.pages.outcomes_card import FiguresCard
from iomsa_desktop.pages.outcomes_time_words import (
    BY_QUARTER,
    chart_title,
    dates_words,
    finding_words,
    method_words,
    series_of,
    spoken_words,
    time_rows,
)

NO_QUARTERS = (
    "Nothing to draw yet. Enter for each quarter the proven offences of all people, their days at liberty and how many "
    "they were; the police or probation system can count them. From 12 quarters on the chart shows what is usual."
)


class TimeCard(FiguresCard):
    """Show offending over time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._heading = heading(desk.look, BY_QUARTER)
        self.painted = OverTimeChart(desk.look, BY_QUARTER)
        self.chart = WithTable(desk.look, self.painted, f"{BY_QUARTER}, as a table")
        self._none, self._method = words(desk.look, NO_QUARTERS), small(desk.look, "")
        self._enter = Link(desk.look, "Enter quarters")
        self._enter.clicked.connect(lambda: desk.go(Place(PEOPLE, "", "quarters")))
        self.add(self._heading)
        self.add(self.chart)
        self.add_words(self._none, self._method)
        self.add(self._enter)

    def refresh(self, found: Outcomes) -> None:
        over_time = found.over_time if found.over_time is not None and found.over_time.points else None
        self.chart.setVisible(over_time is not None)
        self._enter.setVisible(over_time is None)
        show_words(self._none, "" if over_time else NO_QUARTERS if not found.reason else found.reason)
        show_words(self._method, method_words(over_time) if over_time else "")
        if over_time is not None:
            sheet = self._desk.sheet
            finding = f"{finding_words(over_time)} {dates_words(over_time, sheet)}".strip()
            self._heading.setText(chart_title(over_time))
            self.painted.show_series(series_of(over_time), spoken_words(over_time))
            self.chart.show_rows(time_rows(over_time, sheet.quarters), finding)
