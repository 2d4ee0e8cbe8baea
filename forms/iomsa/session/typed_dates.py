"""Read a date or a quarter as people in Britain type it, or a spreadsheet writes it: the day first, never guessed."""

from __future__ import annotations

import datetime
import re

from iomsa.answers.values import MONTHS

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO = rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_TIME}"
_NUMBERS = rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}"
_WORDS = r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})"
_YEAR_FIRST = r"(\d{4})(?:-(\d{2}))? ?Q([1-4])"
_QUARTER_FIRST = r"Q([1-4]) ?(\d{4})(?:-(\d{2}))?"
_SPAN = r"([A-Za-z]{3,9})\.? ?(?:-|to|\u2013) ?([A-Za-z]{3,9})\.? (\d{4})"


def read_date(text: str) -> str:
    """Return the ISO date of 2024-12-31, 31/12/2024, 31.12.24 or 31 Dec 2024; empty for anything else.

    A time of day is left away, and a year of two digits is one of this century: nobody here was born in it.
    """
    text = " ".join(text.split())
    if found := re.fullmatch(_ISO, text):
        return _date(found[1], int(found[2]), found[3])
    if found := re.fullmatch(_NUMBERS, text):
        return _date(found[4], int(found[3]), found[1])
    if found := re.fullmatch(_WORDS, text):
        return _date(found[3], _month(found[2]), found[1])
    return ""


def read_quarter(text: str) -> str:
    """Return the ISO date of the first day of a quarter; empty for anything else.

    Understood are that day, 2025 Q2 (the second of the calendar year), 2025-26 Q1 (the first of the financial year,
    which begins in April) and Apr-Jun 2025.
    """
    text = " ".join(text.split())
    day = read_date(text)
    if day:
        return day if day.endswith("-01") and int(day[5:7]) % 3 == 1 else ""
    if found := re.fullmatch(_YEAR_FIRST, text, re.IGNORECASE):
        return _quarter(found[1], found[2], int(found[3]))
    if found := re.fullmatch(_QUARTER_FIRST, text, re.IGNORECASE):
        return _quarter(found[2], found[3], int(found[1]))
    if found := re.fullmatch(_SPAN, text, re.IGNORECASE):
        first, last = _month(found[1]), _month(found[2])
        return _date(found[3], first, "1") if first % 3 == 1 and last == first + 2 else ""
    return ""


def _quarter(year: str, next_year: str | None, number: int) -> str:
    if next_year is None:
        return _date(year, 3 * number - 2, "1")
    if (int(year) + 1) % 100 != int(next_year):
        return ""
    return _date(str(int(year) + (number == 4)), 3 * number % 12 + 1, "1")


def _month(name: str) -> int:
    """Return the number of a month by its name or the beginning of it, 0 for anything else."""
    wanted = name.casefold()
    found = (number for number, month in enumerate(MONTHS, start=1) if month.casefold().startswith(wanted))
    return 9 if wanted == "sept" else next(found, 0)


def _date(year: str, month: int, day: str) -> str:
    try:
        return datetime.date(int(year) + (2000 if len(year) == 2 else 0), month, int(day)).isoformat()
    except ValueError:
        return ""
