"""The card of other areas: a funnel where there are figures to compare with, else the way to read them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa.outcomes.work_out import Outcomes
from iomsa_desktop.charts.funnel import FunnelChart
from iomsa_desktop.charts.with_table import WithTable
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import show_words, small, words
from iomsa_desktop.pages.outcomes_areas_words import areas_rows, areas_words, compare, picture_of

NAME = "Reoffending in other areas"
NONE_YET = (
    "Nothing to compare with yet. If somebody gives you the figures of other areas, as a table of area, people and how "
    "many reoffended, the program draws where yours lies and how far areas of its size differ anyway."
)


class AreasCard(Card):
    """Show the scheme among other areas."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, NAME)
        self._desk = desk
        look = desk.look
        self.painted = FunnelChart(look, NAME)
        self.chart = WithTable(look, self.painted, f"{NAME}, as a table")
        self._none, self._source = words(look, NONE_YET), small(look, "")
        self.read, self.remove = Link(look, "Read a file of other areas"), Link(look, "Remove these figures")
        self.read.clicked.connect(self._on_read)
        self.remove.clicked.connect(self._on_remove)
        for link in (self.read, self.remove):
            link.setEnabled(not desk.read_only)
            link.setToolTip(desk.file.read_only_because)
        links = QWidget()
        flow = Flow(links, gap=look.px(16), row_gap=look.px(2))
        flow.addWidget(self.read)
        flow.addWidget(self.remove)
        self.add(self.chart)
        for label in (self._none, self._source):
            self.column.addLayout(narrow(look, label))
        self.add(links)

    def refresh(self, found: Outcomes, name: str) -> None:
        """Show where the scheme of this name lies now."""
        benchmark = self._desk.sheet.benchmark
        compared = compare(benchmark, found.proven, name) if benchmark else None
        self.chart.setVisible(compared is not None)
        show_words(self._none, "" if compared else NONE_YET)
        show_words(self._source, f"From: {benchmark.source}" if benchmark and benchmark.source else "")
        self.remove.setVisible(benchmark is not None)
        if compared is not None:
            finding = areas_words(compared)
            self.painted.show_picture(picture_of(compared, name), finding)
            self.chart.show_rows(areas_rows(compared), finding)
            self.chart.show_empty(empty=not compared.found.has_limits)

    def _on_read(self) -> None:
        from iomsa_desktop.dialogs.benchmark import read_benchmark

        read_benchmark(self._desk, self)

    def _on_remove(self) -> None:
        from iomsa_desktop.dialogs.benchmark import remove_benchmark

        remove_benchmark(self._desk)
