"""The cards of the form of one person: joining, the three years, reoffending, the prediction, the needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from iomsa.framework.model import Field, Framework
from iomsa.session.person_cells import AT_ENTRY, NOW, need_of, person_columns
from iomsa_desktop.desk import Desk
from iomsa_desktop.fields.choice import SegmentsEditor
from iomsa_desktop.fields.editor import FieldEditor
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import small, strong, words
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.pages import people_words as said
from iomsa_desktop.pages.people_field import CellField, labelled
from iomsa_desktop.pages.people_reoffence import ReoffenceEditor

Kind = Callable[[Look, Field, str], FieldEditor]


class Make(Protocol):
    """Make the field of a column by its name; `kind` makes its editor where it is not the usual one."""

    def __call__(self, name: str, *, kind: Kind | None = None) -> CellField:
        """Make one field."""
        ...


def joining(desk: Desk, make: Make) -> Card:
    """Make the card that asks when somebody joined and left."""
    card = Card(desk.look, "Joining")
    card.column.addLayout(_side_by_side(desk, (make(name) for name in said.JOINING)))
    return card


def three_years(desk: Desk, make: Make) -> Card:
    """Make the card that asks for the offences and the days in custody of each window."""
    look = desk.look
    card = Card(look, "Offences and custody, by year")
    card.column.addLayout(narrow(look, words(look, said.OFFENCE, SMALL)))
    card.column.addLayout(_side_by_side(desk, (make("window_days"),)))
    card.column.addSpacing(look.px(4))
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(24))
    grid.setVerticalSpacing(look.px(8))
    for column, (_, label) in enumerate(said.COUNTS, start=1):
        grid.addWidget(strong(look, label), 0, column)
        grid.setColumnStretch(column, 2)
    grid.setColumnStretch(0, 3)
    for place, (window, name, where) in enumerate(said.WINDOWS):
        grid.addWidget(Rule(look), 2 * place + 1, 0, 1, 3)
        row = 2 * place + 2
        grid.addLayout(_named(desk, name, where), row, 0)
        for column, (what, _) in enumerate(said.COUNTS, start=1):
            grid.addWidget(make(f"{what}_{window}"), row, column)
    card.column.addLayout(grid)
    return card


def reoffending(desk: Desk, make: Make) -> Card:
    """Make the card that asks for the first reoffence and how serious offences were."""
    look = desk.look
    card = Card(look, "Reoffending within a year")
    card.column.addLayout(narrow(look, words(look, said.REOFFENCE, SMALL)))
    card.add(make("first_reoffence", kind=ReoffenceEditor))
    card.add(Rule(look))
    card.column.addLayout(narrow(look, words(look, said.SERIOUS, SMALL)))
    card.column.addLayout(_side_by_side(desk, (make(name) for name in said.SERIOUSNESS)))
    return card


def prediction(desk: Desk, make: Make) -> Card:
    """Make the card that asks what a tool predicted."""
    card = Card(desk.look, "Prediction at the start")
    card.column.addLayout(narrow(desk.look, words(desk.look, said.ONE_YEAR, SMALL)))
    card.column.addLayout(_side_by_side(desk, (make(name) for name in said.PREDICTION), columns=3))
    return card


def needs(desk: Desk, make: Make) -> Card:
    """Make the card that asks for the level of each need on joining and now."""
    look = desk.look
    card = Card(look, "Needs")
    card.column.addLayout(narrow(look, words(look, said.NEEDS, SMALL)))
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(20))
    grid.setVerticalSpacing(look.px(8))
    beside = not look.side_below
    times = ((AT_ENTRY, "On joining"), (NOW, "Now, or on leaving"))
    if beside:
        for column, (_, label) in enumerate(times, start=1):
            grid.addWidget(strong(look, label), 0, column)
    row = 1
    for pathway, label in _pathways(desk.framework):
        grid.addWidget(Rule(look), row, 0, 1, 3 if beside else 2)
        grid.addWidget(strong(look, label), row + 1, 0, 1, 1 if beside else 2)
        for place, (end, when) in enumerate(times):
            field = make(f"{pathway}{end}", kind=_levels)
            if beside:
                grid.addWidget(field, row + 1, 1 + place)
            else:
                grid.addWidget(small(look, when), row + 2 + place, 0)
                grid.addWidget(field, row + 2 + place, 1)
        row += 2 if beside else 4
    grid.setColumnStretch(0, 1)
    card.column.addLayout(grid)
    return card


def _levels(look: Look, field: Field, name: str) -> FieldEditor:
    return SegmentsEditor(look, field.choices, name)


def _pathways(framework: Framework) -> Iterable[tuple[str, str]]:
    for cell in person_columns(framework):
        if said.is_need(cell) and cell.name.endswith(AT_ENTRY):
            yield need_of(cell.name)[0], cell.label.rpartition(",")[0]


def _named(desk: Desk, name: str, where: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(desk.look.px(2))
    column.addWidget(strong(desk.look, name))
    column.addWidget(small(desk.look, where))
    column.addStretch(1)
    return column


def _side_by_side(desk: Desk, fields: Iterable[CellField], columns: int = 2) -> QGridLayout:
    return labelled(desk, fields, 1 if desk.look.side_below else columns)
