"""The mark of a self-rating: four cells and the word, both in the rating's colour; never a bar."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from iomsa.framework.find import rating
from iomsa.framework.model import Framework
from iomsa.scoring.card import Rated
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.words import line, recolour, show_words
from iomsa_desktop.look import SMALL, STRONG, Look

EMPTY, FULL, HATCHED = "empty", "full", "hatched"
WIDTH, HEIGHT, GAP = 8, 13, 1.5
"""A cell, and what is left between two, in pixels at 100 %."""
OWN = "self-rated"


class Mark(NamedTuple):
    """Say how each cell is drawn, in which colour, and the word beside them."""

    cells: tuple[str, ...]
    colour: QColor
    word: str


def mark_of(look: Look, framework: Framework, rated: Rated) -> Mark:
    """Return the mark of a rating: so far is hatched, a range is grey with its uncertain cells hatched."""
    of = len(framework.ratings)
    if rated.rating is not None:
        filled = rating(framework, rated.rating).points + 1
        kind = HATCHED if rated.so_far else FULL
        cells = (kind,) * filled + (EMPTY,) * (of - filled)
        return Mark(cells, look.rating(rated.rating), label_of(framework, rated))
    if rated.range is not None and rated.started:
        low, high = (rating(framework, id).points + 1 for id in rated.range)
        cells = (FULL,) * low + (HATCHED,) * (high - low) + (EMPTY,) * (of - high)
        return Mark(cells, look.theme.soft, label_of(framework, rated))
    return Mark((EMPTY,) * of, look.theme.soft, label_of(framework, rated))


def label_of(framework: Framework, rated: Rated) -> str:
    """Say a rating or a range in words, or that there is none."""
    if rated.rating is not None:
        return rating(framework, rated.rating).label
    if rated.out:
        return "Not applicable"
    if not rated.started:
        return "Not started"
    if rated.range is not None:
        return " to ".join(rating(framework, id).label for id in rated.range)
    return "Not rated"


class Cells(QWidget):
    """Draw the cells of a mark."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._mark = Mark((EMPTY,) * 4, look.theme.soft, "")
        self._width, self._height, self._gap = look.px(WIDTH), look.px(HEIGHT), look.px(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_mark(self, mark: Mark) -> None:
        """Show a mark."""
        self._mark = mark
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._mark.cells)
        return QSize(count * self._width + (count - 1) * self._gap + 1, self._height + 1)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cells(painter, QRectF(self.rect()), self._mark, self._width, self._gap)
        painter.end()


def paint_cells(painter: QPainter, rect: QRectF, mark: Mark, width: float, gap: float) -> None:
    """Paint the cells of a mark into a rectangle, from its left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for place, kind in enumerate(mark.cells):
        cell = QRectF(rect.left() + place * (width + gap), rect.top(), width - 1, rect.height() - 1)
        if kind == FULL:
            fill(painter, cell.adjusted(0, 0, 1, 1), mark.colour)
            continue
        if kind == HATCHED:
            fill(painter, cell, QBrush(mark.colour, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(mark.colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)


class RatingMark(QWidget):
    """Show a self-rating: its mark, its word, and small words behind such as so far or moved to Good."""

    def __init__(self, look: Look, framework: Framework, *, role: str = STRONG) -> None:
        super().__init__()
        self._look, self._framework = look, framework
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        self._cells = Cells(look)
        self._word = line(look, "", role)
        self._behind = line(look, "", SMALL, soft=True)
        for widget in (self._cells, self._word, self._behind):
            row.addWidget(widget)
        row.addStretch(1)

    def show_rated(self, rated: Rated, behind: str = "", *, told: bool = False) -> None:
        """Show a rating with the words behind it; `told` says first that it is the scheme's own."""
        mark = mark_of(self._look, self._framework, rated)
        self._cells.show_mark(mark)
        self._word.setText(mark.word)
        recolour(self._word, mark.colour)
        said = "; ".join(part for part in (behind, moved_words(self._framework, rated)) if part)
        own = OWN if told and (rated.rating or rated.range) and rated.started else ""
        show_words(self._behind, "; ".join(part for part in (own, said) if part))
        self.setAccessibleName(f"{rated.title}: self-rated {mark.word} {said}".strip())


def moved_words(framework: Framework, rated: Rated) -> str:
    """Return `moved to Good` beside a moved rating, or that the move needs another look."""
    if rated.moved is None:
        return ""
    if rated.moved.to is None:
        return "look at this move again"
    return f"moved to {rating(framework, rated.moved.to).label}"
