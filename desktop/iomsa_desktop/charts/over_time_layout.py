"""Where the points, the limits and the words of a chart over time stand."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from iomsa_desktop.charts.scale import apart, every, number_words, ticks
from iomsa_desktop.look import SMALL, Look

PLOT, LEAST_PLOT, MOST_TICKS, AIR, INSET = 168, 200, 5, 8, 12
"""Height and least width of what is plotted, most steps of its axis, air, room at its ends; in pixels at 100 %."""


class Dot(NamedTuple):
    """Show one point: where along the axis, its words there, its value and limits, how it looks, and all in words.

    `after_gap` tells that no line leads to it from the point before.
    """

    at: float
    axis: str
    value: float
    low: float | None
    high: float | None
    colour: str
    icon: str
    said: str
    after_gap: bool = False


class Series(NamedTuple):
    """Show points in order with the name and the place of their centre; limits are those of each point."""

    dots: tuple[Dot, ...] = ()
    centre: float | None = None
    centre_name: str = "mean"

    @property
    def limited(self) -> tuple[Dot, ...]:
        """Return the points that have limits."""
        return tuple(dot for dot in self.dots if dot.high is not None)

    @property
    def even(self) -> bool:
        """Tell whether the limits are the same for every point."""
        return len({(dot.low, dot.high) for dot in self.limited}) <= 1


class Label(NamedTuple):
    """Place words: the middle of their line, and their left edge or middle."""

    x: float
    y: float
    words: str


class Placed(NamedTuple):
    """Place everything: the edges of what is plotted, each point, the axes, the words beside the limits."""

    left: float
    right: float
    top: float
    bottom: float
    high: float
    points: tuple[tuple[float, float], ...]
    values: tuple[Label, ...]
    axis: tuple[Label, ...]
    beside: tuple[Label, ...]

    def y(self, value: float) -> float:
        """Return where a value lies."""
        return self.bottom - (self.bottom - self.top) * value / self.high


def height(look: Look) -> int:
    """Return the height of the chart."""
    return look.px(PLOT + 2 * AIR) + round(1.5 * QFontMetrics(look.font(SMALL)).height()) + 2


def limit_words(series: Series) -> tuple[tuple[float, str], ...]:
    """Return what is said beside the limits and the centre, each with its value, from the top."""
    if series.centre is None or not series.limited:
        return ()
    last = series.limited[-1]
    low, high = last.low or 0.0, last.high or 0.0
    lower = ((low, f"lower limit {low:.1f}"),) if low > 0 else ()
    return (high, f"upper limit {high:.1f}"), (series.centre, f"{series.centre_name} {series.centre:.1f}"), *lower


def least_width(look: Look, series: Series) -> int:
    """Return the width below which the chart can't be drawn."""
    metrics = QFontMetrics(look.font(SMALL))
    beside = max((metrics.horizontalAdvance(words) for _, words in limit_words(series)), default=0)
    values = max(map(metrics.horizontalAdvance, map(number_words, _ticks(series))))
    return values + look.px(LEAST_PLOT + 3 * AIR) + beside


def place(look: Look, series: Series, width: int) -> Placed:
    """Place everything in this width."""
    metrics, px = QFontMetrics(look.font(SMALL)), look.px
    steps, said = _ticks(series), limit_words(series)
    values = max(map(metrics.horizontalAdvance, map(number_words, steps)))
    beside = max((metrics.horizontalAdvance(words) for _, words in said), default=0)
    left, top = values + px(AIR), metrics.height() / 2 + px(AIR)
    right = width - beside - px(AIR) if beside else width - px(AIR)
    bottom = top + px(PLOT)
    placed = Placed(left, right, top, bottom, steps[-1], (), (), (), ())
    xs = _xs(series, left + px(INSET), right - px(INSET))
    points = tuple((x, placed.y(dot.value)) for x, dot in zip(xs, series.dots, strict=True))
    line = metrics.height()
    ys = apart([placed.y(value) for value, _ in said], line, top, bottom + line / 2)
    axis_y = bottom + px(AIR) + line / 2
    return placed._replace(
        points=points,
        values=tuple(Label(0, placed.y(each), number_words(each)) for each in steps),
        axis=_axis(metrics, series, xs, axis_y, width, px(AIR)),
        beside=tuple(Label(right + px(AIR), y, words) for y, (_, words) in zip(ys, said, strict=True)),
    )


def _ticks(series: Series) -> tuple[float, ...]:
    highest = max((max(dot.value, dot.high or 0.0) for dot in series.dots), default=1.0)
    return ticks(max(highest, series.centre or 0.0) or 1.0, MOST_TICKS)


def _xs(series: Series, left: float, right: float) -> tuple[float, ...]:
    if not series.dots:
        return ()
    first, last = series.dots[0].at, series.dots[-1].at
    span = (last - first) or 1.0
    return tuple(left + (right - left) * (dot.at - first) / span for dot in series.dots)


def _axis(
    metrics: QFontMetrics, series: Series, xs: tuple[float, ...], y: float, width: int, gap: float
) -> tuple[Label, ...]:
    named = [(x, dot.axis) for x, dot in zip(xs, series.dots, strict=True) if dot.axis]
    if not named:
        return ()
    widths = [metrics.horizontalAdvance(words) for _, words in named]
    # The first and the last keep within the chart, so that nothing is cut.
    middles = [min(max(x, wide / 2), width - wide / 2) for (x, _), wide in zip(named, widths, strict=True)]
    step = every(middles, widths, 2 * gap)
    return tuple(Label(middles[each], y, named[each][1]) for each in range(0, len(named), step))
