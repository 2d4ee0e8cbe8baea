"""Drop-downs and limits of cells: what a colleague may choose or type, and what the program says about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_PROMPT, LONGEST_TITLE = 255, 32
"""Characters that Excel shows beside a cell, and above them."""

Limit: TypeAlias = Literal["list", "offer", "date", "whole", "decimal"]
LIST: Final = "list"
OFFER: Final = "offer"
DATE: Final = "date"
WHOLE: Final = "whole"
DECIMAL: Final = "decimal"
"""A list is closed; an offer lets something else be typed; the others take values of their kind."""

_FIRST_DAY, _LAST_DAY = "36526", "73050"
"""1 January 2000 and 31 December 2099, as a workbook counts days."""

_LIMITS: Mapping[str, tuple[str, str | None]] = {
    DATE: (_FIRST_DAY, _LAST_DAY),
    WHOLE: ("0", "1000000"),
    DECIMAL: ("0", "100"),
}


class Drop(NamedTuple):
    """Limit cells (ranges such as C2:C90): `choices` names the list of a drop-down; `hint` is shown at the cell."""

    kind: Limit
    cells: Sequence[str]
    choices: str = ""
    title: str = ""
    hint: str = ""
    expected: str = ""


def add_drop(sheet: Worksheet, drop: Drop, ranges: Mapping[str, str]) -> None:
    """Add a drop-down or limit to a sheet; `ranges` says where the words of each list stand."""
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = drop.kind in {LIST, OFFER}
    low, high = (ranges[drop.choices], None) if listed else _LIMITS[drop.kind]
    sheet.add_data_validation(
        DataValidation(
            type=LIST if drop.kind == OFFER else drop.kind,
            operator=None if listed else "between",
            formula1=low,
            formula2=high,
            allow_blank=True,
            sqref=" ".join(drop.cells),
            showErrorMessage=drop.kind != OFFER,
            errorTitle=drop.title[:LONGEST_TITLE],
            error=f"Expected: {drop.expected}."[:LONGEST_PROMPT] if drop.expected else "Choose from the list.",
            showInputMessage=bool(drop.hint),
            promptTitle=drop.title[:LONGEST_TITLE],
            prompt=drop.hint[:LONGEST_PROMPT],
        )
    )
