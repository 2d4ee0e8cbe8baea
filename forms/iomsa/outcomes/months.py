"""Calendar months: the same day so many months on, or the last of a shorter month."""

from __future__ import annotations

from datetime import date


def months_after(day: date, months: int) -> date:
    """Return the day so many calendar months later; where that month has no such day, its last (31 August + 6: 28)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return (first_of_next - date(year, month, 1)).days
