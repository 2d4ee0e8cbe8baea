"""Where the areas, the limits and the words of a funnel stand."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from iomsa.outcomes.funnel import Funnel, limits_at
from iomsa.outcomes.percent import rounded_percent
from iomsa_desktop.charts.over_time_layout import Label
from iomsa_desktop.charts.scale import apart, number_words, ticks
from iomsa_desktop.look import SMALL, STRONG, Look

PLOT, LEAST_PLOT, MOST_TICKS, AIR = 200, 220, 4, 8
"""What is plotted: its height and least width, most steps of its axes, air; in pixels at 100 %."""
STEPS = 60
APART = (1.0, 1.8, 2.6)
"""So many lines above or below its point the name of our own may stand: as near as it covers no others."""
AXIS = "people followed"


class Area(NamedTuple):
    """Show one area: how many people, the share who reoffended, whether it is our own, and all in words."""

    n: int
    share: float
    own: bool
    said: str


class Picture(NamedTuple):
    """Show areas round a benchmark; `name` is what our own is called."""

    found: Funnel
    areas: tuple[Area, ...]
    name: str


class Placed(NamedTuple):
    """Place everything: the edges of what is plotted, the points, the lines, the words."""

    left: float
    right: float
    top: float
    bottom: float
    points: tuple[tuple[float, float], ...]
    middle: float
    inner: tuple[tuple[tuple[float, float], ...], ...]
    outer: tuple[tuple[tuple[float, float], ...], ...]
    values: tuple[Label, ...]
    axis: tuple[Label, ...]
    beside: tuple[Label, ...]
    own: Label


def height(look: Look) -> int:
    """Return the height of the chart."""
    return look.px(PLOT + 2 * AIR) + round(2.5 * QFontMetrics(look.font(SMALL)).height()) + 2


def _beside(picture: Picture) -> tuple[str, ...]:
    return f"all others {rounded_percent(picture.found.benchmark)} %", "95 % limits", "99.8 % limits"


def least_width(look: Look, picture: Picture) -> int:
    """Return the width below which the chart can't be drawn."""
    metrics = QFontMetrics(look.font(SMALL))
    beside = max(map(metrics.horizontalAdvance, _beside(picture)))
    own = QFontMetrics(look.font(STRONG)).horizontalAdvance(picture.name)
    return metrics.horizontalAdvance("100 %") + max(look.px(LEAST_PLOT), own + look.px(9 * AIR)) + beside


def place(look: Look, picture: Picture, width: int) -> Placed:
    """Place everything in this width."""
    metrics, px, found = QFontMetrics(look.font(SMALL)), look.px, picture.found
    line = metrics.height()
    people = ticks(max((area.n for area in picture.areas), default=1), MOST_TICKS)
    highest = max((area.share for area in picture.areas), default=1.0)
    smallest = min((area.n for area in picture.areas), default=1)
    shares = ticks(min(100.0, 100 * max(highest, limits_at(found, smallest).inner[1])), MOST_TICKS)
    left = metrics.horizontalAdvance("100 %") + px(AIR)
    right = width - px(2 * AIR) - max(map(metrics.horizontalAdvance, _beside(picture)))
    top, bottom = line / 2 + px(AIR), line / 2 + px(AIR) + px(PLOT)

    def at(n: float, share: float) -> tuple[float, float]:
        y = bottom - (bottom - top) * 100 * share / shares[-1]
        return left + (right - left) * n / people[-1], max(top, y)

    sizes = [people[-1] * step / STEPS for step in range(1, STEPS + 1)]
    ends = [limits_at(found, max(1.0, n)) for n in sizes]
    inner = tuple(_from_top([at(each.n, each.inner[side]) for each in ends], top) for side in (0, 1))
    outer = tuple(_from_top([at(each.n, each.outer[side]) for each in ends], top) for side in (0, 1))
    middle = at(0, found.benchmark)[1]
    wanted = [outer[1][-1][1], inner[1][-1][1], middle]
    ys = apart(wanted, line, top, bottom)
    points = tuple(at(area.n, area.share) for area in picture.areas)
    return Placed(
        left,
        right,
        top,
        bottom,
        points,
        middle,
        inner,
        outer,
        tuple(Label(0, at(0, each / 100)[1], f"{number_words(each)} %") for each in shares),
        tuple(Label(at(each, 0)[0], bottom + px(AIR) + line / 2, number_words(each)) for each in people),
        tuple(Label(right + px(2 * AIR), y, words) for y, words in zip(ys, reversed(_beside(picture)), strict=True)),
        _own_label(look, picture, points, (left, right, top, bottom)),
    )


def _from_top(line: Sequence[tuple[float, float]], top: float) -> tuple[tuple[float, float], ...]:
    """Return a limit from where it comes into view: along the top it would look as if it were the same for all."""
    beyond = sum(y <= top for _, y in line)
    return tuple(line[max(0, beyond - 1) :])


def _own_label(
    look: Look, picture: Picture, points: tuple[tuple[float, float], ...], edges: tuple[float, float, float, float]
) -> Label:
    """Place the name of our own beside, above or below its point, wherever it covers fewest of the others.

    It stays within the edges: left, right, top, bottom.
    """
    first, last, top, bottom = edges
    metrics = QFontMetrics(look.font(STRONG))
    wide, high = metrics.horizontalAdvance(picture.name), metrics.height()
    own = next((place for place, area in enumerate(picture.areas) if area.own), None)
    if own is None:
        return Label(0, 0, "")
    x, y = points[own]
    gap = look.px(11)
    middle = max(first, min(x - wide / 2, last - wide))
    spots = [(x + gap, y), (x - gap - wide, y)]
    spots += [(middle, y + side * lines * high) for lines in APART for side in (-1, 1)]
    others = [point for place, point in enumerate(points) if place != own]

    def covered(spot: tuple[float, float]) -> int:
        left, line = spot
        out = left < first or left + wide > last or not top < line < bottom
        near = look.px(AIR)
        over = sum(left - near < px < left + wide + near and abs(py - line) < high / 2 + near for px, py in others)
        return over + len(others) * out

    left, line = min(spots, key=covered)
    return Label(left, line, picture.name)
