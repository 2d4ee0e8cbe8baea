"""Take the records of one sheet of a return, row by row: a bad row is left out whole and named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from iomsa.answers.text import clean, clean_line, too_long
from iomsa.problems import Problem
from iomsa.returns.canonical import canonical_text
from iomsa.returns.names import split_names
from iomsa.returns.records import Row

T = TypeVar("T")
LONGEST_SHOWN = 60
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?")


class Bad(Exception):
    """Carry what is wrong with a row."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


class Taken(NamedTuple):
    """Hold the rows that were taken, by id, and what was wrong with the others."""

    rows: dict[str, Row]
    problems: list[Problem]


def by_id(rows: Iterator[Row], id: str) -> Taken:
    """Return rows by their id; a row without one, or with one that came before, is left out and named."""
    found: dict[str, Row] = {}
    problems = []
    for row in rows:
        key = canonical_text(row.get(id))
        if not key:
            problems.append(_left_out(row, id, "", "an id"))
        elif key in found:
            problems.append(_left_out(row, id, key, "an id that no other row has"))
        else:
            found[key] = row
    return Taken(found, problems)


def taken(row: Row, build: Callable[[Row], T], problems: list[Problem]) -> T | None:
    """Return what a row says, or None where it is bad, with what is wrong noted."""
    try:
        return build(row)
    except Bad as bad:
        problems.append(bad.problem)
        return None


def text(row: Row, heading: str) -> str:
    """Return a cell's text as it may stand in a sheet; raise Bad where it is too long."""
    found = clean(row.get(heading))
    if too_long(found):
        raise bad(row, heading, "a text of at most 32,000 characters")
    return found


def line(row: Row, heading: str) -> str:
    """Return a cell's text on one line."""
    return clean_line(row.get(heading))


def one_of(row: Row, heading: str, allowed: dict[str, str]) -> str | None:
    """Return a code of a closed list, None for an empty cell; raise Bad for anything else."""
    found = canonical_text(row.get(heading)).strip()
    if not found:
        return None
    if found not in allowed:
        raise bad(row, heading, f"one of {', '.join(allowed)}")
    return found


def is_yes(row: Row, heading: str) -> bool:
    """Tell whether a cell says yes; raise Bad where it says anything but yes or nothing."""
    return one_of(row, heading, {"yes": "", "no": ""}) == "yes"


def whole(row: Row, heading: str) -> int:
    """Return a count; raise Bad where the cell holds none."""
    found = canonical_text(row.get(heading)).strip()
    if not (found.isascii() and found.isdecimal() and len(found) <= 9):
        raise bad(row, heading, "a whole number")
    return int(found)


def decimal(row: Row, heading: str) -> str:
    """Return a number as its text, empty for an empty cell; raise Bad for anything else."""
    found = canonical_text(row.get(heading)).strip()
    if found and not _NUMBER.fullmatch(found):
        raise bad(row, heading, "a number")
    return found


def people(row: Row, heading: str) -> tuple[tuple[str, str], ...]:
    """Return names with their agencies."""
    return split_names(row.get(heading))


def bad(row: Row, heading: str, expected: str) -> Bad:
    """Return the error that leaves this row out: its cell, what was found, what was expected."""
    return Bad(_left_out(row, heading, row.get(heading), expected))


def _left_out(row: Row, heading: str, found: str, expected: str) -> Problem:
    shown = f"“{found[:LONGEST_SHOWN]}{'...' if len(found) > LONGEST_SHOWN else ''}”" if found else "nothing"
    return Problem(
        "return.row",
        row.place(heading),
        f"found {shown} under {heading}, expected {expected}; this row was left out.",
    )
