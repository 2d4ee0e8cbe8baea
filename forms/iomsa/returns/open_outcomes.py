"""Give back the figures of the sheet Outcomes, and what they rest on but people."""

from __future__ import annotations

import re
from typing import NamedTuple

from iomsa.answers.period import is_date
from iomsa.answers.review import FROM_RETURN, Figure, KeptFigures
from iomsa.problems import Problem
from iomsa.returns.about import About
from iomsa.returns.canonical import canonical_text
from iomsa.returns.counts import PEOPLE
from iomsa.returns.open_made import Basis, basis_of
from iomsa.returns.read import Book
from iomsa.returns.records import Row, rows_of
from iomsa.returns.sheets.about import MADE_ON
from iomsa.returns.sheets.made import MADE
from iomsa.returns.take import bad, by_id, decimal, line, taken, text, whole

AGREEMENT = "agreement."
_ID = re.compile(r"[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60}){0,5}")


class Found(NamedTuple):
    """Hold what the sheet Outcomes gives back."""

    figures: KeptFigures | None
    basis: Basis


def outcomes_of(book: Book, about: About, reviewed: int, *, cases: bool, problems: list[Problem]) -> Found:
    """Return everything on Outcomes; `reviewed` counts case files, `cases` says that their rows are here.

    The agreement of reviewers is not kept where it comes from the rows of the files themselves.
    """
    found = by_id(rows_of(book, "Outcomes"), "id")
    problems += found.problems
    made = {id: row for id, row in found.rows.items() if id.startswith(MADE)}
    figures = [taken(row, _figure, problems) for id, row in found.rows.items() if id not in made]
    kept = tuple(each for each in figures if each and not (cases and each.id.startswith(AGREEMENT)))
    return Found(_kept(kept, about, reviewed), basis_of(made, problems))


def _kept(figures: tuple[Figure, ...], about: About, reviewed: int) -> KeptFigures | None:
    """Keep the figures whose rows a return does not hold: those on people and on agreement."""
    people = next((int(each.value) for each in figures if each.id == PEOPLE), None)
    agreement = any(each.id.startswith(AGREEMENT) for each in figures)
    if people is None and not agreement:
        return None
    made_on = next((day for item in (MADE_ON, "written") if is_date(day := about.get(item)[:10])), "")
    return KeptFigures(FROM_RETURN, made_on, reviewed if agreement else 0, people or 0, figures)


def _figure(row: Row) -> Figure:
    id = canonical_text(row.get("id"))
    if not _ID.fullmatch(id):
        raise bad(row, "id", "an id of letters, digits, hyphens and dots")
    value = str(whole(row, "value")) if id == PEOPLE else decimal(row, "value")
    n = str(whole(row, "n")) if row.get("n") else ""
    return Figure(id, line(row, "title"), value, decimal(row, "low"), decimal(row, "high"), n, text(row, "note"))
