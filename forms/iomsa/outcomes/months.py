"""Calendar months: the same day so many months on, or the last of a shorter month."""

from __future__ import annotations

from datetime import date


def months_after(day: date, months: int) -> date:
    """Return the day so many calendar months later; where that month has no such day, its last (31 August + 6: 28).

    Nothing lies beyond the first and the last day that a date can be.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # Exports of other systems hold such days where they hold none: 31 December 9999 is no slip that ends a program.
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days
