"""The chart of standards: what a screen reader is told, and that nothing is ever cut off."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import full, iom, with_answers, with_move, with_open_case

from iomsa.scoring.score import score
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.charts.standards import StandardsChart
from iomsa_desktop.charts.standards_layout import CELL_GAP, Row, least_width, place
from iomsa_desktop.kit.spoken import install_spoken
from iomsa_desktop.look import BODY, Look, load_theme
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.overview_chart import chart_rows


def look_at(scale: float) -> Look:
    return Look(load_theme("light"), scale, QApplication.font())


def rows_at(look: Look) -> tuple[Row, ...]:
    """Rows with every kind of mark and as many words behind as there can be."""
    opened = {p.id: None for p in iom().standards[0].prompts[:9]} | {p.id: None for p in iom().standards[1].prompts}
    sheet = with_open_case(iom(), with_move(with_answers(full(iom(), 1), opened), "3", "good"))
    return chart_rows(look, iom(), score(iom(), sheet), score(iom(), full(iom(), 3, sufficient=4)))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("extra", [0, 40, 150, 400])
@pytest.mark.parametrize("behind", [(), ("was Requires improvement", "moved to Requires improvement")])
def test_no_text_reaches_over_the_edge_or_into_another(scale: float, extra: int, behind: tuple[str, ...]) -> None:
    look = look_at(scale)
    first, *others = rows_at(look)
    rows = (first._replace(behind=behind or first.behind), *others)
    width = least_width(look, rows) + extra
    placed = place(look, rows, width)
    below = 0
    for row, at in zip(rows, placed.rows, strict=True):
        assert at.top == below
        below = at.top + at.height
        name = placed.name_x + QFontMetrics(look.font(BODY)).horizontalAdvance(row.name)
        cells = placed.cells_x + len(row.mark.cells) * (placed.cell + look.px(CELL_GAP))
        same_line = at.texts[0].y < at.top + placed.line
        assert name <= (placed.cells_x if same_line else width)
        ends = []
        for text in at.texts:
            metrics = QFontMetrics(look.font(text.role))
            assert text.x >= cells
            assert text.x + metrics.horizontalAdvance(text.words) <= width
            assert text.y + metrics.height() <= below
            ends.append((text.y, text.x, text.x + metrics.horizontalAdvance(text.words)))
        for (_, _, end), (y, start, _) in pairwise(ends):
            assert start >= end or y > ends[0][0]
    assert placed.height == below


def test_a_screen_reader_meets_a_chart_with_its_finding_and_its_names(qtbot: QtBot) -> None:
    install_spoken()
    look = look_at(1.0)
    chart = StandardsChart(look)
    qtbot.addWidget(chart)
    chart.show_rows(rows_at(look), "The finding.")
    chart.show()
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == "Self-ratings of the standards"
    said = interface.text(QAccessible.Text.Description)
    assert said.startswith("The finding.")
    assert "3 Who is on the scheme: self-rated Requires improvement, was Outstanding, moved to Good." in said
    assert interface.childCount() == 10


def test_a_table_shows_every_row_without_scrolling(qtbot: QtBot) -> None:
    table = RowsTable(look_at(1.0), "Data")
    qtbot.addWidget(table)
    table.resize(600, 100)
    table.show()
    table.show_rows(Rows(("A", "B"), tuple((f"{n} Requires improvement", "Good") for n in range(20))))
    assert table.verticalScrollBar().maximum() == 0
    assert table.rowViewportPosition(19) + table.rowHeight(19) <= table.viewport().height()
    assert table.model().index(3, 0).data() == "3 Requires improvement"
