"""How each sheet prints and scrolls: marking on every page, A4, frozen headings, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from iomsa.returns.content import Content
    from iomsa.returns.layout import Layout

A4 = 9
PAGE_WIDTH = 260
"""Characters of column width that are still legible across one sheet of A4, sideways."""

LONGEST_TITLE = 100
"""Excel allows 255 characters in a page header, of which the marking may take 120."""


def set_up(sheet: Worksheet, layout: Layout, content: Content, rows: int) -> None:
    """Set up one sheet of `rows` rows below its headings."""
    last = get_column_letter(len(layout.headings) + 1)
    sheet.freeze_panes = f"{get_column_letter(layout.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{last}{rows + 1}"
    head_and_foot(sheet, content.title, content.marking, "Self-rated")
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if layout.printed:
        first, final = (get_column_letter(layout.names.index(name) + 1) for name in layout.printed)
        sheet.print_area = f"{first}1:{final}{rows + 1}"
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
        return
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = f"A:{get_column_letter(layout.frozen)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1 + sum(each.width for each in layout.headings) // PAGE_WIDTH
    sheet.page_setup.fitToHeight = 0


def head_and_foot(sheet: Worksheet, title: str, marking: str, foot: str) -> None:
    """Put title, marking and the sheet's name above each printed page; below it some words, marking and the page."""
    marking = _plain(marking)
    sheet.HeaderFooter.oddHeader = _line(_shortened(title), marking, _plain(sheet.title))
    sheet.HeaderFooter.oddFooter = _line(foot, marking, "Page &P of &N")


def _line(left: str, centre: str, right: str) -> HeaderFooterItem:
    line = HeaderFooterItem()
    line.left.text, line.center.text, line.right.text = left, centre, right
    return line


def _shortened(title: str) -> str:
    while len(_plain(title)) > LONGEST_TITLE:
        title = title[:-4] + "..."
    return _plain(title)


def _plain(text: str) -> str:
    return text.replace("&", "&&")
