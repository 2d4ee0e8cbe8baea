"""Give back from About how the files were drawn; the list that they were drawn from is in no return."""

from __future__ import annotations

import json

from iomsa.answers.period import is_date
from iomsa.answers.review import Draw
from iomsa.answers.text import clean_line
from iomsa.problems import Problem
from iomsa.returns.about import About
from iomsa.returns.sheets.drawn import DRAW

MOST = 1_000_000
"""More people than any list has."""

Strata = tuple[tuple[str, int, int], ...]


def draw_of(about: About, problems: list[Problem]) -> Draw | None:
    """Return the draw without the people on its list; None where nothing was drawn, or what is said of it is bad."""
    if not about.get(f"{DRAW}strata"):
        return None
    strata = _strata(about.get(f"{DRAW}strata"))
    margin, times, replaced = (about.get(f"{DRAW}{name}") for name in ("margin", "times", "replaced"))
    day = about.get(f"{DRAW}drawn_on")[:10]
    whole = [_whole(text) for text in (margin or "0", times or "1", replaced or "0")]
    if strata is None or None in whole or not (day == "" or is_date(day)):
        problems.append(
            Problem(
                "return.draw", "About", "what is said of the draw can't be read; how the files were drawn was left out."
            )
        )
        return None
    wanted, drawn, left = (each or 0 for each in whole)
    seed = clean_line(about.get(f"{DRAW}seed"))
    return Draw(seed, day, strata, (), wanted or None, max(1, drawn), left)


def _strata(text: str) -> Strata | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    rows = found if isinstance(found, list) else []
    read = tuple((clean_line(row[0]), row[1], row[2]) for row in rows if _is_stratum(row))
    whole = rows and len(read) == len(rows) and len({name for name, _, _ in read}) == len(read)
    return read if whole else None


def _is_stratum(row: object) -> bool:
    if not isinstance(row, list) or len(row) != 3 or not isinstance(row[0], str):
        return False
    return all(type(count) is int and 0 <= count <= MOST for count in row[1:])


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and int(text[:9]) <= MOST else None
