"""Rows of short texts to fill in, with headings, and under a row what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import recolour, show_words, small, words
from iomsa_desktop.look import SMALL, Look


class Column(NamedTuple):
    """Name one column, with its least width in pixels of the drawings and its share of what is left."""

    name: str
    heading: str
    least: int
    stretch: int


class LinesGrid(QWidget):
    """Ask for rows of short texts; where the text is large, the last of four goes below the others."""

    def __init__(self, look: Look, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look, self._name, self._columns = look, name, tuple(columns)
        self._below = look.side_below and len(columns) > 3
        self.lines: list[tuple[LineText, ...]] = []
        self._wrong: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(6))
        self._wide = len(columns) - self._below
        for place, column in enumerate(self._columns[: self._wide]):
            self._grid.addWidget(small(look, column.heading), 0, place)
            self._grid.setColumnStretch(place, column.stretch)

    def add(self, texts: Sequence[str] = ()) -> tuple[LineText, ...]:
        """Add a row, blank or with these texts."""
        look, number, top = self._look, len(self.lines) + 1, 1 + 3 * len(self.lines)
        made = tuple(LineText(look, f"{self._name} {number}: {each.heading}") for each in self._columns)
        for place, (line, column) in enumerate(zip(made, self._columns, strict=True)):
            line.setMinimumWidth(look.px(column.least))
            if place < self._wide:
                self._grid.addWidget(Boxed(look, line), top, place)
            else:
                line.setPlaceholderText(column.heading)
                self._grid.addWidget(Boxed(look, line), top + 1, 0, 1, self._wide)
            line.textChanged.connect(lambda _, row=number - 1: self._clear(row))
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
        for line, text in zip(made, texts, strict=False):
            line.setText(text)
            line.setCursorPosition(0)
        return made

    @property
    def typed(self) -> tuple[tuple[str, ...], ...]:
        """Return every row as typed."""
        return tuple(tuple(line.text() for line in row) for row in self.lines)

    def line(self, row: int, column: str) -> LineText:
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

    def _clear(self, row: int) -> None:
        if row < len(self._wrong):
            self._wrong[row].hide()
