"""Periods: what a name such as 2025-26 means, and which names and dates are allowed."""

from __future__ import annotations

import datetime
import re

from iomsa.answers.sheet import Period
from iomsa.answers.text import clean_line
from iomsa.answers.values import shown_date
from iomsa.problems import Problem, Refused, refuse

LONGEST_NAME = 20
_YEARS = r"(\d{4})-(\d{2})"


def make_period(name: str, framework: str, start: str = "", end: str = "") -> Period:
    """Build a period; dates may be left out where the name is like 2026-27. Raise Refused with every problem."""
    name = clean_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise refuse(
            "period.name",
            "period",
            f"a period needs a name of 1 to {LONGEST_NAME} characters, such as 2026-27.",
        )
    meant = dates_of(name)
    if not (start and end) and meant is None:
        raise refuse(
            "period.dates",
            name,
            "say when this period starts and ends; only names like 2026-27 say it by themselves.",
        )
    start, end = start or (meant or ("", ""))[0], end or (meant or ("", ""))[1]
    problems = [
        Problem("period.date", name, f"{typed!r} is not a date; write it as 2026-04-01.")
        for typed in (start, end)
        if not is_date(typed)
    ]
    if not problems and start > end:
        problems.append(Problem("period.order", name, "the period ends before it starts; check both dates."))
    if problems:
        raise Refused(problems)
    return Period(name, start, end, framework)


def dates_of(name: str) -> tuple[str, str] | None:
    """Return first and last day of a year's name: 2025-26 is 1 April 2025 to 31 March 2026."""
    years = re.fullmatch(_YEARS, name)
    if years is None or (int(years[1]) + 1) % 100 != int(years[2]):
        return None
    return f"{years[1]}-04-01", f"{int(years[1]) + 1:04}-03-31"


def span(period: Period) -> str:
    """Say the dates of a period: 1 April 2025 to 31 March 2026."""
    return f"{shown_date(period.start)} to {shown_date(period.end)}"


def is_date(text: str) -> bool:
    """Tell whether the text is an ISO date."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
