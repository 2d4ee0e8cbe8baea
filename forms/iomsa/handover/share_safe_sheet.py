"""Write the share-safe version of the outcomes as a plain workbook that nobody takes for the return."""

from __future__ import annotations

from pathlib import Path

from iomsa.handover.book import Column, Page, book_bytes
from iomsa.handover.paper import Paper
from iomsa.handover.put import put
from iomsa.outcomes.share_safe import HEADINGS, TITLE, ShareSafe

MARKING = "Share-safe, not the return"
ABOUT = "About these figures"
_WIDTHS = (42, 40, 26, 9, 44)


def share_safe_name(stem: str, period: str) -> str:
    """Return the name of the file for a scheme file and a period."""
    return f"{stem} {period} share-safe.xlsx"


def write_share_safe(path: Path, version: ShareSafe, when: str) -> Path:
    """Write the version under this name, or with -2, -3 where that is taken; return where it lies now.

    Raise Refused where the folder or the disk says no. `when` is an ISO time.
    """
    columns = tuple(Column(name, width) for name, width in zip(HEADINGS, _WIDTHS, strict=True))
    about = Page(ABOUT, (Column(version.title, 110),), [(note,) for note in version.notes])
    pages = (about, Page(TITLE, columns, version.lines))
    return put(path, lambda: book_bytes(pages, {}, Paper(version.title, MARKING), when))
