"""Read the people, the quarters and the follow-up of ANSWERS.json: what outcomes are worked out from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from iomsa.answers.people import (
    COLUMNS,
    DATE,
    LEVELS,
    NONE,
    PERCENT,
    REOFFENCE,
    TEXT,
    UNTRACED,
    WHOLE,
    WORD,
    YEARS,
    Column,
    FollowUp,
    Person,
    Quarter,
)
from iomsa.answers.sheet import Address, AnswerSheet, Record
from iomsa.framework.find import pathways
from iomsa.framework.model import Framework
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.given import Given, reference
from iomsa.session.people_edits import person_with, set_follow_up
from iomsa.session.person_cells import AT_ENTRY, LARGEST, NOW

ENDS = (AT_ENTRY, NOW)
_DAYS = ("data_to", "joined_from", "joined_to")


def fill_people(framework: Framework, sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edits of all people who are given; a person with a known reference is updated."""
    known = pathways(framework)
    names = ("ref", *(column.name for column in COLUMNS), *(f"{pathway}{end}" for pathway in known for end in ENDS))
    found: list[Edit] = []
    seen: set[str] = set()
    last = max((person.position for person in sheet.people.values()), default=0)
    for row in given.rows():
        parts = row.table(names)
        ref = reference(row, parts, "person")
        if not ref:
            continue
        if ref in seen:
            parts["ref"].refuse("twice", "this person stands in the list twice; give them once.")
        seen.add(ref)
        before = sheet.people.get(ref)
        last += before is None
        place = given.inside(row.value, ref)
        values = {key: place.inside(part.value, key) for key, part in parts.items()}
        found += _edit(Address("person", ref), before, _person(framework, before or Person(last), values), stamp)
    return found


def fill_quarters(sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edits of all quarters that are given, each by its first day."""
    found: list[Edit] = []
    for row in given.rows():
        parts = row.table(("quarter", *Quarter._fields[:3]))
        if "quarter" not in parts:
            row.refuse("quarter", "give the first day of the quarter, such as 2025-04-01.")
            continue
        first = _date(parts["quarter"])
        if first and not (first.endswith("-01") and int(first[5:7]) % 3 == 1):
            parts["quarter"].refuse("quarter", "a quarter begins on the first of January, April, July or October.")
        elif first:
            counts: dict[str, Any] = {name: _whole(parts[name]) or 0 for name in Quarter._fields[:3] if name in parts}
            before = sheet.quarters.get(first)
            found += _edit(Address("quarter", first), before, (before or Quarter())._replace(**counts), stamp)
    return found


def fill_follow_up(sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edit of who is meant, how far they were followed, how far back the score looks, and the offences."""
    parts = given.table(FollowUp._fields[:5])
    values: dict[str, Any] = {name: _date(parts[name]) for name in _DAYS if name in parts}
    if "look_back_years" in parts:
        values["look_back_years"] = _number(parts["look_back_years"], 100)
    if "offence_dates" in parts:
        values["offence_dates"] = _dates(parts["offence_dates"])
    new = (sheet.follow_up or FollowUp())._replace(**values)
    if new.joined_from and new.joined_to and new.joined_from > new.joined_to:
        given.refuse("order", "joined_from is later than joined_to; check both dates.")
    return list(set_follow_up(sheet, stamp, **values))


def _edit(address: Address, before: Record | None, after: Person | Quarter, stamp: Stamp) -> list[Edit]:
    if after == before:
        return []
    return [Edit(address, before, after._replace(by=stamp.by, on=stamp.on))]


def _person(framework: Framework, person: Person, parts: Mapping[str, Given]) -> Person:
    values: dict[str, Any] = {
        column.name: _value(column, parts[column.name]) for column in COLUMNS if column.name in parts
    }
    needs = (f"{pathway}{end}" for pathway in pathways(framework) for end in ENDS)
    values.update((name, _word(parts[name], LEVELS)) for name in needs if name in parts)
    return person_with(framework, person, values)


def _value(column: Column, part: Given) -> str | int | float | None:
    if column.kind == REOFFENCE:
        return str(part.value) if part.value in (NONE, UNTRACED) else _date(part, f", or {NONE}, or {UNTRACED}")
    if column.kind == WORD:
        return _word(part, column.choices)
    return _READERS[column.kind](part)


def _date(part: Given, others: str = "") -> str:
    text = part.text(line=True)
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        part.refuse("date", f"give a date such as 2025-03-31{others}.")
        return ""


def _dates(part: Given) -> tuple[str, ...]:
    """Return the dates of a list, ascending; two offences may have one date."""
    if part.value is None:
        return ()
    return tuple(sorted(date for each in part.rows() if (date := _date(each))))


def _whole(part: Given) -> int | None:
    value = part.value
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST:
        return value
    part.refuse("whole", "give a whole number, 0 or more.")
    return None


def _number(part: Given, most: int) -> float | None:
    value = part.value
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    part.refuse("number", f"give a number from 0 to {most}.")
    return None


def _percent(part: Given) -> float | None:
    number = _number(part, 100)
    # As where it is typed: a fraction of one is no percentage.
    if number is not None and 0 < number < 1:
        part.refuse("percent", "give a percentage from 0 to 100, such as 62.5, not a fraction of one.")
    return number


def _word(part: Given, choices: Sequence[str]) -> str:
    if part.value is None:
        return ""
    if part.value in choices:
        return str(part.value)
    part.refuse("choice", f"give one of {', '.join(choices)}.")
    return ""


_READERS: Mapping[str, Callable[[Given], str | int | float | None]] = {
    DATE: _date,
    WHOLE: _whole,
    PERCENT: _percent,
    YEARS: lambda part: _number(part, 10),
    TEXT: lambda part: part.text(line=True),
}
