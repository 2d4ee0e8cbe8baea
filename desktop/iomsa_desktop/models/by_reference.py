"""A table whose rows are known by their references: it is sorted by any column, and what is chosen stays chosen."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractTableModel, QObject, Qt


class ReferenceModel(QAbstractTableModel):
    """Sort rows that have a reference each; `_sorted` is the column and the order, -1 as they were entered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @abstractmethod
    def ref(self, row: int) -> str:
        """Return the reference of a row, or empty."""

    @abstractmethod
    def row_of(self, ref: str) -> int:
        """Return the row of a reference, or -1."""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order in which the rows were entered."""
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.ref(index.row())) for index in self.persistentIndexList()]
        self._sorted = column, order
        self._sort()
        for index, ref in kept:
            self.changePersistentIndex(index, self.index(self.row_of(ref), index.column()))
        self.layoutChanged.emit()

    @abstractmethod
    def _sort(self) -> None:
        """Put the rows into the order of `_sorted`."""
