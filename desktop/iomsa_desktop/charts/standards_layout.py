"""Where each row of the chart of standards stands: side by side where there is room, else in two lines."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from iomsa_desktop.kit.rating_mark import Mark
from iomsa_desktop.look import BODY, SMALL, STRONG, Look

CELL, LEAST_CELL, CELL_GAP, CELL_HEIGHT = 28, 20, 3, 14
PAD, GAP, ROW, AIR = 4, 14, 30, 6


class Row(NamedTuple):
    """Show one standard: its id and name, its mark, small words behind, and the whole for a screen reader."""

    id: str
    name: str
    mark: Mark
    behind: tuple[str, ...]
    said: str


class Text(NamedTuple):
    """Place one text: its left edge, its top, its words, the font's role; soft or in the rating's colour."""

    x: int
    y: int
    words: str
    role: str


class PlacedRow(NamedTuple):
    """Place one row, from `top`, `height` pixels high; its id and name stand in its first line."""

    top: int
    height: int
    cells_y: int
    texts: tuple[Text, ...]


class Placed(NamedTuple):
    """Place the whole chart; `line` is the height of a line with its air, `cell` the width of a cell."""

    name_x: int
    cells_x: int
    cell: int
    line: int
    rows: tuple[PlacedRow, ...]
    height: int


class Measures(NamedTuple):
    """Hold what the text of the rows needs, in pixels."""

    id: int
    name: int
    word: int
    line: int
    small: int


def measure(look: Look, rows: Sequence[Row]) -> Measures:
    """Measure the widest id, name and words behind the cells that can't be broken."""
    body, strong, small = (QFontMetrics(look.font(role)) for role in (BODY, STRONG, SMALL))
    words = [strong.horizontalAdvance(part) for row in rows for part in _broken(row.mark.word)]
    behind = [small.horizontalAdvance(part) for row in rows for part in row.behind]
    return Measures(
        max((body.horizontalAdvance(row.id) for row in rows), default=0),
        max((body.horizontalAdvance(row.name) + 4 for row in rows), default=0),
        max((*words, *behind), default=0),
        strong.height(),
        small.height(),
    )


def least_width(look: Look, rows: Sequence[Row]) -> int:
    """Return the width below which the chart can't be drawn."""
    px, m = look.px, measure(look, rows)
    cells = _cells(rows, px(LEAST_CELL), px(CELL_GAP))
    return px(PAD) + m.id + px(GAP) + max(m.name, cells + px(GAP) + m.word)


def place(look: Look, rows: Sequence[Row], width: int) -> Placed:
    """Place every row in this width."""
    px, m = look.px, measure(look, rows)
    of = max((len(row.mark.cells) for row in rows), default=1)
    name_x = px(PAD) + m.id + px(GAP)
    beside = name_x + m.name + px(GAP)
    room = (width - beside - px(GAP) - m.word - (of - 1) * px(CELL_GAP)) // of
    one_line = room >= px(LEAST_CELL)
    cells_x = beside if one_line else name_x
    if not one_line:
        room = (width - cells_x - px(GAP) - m.word - (of - 1) * px(CELL_GAP)) // of
    cell = max(px(LEAST_CELL), min(px(CELL), room))
    words_x = cells_x + _cells(rows, cell, px(CELL_GAP)) + px(GAP)
    placed: list[PlacedRow] = []
    top = 0
    for row in rows:
        placed.append(_row(look, row, m, top, words_x, width, one_line=one_line))
        top += placed[-1].height
    return Placed(name_x, cells_x, cell, _line(look, m), tuple(placed), top)


def _row(look: Look, row: Row, m: Measures, top: int, x: int, width: int, *, one_line: bool) -> PlacedRow:
    px = look.px
    line = _line(look, m)
    first = top if one_line else top + line - px(AIR)
    word_y = first + (line - m.line) // 2
    texts, bottom = _texts(look, row, m, x, word_y, width)
    height = max(first + line, bottom + px(AIR)) - top
    return PlacedRow(top, height, first + (line - px(CELL_HEIGHT)) // 2, texts)


def _line(look: Look, m: Measures) -> int:
    return max(look.px(ROW), m.line + 2 * look.px(AIR))


def _texts(look: Look, row: Row, m: Measures, x: int, y: int, width: int) -> tuple[tuple[Text, ...], int]:
    strong, small = QFontMetrics(look.font(STRONG)), QFontMetrics(look.font(SMALL))
    word = row.mark.word
    parts = (word,) if x + strong.horizontalAdvance(word) <= width else _broken(word)
    texts = [Text(x, y + place * m.line, part, STRONG) for place, part in enumerate(parts)]
    last = texts[-1]
    left, top, bottom = x + strong.horizontalAdvance(last.words) + look.px(8), last.y, last.y + m.line
    top += strong.ascent() - small.ascent()
    for part in row.behind:
        wide = small.horizontalAdvance(part)
        if left > x and left + wide > width:
            left, top, bottom = x, bottom, bottom + m.small
        texts.append(Text(left, top, part, SMALL))
        left += wide + look.px(8)
    return tuple(texts), bottom


def _broken(word: str) -> tuple[str, ...]:
    low, to, high = word.partition(" to ")
    return (low, f"to {high}") if to else (word,)


def _cells(rows: Sequence[Row], cell: int, gap: int) -> int:
    of = max((len(row.mark.cells) for row in rows), default=1)
    return of * cell + (of - 1) * gap
