"""The dialog of unit costs: what one crime of each kind costs society, from where, and an index of prices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iomsa.answers.review import UnitCosts
from iomsa.outcomes.unit_costs import UNIT_COSTS
from iomsa.session.unit_costs import TypedCost, TypedTable, Wrong, read_table, set_unit_costs
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.lines_grid import Column, LinesGrid
from iomsa_desktop.dialogs.wide import WideDialog
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import heading, words
from iomsa_desktop.look import Look

TITLE = "Unit costs"
ABOUT = (
    "What one crime of a kind costs society, so that the scheme's cost can be set beside it. Change a figure where you "
    "know a better one, and say where it is from. A row that is left blank is taken out."
)
INDEX_ABOUT = (
    "Costs of different years can only be compared with an index of prices, such as HM Treasury's GDP deflators: the "
    "index number of the year of each cost above, and of the year of the scheme's own cost."
)
COSTS = (
    Column("kind", "Kind of crime", 180, 1),
    Column("pounds", "Pounds", 70, 0, figures=True),
    Column("price_year", "Price year", 74, 0),
    Column("source", "Source", 120, 6, long=True),
)
PRICES = (Column("year", "Year", 70, 1), Column("index", "Index number", 74, 1, figures=True))


class UnitCostsDialog(WideDialog):
    """Edit the table; `costs` is what stands in it once the dialog was accepted."""

    wide = 1120

    def __init__(self, look: Look, own: UnitCosts | None, parent: QWidget | None = None, *, read_only: bool) -> None:
        super().__init__(parent, look, TITLE, ABOUT)
        self.costs = own
        self.table, self.prices = LinesGrid(look, "Cost", COSTS), LinesGrid(look, "Index", PRICES)
        # Before they are placed, so that Tab walks all from above to below.
        self._fill(own)
        self.source = Asked(look, "Where is the index from?", "", own.prices_source if own else "")
        more, year, back = Link(look, "Add a kind"), Link(look, "Add a year"), Link(look, "Back to the usual costs")
        more.clicked.connect(lambda: self._grow(self.table))
        year.clicked.connect(lambda: self._grow(self.prices))
        back.clicked.connect(self._on_back)
        self.column.addWidget(self.table)
        self.column.addLayout(side_by_side(look, more, back, gap=16))
        for widget in (heading(look, "Price index"), words(look, INDEX_ABOUT), self.prices):
            self.column.addWidget(widget)
        self.column.addLayout(side_by_side(look, year))
        self.column.addWidget(self.source)
        if read_only:
            for part in (self.table, self.prices, self.source, more, year, back):
                part.setEnabled(False)
            self.add_close()
        else:
            self.keep = self.add_choice("Keep these costs")
            self.keep.clicked.connect(self._on_keep)
            self.table.lines[0][0].setFocus()

    def _fill(self, own: UnitCosts | None) -> None:
        usual = tuple((each.kind, each.pounds, each.price_year, each.source) for each in UNIT_COSTS)
        for kind, pounds, year, source in own.costs if own and own.costs else usual:
            self.table.add((kind, f"{pounds:,}", year, source))
        for pair in own.prices if own else ():
            self.prices.add(pair)
        for _ in range(max(0, 2 - len(self.prices.lines))):
            self.prices.add()

    def _grow(self, part: LinesGrid) -> None:
        first = part.add()[0]
        self.fit()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        usual = [(each.kind, f"{each.pounds:,}", each.price_year, each.source) for each in UNIT_COSTS]
        while len(self.table.lines) < len(usual):
            self.table.add()
        blank = ("",) * len(COSTS)
        for place in range(len(self.table.lines)):
            self.table.show_row(place, usual[place] if place < len(usual) else blank)

    def _on_keep(self) -> None:
        prices = tuple((year, index) for year, index in self.prices.typed)
        typed = TypedTable(tuple(TypedCost(*row) for row in self.table.typed), prices, self.source.text())
        found, wrong = read_table(typed)
        if wrong:
            self._say(wrong)
        else:
            self.costs = found
            self.accept()

    def _say(self, wrong: Sequence[Wrong]) -> None:
        parts = {"cost": self.table, "price": self.prices}
        for name, part in parts.items():
            part.say({(each.row, each.column): each.sentence for each in reversed(wrong) if each.part == name})
        self.fit()
        first = wrong[0]
        if first.part in parts:
            line = parts[first.part].line(first.row, first.column)
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(line)
        else:
            self.source.say(first.sentence)


def edit_unit_costs(desk: Desk, parent: QWidget) -> bool:
    """Let somebody edit the table of unit costs; tell whether it changed."""
    dialog = UnitCostsDialog(desk.look, desk.sheet.unit_costs, parent, read_only=desk.read_only)
    if not dialog.run() or desk.read_only or dialog.costs is None:
        return False
    return desk.bridge.change("Unit costs changed", set_unit_costs(desk.sheet, dialog.costs, desk.stamp()))
