"""Verify a return: whole and unedited? Each changed cell, and each added, missing or doubled row, column or sheet.

This finds accidents and edits by hand, not a forger.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from iomsa.problems import Problem
from iomsa.returns.about import About, read_about
from iomsa.returns.canonical import Record, checksum, seal
from iomsa.returns.compare import SheetRead, differences, sheet_read
from iomsa.returns.counts import Counted, count
from iomsa.returns.layout import SHEETS
from iomsa.returns.read import Book, read_book
from iomsa.returns.receipt import receipt


class Verification(NamedTuple):
    """Say whether a return is whole; receipt and checksum are of what was read, not of what the file says of itself."""

    whole: bool
    receipt: str
    checksum: str
    practice: bool
    differences: tuple[Problem, ...]
    counts: Counted


def verify(path: Path) -> Verification:
    """Read a return and name every difference from what was written; raise Refused where it can't be read at all."""
    return verify_book(read_book(path), path.name)


def verify_book(book: Book, place: str) -> Verification:
    """Verify a workbook that has been read; `place` names it in a refusal."""
    about = read_about(book, place)
    read = [sheet_read(book, layout, about.headings(layout.name)) for layout in SHEETS if layout.name in book.sheets]
    inside = [sorted(seal(each.grid, each.layout.is_outside).records) for each in read]
    total = checksum(sorted(record for part in inside for record in part))
    found = (
        *book.foreign,
        *_sheets(book),
        *(problem for each in read for problem in differences(each, about.ids(each.layout.name))),
    )
    found = (*found, *_sums(about, read, inside, total, bool(found)))
    return Verification(not found, receipt(total), total, about.practice, found, count(book))


def _sheets(book: Book) -> Iterator[Problem]:
    names = [layout.name for layout in SHEETS]
    for name in names:
        if name not in book.sheets:
            yield Problem("return.sheet-missing", name, "this sheet is missing.")
    for name in book.sheets:
        if name not in names:
            yield Problem("return.sheet-added", name, "this sheet was added after the return was written.")
    for name in book.hidden:
        yield Problem("return.sheet-hidden", name, "this sheet is hidden; a return has no hidden sheets.")


def _sums(
    about: About, read: list[SheetRead], inside: list[list[Record]], total: str, named: bool
) -> Iterator[Problem]:
    """Compare the checksums that About keeps; where cells were named already, their sheets need no second mention."""
    if about.get("checksum") == total and about.get("receipt") == receipt(total):
        return
    wrong = [
        each.layout.name
        for each, part in zip(read, inside, strict=True)
        if about.get(f"sheet.{each.layout.name}.checksum") != checksum(part)
    ]
    if not named:
        yield Problem(
            "return.checksum",
            ", ".join(wrong) or "About",
            "the checksum does not fit the content, though no single cell shows a change: more than one cell was "
            "changed together with its check digits, or the checksum itself was.",
        )
