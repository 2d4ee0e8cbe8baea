"""Read what a person typed into a profile field or a case header: canonical text, or what is wrong with it."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import datetime
import re
from typing import NamedTuple

from iomsa.answers.text import clean, clean_line, too_long
from iomsa.framework.model import Field

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""In our own language: the one of the computer may be another."""
WHOLE_LIMIT = 10**9
_WHOLE = r"\d{1,10}"
_DECIMAL = r"\d{1,9}(\.\d{1,2})?"
_BRITISH_DATE = r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})"


class Typed(NamedTuple):
    """Give the canonical text of what was typed, or a sentence that says what to do."""

    value: str
    wrong: str = ""


def read_field(field: Field, typed: str) -> Typed:
    """Read typed text by the field's kind; empty text is an empty value."""
    line = clean(typed) if field.kind == "long-text" else clean_line(typed)
    if too_long(line):
        return Typed(line, "This text is too long; 32,000 characters are the most.")
    if not line:
        return Typed("")
    return _READERS[field.kind](field, line)


def _text(_: Field, typed: str) -> Typed:
    return Typed(typed)


def _whole(_: Field, typed: str) -> Typed:
    digits = typed.replace(",", "").replace(" ", "")
    if re.fullmatch(_WHOLE, digits) and int(digits) < WHOLE_LIMIT:
        return Typed(str(int(digits)))
    return Typed(typed, "Type a whole number, such as 42.")


def _decimal(_: Field, typed: str) -> Typed:
    digits = typed.replace(",", "").replace(" ", "").removeprefix("£")
    if re.fullmatch(_DECIMAL, digits):
        pounds, part = digits.split(".") if "." in digits else (digits, "")
        part = part.rstrip("0")
        return Typed(f"{int(pounds)}.{part}" if part else str(int(pounds)))
    return Typed(typed, "Type a number with at most two decimals, such as 2.5.")


def _date(_: Field, typed: str) -> Typed:
    british = re.fullmatch(_BRITISH_DATE, typed)
    iso = f"{british[3]}-{int(british[2]):02}-{int(british[1]):02}" if british else typed
    try:
        return Typed(datetime.date.fromisoformat(iso).isoformat())
    except ValueError:
        return Typed(typed, "Type a date, such as 31/03/2026.")


def _choice(field: Field, typed: str) -> Typed:
    for each in field.choices:
        if typed.casefold() in (each.id.casefold(), each.label.casefold()):
            return Typed(each.id)
    return Typed(typed, "Choose one of: " + ", ".join(each.label for each in field.choices) + ".")


def _yes_no(_: Field, typed: str) -> Typed:
    answer = typed.casefold()
    return Typed(answer) if answer in ("yes", "no") else Typed(typed, "Choose yes or no.")


_READERS = {
    "text": _text,
    "long-text": _text,
    "whole": _whole,
    "number": _whole,
    "decimal": _decimal,
    "date": _date,
    "choice": _choice,
    "yes-no": _yes_no,
}


def shown(field: Field, value: str) -> str:
    """Return a canonical value as a person reads it: a choice by its label, a date as 31 March 2026."""
    if field.kind == "choice":
        return next((each.label for each in field.choices if each.id == value), value)
    if field.kind == "date" and value:
        return shown_date(value)
    if field.kind == "yes-no":
        return value.capitalize()
    return value


def shown_date(iso: str) -> str:
    """Return an ISO date as 31 March 2026; text that is no date comes back as it is."""
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
