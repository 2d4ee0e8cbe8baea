"""Say what a table of quarters, a column of offence dates or a list of other areas would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from iomsa.answers.people import DATE, TEXT, WHOLE, FollowUp, Quarter
from iomsa.answers.review import Benchmark
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.answers.text import clean_line
from iomsa.answers.values import MONTHS
from iomsa.handover.merge import merge
from iomsa.handover.preview import Choice, Fault, Preview
from iomsa.handover.rows import Kind, gather, same_name
from iomsa.handover.table import Table, headed
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.people_edits import set_follow_up
from iomsa.session.person_cells import Cell, Reading, Value
from iomsa.session.typed_dates import read_date, read_quarter

QUARTER = Cell("quarter", "Quarter", "Its first day, or such as Apr-Jun 2025.", DATE)
QUARTER_COLUMNS = (
    Cell("offences", "Offences", "Proven offences of all people that were committed in the quarter.", WHOLE),
    Cell("days_at_liberty", "Days at liberty", "Days of all people in the quarter, without those in custody.", WHOLE),
    Cell("people", "People", "How many people were followed in the quarter.", WHOLE),
)
AREA = Cell("area", "Area", "The name of another area.", TEXT)
AREA_COLUMNS = (
    Cell("people", "People", "How many people were followed there.", WHOLE),
    Cell("reoffended", "Reoffended", "How many of them reoffended.", WHOLE),
)
OFFENCE_DATE = Cell("offence_date", "Offence date", "The day of one proven offence.", DATE)
_DATE_HEADINGS = {"offence date", "offence dates", "date", "dates", "date of offence"}


def quarter_name(first: str) -> str:
    """Return the name of the quarter that begins on an ISO date: Apr to Jun 2025."""
    month = int(first[5:7])
    return f"{MONTHS[month - 1][:3]} to {MONTHS[month + 1][:3]} {first[:4]}"


def preview_quarters(
    sheet: AnswerSheet, tables: Sequence[Table], stamp: Stamp, take: Collection[Choice] = frozenset()
) -> Preview:
    """Say what tables of the scheme's own quarters would change."""

    def ours(first: str, column: Cell) -> str:
        quarter = sheet.quarters.get(first)
        return str(getattr(quarter, column.name)) if quarter else ""

    expected = "a quarter such as 2025-04-01 or Apr-Jun 2025"
    needed = ("offences", "days_at_liberty")
    kind = Kind(QUARTER, _read_quarter, expected, QUARTER_COLUMNS, sheet.quarters, ours, needed)
    merged = merge(kind, gather(kind, tables), take, own=True)
    edits = []
    for first, values in sorted(merged.taken.items()):
        before = sheet.quarters.get(first)
        counts: dict[str, Any] = dict(values)
        after = (before or Quarter())._replace(**counts, by=stamp.by, on=stamp.on)
        edits.append(Edit(Address("quarter", first), before, after))
    return merged.preview._replace(edits=tuple(edits))


def preview_benchmark(
    sheet: AnswerSheet, tables: Sequence[Table], stamp: Stamp, take: Collection[Choice] = frozenset(), source: str = ""
) -> Preview:
    """Say what lists of other areas would change; `source` is where they are from, empty to leave that as it is."""
    before = sheet.benchmark or Benchmark("", ())
    areas = {name: {"people": people, "reoffended": reoffended} for name, people, reoffended in before.areas}

    def ours(name: str, column: Cell) -> str:
        return str(areas[name][column.name]) if name in areas else ""

    def wrong(name: str, values: Mapping[str, Value]) -> tuple[str, str] | None:
        whole: dict[str, Any] = {**areas.get(name, {}), **values}
        if not whole["people"]:
            return "people", "at least 1"
        return ("reoffended", "no more than the people") if whole["reoffended"] > whole["people"] else None

    needed = ("people", "reoffended")
    kind = Kind(AREA, _read_area, "the name of an area", AREA_COLUMNS, areas, ours, needed, wrong)
    merged = merge(kind, gather(kind, tables), take, own=True)
    whole: dict[str, dict[str, Any]] = {**areas}
    for name, values in merged.taken.items():
        whole[name] = {**areas.get(name, {}), **values}
    rows = tuple((name, each["people"], each["reoffended"]) for name, each in whole.items() if len(each) == len(needed))
    after = Benchmark(clean_line(source) or before.source, rows, before.by, before.on)
    if after == before or not rows:
        return merged.preview
    edit = Edit(Address("benchmark"), sheet.benchmark, after._replace(by=stamp.by, on=stamp.on))
    return merged.preview._replace(edits=(edit,))


def preview_offence_dates(sheet: AnswerSheet, tables: Sequence[Table], stamp: Stamp) -> Preview:
    """Say which dates of offences columns would add; the same column twice adds nothing.

    Two offences may have one date: of each date as many are kept as the column has that holds most.
    """
    before = sheet.follow_up or FollowUp()
    counts = Counter(before.offence_dates)
    faults: list[Fault] = []
    rows = 0
    for table in tables:
        found, wrong = _dates(table)
        rows += found.total() + len(wrong)
        faults += wrong
        counts |= found
    dates = tuple(sorted(counts.elements()))
    new = tuple((counts - Counter(before.offence_dates)).elements())
    edits = set_follow_up(sheet, stamp, offence_dates=dates)
    return Preview(new=tuple(sorted(new)), faults=tuple(faults), edits=edits, rows=rows, left_out=len(faults))


def _dates(table: Table) -> tuple[Counter[str], list[Fault]]:
    table = table if table.columns else headed(table, lambda text: same_name(text) in _DATE_HEADINGS, enough=1)
    names = [same_name(heading) for heading in table.columns]
    place = next((place for place, name in enumerate(names) if name in _DATE_HEADINGS), 0)
    found: Counter[str] = Counter()
    faults = []
    for number, row in table.numbered():
        date = read_date(row[place])
        if date:
            found[date] += 1
        else:
            faults.append(Fault(number, OFFENCE_DATE.label, row[place], OFFENCE_DATE.expected, table.name))
    return found, faults


def _read_quarter(text: str) -> Reading:
    first = read_quarter(text)
    return Reading(first, "" if first else "Give a quarter such as Apr-Jun 2025.")


def _read_area(text: str) -> Reading:
    name = clean_line(text)
    return Reading(name, "" if name else "Give the name of the area.")
