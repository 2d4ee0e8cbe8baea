"""The cards beside the outcomes: what a fall may be anyway, and a size to compare the scheme's cost with."""

from __future__ import annotations

from iomsa.framework import find
from iomsa.outcomes.break_even import NOTE, BreakEven
from iomsa.outcomes.regression_to_mean import Regression
from iomsa.outcomes.work_out import MONEY, Outcomes
from iomsa.scoring.words import opening
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import PROFILE, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.words import show_words, small, words
from iomsa_desktop.look import Look
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.outcomes_card import FiguresCard

PEAK = "People are chosen after a run of offending."
CHOSEN = "People are chosen after a run of offending, so some fall is to be expected whatever is done."
LAB = (
    "For a fair comparison ask the Justice Data Lab, early, from the police or probation system: this program has no "
    "names to send. An inconclusive answer does not mean no effect."
)
USUAL_KIND, USUAL_PLURAL = "Domestic burglary", "domestic burglaries"
BY_KIND, ONE_KIND = "Other kinds of crime", "Hide other kinds"


class BeforeAfterCard(FiguresCard):
    """Say how much of a fall may be chance alone, and who could compare fairly."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Before and after", edge=look.theme.requires_improvement)
        self._fall = words(look, CHOSEN)
        self.add(self._fall)
        self.add(words(look, LAB))

    def refresh(self, found: Outcomes) -> None:
        show_words(self._fall, fall_words(found.regression))


class SizeCard(FiguresCard):
    """Say how many crimes of a kind cost society as much as the scheme costs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "A size to compare with, not a result")
        self._desk = desk
        look = desk.look
        self._said, self._note = words(look), small(look, NOTE)
        self._rows = Rows((), ())
        self._table: RowsTable | None = None
        self.kinds, self.costs, self.money = Link(look, BY_KIND), Link(look, "Unit costs"), Link(look, "What it costs")
        self.kinds.clicked.connect(self._on_kinds)
        self.costs.clicked.connect(self.edit_costs)
        self.money.clicked.connect(self._on_money)
        self._note.hide()
        for widget in (self._said, self._note, self.kinds, self.costs, self.money):
            self.add(widget)

    def refresh(self, found: Outcomes) -> None:
        usual = usual_kind(found.break_even)
        has = usual is not None and usual.whole is not None
        self._said.setText(size_words(usual))
        self.money.setVisible(not has)
        self.kinds.setVisible(has and len(found.break_even) > 1)
        self._rows = kinds_table(found.break_even)
        if not has and self._table is not None and self._table.isVisibleTo(self):
            self._on_kinds()
        if self._table is not None:
            self._table.show_rows(self._rows)

    def edit_costs(self) -> None:
        """Let the scheme change what a crime costs."""
        from iomsa_desktop.dialogs.unit_costs import edit_unit_costs

        edit_unit_costs(self._desk, self)

    def _on_kinds(self) -> None:
        if self._table is None:
            self._table = RowsTable(self._desk.look, "Crimes of each kind that cost as much")
            self._table.show_rows(self._rows)
            self._table.hide()
            self.column.insertWidget(self.column.indexOf(self.kinds), self._table)
        shown = not self._table.isVisibleTo(self)
        self._table.setVisible(shown)
        show_words(self._note, NOTE if shown else "")
        self.kinds.setText(ONE_KIND if shown else BY_KIND)
        self.kinds.updateGeometry()

    def _on_money(self) -> None:
        fields = (each.id for each in find.fields(self._desk.framework) if each.id.startswith(MONEY))
        self._desk.go(Place(PROFILE, "", next(fields, "")))


def fall_words(found: Regression) -> str:
    """Say that a fall is to be expected, and how much of one, or why that can't be said."""
    if found.expected_fall is not None and found.expected_fall <= 0:
        # The earlier year says otherwise of these people.
        return f"{PEAK} {found.sentence}{_of(found)}"
    said = f"{found.sentence}{_of(found)}" if found.sentence else f"How much of one can't be said here. {found.reason}"
    return f"{CHOSEN} {said}"


def _of(found: Regression) -> str:
    return f" This is worked out from {found.people} people." if found.people else ""


def usual_kind(found: tuple[BreakEven, ...]) -> BreakEven | None:
    """Return the kind to compare with: domestic burglary where it is listed, else the first that has a figure."""
    known = [each for each in found if each.whole is not None]
    usual = next((each for each in known if each.kind == USUAL_KIND), None)
    return usual or next(iter(known or found), None)


def size_words(usual: BreakEven | None) -> str:
    """Say the size, or why there is none."""
    if usual is None:
        return "No kind of crime is listed with its cost."
    if usual.whole is None:
        return usual.reason
    kind = USUAL_PLURAL if usual.kind == USUAL_KIND else f"crimes of the kind “{opening(usual.kind)}”"
    said = (
        f"The scheme costs as much as society bears from about {usual.whole:,} {kind}, in {usual.price_year} prices; "
        "mostly harm to victims, not money saved."
    )
    return f"{said} {usual.lacks}".rstrip()


def kinds_table(found: tuple[BreakEven, ...]) -> Rows:
    """Return how many crimes of each kind cost as much."""
    rows = ((each.kind, f"{each.whole:,}" if each.whole is not None else "none: " + each.reason) for each in found)
    return Rows(("Kind of crime", "About"), tuple(rows))
