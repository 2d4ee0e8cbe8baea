"""What can hardly be so in how somebody was followed: the reoffence beside the offences, and custody throughout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from iomsa.answers.people import NONE, Person
from iomsa.answers.period import is_date
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import shown_date
from iomsa.checks.finding import CONTRADICTION, QUESTION, Finding, of_person
from iomsa.framework.model import Framework
from iomsa.outcomes.reoffending import reoffended
from iomsa.scoring.card import Scorecard
from iomsa.scoring.words import counted

YEAR, LONGEST_YEAR = 365, 366


def reoffence_without_offences(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about a first reoffence in a window that has no offence: it would count as less often than before."""
    for ref, person in sheet.people.items():
        start, first = _start(person), _day(person.first_reoffence)
        if start is None or first is None or person.offences_after != 0 or not person.window_days:
            continue
        if reoffended(start, first) and (first - start).days < person.window_days:
            sentence = (
                f"The first reoffence is on {shown_date(person.first_reoffence)}, but the year after has no offence; "
                "correct one of the two."
            )
            yield of_person("reoffence-without-offences", CONTRADICTION, ref, sentence)


def offences_without_reoffence(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about offences within the year of somebody who is said not to have reoffended in it."""
    for ref, person in sheet.people.items():
        within = person.window_days is not None and person.window_days <= LONGEST_YEAR
        if person.first_reoffence == NONE and within and person.offences_after:
            sentence = (
                f"{counted(person.offences_after, 'offence')} in the year after, but no first reoffence; give the day "
                "of the first that led to a conviction or caution within 18 months, if one did."
            )
            yield of_person("offences-without-reoffence", QUESTION, ref, sentence)


def custody_throughout(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about somebody followed from joining who could not offend at all: the follow-up begins with the release."""
    for ref, person in sheet.people.items():
        days, custody = person.window_days or 0, person.custody_after or 0
        if 0 < days == custody and _day(person.entry) is not None and not person.follow_up_start:
            sentence = (
                f"In custody throughout the {days} days after joining; if that began before joining, give the release "
                "as the start of the follow-up. While there is none, give the day up to which offences are known, so "
                "that nobody counts who could not offend."
            )
            yield of_person("custody-throughout", QUESTION, ref, sentence)


def not_a_year(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about windows of another length than a year, which every word about them says they are."""
    other = {ref: days for ref, person in sheet.people.items() if not _is_year(days := person.window_days)}
    if other:
        ref, days = next(iter(other.items()))
        sentence = (
            f"{counted(len(other), 'person has', 'people have')} windows of another length than a year, this one the "
            f"first with {counted(days or 0, 'day')}; the words say “year” throughout. Give the offences and days in "
            "custody of 365 days, or 366 with a leap day."
        )
        yield of_person("window-not-a-year", QUESTION, ref, sentence)


def _is_year(days: int | None) -> bool:
    return days is None or YEAR <= days <= LONGEST_YEAR


def _start(person: Person) -> date | None:
    return _day(person.follow_up_start or person.entry)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if is_date(text) else None
