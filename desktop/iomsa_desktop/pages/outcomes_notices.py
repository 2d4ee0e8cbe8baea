"""What the page of outcomes says while it has few figures or none: what it is for, and the one next step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa.answers.review import KeptFigures
from iomsa.outcomes.report_text import kept_in_words
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import PEOPLE, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words
from iomsa_desktop.models.rows import Rows

EMPTY = """\
Here you see what became of everyone who joined the scheme: who reoffended within a year, how offending and needs \
changed, and how sure that is with so few people.
You need one row a person under a reference of your own, from the day of joining: offences and days in custody in the \
year before and the year after, from the police or probation system. No names and no dates of birth.
Plan for about five minutes a person if you look each up, or half an hour in all if somebody can give you a list. \
The first figures come 18 months after people joined."""
NO_END = """\
Say up to which day offences and convictions are known. Somebody counts once that day is 18 months after the start: \
a year in which to offend, and six months in which to be convicted or cautioned for it."""
FEW = """\
With fewer than 10 people there is hardly a figure that could not be chance. Use them to ask about single people, \
not to compare years or schemes."""


class NoticeCard(Card):
    """Say what is missing and offer one step."""

    def __init__(self, desk: Desk, title: str, text: str, act: str, field: str = "") -> None:
        super().__init__(desk.look, title, edge=desk.look.theme.accent)
        for part in text.split("\n"):
            self.column.addLayout(narrow(desk.look, words(desk.look, part)))
        self.button = Button(desk.look, act, lead=True)
        self.button.clicked.connect(lambda: desk.go(Place(PEOPLE, "", field)))
        self.column.addLayout(side_by_side(desk.look, self.button))


class EmptyCard(NoticeCard):
    """Say what the page is for while nobody was entered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Nobody has been entered yet", EMPTY, "Enter the people who joined")
        if desk.read_only:
            self.button.setEnabled(False)
            self.add(words(desk.look, desk.file.read_only_because, soft=True))


class FewCard(Card):
    """Warn of figures on very few people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Very few people", edge=desk.look.theme.requires_improvement)
        self.column.addLayout(narrow(desk.look, words(desk.look, FEW)))


class KeptCard(Card):
    """Show figures whose rows are not in this file, and where they are from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Figures without their rows")
        self._look = desk.look
        self._about = words(desk.look)
        self._table: QWidget | None = None
        self._shown: KeptFigures | None = None
        self.add(self._about)

    def refresh(self, kept: KeptFigures | None) -> None:
        """Show the figures that were kept, if any."""
        self.setVisible(kept is not None)
        if kept is None or kept is self._shown:
            return
        self._shown = kept
        self._about.setText(kept_in_words(kept))
        table = self._table if isinstance(self._table, RowsTable) else RowsTable(self._look, "Figures that were kept")
        table.show_rows(kept_rows(kept))
        if self._table is None:
            self._table = table
            self.add(table)


def kept_rows(kept: KeptFigures) -> Rows:
    """Return the figures as a table."""
    rows = (
        (each.label, each.value or "none", _ends(each.low, each.high), each.n, each.reason) for each in kept.figures
    )
    return Rows(("Figure", "Value", "95 % interval", "n", "What to say with it"), tuple(rows))


def _ends(low: str, high: str) -> str:
    return f"{low or '–'} to {high or '–'}" if low or high else ""
