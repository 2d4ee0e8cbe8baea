"""What the sheet About of a return says: schema, framework, period, and which rows and columns each sheet has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from iomsa.problems import refuse
from iomsa.returns.canonical import canonical_text
from iomsa.returns.content import REAL
from iomsa.returns.layout import SCHEMA, layout_named
from iomsa.returns.read import Book
from iomsa.returns.records import rows_of


class About(NamedTuple):
    """Hold the values of About by item."""

    values: Mapping[str, str]

    def get(self, item: str) -> str:
        """Return a value; empty where the item is absent."""
        return self.values.get(item, "")

    @property
    def practice(self) -> bool:
        """Tell whether the return is of a practice scheme; anything but the word for a real one counts as practice."""
        return self.get("practice") != REAL

    def headings(self, sheet: str) -> tuple[str, ...]:
        """Return the headings that a sheet was written with; of a damaged list, those of its layout."""
        found = _texts(self.get(f"sheet.{sheet}.headings"))
        layout = layout_named(sheet)
        return found or (layout.names if layout else ())

    def ids(self, sheet: str) -> tuple[str, ...] | None:
        """Return the row ids that a sheet was written with, or None where the list is damaged."""
        found: list[str] = []
        number = 1
        while text := self.get(f"sheet.{sheet}.rows.{number}"):
            part = _texts(text)
            if part is None:
                return None
            found += part
            number += 1
        return tuple(found) if number > 1 else None


def read_about(book: Book, place: str) -> About:
    """Read About; raise Refused where this is no return, or one of a newer schema."""
    values: dict[str, str] = {}
    for row in rows_of(book, "About"):
        values.setdefault(canonical_text(row.get("item")), canonical_text(row.get("value")))
    schema = values.get("schema", "")
    if not schema.isdecimal() or "framework" not in values:
        raise refuse("return.not", place, "this is an Excel workbook, but not a return that this program wrote.")
    if int(schema) > SCHEMA:
        raise refuse(
            "return.newer",
            place,
            f"this return was written by a newer version of the program ({values.get('program_version') or 'unknown'}, "
            f"schema {schema}); this one reads schema {SCHEMA}. Get the newer version.",
        )
    return About(values)


def _texts(text: str) -> tuple[str, ...] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        return None
    return tuple(found)
