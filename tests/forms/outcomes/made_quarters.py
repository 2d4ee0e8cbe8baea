"""Quarters in a row for the tests of what is seen over time."""

from __future__ import annotations

from datetime import date

from iomsa.outcomes.months import months_after
from iomsa.outcomes.quarters import Quarter

FIRST = date(2020, 1, 1)
LATE = date(2030, 1, 1)
"""The first quarter begins here, and by this day no convictions are still to come."""


def quarters(counts: list[int], days: list[int] | None = None) -> list[Quarter]:
    days = days or [4000] * len(counts)
    rows = enumerate(zip(counts, days, strict=True))
    return [Quarter(months_after(FIRST, 3 * place), count, exposure) for place, (count, exposure) in rows]
