"""Rows of short texts to fill in, with headings, and under a row what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import recolour, show_words, small, words
from iomsa_desktop.look import SMALL, Look


class Column(NamedTuple):
    """Name one column, with its least width in pixels of the drawings and its share of what is left, 0 for none.

    Figures stand at the right; what is long goes on below, in as many lines as it needs.
    """

    name: str
    heading: str
    least: int
    stretch: int
    figures: bool = False
    long: bool = False


class LongLine(GrowingText):
    """Take one line of text that is seen whole however long it is: it goes on below."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, "")

    def text(self) -> str:
        """Return what stands here on one line, as it would be in a box of one line."""
        return " ".join(super().text().splitlines())

    def setText(self, text: str) -> None:
        """Put this in place of what stands here."""
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter is for the dialog, as in every other box of it.
            event.ignore()
        else:
            super().keyPressEvent(event)


class LinesGrid(QWidget):
    """Ask for rows of short texts; where the text is large, the last of four goes below the others."""

    def __init__(self, look: Look, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look, self._name, self._columns = look, name, tuple(columns)
        self._below = look.side_below and len(columns) > 3
        self.lines: list[tuple[LineText | LongLine, ...]] = []
        self._wrong: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(6))
        self._wide = len(columns) - self._below
        for place, column in enumerate(self._columns[: self._wide]):
            head = small(look, column.heading)
            if column.figures:
                head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                head.setContentsMargins(0, 0, look.px(8), 0)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, column.stretch)

    def add(self, texts: Sequence[str] = ()) -> tuple[LineText | LongLine, ...]:
        """Add a row, blank or with these texts."""
        look, number, top = self._look, len(self.lines) + 1, 1 + 3 * len(self.lines)
        made = tuple(self._box(each, f"{self._name} {number}: {each.heading}") for each in self._columns)
        for place, (line, column) in enumerate(zip(made, self._columns, strict=True)):
            line.setMinimumWidth(look.px(column.least))
            if place < self._wide:
                box = Boxed(look, line)
                if not column.stretch:
                    box.setFixedWidth(box.minimumSizeHint().width())
                self._grid.addWidget(box, top, place)
            else:
                line.setPlaceholderText(column.heading)
                self._grid.addWidget(Boxed(look, line), top + 1, 0, 1, self._wide)
            line.textChanged.connect(lambda *_, row=number - 1: self._clear(row))
        wrong = words(look, "", SMALL)
        recolour(wrong, look.theme.inadequate)
        wrong.hide()
        self._grid.addWidget(wrong, top + 2, 0, 1, self._wide)
        if self.lines and self.isVisible():
            # A row that is added late stands where it is seen, not behind everything else.
            for first, second in pairwise((self.lines[-1][-1], *made)):
                QWidget.setTabOrder(first, second)
        self.lines.append(made)
        self._wrong.append(wrong)
        self.show_row(len(self.lines) - 1, texts)
        return made

    def show_row(self, row: int, texts: Sequence[str]) -> None:
        """Put these in a row, and show each from its beginning."""
        for line, text in zip(self.lines[row], texts, strict=False):
            line.setText(text)
            if isinstance(line, LineText):
                line.setCursorPosition(0)

    @property
    def typed(self) -> tuple[tuple[str, ...], ...]:
        """Return every row as typed."""
        return tuple(tuple(line.text() for line in row) for row in self.lines)

    def line(self, row: int, column: str) -> LineText | LongLine:
        """Return the box of a row and a column."""
        return self.lines[row][[each.name for each in self._columns].index(column)]

    def say(self, wrong: Mapping[tuple[int, str], str]) -> None:
        """Say under each row what is wrong with it, by row and column."""
        for row, lines in enumerate(self.lines):
            said = []
            for column, line in zip(self._columns, lines, strict=True):
                sentence = wrong.get((row, column.name), "")
                line.setAccessibleDescription(sentence)
                said += [sentence] if sentence else []
            show_words(self._wrong[row], " ".join(said))

    def _box(self, column: Column, name: str) -> LineText | LongLine:
        if column.long:
            return LongLine(self._look, name)
        line = LineText(self._look, name)
        if column.figures:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def _clear(self, row: int) -> None:
        if row < len(self._wrong):
            self._wrong[row].hide()
