"""Rows of a scheme file to records of an answer sheet, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.sheet import (
    Address,
    Answer,
    AnswerSheet,
    Case,
    CaseAnswer,
    CaseHeader,
    Counts,
    Move,
    Period,
    ProfileValue,
    Record,
    ReturnedCases,
)
from iomsa.store.schema import BY_KIND, Table
from iomsa.store.statements import select

Row = tuple[Any, ...]


def pack(record: Record) -> Row:
    """Return a record as the values of its table's columns."""
    match record:
        case CaseHeader():
            return (_json(record.about), *record[1:])
        case Move():
            return (record.to, record.reason, _json(record.by), record.on)
        case ReturnedCases():
            return (record.listed, record.reviewed, _json(record.counts))
        case Person():
            return (*record[:-3], _json(record.needs), record.by, record.on)
    return tuple(record)


def unpack(kind: str, row: Row) -> Record:
    """Return the record of this kind from its columns' values; lists as JSON text."""
    return _UNPACK[kind](row)


def keys(table: Table, address: Address) -> Row:
    """Return the key values of an address that follow the period."""
    return (address.key, address.part)[: len(table.keys)]


def records(sheet: AnswerSheet) -> Iterator[tuple[Address, Record]]:
    """Walk every record of a sheet; a case comes before its answers."""
    for id, answer in sheet.answers.items():
        yield Address("answer", id), answer
    for id, value in sheet.profile.items():
        yield Address("profile", id), value
    for ref, case in sheet.cases.items():
        yield Address("case", ref), case.header
        for id, case_answer in case.answers.items():
            yield Address("case-answer", ref, id), case_answer
    for id, move in sheet.moves.items():
        yield Address("move", id), move
    if sheet.returned_cases is not None:
        yield Address("returned-cases"), sheet.returned_cases
    for ref, person in sheet.people.items():
        yield Address("person", ref), person
    for first_day, quarter in sheet.quarters.items():
        yield Address("quarter", first_day), quarter
    if sheet.follow_up is not None:
        yield Address("follow-up"), sheet.follow_up


def read_periods(connection: sqlite3.Connection) -> tuple[Period, ...]:
    """Read all periods, by their end and then by their start and name."""
    rows = connection.execute(
        "SELECT period, first_day, last_day, framework FROM period ORDER BY last_day, first_day, period"
    )
    return tuple(Period(*row) for row in rows)


def read_sheet(connection: sqlite3.Connection, period: Period) -> AnswerSheet:
    """Read everything that one period holds; raise sqlite3.Error or ValueError where the file is damaged."""
    returned = dict(_read(connection, "returned-cases", period.name))
    people = sorted(_read(connection, "person", period.name), key=lambda item: (item[1].position, item[0]))
    follow_up = dict(_read(connection, "follow-up", period.name))
    return AnswerSheet(
        period,
        answers=dict(_read(connection, "answer", period.name)),
        profile=dict(_read(connection, "profile", period.name)),
        cases=_read_cases(connection, period.name),
        moves=dict(_read(connection, "move", period.name)),
        returned_cases=returned.get(""),
        people=dict(people),
        quarters=dict(_read(connection, "quarter", period.name)),
        follow_up=follow_up.get(""),
    )


def _read(connection: sqlite3.Connection, kind: str, period: str) -> Iterator[tuple[str, Any]]:
    for row in connection.execute(select(BY_KIND[kind]), (period,)):
        yield row[0], unpack(kind, row[1:])


def _read_cases(connection: sqlite3.Connection, period: str) -> dict[str, Case]:
    headers = sorted(_read(connection, "case", period), key=lambda item: (item[1].position, item[0]))
    cases: dict[str, Case] = {}
    answers: dict[str, dict[str, CaseAnswer]] = {}
    for ref, header in headers:
        answers[ref] = {}
        cases[ref] = Case(ref, header, answers[ref])
    for ref, question, *row in connection.execute(select(BY_KIND["case-answer"]), (period,)):
        answers[ref][question] = CaseAnswer._make(row)
    return cases


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in json.loads(text))


def _returned(row: Row) -> ReturnedCases:
    return ReturnedCases(row[0], row[1], tuple((id, Counts(*numbers)) for id, numbers in json.loads(row[2])))


def _person(row: Row) -> Person:
    needs = tuple((pathway, entry, now) for pathway, entry, now in json.loads(row[-3]))
    return Person._make((*row[:-3], needs, *row[-2:]))


_UNPACK: Mapping[str, Callable[[Row], Record]] = {
    "answer": lambda row: Answer._make((*row[:4], bool(row[4]), *row[5:])),
    "profile": lambda row: ProfileValue._make((row[0], bool(row[1]), *row[2:])),
    "case": lambda row: CaseHeader._make((_pairs(row[0]), *row[1:])),
    "case-answer": CaseAnswer._make,
    "move": lambda row: Move(row[0], row[1], _pairs(row[2]), row[3]),
    "returned-cases": _returned,
    "person": _person,
    "quarter": Quarter._make,
    "follow-up": FollowUp._make,
}
