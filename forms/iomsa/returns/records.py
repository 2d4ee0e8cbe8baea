"""The rows of a sheet as they were read, by heading: columns may stand in any order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iomsa.returns.place import cell_name
from iomsa.returns.read import Book


class Row(NamedTuple):
    """Hold one row: its number in the sheet, the cells by heading as they were read, and where each stands."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    places: Mapping[str, int]

    def get(self, heading: str) -> str:
        """Return the text of a cell; empty where the column is absent."""
        return self.cells.get(heading, "")

    def place(self, heading: str) -> str:
        """Return the cell's place, such as Answers!H12."""
        return f"{self.sheet}!{cell_name(self.number, self.places.get(heading, 0))}"


def rows_of(book: Book, sheet: str) -> Iterator[Row]:
    """Yield the rows of a sheet that are not empty; of two columns of one heading the first counts."""
    texts = book.plain(sheet)
    if not texts:
        return
    places: dict[str, int] = {}
    for place, heading in enumerate(texts[0]):
        if heading:
            places.setdefault(heading, place)
    for number, row in enumerate(texts[1:], start=2):
        if any(row):
            yield Row(sheet, number, {name: row[place] for name, place in places.items()}, places)
