"""Read and say one value of a person as it stands in a cell, on screen and in every sheet that is handed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from iomsa.answers.people import (
    COLUMNS,
    DATE,
    LEVELS,
    NONE,
    PERCENT,
    REOFFENCE,
    TEXT,
    UNTRACED,
    WHOLE,
    WORD,
    YEARS,
    Person,
)
from iomsa.answers.sheet import LONGEST_REFERENCE
from iomsa.answers.text import plain_line, too_long
from iomsa.framework.find import SERVICES, fields
from iomsa.framework.model import Framework
from iomsa.session.typed_dates import read_date

Value: TypeAlias = "str | int | float | None"
"""Dates and words are text, empty where there is none; numbers are None where there is none."""

REF = "ref"
LARGEST = 1_000_000
AT_ENTRY, NOW = "_entry", "_now"

_DATE = "a date such as 31/03/2025"
_WINDOWS = {
    "earlier": ("earlier year", "the year before the year before the start"),
    "before": ("year before", "the year before the start"),
    "after": ("year after", "the year from the start on"),
}
_SCORE = "The score of the most serious offence, higher for worse, in the year"
_WORDS: Mapping[str, tuple[str, str]] = {
    "entry": ("Joined", "The day of joining the scheme."),
    "follow_up_start": (
        "Follow-up starts",
        "The release, where the person was in custody on joining; empty where the follow-up starts on joining.",
    ),
    "cohort": ("Cohort", "Fixed, flex or free."),
    "left": ("Left", "The day of leaving; empty for people who are still on the scheme."),
    "left_reason": ("Reason for leaving", "In a few words that don't say who the person is."),
    "window_days": ("Days in a window", "How long each of the three windows is: 365 for a year."),
    **{
        f"{name}_{window}": (f"{label}, {words}", f"{hint}, in {year}.")
        for window, (words, year) in _WINDOWS.items()
        for name, label, hint in (
            ("offences", "Offences", "Proven offences by the day they were committed"),
            ("custody", "Days in custody", "Days that the person could not offend in the community"),
        )
    },
    "first_reoffence": (
        "First reoffence",
        "The first offence within a year of the start that led to a conviction or caution within 18 months.",
    ),
    "seriousness_before": ("Seriousness, year before", f"{_SCORE} before the start."),
    "seriousness_after": ("Seriousness, year after", f"{_SCORE} from the start on."),
    "predicted": ("Predicted, %", "The chance of reoffending that the tool gave at the start, as a percentage."),
    "predicted_tool": ("Tool that predicted", "The name of the tool."),
    "predicted_years": ("Years predicted", "For how many years the tool predicts: 1 or 2."),
}


class Cell(NamedTuple):
    """Describe one column about people: its name in every file, what people call it, and what may stand in it."""

    name: str
    label: str
    hint: str
    kind: str
    choices: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """Say what may stand in it: a date such as 31/03/2025."""
        if self.kind == WORD:
            shown = [choice_label(choice) for choice in self.choices]
            return f"{', '.join(shown[:-1])} or {shown[-1]}"
        return _EXPECTED[self.kind]


class Reading(NamedTuple):
    """Give what a cell says, or a sentence that says what to do."""

    value: Value
    wrong: str = ""


def person_columns(framework: Framework) -> tuple[Cell, ...]:
    """List the columns about a person behind the reference, in their order; the needs come last, by pathway."""
    needs = (
        Cell(f"{field.id.removeprefix(SERVICES)}{end}", f"{field.label}, {words}", hint, WORD, LEVELS)
        for field in fields(framework)
        if field.id.startswith(SERVICES)
        for end, words, hint in (
            (AT_ENTRY, "at entry", "How large this need was on joining; not known is not the same as none."),
            (NOW, "now", "How large it is now, or was on leaving; not known is not the same as none."),
        )
    )
    return (*(Cell(each.name, *_WORDS[each.name], each.kind, each.choices) for each in COLUMNS), *needs)


def read_cell(column: Cell, text: str) -> Reading:
    """Read what somebody typed or pasted; empty text is an empty value."""
    line = plain_line(text)
    if not line:
        return Reading("" if column.kind in {DATE, REOFFENCE, WORD, TEXT} else None)
    value = _choice(column, line) if column.kind == WORD else _READERS[column.kind](line)
    return Reading(value) if value not in ("", None) else Reading(value, f"Give {column.expected}.")


def read_reference(text: str) -> Reading:
    """Read the reference that the scheme invented."""
    line = plain_line(text)
    if not line:
        return Reading("", "Give the reference that your scheme invented for this person.")
    if len(line) > LONGEST_REFERENCE:
        return Reading("", f"A reference has at most {LONGEST_REFERENCE} characters.")
    return Reading(line)


def cell_value(column: Cell, person: Person) -> Value:
    """Return the value of a person in a column."""
    if column.name in Person._fields:
        found: Value = getattr(person, column.name)
        return found
    pathway, end = need_of(column.name)
    return next((pair[end == NOW] for name, *pair in person.needs if name == pathway), "")


def cell_text(column: Cell, value: Value) -> str:
    """Return a value as it stands in a cell: a date as 31/03/2025, a number without .0, not-known in two words."""
    if value is None:
        return ""
    if isinstance(value, str):
        if column.kind in {DATE, REOFFENCE} and read_date(value):
            return f"{value[8:]}/{value[5:7]}/{value[:4]}"
        return choice_label(value) if column.kind == WORD else value
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def need_of(name: str) -> tuple[str, str]:
    """Return the pathway that a column of a need is about, and whether at entry or now."""
    end = AT_ENTRY if name.endswith(AT_ENTRY) else NOW
    return name.removesuffix(end), end


def choice_label(choice: str) -> str:
    """Return a choice as people write it."""
    return choice.replace("-", " ")


def _choice(column: Cell, line: str) -> str:
    wanted = line.casefold().replace("-", " ")
    return next((choice for choice in column.choices if choice_label(choice) == wanted), "")


def _whole(line: str) -> int | None:
    found = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?", line)
    number = int(found[1].replace(",", "")) if found else -1
    return number if 0 <= number <= LARGEST else None


def _percent(line: str) -> float | None:
    number = _number(line.removesuffix("%").rstrip(), 100)
    # A cell that shows 62 % holds 0.62; nobody on such a scheme has a chance below one in a hundred.
    return None if number is not None and 0 < number < 1 else number


def _number(line: str, most: int) -> float | None:
    number = float(line) if re.fullmatch(r"\d{1,3}(\.\d{1,9})?", line) else -1.0
    return number if 0 <= number <= most else None


def _reoffence(line: str) -> str:
    return line.casefold() if line.casefold() in {NONE, UNTRACED} else read_date(line)


_READERS: Mapping[str, Callable[[str], Value]] = {
    DATE: read_date,
    REOFFENCE: _reoffence,
    WHOLE: _whole,
    PERCENT: _percent,
    YEARS: lambda line: _number(line, 10),
    TEXT: lambda line: "" if too_long(line) else line,
}
_EXPECTED = {
    DATE: _DATE,
    REOFFENCE: f"{_DATE}, {NONE} or {UNTRACED}",
    WHOLE: "a whole number, 0 or more",
    PERCENT: "a percentage from 0 to 100, such as 62.5",
    YEARS: "a number of years, such as 1 or 2",
    TEXT: "a shorter text",
}
