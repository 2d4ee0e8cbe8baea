"""A return written, then read back, against bare openpyxl writing the same cells and styles; and how both grow."""

from __future__ import annotations

import io
import itertools
import statistics
from copy import copy
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray
from tests.benchmarks.schemes import STAMP, sheet_of
from tests.benchmarks.yardstick import interleaved, ratio, say, timed
from tests.builders import iom

from iomsa import __version__
from iomsa.checks.check import check
from iomsa.returns.assemble import assemble
from iomsa.returns.book import workbook_bytes
from iomsa.returns.content import Content
from iomsa.returns.write import write_return
from iomsa.scoring.score import score

ROUNDS = 15
WRITTEN, READ_BACK = 1.2, 0.25
STYLE = "_style"


class Bare(NamedTuple):
    """Hold the cells of one sheet: row, column, value, and which style."""

    name: str
    cells: list[tuple[int, int, object, StyleArray]]
    widths: dict[str, float]


def content_of(cases: int) -> Content:
    framework = iom()
    sheet = sheet_of(framework, 2025, cases)
    card = score(framework, sheet)
    return Content(
        framework=framework,
        sheet=sheet,
        card=card,
        findings=check(framework, sheet, card),
        practice=False,
        marking="OFFICIAL-SENSITIVE",
        lowered_by="",
        case_rows=True,
        asked_by="Example inspector",
        program_version=__version__,
    )


def bare_of(data: bytes) -> list[Bare]:
    book = load_workbook(io.BytesIO(data))
    return [
        Bare(
            sheet.title,
            [
                (cell.row, cell.column, cell.value, getattr(cell, STYLE))
                for cell in itertools.chain.from_iterable(sheet.iter_rows())
                if isinstance(cell, Cell) and cell.value is not None
            ],
            {letter: each.width for letter, each in sheet.column_dimensions.items()},
        )
        for sheet in book.worksheets
    ]


def write_bare(sheets: list[Bare], model: bytes, path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        into = book.create_sheet(sheet.name)
        for row, column, value, style in sheet.cells:
            cell = into.cell(row, column, value)
            setattr(cell, STYLE, copy(style))
        for letter, width in sheet.widths.items():
            into.column_dimensions[letter].width = width
    styles = load_styles(model)
    for part in ("_fonts", "_fills", "_borders", "_alignments", "_protections", "_cell_styles"):
        setattr(book, part, getattr(styles, part))
    book.save(path)


_loaded: dict[int, Workbook] = {}


def load_styles(model: bytes) -> Workbook:
    if id(model) not in _loaded:
        _loaded[id(model)] = load_workbook(io.BytesIO(model))
    return _loaded[id(model)]


@pytest.mark.bench
def test_a_return_against_bare_openpyxl(tmp_path: Path) -> None:
    content = content_of(40)
    model = workbook_bytes(content, assemble(content, STAMP), STAMP)
    sheets = bare_of(model)
    load_styles(model)
    names = itertools.count()

    def fill() -> None:
        (tmp_path / f"{next(names)}.xlsx").write_bytes(workbook_bytes(content, assemble(content, STAMP), STAMP))

    def ours() -> float:
        return timed(fill)

    def theirs() -> float:
        return timed(lambda: write_bare(sheets, model, tmp_path / f"{next(names)}.xlsx"))

    def whole() -> float:
        return timed(lambda: write_return(content, tmp_path, clock=lambda: STAMP))

    ours(), theirs(), whole()
    mine, bare = interleaved(ours, theirs, ROUNDS)
    say("return written", ratio(mine, bare), WRITTEN, ours=mine, theirs=bare)
    all_of_it, filled = interleaved(whole, ours, ROUNDS)
    extra = (statistics.median(all_of_it) - statistics.median(filled)) / statistics.median(bare)
    print(f"\n  reading it back, on top: {extra:.2f} (bar {READ_BACK:.2f})")
    assert ratio(mine, bare) <= WRITTEN
    assert extra <= READ_BACK


@pytest.mark.bench
def test_a_return_grows_with_its_rows(tmp_path: Path) -> None:
    few, many = content_of(100), content_of(1000)
    write_return(few, tmp_path, clock=lambda: STAMP)
    ours, theirs = interleaved(
        lambda: timed(lambda: write_return(many, tmp_path, clock=lambda: STAMP)),
        lambda: timed(lambda: write_return(few, tmp_path, clock=lambda: STAMP)),
        5,
    )
    per_case = (statistics.median(ours) - statistics.median(theirs)) / 900
    start = statistics.median(theirs) - 100 * per_case
    say("return of 1,000 cases to 100, beside linear", ratio(ours, theirs), 10, ours=ours, theirs=theirs)
    assert per_case > 0
    assert start > -0.2 * statistics.median(theirs)
