"""A table whose rows are turned one way or the other: with Space, Enter, a double click, or a click in one column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent

from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.look import BODY, Look
from iomsa_desktop.models.import_tables import SpokenRows

WIDEST = 150
"""The widest column but for the stretched one, in pixels of the drawings."""
GIVEN_UP = 12
"""So much of the air beside words can go before they are cut, in pixels of the drawings."""


class TurnTable(FlatTable):
    """Show rows; `opened` tells the row that is to be turned. One click is enough in the column `turns`."""

    def __init__(self, look: Look, name: str, model: SpokenRows, *, stretched: int, turns: int = -1) -> None:
        super().__init__(look, name, least_rows=3, most_rows=6)
        model.setParent(self)
        self.setModel(model)
        self._stretched, self._turns = stretched, turns
        self._doubled = False
        self.horizontalHeader().setSectionsClickable(False)
        self.fit()

    def fit(self) -> None:
        """Make each column as wide as what stands in it, up to a limit; the rest stands in the tool tip."""
        self.fit_columns(self._stretched)
        for column in range(self.horizontalHeader().count()):
            if column != self._stretched and self.columnWidth(column) > self._look.px(WIDEST):
                self.setColumnWidth(column, self._look.px(WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tall()
        # A dialog that is higher than it need be leaves no empty row.
        self.setMaximumHeight(self.full_height)

    @property
    def row_height(self) -> int:
        return super().row_height + (QFontMetrics(self._look.font(BODY)).lineSpacing() if self._flat_cells.tall else 0)

    def _show_tall(self) -> None:
        """Give rows a second line where the stretched column has no room for its words on one."""
        tall = self.sizeHintForColumn(self._stretched) - self._look.px(GIVEN_UP) > self.columnWidth(self._stretched)
        if tall is not self._flat_cells.tall:
            self._flat_cells.tall = tall
            self.verticalHeader().setDefaultSectionSize(self.row_height)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == self._turns and not self._doubled:
            self.opened.emit(index.row())
        self._doubled = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Its first click has turned the row where one click is enough; what follows must not turn it back.
        self._doubled = True
        if self.indexAt(event.position().toPoint()).column() != self._turns:
            super().mouseDoubleClickEvent(event)
