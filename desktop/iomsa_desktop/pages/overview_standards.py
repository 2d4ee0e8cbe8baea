"""The card of the standards: the chart with its finding, and on request the same data as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from iomsa.scoring.card import Scorecard
from iomsa.scoring.words import listed, opening
from iomsa_desktop.charts.standards import StandardsChart
from iomsa_desktop.desk import STANDARD, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.words import heading, words
from iomsa_desktop.pages.overview_chart import chart_rows
from iomsa_desktop.pages.overview_words import finding_words

if TYPE_CHECKING:
    from iomsa_desktop.charts.rows_table import RowsTable

CHART, TABLE, THEMES = "chart", "table", "themes"
HEADINGS = {CHART: "Standards", TABLE: "Standards", THEMES: "Case files by theme"}


class StandardsCard(Card):
    """Show the standards as a chart, as a table, or the case files by theme; tables are made when first asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._view = CHART
        self._tables: dict[str, RowsTable] = {}
        self._heading = heading(desk.look, HEADINGS[CHART])
        self.chart = StandardsChart(desk.look)
        self.chart.opened.connect(lambda id: desk.go(Place(STANDARD, id)))
        self._finding = words(desk.look, soft=True)
        for widget in (self._heading, self.chart, self._finding):
            self.add(widget)
        self._links()
        self._show_links()

    @property
    def table(self) -> RowsTable | None:
        """Return the table that is shown in place of the chart, or None."""
        return self._tables.get(self._view)

    def refresh(self) -> None:
        """Show the standards as they are rated now."""
        desk = self._desk
        finding = finding_words(desk.framework, desk.bridge.card)
        rows = chart_rows(desk.look, desk.framework, desk.bridge.card, self._earlier())
        self.chart.show_rows(rows, finding)
        self._finding.setText(finding)
        self._refresh_table()

    def _earlier(self) -> Scorecard | None:
        before = self._desk.earlier()
        return before.card if before is not None else None

    def _refresh_table(self) -> None:
        desk, table = self._desk, self.table
        if table is None:
            return
        from iomsa_desktop.pages.overview_tables import standards_table, themes_table

        framework, card = desk.framework, desk.bridge.card
        themes = self._view == THEMES
        table.show_rows(
            themes_table(framework, card) if themes else standards_table(framework, desk.sheet, card, self._earlier())
        )

    def _links(self) -> None:
        look, themes = self._desk.look, self._desk.framework.case_review.themes
        self._to_table = Link(look, "")
        self._to_table.clicked.connect(lambda: self._turn(TABLE if self._view == CHART else CHART))
        holder = QWidget()
        flow = Flow(holder, gap=look.px(12), row_gap=look.px(2))
        flow.addWidget(self._to_table)
        self._to_themes = Link(look, f"By theme: {listed([opening(each.title) for each in themes])}" if themes else "")
        self._to_themes.clicked.connect(lambda: self._turn(THEMES))
        flow.addWidget(self._to_themes)
        self.add(holder)

    def _turn(self, view: str) -> None:
        from iomsa_desktop.charts.rows_table import RowsTable

        self._view = view
        if view != CHART and view not in self._tables:
            name = "Standards as a table" if view == TABLE else HEADINGS[view]
            self._tables[view] = RowsTable(self._desk.look, name)
            self.column.insertWidget(self.column.indexOf(self.chart), self._tables[view])
        for each, table in self._tables.items():
            table.setVisible(each == view)
        self.chart.setVisible(view == CHART)
        self._finding.setVisible(view == CHART)
        self._heading.setText(HEADINGS[view])
        self._show_links()
        self._refresh_table()

    def _show_links(self) -> None:
        self._to_table.setText("Show as a table" if self._view == CHART else "Show as a chart")
        self._to_themes.setVisible(self._view != THEMES and bool(self._to_themes.text()))
