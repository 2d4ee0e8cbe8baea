"""The table of quarters: where it is too narrow for all columns, those that the chart can do without leave."""

from __future__ import annotations

from iomsa_desktop.look import Look
from iomsa_desktop.pages.narrow_table import NarrowTable

GIVE_WAY = (3, 4)
"""The columns that leave, in this order: people, and the rate, which follows from two others."""


class QuartersTable(NarrowTable):
    """Show quarters."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Quarters", least_rows=3, most_rows=6, give_way=GIVE_WAY)

    def fit(self) -> None:
        """Make each column as wide as its heading and what stands in it."""
        header = self.horizontalHeader()
        columns = range(header.count())
        for column in columns:
            header.setSectionHidden(column, False)
        self.fit_columns(header.count() - 1)
        self.wanted = [max(header.sectionSizeHint(each), self.sizeHintForColumn(each)) for each in columns]
        self.make_room()
