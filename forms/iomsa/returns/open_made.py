"""Give back from the sheet Outcomes what the figures rest on but people: months, quarters, costs, other areas."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeVar

from iomsa.answers.people import FollowUp, Quarter
from iomsa.answers.review import Benchmark, UnitCosts
from iomsa.problems import Problem
from iomsa.returns.canonical import canonical_text
from iomsa.returns.records import Row
from iomsa.returns.sheets.made import AREA, DATA_TO, FROM, LOOK_BACK, OF_A_QUARTER, PRICES, QUARTER, TO, UNIT_COST
from iomsa.returns.take import bad, decimal, line, taken, whole

T = TypeVar("T")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
_QUARTERS = ("01", "04", "07", "10")
_YEAR = re.compile(r"pounds, (.{0,20})")
_OTHER = re.compile(r"Other area: (.+)")


class Basis(NamedTuple):
    """Hold what figures rest on, as far as a return has it."""

    quarters: Mapping[str, Quarter]
    follow_up: FollowUp | None
    unit_costs: UnitCosts | None
    benchmark: Benchmark | None


def basis_of(made: Mapping[str, Row], problems: list[Problem]) -> Basis:
    """Return what these rows give back, by id; months become days: the first, where people joined from it, or the last.

    A quarter of which one count is bad is left out whole.
    """
    return Basis(_quarters(made, problems), _follow_up(made, problems), _costs(made, problems), _areas(made, problems))


def _quarters(made: Mapping[str, Row], problems: list[Problem]) -> dict[str, Quarter]:
    counts: dict[str, dict[str, int]] = {}
    for month, name, row in _parts(made, QUARTER):
        value = taken(row, partial(_of_quarter, month=month, name=name), problems)
        if value is not None:
            counts.setdefault(f"{month}-01", {})[name] = value
    whole_ones = {first: of for first, of in sorted(counts.items()) if len(of) == len(OF_A_QUARTER)}
    return {first: Quarter(of["offences"], of["days_at_liberty"], of["people"]) for first, of in whole_ones.items()}


def _of_quarter(row: Row, month: str, name: str) -> int:
    if not _MONTH.fullmatch(month) or month[5:] not in _QUARTERS or name not in dict(OF_A_QUARTER):
        raise bad(row, "id", "the first month of a quarter, such as made.quarter.2026-01.offences")
    return whole(row, "value")


def _parts(made: Mapping[str, Row], start: str) -> Iterator[tuple[str, str, Row]]:
    for id, row in made.items():
        if id.startswith(start):
            first, _, rest = id.removeprefix(start).partition(".")
            yield first, rest, row


def _follow_up(made: Mapping[str, Row], problems: list[Problem]) -> FollowUp | None:
    def day(id: str, *, last: bool) -> str:
        return _one(made, id, partial(_day, last=last), problems) or ""

    found = FollowUp(
        data_to=day(DATA_TO, last=True),
        look_back_years=_one(made, LOOK_BACK, _years, problems),
        joined_from=day(FROM, last=False),
        joined_to=day(TO, last=True),
    )
    return found if found != FollowUp() else None


def _day(row: Row, *, last: bool) -> str:
    month = canonical_text(row.get("value")).strip()
    if not _MONTH.fullmatch(month):
        raise bad(row, "value", "a month, such as 2026-03")
    first = datetime.date.fromisoformat(f"{month}-01")
    if not last:
        return first.isoformat()
    return ((first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)).isoformat()


def _years(row: Row) -> float:
    years = decimal(row, "value")
    if not years or not 0 <= float(years) <= 100:
        raise bad(row, "value", "a number of years")
    return float(years)


def _costs(made: Mapping[str, Row], problems: list[Problem]) -> UnitCosts | None:
    costs = _all(made, UNIT_COST, _cost, problems)
    prices = _all(made, PRICES, _price, problems)
    if not costs and not prices:
        return None
    return UnitCosts(tuple(costs), tuple(each[0] for each in prices), prices[0][1] if prices else "")


def _cost(row: Row) -> tuple[str, int, str, str]:
    year = _YEAR.fullmatch(line(row, "unit"))
    if not year:
        raise bad(row, "unit", "pounds and a price year")
    return line(row, "title"), whole(row, "value"), year[1], line(row, "note")


def _price(row: Row) -> tuple[tuple[str, str], str]:
    index = decimal(row, "value")
    if not index:
        raise bad(row, "value", "an index of prices")
    return (line(row, "title"), index), line(row, "note")


def _areas(made: Mapping[str, Row], problems: list[Problem]) -> Benchmark | None:
    areas = _all(made, AREA, _area, problems)
    return Benchmark(areas[0][1], tuple(each[0] for each in areas)) if areas else None


def _area(row: Row) -> tuple[tuple[str, int, int], str]:
    name, people, reoffended = _OTHER.fullmatch(line(row, "title")), whole(row, "n"), whole(row, "value")
    if not name:
        raise bad(row, "title", "the name of an area")
    if reoffended > people:
        raise bad(row, "value", f"at most {people}, as many as were followed")
    return (name[1], people, reoffended), line(row, "note")


def _one(made: Mapping[str, Row], id: str, build: Callable[[Row], T], problems: list[Problem]) -> T | None:
    return taken(made[id], build, problems) if id in made else None


def _all(made: Mapping[str, Row], start: str, build: Callable[[Row], T], problems: list[Problem]) -> list[T]:
    rows = [(int(place), row) for place, rest, row in _parts(made, start) if place.isdecimal() and not rest]
    found = (taken(row, build, problems) for _, row in sorted(rows, key=lambda each: each[0]))
    return [each for each in found if each is not None]
