"""A table whose columns of less weight give way where there is no room for all, and are named."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from iomsa.scoring.words import listed
from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.look import Look

NARROW = "Not in view, as there is no room: {columns}."


class NarrowTable(FlatTable):
    """Where it is too narrow for all columns, those of `give_way` leave in that order; `narrowed` tells of others.

    Sub-classes say in `wanted` how wide each column is to be, and then make room.
    """

    narrowed = Signal()

    def __init__(self, look: Look, name: str, *, least_rows: int, most_rows: int, give_way: Sequence[int]) -> None:
        super().__init__(look, name, least_rows=least_rows, most_rows=most_rows)
        self._give_way = give_way
        self._left_out: Collection[int] = ()
        self.wanted: list[int] = []

    @property
    def narrow_words(self) -> str:
        """Say which columns gave way; empty where all are in view."""
        names = [str(self.model().headerData(each, Qt.Orientation.Horizontal)) for each in sorted(self._left_out)]
        return NARROW.format(columns=listed(names)) if names else ""

    def needed(self, out: Collection[int]) -> int:
        """Return the width that the columns need at least, when some are out."""
        return sum(width for column, width in enumerate(self.wanted) if column not in out)

    def make_room(self) -> None:
        """Let columns leave until the others fit."""
        header, room = self.horizontalHeader(), self.viewport().width()
        if len(self.wanted) != header.count():
            return
        out = set[int]()
        for column in self._give_way:
            if self.needed(out) <= room:
                break
            out.add(column)
        for column in range(header.count()):
            header.setSectionHidden(column, column in out)
        self.lay_out(out)
        if out != set(self._left_out):
            self._left_out = out
            self.narrowed.emit()

    def lay_out(self, out: Collection[int]) -> None:
        """Share the room out among the columns that are in."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()
