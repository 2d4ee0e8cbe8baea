"""Lists, on paper and in files, and draws for the tests of the sample."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from tests.builders import blank, iom

from iomsa.answers.sheet import AnswerSheet
from iomsa.session.changes import apply
from iomsa.session.drawing import Plan, draw_edits, plan_draw
from iomsa.session.edits import Stamp

STAMP = Stamp("Grace", "2026-01-12T10:00:00")
SEED = "48213"


def people(sizes: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """Make a list: so many of each group, numbered through."""
    groups = [name for name, size in sizes.items() for _ in range(size)]
    return tuple((f"N-{place:03}", group) for place, group in enumerate(groups, start=1))


def write_list(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write rows to a list, a workbook unless its name ends in .csv."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(list(row))
        book.save(path)
    return path


THREE = people({"Fixed": 38, "Flex": 19, "Free": 14})


def drawn(plan: Plan, sheet: AnswerSheet | None = None, stamp: Stamp = STAMP) -> AnswerSheet:
    """Draw by a plan."""
    sheet = blank(iom()) if sheet is None else sheet
    return apply(sheet, draw_edits(iom(), sheet, plan, stamp))


def drawn_24(seed: str = SEED) -> AnswerSheet:
    """Draw 24 of 71 in three groups."""
    return drawn(plan_draw(THREE, seed, number=24))
