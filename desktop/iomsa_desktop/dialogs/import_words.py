"""What a preview of a hand-over says: how much is new or changed, and its faults as rows and as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from iomsa.handover.preview import Fault, Preview
from iomsa.scoring.words import counted
from iomsa_desktop.models.rows import Rows

TAKE_AGAIN = (
    "A row with a fault is left out whole. Mend it and bring the same list again: what is here by then is not doubled."
)
NOTHING_NEW = "Nothing here is new: all of it is in the file already."
NOTHING_GOOD = "Nothing here can be taken as it stands."
NOTHING_AT_ALL = "There is nothing in it."
FORMULA = ("=", "+", "-", "@")
"""How a text begins that a spreadsheet would take for a formula."""


class Nouns(NamedTuple):
    """Name what a hand-over is about: one and many of it."""

    one: str
    many: str

    def of(self, n: int) -> str:
        """Return a count with its noun."""
        return counted(n, self.one, self.many)


PEOPLE, QUARTERS = Nouns("person", "people"), Nouns("quarter", "quarters")
DATES, FILES, AREAS = Nouns("date", "dates"), Nouns("case file", "case files"), Nouns("area", "areas")


def counts(preview: Preview, nouns: Nouns) -> tuple[str, ...]:
    """Say in sentences how much would happen, nothing of what there is none of."""
    changed, values = len(preview.changed_keys), len(preview.changed)
    said = (
        (len(preview.new), f"New: {nouns.of(len(preview.new))}."),
        (changed, f"Changed: {nouns.of(changed)}, in {counted(values, 'value')}."),
        (len(preview.same), f"The same as here: {nouns.of(len(preview.same))}."),
        (len(preview.conflicting), f"Differing, and kept as here: {counted(len(preview.conflicting), 'value')}."),
        (
            preview.left_out,
            f"Left out: {counted(preview.left_out, 'row')}, for {counted(len(preview.faults), 'fault')}.",
        ),
    )
    return tuple(sentence for n, sentence in said if n)


def nothing(preview: Preview) -> str:
    """Say why nothing would be taken; empty where something would."""
    if preview.edits:
        return ""
    if preview.same and not preview.faults and not preview.conflicting:
        return NOTHING_NEW
    return NOTHING_GOOD if preview.faults or preview.conflicting or preview.unknown else NOTHING_AT_ALL


def taken(preview: Preview) -> int:
    """Count the rows that would be taken: what is new, and what changes."""
    return len(preview.new) + len(preview.changed_keys)


def step_name(preview: Preview, nouns: Nouns) -> str:
    """Name the step of undo."""
    return f"{nouns.of(taken(preview))} taken in"


def fault_rows(faults: Sequence[Fault]) -> Rows:
    """Return faults as a table; with a column for the file where there is one."""
    placed = any(fault.place for fault in faults)
    headings = ("Row", "Column", "Found", "Expected")
    rows = ((str(each.row), each.column, each.found or "nothing", each.expected) for each in faults)
    if not placed:
        return Rows(headings, tuple(rows))
    return Rows(("File", *headings), tuple((each.place, *row) for each, row in zip(faults, rows, strict=True)))


def change_rows(preview: Preview) -> Rows:
    """Return the values that change as a table."""
    rows = ((each.key, each.column, each.ours or "empty", each.theirs) for each in preview.changed)
    return Rows(("Reference", "What", "Here now", "Will be"), tuple(rows))


def as_csv(faults: Sequence[Fault]) -> str:
    """Return faults as a CSV file for a spreadsheet; no text of it can be taken for a formula."""
    rows = fault_rows(faults)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.headings)
    writer.writerows([f"'{cell}" if cell.lstrip().startswith(FORMULA) else cell for cell in row] for row in rows.rows)
    return out.getvalue()
