"""The few looks of cells in a sheet that a colleague fills in: headings, what is given, what is to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LOOKS = {
    "head": "Sheet heading",
    "given": "Given",
    "text": "Fill in",
    "date": "Fill in a date",
    "whole": "Fill in a count",
    "decimal": "Fill in a number",
}
"""The names of the looks, as Excel shows them."""

_FORMATS = {"text": "@", "date": "dd/mm/yyyy", "whole": "0", "decimal": "0.####"}


def add_looks(book: Workbook) -> None:
    """Add the looks to a workbook; what is to be filled in is white with a thin frame, all else is tinted."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    tint, line = PatternFill("solid", fgColor="F1F4F8"), Side("thin", color="C3CBD5")
    frame = Border(left=line, right=line, top=line, bottom=line)
    wrapped = Alignment(horizontal="left", vertical="top", wrap_text=True)
    for look, name in LOOKS.items():
        style = NamedStyle(name=name, font=Font(name="Calibri", size=11, bold=look == "head"))
        style.alignment, style.border = wrapped, frame
        style.number_format = _FORMATS.get(look, "General")
        if look == "head":
            style.fill = PatternFill("solid", fgColor="D9E2EE")
        elif look not in _FORMATS:
            style.fill = tint
        book.add_named_style(style)
