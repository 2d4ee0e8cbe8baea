"""Build the edits of people, quarters and the follow-up; pure, from a sheet to the records that would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.framework.find import pathways
from iomsa.framework.model import Framework
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.person_cells import NOW, Value, need_of


def add_person(sheet: AnswerSheet, ref: str, stamp: Stamp) -> tuple[Edit, ...]:
    """Put a person on the list, last; a known reference is left alone."""
    if ref in sheet.people:
        return ()
    last = max((person.position for person in sheet.people.values()), default=0)
    return (Edit(Address("person", ref), None, Person(last + 1, by=stamp.by, on=stamp.on)),)


def set_person(
    framework: Framework, sheet: AnswerSheet, ref: str, values: Mapping[str, Value], stamp: Stamp
) -> tuple[Edit, ...]:
    """Set values of a person by column, empty ones too."""
    before = sheet.people[ref]
    after = person_with(framework, before, values)
    if after == before:
        return ()
    return (Edit(Address("person", ref), before, after._replace(by=stamp.by, on=stamp.on)),)


def set_person_cell(
    framework: Framework, sheet: AnswerSheet, ref: str, column: str, value: Value, stamp: Stamp
) -> tuple[Edit, ...]:
    """Set one value of a person."""
    return set_person(framework, sheet, ref, {column: value}, stamp)


def remove_people(sheet: AnswerSheet, refs: Iterable[str]) -> tuple[Edit, ...]:
    """Take people off the list."""
    return tuple(Edit(Address("person", ref), sheet.people[ref], None) for ref in refs)


def person_with(framework: Framework, person: Person, values: Mapping[str, Value]) -> Person:
    """Return a person with values changed by column; the needs stand in the order of the pathways."""
    plain: dict[str, Any] = {name: value for name, value in values.items() if name in Person._fields}
    needs = {pathway: [entry, now] for pathway, entry, now in person.needs}
    for name, value in values.items():
        if name not in plain:
            pathway, end = need_of(name)
            needs.setdefault(pathway, ["", ""])[end == NOW] = str(value or "")
    levels = ((pathway, *needs.get(pathway, ("", ""))) for pathway in pathways(framework))
    return person._replace(
        **plain, needs=tuple((pathway, entry, now) for pathway, entry, now in levels if entry or now)
    )


def set_quarter(
    sheet: AnswerSheet,
    first: str,
    stamp: Stamp,
    *,
    offences: int | None = None,
    days_at_liberty: int | None = None,
    people: int | None = None,
) -> tuple[Edit, ...]:
    """Set what is given of the quarter that begins on this ISO date; a quarter that is not there is added."""
    before = sheet.quarters.get(first)
    given = {"offences": offences, "days_at_liberty": days_at_liberty, "people": people}
    counts: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    after = (before or Quarter())._replace(**counts)
    if after == before:
        return ()
    return (Edit(Address("quarter", first), before, after._replace(by=stamp.by, on=stamp.on)),)


def remove_quarter(sheet: AnswerSheet, first: str) -> tuple[Edit, ...]:
    """Take a quarter off the table."""
    return (Edit(Address("quarter", first), sheet.quarters[first], None),)


def set_follow_up(sheet: AnswerSheet, stamp: Stamp, **values: str | float | tuple[str, ...] | None) -> tuple[Edit, ...]:
    """Set fields of the follow-up by name, empty ones too; one in which nothing is left is gone."""
    before = sheet.follow_up
    changed: dict[str, Any] = values
    after = (before or FollowUp())._replace(**changed)
    if after._replace(by="", on="") == FollowUp():
        return (Edit(Address("follow-up"), before, None),) if before is not None else ()
    if after == before:
        return ()
    return (Edit(Address("follow-up"), before, after._replace(by=stamp.by, on=stamp.on)),)
