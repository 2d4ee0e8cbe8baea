"""The card of the standards: the chart with its finding, and on request the same data as tables."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.charts.standards import StandardsChart
from iomsa_desktop.desk import STANDARD, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.words import heading, words
from iomsa_desktop.pages.overview_tables import chart_rows, standards_table, themes_table
from iomsa_desktop.pages.overview_words import finding_words, listed, opening

CHART, TABLE, THEMES = "chart", "table", "themes"


class StandardsCard(Card):
    """Show the standards as a chart, as a table, or the case files by theme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._view = CHART
        self.chart = StandardsChart(desk.look)
        self.chart.opened.connect(lambda id: desk.go(Place(STANDARD, id)))
        self._finding = words(desk.look, soft=True)
        self.table = RowsTable(desk.look, "Standards as a table")
        self.themes = RowsTable(desk.look, "Case files by theme")
        self._heading = heading(desk.look, "Standards")
        for widget in (self._heading, self.chart, self.table, self.themes, self._finding):
            self.add(widget)
        self._links()
        self._show()

    def refresh(self) -> None:
        """Show the standards as they are rated now."""
        desk = self._desk
        framework, card = desk.framework, desk.bridge.card
        before = desk.earlier()
        earlier = before.card if before is not None else None
        finding = finding_words(framework, card)
        self.chart.show_rows(chart_rows(desk.look, framework, card, earlier), finding)
        self.table.show_rows(standards_table(framework, desk.sheet, card, earlier))
        self.themes.show_rows(themes_table(framework, card))
        self._finding.setText(finding)

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
        self._to_themes.setVisible(bool(themes))
        self.add(holder)

    def _turn(self, view: str) -> None:
        self._view = view
        self._show()

    def _show(self) -> None:
        for view, widget in ((CHART, self.chart), (TABLE, self.table), (THEMES, self.themes)):
            widget.setVisible(self._view == view)
        self._heading.setText("Case files by theme" if self._view == THEMES else "Standards")
        self._finding.setVisible(self._view == CHART)
        self._to_table.setText("Show as a table" if self._view == CHART else "Show as a chart")
        self._to_themes.setVisible(self._view != THEMES and bool(self._to_themes.text()))
