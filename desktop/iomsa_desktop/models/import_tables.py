"""The tables of a preview as models: faults and changes to read, conflicts to decide."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal

from iomsa.handover.preview import Choice, Conflict
from iomsa_desktop.kit.flat_table import SIGN
from iomsa_desktop.kit.index import Index
from iomsa_desktop.kit.tick import TICK
from iomsa_desktop.models.rows import Rows, RowsModel

SPOKEN = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
HEADINGS = ("Reference", "What", "Here now", "Theirs", "Decided")
DECIDED = len(HEADINGS) - 1
"""The column that says what is decided."""


class SpokenRows(RowsModel):
    """Show rows of text whose cells say themselves whole where they are cut."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return super().data(index, Qt.ItemDataRole.DisplayRole if role in SPOKEN else role)


class ConflictsModel(SpokenRows):
    """Show conflicts with what is decided of each; `decided` tells that a decision changed."""

    decided = Signal()

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(Rows(HEADINGS, ()))
        self._conflicts = tuple(conflicts)
        self.take: frozenset[Choice] = frozenset()
        self._show()

    def turn(self, row: int) -> None:
        """Take theirs where ours would be kept, and the other way round; of one value only one can be taken."""
        chosen = self._conflicts[row].choice
        if chosen in self.take:
            self.decide(self.take - {chosen})
        else:
            others = {each for each in self.take if (each.key, each.column) == (chosen.key, chosen.column)}
            self.decide((self.take - others) | {chosen})

    def take_all(self) -> None:
        """Take theirs wherever there is only one of theirs."""
        choices = [each.choice for each in self._conflicts]
        cells = [(each.key, each.column) for each in choices]
        self.decide({each for each, cell in zip(choices, cells, strict=True) if cells.count(cell) == 1})

    def decide(self, take: Collection[Choice]) -> None:
        """Decide what is taken."""
        self.take = frozenset(take)
        self._show()
        self.decided.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == SIGN:
            decided = index.column() == DECIDED
            return TICK if decided and self._conflicts[index.row()].choice in self.take else None
        return super().data(index, role)

    def _show(self) -> None:
        rows = tuple(_row(each, take=each.choice in self.take) for each in self._conflicts)
        if len(rows) == len(self.shown.rows):
            # The chosen row stays chosen.
            self.shown = Rows(HEADINGS, rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DECIDED))
        else:
            self.show_rows(Rows(HEADINGS, rows))


def _row(conflict: Conflict, *, take: bool) -> tuple[str, ...]:
    decided = "Take theirs" if take else "Keep ours"
    return conflict.key, conflict.column, conflict.ours or "empty", conflict.theirs, decided
