"""The last rows of the sheet Outcomes: what the figures rest on, months, quarters, costs, other areas; no person."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from iomsa.answers.people import FollowUp
from iomsa.answers.review import Benchmark, UnitCosts
from iomsa.answers.sheet import AnswerSheet
from iomsa.returns.canonical import Value
from iomsa.returns.sheets.case_files import MONTH
from iomsa.returns.table import number

MADE = "made."
QUARTER, UNIT_COST, PRICES, AREA = f"{MADE}quarter.", f"{MADE}unit_cost.", f"{MADE}prices.", f"{MADE}area."
FROM, TO, DATA_TO, LOOK_BACK = f"{MADE}joined_from", f"{MADE}joined_to", f"{MADE}data_to", f"{MADE}look_back_years"
OF_A_QUARTER = (("offences", "offences"), ("days_at_liberty", "days"), ("people", "people"))
_DAY = datetime.timedelta(1)

Row = tuple[Value, ...]


def made_rows(sheet: AnswerSheet, costs_used: bool) -> Iterator[Row]:
    """Yield what the figures rest on; with `costs_used` the table of costs that the program starts from, too."""
    if sheet.follow_up:
        yield from _follow_up(sheet.follow_up)
    for first, quarter in sorted(sheet.quarters.items()):
        for name, unit in OF_A_QUARTER:
            title = f"Quarter from {first[:MONTH]}: {name.replace('_', ' ')}"
            yield _row(f"{QUARTER}{first[:MONTH]}.{name}", title, getattr(quarter, name), unit)
    if sheet.unit_costs or costs_used:
        yield from _costs(sheet.unit_costs or _shipped())
    if sheet.benchmark:
        yield from _areas(sheet.benchmark)


def complete_month(day: str) -> str:
    """Return the last month that is over on an ISO date, as 2026-03; empty for none."""
    if not day:
        return ""
    last = datetime.date.fromisoformat(day)
    whole = last if (last + _DAY).day == 1 else last.replace(day=1) - _DAY
    return whole.isoformat()[:MONTH]


def _follow_up(found: FollowUp) -> Iterator[Row]:
    for id, title, month in (
        (FROM, "People who joined from this month", found.joined_from[:MONTH]),
        (TO, "to this month", found.joined_to[:MONTH]),
        (DATA_TO, "Offences are known to the end of this month", complete_month(found.data_to)),
    ):
        if month:
            yield _row(id, title, month, "month")
    if found.look_back_years is not None:
        title = "Years that the score looks back by which people are chosen"
        yield _row(LOOK_BACK, title, number(f"{found.look_back_years:g}"), "years")


def _costs(found: UnitCosts) -> Iterator[Row]:
    for place, (kind, pounds, year, source) in enumerate(found.costs, start=1):
        yield _row(f"{UNIT_COST}{place}", kind, pounds, f"pounds, {year}", source)
    for place, (year, index) in enumerate(found.prices, start=1):
        yield _row(f"{PRICES}{place}", year, index, "price index", found.prices_source)


def _shipped() -> UnitCosts:
    from iomsa.outcomes.unit_costs import UNIT_COSTS

    return UnitCosts(tuple((each.kind, each.pounds, each.price_year, each.source) for each in UNIT_COSTS))


def _areas(found: Benchmark) -> Iterator[Row]:
    for place, (name, people, reoffended) in enumerate(found.areas, start=1):
        id = f"{AREA}{place}"
        yield (id, f"Other area: {name}", reoffended, "people", people, "", "", found.source)


def _row(id: str, title: str, value: Value, unit: str, note: str = "") -> Row:
    return (id, title, value, unit, "", "", "", note)
