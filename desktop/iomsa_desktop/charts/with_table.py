"""A chart with its finding in words below, and on request the same data as a table in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.spoken import Painted
from iomsa_desktop.kit.words import show_words, words
from iomsa_desktop.look import Look
from iomsa_desktop.models.rows import Rows

if TYPE_CHECKING:
    from iomsa_desktop.charts.rows_table import RowsTable

AS_TABLE, AS_CHART = "Show as a table", "Show as a chart"


class WithTable(QWidget):
    """Hold a chart; the table is made when it is first asked for."""

    def __init__(self, look: Look, chart: Painted, table_name: str) -> None:
        super().__init__()
        self._look, self._table_name = look, table_name
        self._rows = Rows((), ())
        self.chart = chart
        self.table: RowsTable | None = None
        self.finding = words(look)
        self.turn = Link(look, "")
        self._name_turn(AS_TABLE)
        self.turn.clicked.connect(self._on_turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        links = QWidget()
        self._links = Flow(links, gap=look.px(16), row_gap=look.px(2))
        self._links.addWidget(self.turn)
        self._column.addWidget(chart)
        self._column.addLayout(narrow(look, self.finding))
        self._column.addWidget(links)

    @property
    def as_table(self) -> bool:
        """Tell whether the table is shown."""
        return self.turn.text() == AS_CHART

    def add_link(self, link: Link) -> None:
        """Put a link of the chart's own before the one that turns it into a table."""
        self._links.removeWidget(self.turn)
        self._links.addWidget(link)
        self._links.addWidget(self.turn)

    def show_rows(self, rows: Rows, finding: str) -> None:
        """Show what the chart shows now, in words and as rows."""
        self._rows = rows
        show_words(self.finding, finding)
        if self.table is not None:
            self.table.show_rows(rows)

    def show_empty(self, *, empty: bool) -> None:
        """Show only the words where there is nothing to paint."""
        self.chart.setVisible(not empty and not self.as_table)
        self.turn.setVisible(not empty)
        if self.table is not None:
            self.table.setVisible(not empty and self.as_table)

    def _on_turn(self) -> None:
        as_table = not self.as_table
        if as_table and self.table is None:
            from iomsa_desktop.charts.rows_table import RowsTable

            self.table = RowsTable(self._look, self._table_name)
            self.table.show_rows(self._rows)
            self._column.insertWidget(0, self.table)
        self.chart.setVisible(not as_table)
        if self.table is not None:
            self.table.setVisible(as_table)
        self._name_turn(AS_CHART if as_table else AS_TABLE)

    def _name_turn(self, text: str) -> None:
        self.turn.setText(text)
        # A page has several of these links; each says of which chart it is.
        self.turn.setAccessibleName(f"{text}: {self.chart.accessibleName()}")
        self.turn.updateGeometry()
