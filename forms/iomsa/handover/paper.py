"""How a sheet that a colleague fills in prints and scrolls: marking on every page, A4 sideways, headings in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9
PAGE_WIDTH = 260
"""Characters of column width that are still legible across one sheet of A4, sideways."""

LONGEST_TITLE = 100
"""Excel allows 255 characters in a page header."""


class Paper(NamedTuple):
    """Say what stands on every page: whose sheet it is and its protective marking."""

    title: str
    marking: str


def set_up(sheet: Worksheet, paper: Paper, frozen: int, widths: Sequence[int], rows: int) -> None:
    """Set up one sheet of columns this wide and `rows` rows below its headings; `frozen` columns stay in sight."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    if frozen:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{rows + 1}"
        sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
    sheet.print_title_rows = "1:1"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = A4, "landscape"
    setup.fitToWidth, setup.fitToHeight = 1 + sum(widths) // PAGE_WIDTH, 0
    marking = _plain(paper.marking)
    title = _plain(paper.title[:LONGEST_TITLE])
    sheet.HeaderFooter.oddHeader = _line(title, marking, _plain(sheet.title))
    sheet.HeaderFooter.oddFooter = _line("No names, no dates of birth", marking, "Page &P of &N")


def _line(left: str, centre: str, right: str) -> HeaderFooterItem:
    from openpyxl.worksheet.header_footer import HeaderFooterItem

    line = HeaderFooterItem()
    line.left.text, line.center.text, line.right.text = left, centre, right
    return line


def _plain(text: str) -> str:
    return text.replace("&", "&&")
