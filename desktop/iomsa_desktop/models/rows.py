"""Rows of text with headings as a model, for the table behind a chart."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, Qt

from iomsa_desktop.kit.index import ROOT, Index


class Rows(NamedTuple):
    """Hold headings and rows, each row as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class RowsModel(QAbstractTableModel):
    """Offer rows to any view."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.shown = rows

    def show_rows(self, rows: Rows) -> None:
        """Show other rows."""
        if rows != self.shown:
            self.beginResetModel()
            self.shown = rows
            self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.shown.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        return self.shown.headings[section] if across and role == Qt.ItemDataRole.DisplayRole else None
