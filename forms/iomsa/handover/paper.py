"""How a sheet that a colleague fills in prints and scrolls: marking on every page, A4 sideways, headings in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class Paper(NamedTuple):
    """Say what stands on every page: whose sheet it is and its protective marking."""

    title: str
    marking: str


def set_up(sheet: Worksheet, paper: Paper, frozen: int, widths: Sequence[int], rows: int) -> None:
    """Set up one sheet of columns this wide and `rows` rows below its headings; `frozen` columns stay in sight."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    from iomsa.returns.page import A4, PAGE_WIDTH, head_and_foot

    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    if frozen:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{rows + 1}"
        sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
    sheet.print_title_rows = "1:1"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = A4, "landscape"
    setup.fitToWidth, setup.fitToHeight = 1 + sum(widths) // PAGE_WIDTH, 0
    head_and_foot(sheet, paper.title, paper.marking, "No names, no dates of birth")
