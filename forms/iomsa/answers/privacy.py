"""Point out text that looks as if it could identify a person; a hint, never a ban."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

NAME_WORDS = range(2, 5)
"""So many words, each a capital with letters behind it, look like a name where a reference is meant."""
YOUNGEST, OLDEST = 12, 100
"""A full date is taken for a date of birth if someone born then would be between these ages, in years."""


class Hint(NamedTuple):
    """Say what a stretch of text looks like, and where it stands: `text[start:end]`."""

    what: str
    start: int
    end: int


_START, _END = r"(?<![\w/])", r"(?![\w/])"
_PLAIN = (
    ("a PNC ID", rf"{_START}(?:(?:19|20)\d\d|\d\d)/\d{{3,7}}[A-HJ-NP-RT-Z]{_END}"),
    ("a prison number", rf"{_START}[A-Z]\d{{4}}[A-Z]{{2}}{_END}"),
    ("a probation case reference (CRN)", rf"{_START}[A-Z]\d{{6}}{_END}"),
    (
        "a National Insurance number",
        rf"{_START}(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d\d){{3}} ?[A-D]{_END}",
    ),
    (
        "a telephone number",
        rf"(?<![\w+/])(?:\+44[ -]?(?:\(0\))?[ -]?|\(?0)[1-9](?:[ ()-]{{0,2}}\d){{8,9}}{_END}",
    ),
)
_PATTERNS = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in _PLAIN)
_NHS = re.compile(rf"{_START}\d{{3}}[ -]?\d{{3}}[ -]?\d{{4}}{_END}")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>\d\d?|(?:{'|'.join(_MONTHS)})[a-z]*)"
_DATES = (
    re.compile(
        rf"{_START}(?P<day>\d\d?)(?:st|nd|rd|th)?[ ./-]{{1,2}}{_MONTH}[ ./,-]{{1,2}}(?P<year>\d{{4}}){_END}", re.I
    ),
    re.compile(rf"{_START}(?P<year>\d{{4}})[./-]{_MONTH}[./-](?P<day>\d\d?){_END}", re.I),
)
_CUED = re.compile(
    rf"\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth)[ :=-]{{0,4}}(?P<date>\d\d?[ ./-]{_MONTH}[ ./-]\d{{2,4}}){_END}",
    re.I,
)


def look_for_personal(text: str, year: int) -> tuple[Hint, ...]:
    """Return what looks like a PNC ID, prison, CRN, NHS, NI or telephone number or a date of birth, by place.

    `year` is the one that is judged: dates of birth are told from other dates by the age they would give.
    """
    found = sorted((*_numbers(text), *_births(text, year)), key=lambda hint: (hint.start, -hint.end))
    kept: list[Hint] = []
    for hint in found:
        if not kept or hint.start >= kept[-1].end:
            kept.append(hint)
    return tuple(kept)


def like_a_name(ref: str) -> bool:
    """Tell whether a reference looks like the name of a person."""
    parts = re.sub(r"[,.'’-]", "", ref).split()
    return len(parts) in NAME_WORDS and all(part.isalpha() and part[0].isupper() for part in parts)


def _numbers(text: str) -> Iterator[Hint]:
    for what, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Hint(what, *match.span())
    for match in _NHS.finditer(text):
        if _is_nhs(re.sub(r"\D", "", match[0])):
            yield Hint("an NHS number", *match.span())


def _is_nhs(digits: str) -> bool:
    # The last digit checks the others: weights 10 to 2, modulus 11 (NHS Data Dictionary, NHS number).
    rest = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(set(digits)) > 1 and (11 - rest) % 11 == int(digits[9])


def _births(text: str, year: int) -> Iterator[Hint]:
    for match in _CUED.finditer(text):
        yield Hint("a date of birth", *match.span("date"))
    for pattern in _DATES:
        for match in pattern.finditer(text):
            born = int(match["year"])
            if year - OLDEST <= born <= year - YOUNGEST and _is_day(match["day"], match["month"], born):
                yield Hint("a date of birth", *match.span())


def _is_day(day: str, month: str, year: int) -> bool:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        datetime.date(year, number, int(day))
    except ValueError:
        return False
    return True
