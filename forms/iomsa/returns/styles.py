"""The few styles of the workbook, one for each kind of heading, made once and shared by all cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.styleable import StyleableObject

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

HEAD, CHECKS, DAY = "head", "check", "day"
"""Beside the kinds of headings: the headings themselves, check digits, and a date among text."""

_FORMATS = {
    "text": "General",
    "strong": "General",
    "word": "General",
    "whole": "0",
    "decimal": "General",
    "date": "dd/mm/yyyy",
}
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
_LEFT, _AS_IT_IS = Alignment(horizontal="left", vertical="top"), Alignment(vertical="top")
_ALIGNED = {"text": _WRAPPED, "strong": _WRAPPED, "word": _LEFT, "date": _LEFT}


def styles(book: Workbook) -> Mapping[str, int]:
    """Add the styles to a workbook, which still has its first sheet, and return the number of each by its kind."""
    sheet = book.worksheets[0]
    plain = [
        NamedStyle(
            name=f"Return {kind}",
            font=Font(name="Calibri", size=11, bold=kind == "strong"),
            alignment=_ALIGNED.get(kind, _AS_IT_IS),
            number_format=shown,
        )
        for kind, shown in _FORMATS.items()
    ]
    head = NamedStyle(
        name="Return head",
        font=Font(name="Calibri", size=11, bold=True),
        fill=PatternFill("solid", fgColor="E4E9F0"),
        border=Border(bottom=Side("thin", color="5A6B80")),
        alignment=_WRAPPED,
    )
    check = NamedStyle(
        name="Return check",
        font=Font(name="Calibri", size=8, color="6B7280"),
        alignment=_AS_IT_IS,
    )
    named = (*plain, head, check)
    for style in named:
        book.add_named_style(style)
    kinds = zip((*_FORMATS, HEAD, CHECKS, DAY), (*named, plain[0]), strict=True)
    made = {kind: StyleableObject(sheet, style.as_tuple()) for kind, style in kinds}
    made[DAY].number_format = "yyyy-mm-dd"
    return {kind: style.style_id for kind, style in made.items()}
