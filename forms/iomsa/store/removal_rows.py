"""Take the rows about people out of a database in memory, and out of its trail; totals and figures take their place."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from iomsa.answers.sheet import Address, Period, Record
from iomsa.framework.load import framework_from_data
from iomsa.framework.model import Framework
from iomsa.store.doing import Doing, set_doing
from iomsa.store.removal_totals import KINDS, LISTS, Held, held, without_people
from iomsa.store.rows import pack, read_periods, read_sheet
from iomsa.store.schema import BY_KIND, RECORDS, Table
from iomsa.store.statements import delete, primary, upsert
from iomsa.store.triggers import drop_triggers, make_triggers

NOBODY = Held(0, 0, 0, 0)
TOTALS = ("returned-cases", "draw", "follow-up", "figures")
"""The records that hold what stays of the rows."""
_ASIDE = ("answer", "move")
"""The records on which no total rests."""

_FORGET_ROWS = """
DELETE FROM trail WHERE period NOT IN (SELECT value FROM json_each(?1)) AND kind IN (SELECT value FROM json_each(?2))"""
_EMPTY_LISTS = """
UPDATE trail SET old = json_replace(old, ?3, json('[]')), new = json_replace(new, ?3, json('[]'))
WHERE period NOT IN (SELECT value FROM json_each(?1)) AND kind = ?2
AND (json_array_length(old, ?3) > 0 OR json_array_length(new, ?3) > 0)"""


class Cleaned(NamedTuple):
    """Count the rows that an image held; `changed` tells whether it or its trail held any."""

    held: Held
    changed: bool


class _Totals(NamedTuple):
    held: Held
    records: tuple[tuple[str, Record], ...]


class Cleaner:
    """Clean the images of one file and its copies; most hold the same rows, so their totals are worked out once."""

    def __init__(self, periods: Sequence[str], doing: Doing) -> None:
        self._periods, self._doing = periods, doing
        self._known: dict[bytes, _Totals] = {}
        self._frameworks: dict[str, Framework] = {}

    def clean(self, image: sqlite3.Connection) -> Cleaned:
        """Remove the rows of the periods from a database in memory; what it held is counted together."""
        known = read_periods(image)
        counted = NOBODY
        image.execute("BEGIN")
        set_doing(image, self._doing)
        for period in known:
            if period.name in self._periods:
                totals = self._totals(image, period)
                counted = Held(*map(sum, zip(counted, totals.held, strict=True)))
                _replace(image, period.name, totals)
        forgotten = _forget(image, [period.name for period in known if period.name not in self._periods])
        image.execute("COMMIT")
        # Nothing of a row that was deleted is left in the pages of a database that was built anew.
        image.execute("VACUUM")
        return Cleaned(counted, any(counted) or forgotten)

    def _totals(self, image: sqlite3.Connection, period: Period) -> _Totals:
        text = image.execute("SELECT data FROM framework WHERE ref = ?", (period.framework,)).fetchone()[0]
        rests_on = blake2b(repr((period, text)).encode())
        for table in RECORDS:
            if table.kind not in _ASIDE:
                rests_on.update(image.execute(_as_one(table), (period.name,)).fetchone()[0].encode())
        key = rests_on.digest()
        if key not in self._known:
            if text not in self._frameworks:
                self._frameworks[text] = framework_from_data(json.loads(text))
            sheet = read_sheet(image, period)._replace(answers={}, moves={})
            after = without_people(self._frameworks[text], sheet, self._doing.actor, self._doing.at)
            records = ((kind, after.record(Address(kind))) for kind in TOTALS)
            self._known[key] = _Totals(held(sheet), tuple((kind, each) for kind, each in records if each is not None))
        return self._known[key]


def _as_one(table: Table) -> str:
    """Read a period's rows as one text, as they lie in the file: a tenth of the time that it takes to fetch them."""
    columns = (*primary(table), *table.columns)
    return " ".join(
        (
            "SELECT json_group_array(json_array(",
            ", ".join(columns),
            ")) FROM",
            table.name,
            "NOT INDEXED WHERE period = ?",
        )
    )


def _replace(image: sqlite3.Connection, period: str, totals: _Totals) -> None:
    """Put the totals where the rows are; the trail tells of the totals alone."""
    if not any(totals.held):
        return
    drop_triggers(image)
    for table in reversed(RECORDS):
        if table.kind in KINDS:
            image.execute(delete(table._replace(keys=())), (period,))
    make_triggers(image)
    for kind, record in totals.records:
        image.execute(upsert(BY_KIND[kind]), (period, *pack(record)))


def _forget(image: sqlite3.Connection, but: Sequence[str]) -> bool:
    """Take the rows out of the trail, but for these periods; those of periods that are no more go too.

    Tell whether there were any.
    """
    others = json.dumps(list(but))
    changed = image.execute(_FORGET_ROWS, (others, json.dumps(KINDS))).rowcount
    for kind, part in LISTS:
        changed += image.execute(_EMPTY_LISTS, (others, kind, f"$.{part}")).rowcount
    return changed > 0
