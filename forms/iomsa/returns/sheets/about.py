"""The rows of the sheet About: what this return is, which rows and columns it has, and its checksums."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from iomsa.answers.text import units
from iomsa.returns.canonical import Grid, Value
from iomsa.returns.content import Content
from iomsa.returns.layout import SCHEMA
from iomsa.returns.sheets.drawn import draw_values
from iomsa.returns.table import dated

LONGEST_LIST = 30_000
"""The most UTF-16 units of one list of row ids in a cell; a longer list goes on in the next row."""

MADE_ON = "sheet.Outcomes.made_on"
"""The day on which the figures were worked out; like all that begins with `sheet.` outside the checksum."""


def about_rows(content: Content, when: str) -> Iterator[tuple[Value, ...]]:
    """Yield item and value of what this return is; program version and time are outside the checksum."""
    framework, period = content.framework, content.sheet.period
    yield "schema", SCHEMA
    yield "title", content.title
    yield "practice", content.reality
    yield "framework", framework.ref
    yield "framework_title", framework.title
    yield "framework_hash", framework.hash
    yield "self_rated", framework.self_rated
    yield "period", period.name
    yield "period_from", dated(period.start)
    yield "period_to", dated(period.end)
    yield "marking", content.marking
    yield "marking_lowered_by", content.lowered_by
    yield "case_rows", "yes" if content.case_rows else "no"
    yield "case_rows_asked_by", content.asked_by if content.case_rows else ""
    yield from draw_values(content.sheet)
    if content.sheet.people or content.sheet.figures:
        yield (
            MADE_ON,
            when[:10] if content.sheet.people or content.sheet.figures is None else content.sheet.figures.made_on,
        )
    yield "program_version", content.program_version
    yield "written", when


def sheet_rows(grids: Iterable[Grid], sums: Sequence[str]) -> Iterator[tuple[Value, ...]]:
    """Yield item and value of each sheet's headings, row ids and checksum."""
    for grid, total in zip(grids, sums, strict=True):
        yield f"sheet.{grid.sheet}.headings", json.dumps(grid.headings, ensure_ascii=False)
        for number, part in enumerate(_in_parts(grid.ids), start=1):
            yield f"sheet.{grid.sheet}.rows.{number}", json.dumps(part, ensure_ascii=False)
        yield f"sheet.{grid.sheet}.checksum", total


def _in_parts(ids: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    length = 0
    for id in ids:
        length += 2 * units(id) + 4
        if part and length > LONGEST_LIST:
            yield part
            part, length = [], 2 * units(id) + 4
        part.append(id)
    yield part
