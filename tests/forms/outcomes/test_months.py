"""Calendar months, with the day clipped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.outcomes.months import months_after


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-08-31", 18, "2026-02-28"),
        ("2022-08-31", 18, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-01-15", 0, "2025-01-15"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2025-03-31", -1, "2025-02-28"),
        ("9999-09-30", 3, "9999-12-30"),
        ("9999-12-31", 1, "9999-12-31"),
        ("9998-07-01", 18, "9999-12-31"),
        ("0001-01-31", -1, "0001-01-01"),
    ],
)
def test_the_day_is_clipped(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_the_month_is_right_and_the_day_the_same_or_the_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)
