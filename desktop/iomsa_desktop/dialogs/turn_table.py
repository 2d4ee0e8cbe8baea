"""A table whose rows are turned one way or the other: with Space, Enter or a double click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.look import Look
from iomsa_desktop.models.import_tables import SpokenRows


class TurnTable(FlatTable):
    """Show rows; `opened` tells the row that is to be turned."""

    def __init__(self, look: Look, name: str, model: SpokenRows, stretched: int) -> None:
        super().__init__(look, name, least_rows=3, most_rows=6)
        model.setParent(self)
        self.setModel(model)
        self.horizontalHeader().setSectionsClickable(False)
        self.fit_columns(stretched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)
