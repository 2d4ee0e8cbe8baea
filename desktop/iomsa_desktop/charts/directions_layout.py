"""Where the bars of less, same and more stand: name, bar and words on one line, or below each other where narrow."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from iomsa_desktop.look import BODY, SMALL, Look

PAD, GAP, AIR = 8, 16, 7
BAR, MOST_BAR, BAR_HEIGHT, THIN = 130, 320, 15, 10
"""The least width of a bar and its most beside its words, its height there and below them; in pixels at 100 %."""


class Bar(NamedTuple):
    """Show one row: its name, the counts of less, same and more, the counts and the percentages in words."""

    name: str
    counts: tuple[int, int, int]
    words: str
    percents: str


class PlacedBar(NamedTuple):
    """Place one row: its name, its bar, and its words with the percentages below them."""

    name: QRect
    bar: QRect
    words: QRect
    percents: QRect
    bottom: int


class Placed(NamedTuple):
    """Place all rows; `height` is that of the chart."""

    rows: tuple[PlacedBar, ...]
    height: int


def widths(look: Look, bars: Sequence[Bar]) -> tuple[int, int]:
    """Return how wide the widest name is, and the widest words."""
    body, small = QFontMetrics(look.font(BODY)), QFontMetrics(look.font(SMALL))
    names = max((body.horizontalAdvance(bar.name) for bar in bars), default=0)
    said = max((max(body.horizontalAdvance(b.words), small.horizontalAdvance(b.percents)) for b in bars), default=0)
    return names + 2, said + 2


def least_width(look: Look, bars: Sequence[Bar]) -> int:
    """Return the width below which the chart can't be drawn."""
    return look.px(PAD) + max(*widths(look, bars), look.px(BAR))


def place(look: Look, bars: Sequence[Bar], width: int) -> Placed:
    """Place every row in this width."""
    px = look.px
    names, said = widths(look, bars)
    room = width - px(PAD) - names - 2 * px(GAP) - said
    beside = room >= px(BAR)
    rows: list[PlacedBar] = []
    top = 0
    for bar in bars:
        rows.append(
            _beside(look, bar, top, names, min(room, px(MOST_BAR)), said) if beside else _below(look, bar, top, width)
        )
        top = rows[-1].bottom
    return Placed(tuple(rows), top)


def _lines(look: Look, bar: Bar) -> tuple[int, int]:
    body, small = QFontMetrics(look.font(BODY)).height(), QFontMetrics(look.font(SMALL)).height()
    return body, small if bar.percents else 0


def _beside(look: Look, bar: Bar, top: int, names: int, room: int, said: int) -> PlacedBar:
    px = look.px
    body, small = _lines(look, bar)
    y = top + px(AIR)
    x = px(PAD) + names + px(GAP)
    high = px(BAR_HEIGHT)
    return PlacedBar(
        QRect(px(PAD), y, names, body),
        QRect(x, y + (body - high) // 2, room, high),
        QRect(x + room + px(GAP), y, said, body),
        QRect(x + room + px(GAP), y + body, said, small),
        y + body + small + px(AIR),
    )


def _below(look: Look, bar: Bar, top: int, width: int) -> PlacedBar:
    """Place the name with the words at the right of it, or below it where they are too long; the bar below both."""
    px = look.px
    body, small = _lines(look, bar)
    metrics = QFontMetrics(look.font(BODY))
    y, room, high = top + px(AIR), width - px(PAD), px(THIN)
    name, said = (metrics.horizontalAdvance(text) + 2 for text in (bar.name, bar.words))
    one_line = name + px(GAP) + said <= room
    words = QRect(width - said, y, said, body) if one_line else QRect(px(PAD), y + body, room, body)
    bar_top = words.bottom() + 1 + px(4)
    under = bar_top + high + px(3)
    placed = QRect(px(PAD), bar_top, room, high)
    percents = QRect(px(PAD), under, room, small)
    return PlacedBar(QRect(px(PAD), y, name, body), placed, words, percents, under + small + px(AIR))
