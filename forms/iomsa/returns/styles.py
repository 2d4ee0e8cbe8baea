"""The few styles of the workbook, one for each kind of heading, made once and shared by all cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.workbook import Workbook

HEAD, CHECKS = "head", "check"
_FORMATS = {"text": "General", "word": "General", "whole": "0", "decimal": "0.####", "date": "dd/mm/yyyy"}


def styles(book: Workbook) -> Mapping[str, StyleArray]:
    """Add the styles to a workbook and return each by its kind."""
    body = Font(name="Calibri", size=11)
    named = [
        NamedStyle(
            name=f"Return {kind}",
            font=body,
            alignment=Alignment(vertical="top", wrap_text=kind == "text"),
            number_format=shown,
        )
        for kind, shown in _FORMATS.items()
    ]
    head = NamedStyle(
        name="Return head",
        font=Font(name="Calibri", size=11, bold=True),
        fill=PatternFill("solid", fgColor="E4E9F0"),
        border=Border(bottom=Side("thin", color="5A6B80")),
        alignment=Alignment(vertical="top", wrap_text=True),
    )
    check = NamedStyle(
        name="Return check",
        font=Font(name="Calibri", size=8, color="6B7280"),
        alignment=Alignment(vertical="top"),
    )
    for style in (*named, head, check):
        book.add_named_style(style)
    kinds = (*_FORMATS, HEAD, CHECKS)
    return {kind: style.as_tuple() for kind, style in zip(kinds, (*named, head, check), strict=True)}
