"""The quarters as rows: offences, days at liberty, people, and the rate that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from iomsa.answers.people import Quarter
from iomsa.handover.other_rows import quarter_name
from iomsa.outcomes import quarters as rated
from iomsa_desktop.models.rows import Rows

HEADINGS = ("Quarter", "Offences", "Days at liberty", "People", "Per 1,000 days", "Convictions")
TO_COME, IN = "Still to come", "Settled"
NOTHING = "–"


def quarter_rows(quarters: Mapping[str, Quarter], data_to: str) -> tuple[tuple[str, ...], Rows]:
    """Return the first days of the quarters, earliest first, and what the table says of each."""
    firsts = tuple(sorted(quarters))
    end = date.fromisoformat(data_to) if data_to else None
    return firsts, Rows(HEADINGS, tuple(_row(first, quarters[first], end) for first in firsts))


def _row(first: str, quarter: Quarter, end: date | None) -> tuple[str, ...]:
    each = rated.Quarter(date.fromisoformat(first), quarter.offences, quarter.days_at_liberty, quarter.people)
    return (
        quarter_name(first),
        f"{each.offences:,}",
        f"{each.days:,}",
        f"{each.people:,}",
        f"{each.rate:.1f}" if each.days else NOTHING,
        NOTHING if end is None else TO_COME if rated.hollow(each, end) else IN,
    )
