"""The table of a list whose rows are known by references: what is chosen stays, and columns give way for the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from iomsa_desktop.kit.flat_table import behind_figures
from iomsa_desktop.look import Look
from iomsa_desktop.models.by_reference import ReferenceModel
from iomsa_desktop.pages.narrow_table import NarrowTable

CUT = 100
"""The stretched column is no narrower than this, in pixels of the drawings: longer words are cut and told on a tip."""
SPARE = 6
"""So much of the air in each column goes, in pixels of the drawings, before a column does."""
OPEN = "Open a row to see all of it."


class ListTable(NarrowTable):
    """Show files or people; `entered` tells the reference that was opened.

    A press on a heading sorts, and a third one brings the order of entering again. The first shown of
    `stretched` takes what is left of the width; -1 is the last.
    """

    entered = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        model: ReferenceModel,
        *,
        most_rows: int,
        stretched: Sequence[int],
        give_way: Sequence[int],
    ) -> None:
        super().__init__(look, name, least_rows=5, most_rows=most_rows, give_way=give_way)
        self._list, self._stretched = model, stretched
        self._at_least: Mapping[int, int] = {}
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        self.setSortingEnabled(True)
        self.opened.connect(lambda row: self.entered.emit(model.ref(row)))

    @property
    def chosen(self) -> str:
        """Return the reference of the chosen row, or empty."""
        rows = self.selectionModel().selectedRows()
        return self._list.ref(rows[0].row()) if rows else ""

    @property
    def narrow_words(self) -> str:
        words = super().narrow_words
        return f"{words} {OPEN}" if words else ""

    def choose(self, ref: str) -> None:
        """Choose a row, if there is one of this reference."""
        row = self._list.row_of(ref)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._list.index(row, 0), flags)

    def focus(self) -> None:
        """Give the focus to the list, on its first row where none is chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.chosen and self._list.rowCount():
            self.selectRow(0)

    def fit(self, at_least: Mapping[int, int] | None = None) -> None:
        """Make each column as wide as its heading and what stands in it, and as wide as is said of single ones."""
        header = self.horizontalHeader()
        for column in range(header.count()):
            header.setSectionHidden(column, False)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        self._at_least = at_least or {}
        for column, width in self._at_least.items():
            self.setColumnWidth(column, max(width, self.columnWidth(column)))
        self.wanted = [self.columnWidth(column) for column in range(header.count())]
        self.make_room()

    def needed(self, out: Collection[int]) -> int:
        return self._needed(out, self._look.px(SPARE))

    def lay_out(self, out: Collection[int]) -> None:
        header, stretched = self.horizontalHeader(), self._taking_the_rest(out)
        spare = self._look.px(SPARE) if self._needed(out, 0) > self.viewport().width() else 0
        for column, width in enumerate(self.wanted):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if column not in out and column != stretched:
                header.resizeSection(column, width - self._air(column, spare))

    def _needed(self, out: Collection[int], spare: int) -> int:
        """Return the width that the columns need, when some are out; the stretched one may cut words."""
        rest = self._taking_the_rest(out)
        cut = self._at_least.get(rest, self._look.px(CUT))
        widths = ((column, width) for column, width in enumerate(self.wanted) if column not in out)
        return sum(min(width, cut) if column == rest else width - self._air(column, spare) for column, width in widths)

    def _air(self, column: int, spare: int) -> int:
        """Return how much of its air a column gives up: this much, and what stands behind figures."""
        return spare + self._look.px(behind_figures(self._list, column)) if spare else 0

    def _taking_the_rest(self, out: Collection[int]) -> int:
        columns = (each % len(self.wanted) for each in self._stretched)
        return next((each for each in columns if each not in out), -1)
