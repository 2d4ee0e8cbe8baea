"""The table of a list whose rows are known by references: what is chosen stays, and columns give way for the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from iomsa_desktop.kit.flat_table import ARROW, LEFT, behind_figures, side_of
from iomsa_desktop.look import Look
from iomsa_desktop.models.by_reference import ReferenceModel
from iomsa_desktop.pages.narrow_table import NarrowTable

CUT = 100
"""The stretched column is no narrower than this, in pixels of the drawings: longer words are cut and told on a tip."""
SPARE, BESIDE_HEADING = 6, 4
"""So much of the air in each column goes, beside words and beside its heading, in pixels of the drawings, before a
column does."""
ROOMY, NO_ARROWS, AIRLESS = range(3)
"""How tight columns stand: with room for an arrow each; for that of the sorted one alone; and with less air too."""
OPEN = "Open a row to see all of it."
ACROSS = Qt.Orientation.Horizontal


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
        self._contents: list[int] = []
        self._headings: list[int] = []
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(lambda *_: self.make_room())
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
        self._at_least = at_least or {}
        columns = range(header.count())
        self._contents = [max(self.sizeHintForColumn(each), self._at_least.get(each, 0)) for each in columns]
        self._headings = [header.sectionSizeHint(each) for each in columns]
        self.wanted = [self._width(each, ROOMY) for each in columns]
        self.make_room()

    def needed(self, out: Collection[int]) -> int:
        rest = self._taking_the_rest(out)
        cut = self._at_least.get(rest, self._look.px(CUT))
        return self._whole(out, AIRLESS) - (max(0, self.wanted[rest] - cut) if rest >= 0 else 0)

    def lay_out(self, out: Collection[int]) -> None:
        header, stretched, room = self.horizontalHeader(), self._taking_the_rest(out), self.viewport().width()
        # Words are cut only where no air is left.
        tight = next((each for each in (ROOMY, NO_ARROWS) if self._whole(out, each) <= room), AIRLESS)
        for column in range(len(self.wanted)):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if column not in out and column != stretched:
                header.resizeSection(column, self._width(column, tight))

    def _whole(self, out: Collection[int], tight: int) -> int:
        """Return the width at which no column cuts words, when some are out; the stretched one gives up no air."""
        rest = self._taking_the_rest(out)
        columns = (column for column in range(len(self.wanted)) if column not in out)
        return sum(self.wanted[column] if column == rest else self._width(column, tight) for column in columns)

    def _width(self, column: int, tight: int) -> int:
        """Return the width of a column: of its words, or of its heading."""
        px, behind = self._look.px, behind_figures(self._list, column)
        words, heading = self._contents[column], self._headings[column]
        if tight == AIRLESS:
            words -= px(SPARE + behind)
        # At the right of its column a heading needs the room of the arrow for itself, as soon as there is less air.
        if side_of(self._list.headerData(column, ACROSS, Qt.ItemDataRole.TextAlignmentRole)) != LEFT:
            heading -= px(SPARE + behind) if tight == AIRLESS else 0
        elif tight and column != self.horizontalHeader().sortIndicatorSection():
            heading -= px(ARROW + (BESIDE_HEADING if tight == AIRLESS else 0))
        elif tight == AIRLESS:
            heading -= px(SPARE)
        return max(words, heading)

    def _taking_the_rest(self, out: Collection[int]) -> int:
        columns = (each % len(self.wanted) for each in self._stretched)
        return next((each for each in columns if each not in out), -1)
