"""Name the place of a cell as spreadsheet programs do."""

from __future__ import annotations


def cell_name(row: int, place: int) -> str:
    """Return the name of a cell, such as H12, from its row (from 1) and the place of its column (from 0)."""
    letters, number = "", place + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
