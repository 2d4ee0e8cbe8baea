"""Rows of a scheme file to records of an answer sheet, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.review import Benchmark, Draw, Figure, KeptFigures, Replaced, SecondReview, UnitCosts
from iomsa.answers.sheet import (
    OF_CASE,
    ONCE,
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
    return tuple(_json(value) if isinstance(value, tuple) else value for value in record)


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
        yield from _of_case(case)
    for id, move in sheet.moves.items():
        yield Address("move", id), move
    for ref, replaced in sheet.replaced.items():
        yield Address("replaced", ref), replaced
    for ref, person in sheet.people.items():
        yield Address("person", ref), person
    for first_day, quarter in sheet.quarters.items():
        yield Address("quarter", first_day), quarter
    for kind in ONCE:
        once = sheet.record(Address(kind))
        if once is not None:
            yield Address(kind), once


def _of_case(case: Case) -> Iterator[tuple[Address, Record]]:
    if case.second_review is not None:
        yield Address("second-review", case.ref), case.second_review
    for kind in OF_CASE:
        for id, answer in case.of_kind(kind).items():
            yield Address(kind, case.ref, id), answer


def read_periods(connection: sqlite3.Connection) -> tuple[Period, ...]:
    """Read all periods, by their end and then by their start and name."""
    rows = connection.execute(
        "SELECT period, first_day, last_day, framework FROM period ORDER BY last_day, first_day, period"
    )
    return tuple(Period(*row) for row in rows)


def read_sheet(connection: sqlite3.Connection, period: Period) -> AnswerSheet:
    """Read everything that one period holds; raise sqlite3.Error or ValueError where the file is damaged."""
    once: dict[str, Any] = {kind: dict(_read(connection, kind, period.name)).get("") for kind in ONCE}
    people = sorted(_read(connection, "person", period.name), key=lambda item: (item[1].position, item[0]))
    return AnswerSheet(
        period,
        answers=dict(_read(connection, "answer", period.name)),
        profile=dict(_read(connection, "profile", period.name)),
        cases=_read_cases(connection, period.name),
        moves=dict(_read(connection, "move", period.name)),
        returned_cases=once["returned-cases"],
        people=dict(people),
        quarters=dict(_read(connection, "quarter", period.name)),
        follow_up=once["follow-up"],
        draw=once["draw"],
        replaced=dict(_read(connection, "replaced", period.name)),
        unit_costs=once["unit-costs"],
        benchmark=once["benchmark"],
        figures=once["figures"],
    )


def _read(connection: sqlite3.Connection, kind: str, period: str) -> Iterator[tuple[str, Any]]:
    for row in connection.execute(select(BY_KIND[kind]), (period,)):
        yield row[0], unpack(kind, row[1:])


def _read_cases(connection: sqlite3.Connection, period: str) -> dict[str, Case]:
    headers = sorted(_read(connection, "case", period), key=lambda item: (item[1].position, item[0]))
    cases: dict[str, Case] = {}
    seconds = dict(_read(connection, "second-review", period))
    first = _answers(connection, "case-answer", period)
    second = _answers(connection, "second-answer", period)
    agreed = _answers(connection, "agreed-answer", period)
    for ref, header in headers:
        cases[ref] = Case(ref, header, first.get(ref, {}), seconds.get(ref), second.get(ref, {}), agreed.get(ref, {}))
    return cases


def _answers(connection: sqlite3.Connection, kind: str, period: str) -> dict[str, dict[str, CaseAnswer]]:
    found: dict[str, dict[str, CaseAnswer]] = {}
    for ref, question, *row in connection.execute(select(BY_KIND[kind]), (period,)):
        found.setdefault(ref, {})[question] = CaseAnswer._make(row)
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _tuples(text: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row) for row in json.loads(text))


def _counts(rows: list[tuple[str, list[int]]]) -> tuple[tuple[str, Counts], ...]:
    return tuple((id, Counts(*numbers)) for id, numbers in rows)


def _returned(row: Row) -> ReturnedCases:
    strata = tuple((name, listed, reviewed, _counts(rows)) for name, listed, reviewed, rows in json.loads(row[3]))
    return ReturnedCases(row[0], row[1], _counts(json.loads(row[2])), strata)


def _follow_up(row: Row) -> FollowUp:
    return FollowUp._make((*row[:4], tuple(json.loads(row[4])), *row[5:]))


def _figures(row: Row) -> KeptFigures:
    figures = tuple(Figure._make(figure) for figure in json.loads(row[4]))
    return KeptFigures._make((*row[:4], figures, *row[5:]))


_UNPACK: Mapping[str, Callable[[Row], Record]] = {
    "answer": lambda row: Answer._make((*row[:4], bool(row[4]), *row[5:])),
    "profile": lambda row: ProfileValue._make((row[0], bool(row[1]), *row[2:])),
    "case": lambda row: CaseHeader._make((_tuples(row[0]), *row[1:])),
    "case-answer": CaseAnswer._make,
    "second-review": SecondReview._make,
    "second-answer": CaseAnswer._make,
    "agreed-answer": CaseAnswer._make,
    "draw": lambda row: Draw._make((*row[:2], _tuples(row[2]), _tuples(row[3]), *row[4:])),
    "replaced": Replaced._make,
    "move": lambda row: Move(row[0], row[1], _tuples(row[2]), row[3]),
    "returned-cases": _returned,
    "person": lambda row: Person._make((*row[:-3], _tuples(row[-3]), *row[-2:])),
    "quarter": Quarter._make,
    "follow-up": _follow_up,
    "unit-costs": lambda row: UnitCosts._make((_tuples(row[0]), _tuples(row[1]), *row[2:])),
    "benchmark": lambda row: Benchmark._make((row[0], _tuples(row[1]), *row[2:])),
    "figures": _figures,
}
