"""The bars of less, the same and more: nothing cut, all of it told, more never told by colour alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QFontMetrics
from pytestqt.qtbot import QtBot
from tests.desktop.charts.looks import look_of

from iomsa_desktop.charts.directions import DirectionBars
from iomsa_desktop.charts.directions_layout import Bar, least_width, place
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.charts.with_table import AS_CHART, AS_TABLE, WithTable
from iomsa_desktop.kit.spoken import install_spoken
from iomsa_desktop.look import BODY, SMALL
from iomsa_desktop.models.rows import Rows

BARS = (
    Bar("How often", (1, 13, 6), "1 less, 13 the same, 6 more", "5 %, 65 % and 30 %"),
    Bar("Attitudes, thinking and behaviour", (0, 0, 0), "nobody with a need", ""),
    Bar("How serious", (0, 0, 4), "0 less, 0 the same, 4 more", ""),
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("extra", [0, 30, 120, 240, 500])
def test_nothing_is_cut_and_nothing_lies_on_anything(scale: float, extra: int) -> None:
    look = look_of(scale)
    width = least_width(look, BARS) + extra
    placed = place(look, BARS, width)
    top = 0
    for bar, at in zip(BARS, placed.rows, strict=True):
        texts = [(at.name, bar.name, BODY), (at.words, bar.words, BODY), (at.percents, bar.percents, SMALL)]
        boxes = [at.bar]
        for box, words, role in texts:
            metrics = QFontMetrics(look.font(role))
            needed = QRect(box.left(), box.top(), metrics.horizontalAdvance(words), metrics.height() if words else 0)
            assert needed.right() <= width
            assert needed.top() >= top
            assert needed.bottom() < at.bottom
            boxes.append(needed)
        overlaps = [one for n, one in enumerate(boxes) for other in boxes[:n] if one.intersects(other)]
        assert not overlaps
        assert at.bar.left() >= 0
        assert at.bar.right() <= width
        top = at.bottom
    assert placed.height == top


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_grew_is_striped_and_what_fell_is_plain(qtbot: QtBot, theme: str) -> None:
    look = look_of(theme=theme)
    chart = DirectionBars(look, "Bars")
    qtbot.addWidget(chart)
    chart.show_bars([Bar("A", (2, 2, 2), "2, 2, 2", "")], "")
    chart.resize(600, chart.heightForWidth(600))
    picture, box = chart.grab().toImage(), place(look, [Bar("A", (2, 2, 2), "2, 2, 2", "")], 600).rows[0].bar
    lines = range(box.top() + 2, box.bottom() - 2)
    shades = [{picture.pixelColor(x, y).name() for x in range(*ends) for y in lines} for ends in _thirds(box)]
    assert shades[0] == {look.theme.outstanding.name()}
    assert shades[1] == {look.theme.line.name()}
    assert {look.theme.inadequate.name(), look.theme.surface.name()} <= shades[2]


def _thirds(box: QRect) -> list[tuple[int, int]]:
    third = box.width() // 3
    return [(box.left() + n * third + 3, box.left() + (n + 1) * third - 3) for n in range(3)]


def test_a_screen_reader_meets_a_chart_with_all_its_rows(qtbot: QtBot) -> None:
    install_spoken()
    chart = DirectionBars(look_of(), "How offending changed")
    qtbot.addWidget(chart)
    chart.show_bars(BARS, "The finding.")
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == "How offending changed"
    assert interface.text(QAccessible.Text.Description) == (
        "The finding. How often: 1 less, 13 the same, 6 more (5 %, 65 % and 30 %). "
        "Attitudes, thinking and behaviour: nobody with a need. How serious: 0 less, 0 the same, 4 more."
    )


def seen(chart: WithTable) -> tuple[bool, bool, bool]:
    """Tell which is seen: the chart, the table, the link that turns one into the other."""
    return chart.chart.isVisible(), chart.table is not None and chart.table.isVisible(), chart.turn.isVisible()


def test_a_chart_turns_into_its_table_and_back(qtbot: QtBot) -> None:
    chart = WithTable(look_of(), DirectionBars(look_of(), "Bars"), "Bars, as a table")
    qtbot.addWidget(chart)
    chart.show()
    chart.show_rows(Rows(("A", "B"), (("1", "2"),)), "The finding.")
    assert seen(chart) == (True, False, True)
    chart.turn.click()
    assert seen(chart) == (False, True, True)
    assert (chart.turn.text(), chart.turn.accessibleName()) == (AS_CHART, f"{AS_CHART}: Bars")
    chart.show_rows(Rows(("A", "B"), (("3", "4"),)), "Another.")
    table = chart.findChild(RowsTable)
    assert table is not None
    assert table.accessibleName() == "Bars, as a table"
    assert table.model().index(0, 1).data() == "4"
    assert chart.finding.text() == "Another."
    chart.turn.click()
    assert seen(chart) == (True, False, True)
    assert chart.turn.text() == AS_TABLE
    chart.show_empty(empty=True)
    assert seen(chart) == (False, False, False)
    assert chart.finding.isVisible()


@pytest.mark.usefixtures("qapp")
def test_long_words_of_a_table_go_on_two_lines_only_where_there_is_no_room() -> None:
    label = "Of everybody followed, those who offended less often afterwards"
    table = RowsTable(look_of(), "Figures")
    table.show()
    table.resize(900, 200)
    table.show_rows(Rows(("Figure", "Value"), ((label, "34"), ("Short", "5"))))
    header, wide = table.horizontalHeader(), table.height()
    assert table.rowHeight(0) == table.rowHeight(1)
    assert header.length() == table.viewport().width()
    assert header.sectionSize(0) > header.sectionSize(1)
    table.resize(300, 200)
    assert table.rowHeight(0) > table.rowHeight(1)
    assert table.height() > wide
    table.hide()


@pytest.mark.usefixtures("qapp")
def test_long_headings_of_a_table_go_on_two_lines_only_where_there_is_no_room() -> None:
    table = RowsTable(look_of(), "Figures")
    table.show()
    table.resize(900, 200)
    table.show_rows(Rows(("Figure", "Value", "Lower and upper end"), (("Share", "34", "23 to 47"),)))
    one = table.horizontalHeader().height()
    table.resize(200, 200)
    assert table.horizontalHeader().height() > one
    table.resize(900, 200)
    assert table.horizontalHeader().height() == one
    table.hide()


@pytest.mark.usefixtures("qapp")
def test_a_table_for_which_there_is_little_room_gives_up_the_air_in_its_cells() -> None:
    table = RowsTable(look_of(), "Figures")
    table.show()
    table.resize(900, 200)
    table.show_rows(Rows(tuple("ABCDEFGH"), (("1,234,567",) * 8,)))
    needed = table.sizeHintForColumn(1)
    table.resize(8 * needed - 30, 200)
    assert table.sizeHintForColumn(1) < needed
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(900, 200)
    assert table.sizeHintForColumn(1) == needed
    table.hide()


@pytest.mark.usefixtures("qapp")
def test_the_air_in_cells_goes_before_words_go_on_two_lines() -> None:
    table = RowsTable(look_of(), "Figures")
    table.show()
    table.resize(900, 200)
    rows = tuple(("Jan to Mar 2022", *("1,234",) * 6) for _ in range(3))
    table.show_rows(Rows(("Quarter", *"ABCDEF"), rows))
    one, needed = table.rowHeight(0), sum(map(table.sizeHintForColumn, range(7)))
    table.resize(needed - 30, 200)
    assert table.rowHeight(0) == one
    table.resize(needed - 100, 200)
    assert table.rowHeight(0) > one
    table.hide()
