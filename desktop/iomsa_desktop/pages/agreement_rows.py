"""The questions on which reviewers differ, each with how often both said the same and how far they agree."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from iomsa.framework.model import Framework
from iomsa.outcomes.agreement import Agreement
from iomsa_desktop.charts.agreement import AgreementBar
from iomsa_desktop.kit.card import Rule
from iomsa_desktop.kit.words import line
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.pages.agreement_words import question_name, same, with_interval

HEADINGS = ("Question", "Same answer", "AC1 and 95 % interval: 0 is chance, 1 is always", "")
COLUMNS = 4


class DifferingRows(QWidget):
    """Show a few questions one below the other; without AC1 where the files are too few to measure."""

    def __init__(self, look: Look, framework: Framework) -> None:
        super().__init__()
        self._look, self._framework = look, framework
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._table: QWidget | None = None
        self.bars: dict[str, AgreementBar] = {}

    def show_questions(self, found: dict[str, Agreement]) -> None:
        """Show other questions, in this order."""
        if self._table is not None:
            self._table.setParent(None)
            self._table.deleteLater()
        self.bars = {}
        self._table = self._build(found)
        self._column.addWidget(self._table)
        self.setVisible(bool(found))

    def _build(self, found: dict[str, Agreement]) -> QWidget:
        look, table = self._look, QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6))
        measured = any(each.ac1.value is not None for each in found.values())
        below = any(each.ac1.interval is not None and each.ac1.interval[0] < 0 for each in found.values())
        two_lines = look.side_below
        row = 0 if two_lines else self._add_headings(grid, measured=measured)
        for id, each in found.items():
            name = question_name(self._framework, id)
            cells: list[QWidget] = [line(look, name), line(look, f"{same(each)} the same" if two_lines else same(each))]
            if measured:
                bar = self.bars[id] = AgreementBar(look, name)
                bar.show_figure(each.ac1, below_chance=below)
                cells += [bar, line(look, with_interval(each.ac1))]
            _place(grid, row, cells, two_lines=two_lines)
            row += 2 if two_lines else 1
            grid.addWidget(Rule(look), row, 0, 1, COLUMNS)
            row += 1
        grid.setColumnStretch(0 if two_lines else 2, 1)
        return table

    def _add_headings(self, grid: QGridLayout, *, measured: bool) -> int:
        for column, text in enumerate(HEADINGS[: COLUMNS if measured else 2]):
            heading: QLabel = line(self._look, text, SMALL, soft=True)
            grid.addWidget(heading, 0, column)
        grid.addWidget(Rule(self._look), 1, 0, 1, COLUMNS)
        return 2


def _place(grid: QGridLayout, row: int, cells: list[QWidget], *, two_lines: bool) -> None:
    for place, cell in enumerate(cells):
        below, column = divmod(place, 2) if two_lines else (0, place)
        grid.addWidget(cell, row + below, column)
