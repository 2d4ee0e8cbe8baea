"""The funnel: ours stands out by more than its colour and is named where it covers least; all is told in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from pytestqt.qtbot import QtBot
from tests.desktop.charts.looks import look_of

from iomsa.answers.review import Benchmark
from iomsa.outcomes import other_areas
from iomsa.outcomes.funnel import Funnel
from iomsa.outcomes.other_areas import NOT_RANKED
from iomsa.outcomes.reoffending import Reoffending
from iomsa_desktop.charts.funnel import FunnelChart
from iomsa_desktop.charts.funnel_layout import Picture, height, least_width, place
from iomsa_desktop.kit.spoken import install_spoken
from iomsa_desktop.look import SMALL, STRONG
from iomsa_desktop.pages.outcomes_areas_words import (
    Compared,
    areas_rows,
    areas_words,
    compare,
    picture_of,
)

AREAS = (("Ashmere", 64, 27), ("Brackholt", 41, 15), ("Coldwater", 112, 46), ("Dunmarsh", 29, 8))
BENCHMARK = Benchmark("A made-up table", AREAS)


def proven(reoffended: int, n: int) -> Reoffending:
    return Reoffending(n, reoffended, reoffended / n if n else None, (0, 1) if n else None, 0, 0, 0, 0)


def compared(reoffended: int, n: int, benchmark: Benchmark = BENCHMARK, name: str = "Northmoor") -> Compared:
    found = compare(benchmark, proven(reoffended, n), name)
    assert found is not None
    return found


def picture(reoffended: int = 20, n: int = 58, name: str = "Northmoor") -> Picture:
    return picture_of(compared(reoffended, n, name=name), name)


def said(reoffended: int, n: int, benchmark: Benchmark = BENCHMARK) -> str:
    return areas_words(compared(reoffended, n, benchmark))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("n", [0, 5, 60, 500])
def test_nothing_is_cut(scale: float, n: int) -> None:
    look = look_of(scale)
    shown = picture(n // 2, n, name="A scheme with a rather long name")
    metrics, strong = QFontMetrics(look.font(SMALL)), QFontMetrics(look.font(STRONG))
    for width in (least_width(look, shown), least_width(look, shown) + 400):
        placed = place(look, shown, width)
        assert placed.left < placed.right
        assert all(placed.left <= x <= placed.right and placed.top <= y <= placed.bottom for x, y in placed.points)
        assert all(each.x + metrics.horizontalAdvance(each.words) <= width for each in placed.beside)
        assert all(other.y - one.y >= metrics.height() - 1e-9 for one, other in pairwise(placed.beside))
        assert placed.own.x >= placed.left or n == 0
        assert placed.own.x + strong.horizontalAdvance(placed.own.words) <= width
        assert placed.axis[-1].y + 1.5 * metrics.height() <= height(look)
        assert bool(placed.own.words) is (n > 0)


def test_ours_is_filled_and_the_others_are_hollow(qtbot: QtBot) -> None:
    look = look_of()
    chart = FunnelChart(look, "Other areas")
    qtbot.addWidget(chart)
    shown = picture()
    chart.show_picture(shown, "")
    chart.resize(600, chart.sizeHint().height())
    image, placed = chart.grab().toImage(), place(look, shown, 600)
    middles = [image.pixelColor(round(x), round(y)).name() for x, y in placed.points]
    assert middles == [look.theme.surface.name()] * 4 + [look.theme.accent.name()]


def test_the_chart_is_told(qtbot: QtBot) -> None:
    install_spoken()
    chart = FunnelChart(look_of(), "Other areas")
    qtbot.addWidget(chart)
    chart.show_picture(picture(), "The finding.")
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Description) == "The finding."


def test_within_the_limits_nothing_is_made_of_a_difference() -> None:
    words = said(20, 58)
    assert words.startswith("Here 20 of 58 reoffended, 34 %. Of areas with as many people 95 of 100 would lie within ")
    assert "nothing outside what is usual" in words
    assert words.endswith(f"All other areas (the rings) together: 39 %. {NOT_RANKED}")


@pytest.mark.parametrize(
    ("reoffended", "where"), [(4, "below the 99.8 %"), (56, "above the 99.8 %"), (15, "below the 95 %")]
)
def test_outside_the_limits_it_asks_for_the_reason(reoffended: int, where: str) -> None:
    words = said(reoffended, 58)
    assert f"this is {where} limits. Look for the reason" in words
    assert NOT_RANKED in words


def test_areas_that_differ_more_than_chance_widen_the_funnel_and_it_says_so() -> None:
    apart = Benchmark("", (("A", 300, 60), ("B", 300, 180), ("C", 300, 120), ("D", 300, 220)))
    assert "Areas differ more than chance alone would make them" in said(20, 58, apart)
    assert "Areas differ" not in said(20, 58)


def test_without_a_figure_of_ours_the_areas_still_stand_there() -> None:
    assert said(0, 0) == f"All other areas (the rings) together: 39 %. {NOT_RANKED}"
    assert compare(Benchmark("", ()), proven(3, 10), "Northmoor") is None
    assert "no room for chance" in said(3, 10, Benchmark("", (("A", 10, 0),)))


def test_the_table_holds_every_area_and_ours_last() -> None:
    rows = areas_rows(compared(20, 58)).rows
    assert [row[0] for row in rows] == ["Ashmere", "Brackholt", "Coldwater", "Dunmarsh", "Northmoor"]
    assert rows[-1][1:3] == ("58", "20 (34 %)")
    assert rows[-1][-1] == "within"


MANY = ((52, 0.31), (45, 0.37), (38, 0.45), (29, 0.28), (64, 0.42), (73, 0.30), (47, 0.45), (98, 0.47), (112, 0.41))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_our_name_stands_on_no_other_area_even_where_there_are_many(scale: float) -> None:
    look = look_of(scale)
    areas = tuple((f"Area {number}", n, round(n * share)) for number, (n, share) in enumerate(MANY))
    shown = picture_of(
        compared(7, 20, Benchmark("A made-up table", areas), "Northmoor IOM scheme"), "Northmoor IOM scheme"
    )
    placed, metrics = place(look, shown, least_width(look, shown) + look.px(60)), QFontMetrics(look.font(STRONG))
    wide, high = metrics.horizontalAdvance(placed.own.words), metrics.height()
    rings = [point for point, area in zip(placed.points, shown.areas, strict=True) if not area.own]
    assert not [
        (x, y) for x, y in rings if 0 < x - placed.own.x < wide and abs(y - placed.own.y) < high / 2 + look.px(4)
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_line_runs_through_our_name(qtbot: QtBot, scale: float) -> None:
    look = look_of(scale)
    areas = tuple((f"Area {number}", n, round(n * share)) for number, (n, share) in enumerate(MANY))
    named = "Northmoor IOM scheme"
    shown = picture_of(compared(7, 20, Benchmark("A made-up table", areas), named), named)
    wide = least_width(look, shown) + look.px(60)
    placed, metrics = place(look, shown, wide), QFontMetrics(look.font(STRONG))
    chart = FunnelChart(look, "Other areas")
    qtbot.addWidget(chart)
    chart.show_picture(shown, "")
    chart.resize(wide, chart.sizeHint().height())
    image, line = chart.grab().toImage(), round(placed.own.y)
    right = round(placed.own.x) + metrics.horizontalAdvance(named)
    near = range(line - metrics.ascent() // 3, line + metrics.ascent() // 3)
    seen = {image.pixelColor(x, y).name() for x in range(round(placed.own.x), right) for y in near}
    assert look.theme.text.name() in seen
    assert look.theme.edge.name() not in seen


@pytest.mark.usefixtures("qapp")
def test_a_limit_begins_where_it_comes_into_view() -> None:
    look = look_of()
    placed = place(look, picture(), 600)
    for line in (*placed.inner, *placed.outer):
        assert sum(y <= placed.top for _, y in line) <= 1


def test_page_and_report_compare_with_one_and_the_same_funnel(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = compared(20, 58).found._replace(tau_squared=0.25)

    def one(*_: object) -> Funnel:
        return wide

    monkeypatch.setattr(other_areas, "funnel", one)
    assert compared(20, 58).found is wide
    assert other_areas.other_areas(BENCHMARK, proven(20, 58)).tau_squared == 0.25
