"""Rows of text with headings as a model, for the table behind a chart."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, Qt

from iomsa_desktop.kit.index import ROOT, Index

_NUMBER = r"-?[0-9][0-9,]*(\.[0-9]+)?( %)?"
_RANGE = rf"{_NUMBER}( to ({_NUMBER}|no upper end))?"
_FIGURE = re.compile(rf"(under |<)?{_RANGE}( \({_RANGE}\))?")
NOTHING = ("", "–", "none", "no test", "hidden")
"""What stands in a column of figures where there is none."""


class Rows(NamedTuple):
    """Hold headings and rows, each row as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def numbers(rows: Rows) -> tuple[bool, ...]:
    """Tell of each column whether it holds nothing but figures, so that they line up at the right."""
    columns = zip(*rows.rows, strict=True) if rows.rows else ()
    found = tuple(any(map(_FIGURE.fullmatch, each)) and all(map(_may, each)) for each in columns)
    # The first column says what a row is about.
    return (False, *found[1:]) if found else (False,) * len(rows.headings)


def _may(text: str) -> bool:
    return text in NOTHING or _FIGURE.fullmatch(text) is not None


class RowsModel(QAbstractTableModel):
    """Offer rows to any view."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.shown = rows
        self._numbers = numbers(rows)

    def show_rows(self, rows: Rows) -> None:
        """Show other rows."""
        if rows != self.shown:
            self.beginResetModel()
            self.shown, self._numbers = rows, numbers(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return self.shown.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self.shown.headings[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self._numbers[column] else Qt.AlignmentFlag.AlignLeft
