"""The card that says who is meant: who joined between two dates, and up to which day offences are known."""

from __future__ import annotations

from iomsa.answers.people import DATE, YEARS, FollowUp
from iomsa.session import people_edits
from iomsa.session.changes import Edit
from iomsa.session.person_cells import Cell, Value
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.words import recolour, show_words, words
from iomsa_desktop.pages.people_field import CellField, Kept, labelled

CELLS = (
    Cell("joined_from", "Joined from", "The first day of joining that is meant.", DATE),
    Cell("joined_to", "Joined to", "The last day of joining that is meant.", DATE),
    Cell("data_to", "Offences known up to", "The last day of which you have convictions and cautions.", DATE),
    Cell("look_back_years", "Selection looks back", "The years that the score for choosing people takes in.", YEARS),
)
BACKWARDS = "The last day of joining lies before the first."


class FollowUpCard(Card):
    """Ask for the dates between which people joined, the end of the data, and how far the selection looks back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Who is meant")
        self._desk = desk
        look = desk.look
        columns = 2 if look.side_below else 4
        self.fields = {cell.name: self._field(cell) for cell in CELLS}
        self.column.addLayout(labelled(desk, self.fields.values(), columns))
        self._problem = words(look, "")
        recolour(self._problem, look.theme.inadequate)
        self.add(self._problem)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; what reads wrong stays."""
        self.take(None)

    def take(self, origin: object) -> None:
        """Take in a change; the field it comes from keeps what is being typed there."""
        for field in self.fields.values():
            if field is not origin and not field.wrong:
                field.refresh()
        said = self._desk.sheet.follow_up or FollowUp()
        show_words(self._problem, BACKWARDS if said.joined_to and said.joined_from > said.joined_to else "")

    @property
    def wrong(self) -> bool:
        """Tell whether something stands here that could not be stored."""
        return any(field.wrong for field in self.fields.values())

    def flush(self) -> None:
        """Hand over what is still being typed."""
        for field in self.fields.values():
            field.flush()

    def _field(self, cell: Cell) -> CellField:
        desk = self._desk

        def stored() -> Value:
            value: Value = getattr(desk.sheet.follow_up or FollowUp(), cell.name)
            return value

        def change(value: Value) -> tuple[Edit, ...]:
            return people_edits.set_follow_up(desk.sheet, desk.stamp(), **{cell.name: value})

        return CellField(desk, Kept(cell, stored, change, f"{cell.label}: changed", "follow-up"), cell.label)
