"""The table of quarters: where it is too narrow for all columns, those that the chart can do without leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from iomsa.scoring.words import listed
from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.look import Look

GIVE_WAY = (3, 4)
"""The columns that leave, in this order: people, and the rate, which follows from two others."""
NARROW = "Not in view, as there is no room: {}."


class QuartersTable(FlatTable):
    """Show quarters; `narrowed` tells that other columns give way."""

    narrowed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Quarters", least_rows=3, most_rows=6)
        self._wanted: list[int] = []
        self._out: list[int] = []

    @property
    def narrow_words(self) -> str:
        """Say which columns gave way; empty where all are in view."""
        names = [str(self.model().headerData(each, Qt.Orientation.Horizontal)) for each in self._out]
        return NARROW.format(listed(names)) if names else ""

    def fit(self) -> None:
        """Make each column as wide as its heading and what stands in it."""
        header = self.horizontalHeader()
        columns = range(header.count())
        for column in columns:
            header.setSectionHidden(column, False)
        self.fit_columns(header.count() - 1)
        self._wanted = [max(header.sectionSizeHint(each), self.sizeHintForColumn(each)) for each in columns]
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        header, room = self.horizontalHeader(), self.viewport().width()
        if len(self._wanted) != header.count():
            return
        out: list[int] = []
        for column in GIVE_WAY:
            if sum(self._wanted) - sum(self._wanted[each] for each in out) <= room:
                break
            out.append(column)
        for column in GIVE_WAY:
            header.setSectionHidden(column, column in out)
        if out != self._out:
            self._out = out
            self.narrowed.emit()
