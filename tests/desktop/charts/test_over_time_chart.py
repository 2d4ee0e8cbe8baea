"""The chart over time: words keep clear of each other, points say what they mean in shape and colour, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.desktop.charts.looks import look_of

from iomsa.outcomes.marks import COMMON, CONCERN, IMPROVEMENT
from iomsa_desktop.charts.over_time import OverTimeChart
from iomsa_desktop.charts.over_time_layout import Dot, Label, Series, height, least_width, place
from iomsa_desktop.charts.points import paint_point
from iomsa_desktop.charts.scale import apart, every, ticks
from iomsa_desktop.kit.spoken import install_spoken
from iomsa_desktop.look import SMALL


def series(values: Iterable[float], limits: tuple[float, float] | None = (15.4, 24.5)) -> Series:
    low, high = limits or (None, None)
    dots = (
        Dot(n, f"Jan {2020 + n}" if n % 4 == 0 else "", value, low, high, COMMON, "common", f"Quarter {n}: {value}")
        for n, value in enumerate(values)
    )
    return Series(tuple(dots), 19.9 if limits else None)


def boxes(labels: Iterable[Label], metrics: QFontMetrics, *, centred: bool) -> list[tuple[float, float]]:
    wide = [(label.x, metrics.horizontalAdvance(label.words)) for label in labels]
    return [(x - w / 2, x + w / 2) if centred else (x, x + w) for x, w in wide]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("count", [1, 2, 12, 60])
@pytest.mark.parametrize("limits", [None, (15.4, 24.5), (19.8, 20.0), (0.0, 60.0)])
def test_words_keep_clear_of_each_other(scale: float, count: int, limits: tuple[float, float] | None) -> None:
    look = look_of(scale)
    shown = series([20.0 + n % 3 for n in range(count)], limits)
    metrics = QFontMetrics(look.font(SMALL))
    for width in (least_width(look, shown), least_width(look, shown) + 300):
        placed = place(look, shown, width)
        assert placed.left < placed.right
        axis = boxes(placed.axis, metrics, centred=True)
        assert all(one[1] < other[0] for one, other in pairwise(axis))
        assert all(start >= 0 and end <= width for start, end in (*axis, *boxes(placed.beside, metrics, centred=False)))
        assert all(other.y - one.y >= metrics.height() - 1e-9 for one, other in pairwise(placed.beside))
        assert all(placed.left <= x <= placed.right and placed.top <= y <= placed.bottom for x, y in placed.points)
        lowest = max(label.y for label in (*placed.axis, *placed.values, *placed.beside))
        assert lowest + metrics.height() / 2 <= height(look)


@pytest.mark.usefixtures("qapp")
def test_limits_that_differ_by_point_are_drawn_in_steps() -> None:
    even, uneven = series([20, 21, 22]), series([20, 21, 22])
    dots = tuple(dot._replace(high=24.0 + n) for n, dot in enumerate(uneven.dots))
    assert even.even
    assert not uneven._replace(dots=dots).even


@given(st.floats(0.001, 1e6), st.integers(2, 8))
def test_ticks_are_few_round_and_reach_the_top(top: float, most: int) -> None:
    found = ticks(top, most)
    assert found[0] == 0
    assert found[-1] >= top * (1 - 1e-9)
    assert 2 <= len(found) <= most + 1
    steps = {round(later - earlier, 9) for earlier, later in pairwise(found)}
    assert max(steps) - min(steps) < 1e-6 * top + 1e-9


@given(st.lists(st.floats(0, 100), min_size=1, max_size=5).map(sorted))
def test_labels_are_pushed_apart_and_stay_in_order(wanted: list[float]) -> None:
    found = apart(wanted, 15, 0, 120)
    assert all(later - earlier >= 15 - 1e-9 for earlier, later in pairwise(found))
    assert all(-1e-9 <= place <= 120 + 1e-9 for place in found)


def test_every_label_is_kept_where_all_have_room() -> None:
    assert every([0, 100, 200], [50, 50, 50], 10) == 1
    assert every([0, 40, 80, 120], [50, 50, 50, 50], 10) == 2
    assert every([0, 1, 2], [50, 50, 50], 10) == 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_point_differs_in_shape_and_not_in_colour_alone(theme: str) -> None:
    look = look_of(theme=theme)
    icons = {
        (IMPROVEMENT, "improvement-low"),
        (IMPROVEMENT, "improvement-high"),
        (CONCERN, "concern-high"),
        (COMMON, "common"),
        (COMMON, "hollow"),
    }
    shapes = set()
    for colour, icon in icons:
        picture = QImage(40, 40, QImage.Format.Format_ARGB32)
        picture.fill(look.theme.surface)
        painter = QPainter(picture)
        paint_point(painter, look.theme, picture.rect().center().toPointF(), 8, colour, icon)
        painter.end()
        ground = look.theme.surface.rgb()
        shapes.add(tuple(picture.pixel(x, y) != ground for x in range(40) for y in range(40)))
    assert len(shapes) == len(icons)


def test_the_chart_is_told_and_each_point_under_the_mouse(qtbot: QtBot) -> None:
    install_spoken()
    chart = OverTimeChart(look_of(), "Offences by quarter")
    qtbot.addWidget(chart)
    shown = series([20, 30, 10])
    chart.show_series(shown, "Nothing outside what is usual for this scheme.")
    chart.resize(600, chart.sizeHint().height())
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == "Offences by quarter"
    assert interface.text(QAccessible.Text.Description) == "Nothing outside what is usual for this scheme."
    points = place(look_of(), shown, 600).points
    assert chart.point_words(points[1][0] + 3, points[1][1] - 3) == "Quarter 1: 30"
    assert chart.point_words(points[1][0], points[1][1] + 60) == ""
    assert OverTimeChart(look_of(), "Nothing").point_words(1, 1) == ""


@pytest.mark.usefixtures("qapp")
def test_no_line_is_drawn_across_a_gap() -> None:
    look = look_of()
    chart = OverTimeChart(look, "Over time")
    whole = series([20.0] * 8, None)
    broken = whole._replace(dots=tuple(dot._replace(after_gap=n == 4) for n, dot in enumerate(whole.dots)))
    chart.resize(chart.sizeHint())
    painted = []
    for shown in (whole, broken):
        chart.show_series(shown, "")
        (left, y), (right, _) = place(look, shown, chart.width()).points[3:5]
        image = chart.grab().toImage()
        middle = round((left + right) / 2)
        painted.append({image.pixel(middle, each) for each in range(round(y) - 3, round(y) + 4)})
    # All of one colour is the ground.
    assert len(painted[0]) > 1
    assert len(painted[1]) == 1
