"""A list of references of which some are ticked, as a model."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal

from iomsa_desktop.kit.flat_table import SIGN, WEIGHT
from iomsa_desktop.kit.index import Index
from iomsa_desktop.kit.tick import TICK
from iomsa_desktop.look import STRONG
from iomsa_desktop.models.import_tables import SpokenRows
from iomsa_desktop.models.rows import Rows

HEADINGS = ("In the sheet", "Reference", "How far")
IN, OUT = "Yes", "No"
SIGNED, STRONG_COLUMN = 0, 1


class TicksModel(SpokenRows):
    """Show references with a state in words; `ticked` tells that the choice changed."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(Rows(HEADINGS, ()))
        self._listed: tuple[tuple[str, str], ...] = ()
        self._chosen: frozenset[str] = frozenset()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ticked references in the order of the list."""
        return tuple(ref for ref, _ in self._listed if ref in self._chosen)

    def show_listed(self, listed: Sequence[tuple[str, str]], chosen: Collection[str]) -> None:
        """Show other references, of which some are ticked."""
        self._listed = tuple(listed)
        self.choose(chosen)

    def choose(self, chosen: Collection[str]) -> None:
        """Tick these and no others."""
        self._chosen = frozenset(chosen)
        rows = tuple((IN if ref in self._chosen else OUT, ref, state) for ref, state in self._listed)
        if [row[1] for row in rows] == [row[1] for row in self.shown.rows] and rows:
            # The chosen row stays chosen.
            self.shown = Rows(HEADINGS, rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADINGS) - 1))
        else:
            self.show_rows(Rows(HEADINGS, rows))
        self.ticked.emit()

    def choose_all(self) -> None:
        """Tick every one."""
        self.choose({ref for ref, _ in self._listed})

    def turn(self, row: int) -> None:
        """Tick what is not ticked, and the other way round."""
        self.choose(self._chosen ^ {self._listed[row][0]})

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == SIGN:
            return TICK if index.column() == SIGNED and self._listed[index.row()][0] in self._chosen else None
        if role == WEIGHT:
            return STRONG if index.column() == STRONG_COLUMN else None
        return super().data(index, role)
