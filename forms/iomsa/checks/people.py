"""What can hardly be so in the rows about people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from iomsa.answers.people import Person
from iomsa.answers.period import is_date
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.answers.values import shown_date
from iomsa.checks.finding import CONTRADICTION, QUESTION, QUESTIONS, Finding, of_person
from iomsa.framework.model import Framework
from iomsa.outcomes.gaps import missing_between, missing_words
from iomsa.outcomes.months import months_after
from iomsa.outcomes.reoffending import FOLLOW_UP_MONTHS
from iomsa.scoring.card import Scorecard


def follow_up_before_entry(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about a follow-up that begins before the person joined."""
    for ref, person in sheet.people.items():
        entry, start = _day(person.entry), _day(person.follow_up_start)
        if entry and start and start < entry:
            sentence = (
                f"The follow-up begins on {shown_date(start)}, before the entry on {shown_date(entry)}; correct one of "
                "the two."
            )
            yield of_person("follow-up-before-entry", CONTRADICTION, ref, sentence)


def left_before_entry(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about somebody who left before joining."""
    for ref, person in sheet.people.items():
        entry, left = _day(person.entry), _day(person.left)
        if entry and left and left < entry:
            sentence = f"Left on {shown_date(left)}, before the entry on {shown_date(entry)}; correct one of the two."
            yield of_person("left-before-entry", CONTRADICTION, ref, sentence)


def joined_outside(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about somebody who joined outside the dates between which everybody is meant."""
    follow_up = sheet.follow_up
    if follow_up is None:
        return
    first, last = _day(follow_up.joined_from), _day(follow_up.joined_to)
    for ref, person in sheet.people.items():
        entry = _day(person.entry)
        if entry and ((first and entry < first) or (last and entry > last)):
            side = (
                f"before {shown_date(first)}, from" if first and entry < first else f"after {shown_date(last)}, up to"
            )
            sentence = (
                f"Joined on {shown_date(entry)}, {side} which everybody who joined is meant; correct the date, or the "
                "dates above the list."
            )
            yield of_person("joined-outside", CONTRADICTION, ref, sentence)


def reoffence_outside_year(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about a first reoffence that does not lie within the year of the follow-up."""
    for ref, person in sheet.people.items():
        start, first = _day(person.follow_up_start or person.entry), _day(person.first_reoffence)
        if not (start and first):
            continue
        end = months_after(date.fromisoformat(start), FOLLOW_UP_MONTHS).isoformat()
        if not start <= first < end:
            sentence = (
                f"The first reoffence, {shown_date(first)}, is not within the year from {shown_date(start)}, so it "
                "does not count; correct the date, or say none if there was none in that year."
            )
            yield of_person("reoffence-outside-year", CONTRADICTION, ref, sentence)


def data_to_come(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about data that are said to reach beyond the day on which that was typed."""
    follow_up = sheet.follow_up
    until, typed = (_day(follow_up.data_to), _day(follow_up.on[:10])) if follow_up is not None else ("", "")
    if until and typed and until > typed:
        sentence = (
            f"Offences can't be known up to {shown_date(until)}: that was typed on {shown_date(typed)}. Give the last "
            "day on which they were looked up."
        )
        yield Finding("data-to-come", QUESTIONS, CONTRADICTION, Address("follow-up"), "People", sentence)


def custody_too_long(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about more days in custody than a window has."""
    for ref, person in sheet.people.items():
        longest = max(each or 0 for each in (person.custody_earlier, person.custody_before, person.custody_after))
        if person.window_days is not None and longest > person.window_days:
            sentence = (
                f"{longest} days in custody, but the window has {person.window_days}; count only the days in custody "
                "within the window."
            )
            yield of_person("custody-too-long", CONTRADICTION, ref, sentence)


def seriousness_without_offences(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about the seriousness of offences in a window that has none."""
    for ref, person in sheet.people.items():
        windows = [window for window, serious, offences in _windows(person) if serious and offences == 0]
        if windows:
            sentence = (
                f"No offence in the year {windows[0]}, but a seriousness of {_serious(person, windows[0])}; correct "
                "one of the two."
            )
            yield of_person("seriousness-without-offences", CONTRADICTION, ref, sentence)


def quarters_missing(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about quarters that are missing between others, or have no day at liberty and so no rate."""
    there = [date.fromisoformat(first) for first, each in sheet.quarters.items() if each.days_at_liberty > 0]
    missing = missing_between(there)
    if missing:
        are = "is" if len(missing) == 1 else "are"
        before = max(first for first in there if first < missing[0])
        sentence = (
            f"{missing_words(missing)} {are} missing, or without days at liberty, between quarters that are not, so "
            f"the chart over time has a gap; fill {'it' if len(missing) == 1 else 'them'} in, or leave the gap where "
            "nobody knows."
        )
        address = Address("quarter", before.isoformat())
        yield Finding("quarters-missing", QUESTIONS, QUESTION, address, "Quarters", sentence)


def _windows(person: Person) -> tuple[tuple[str, int | None, int | None], ...]:
    return (
        ("before", person.seriousness_before, person.offences_before),
        ("after", person.seriousness_after, person.offences_after),
    )


def _serious(person: Person, window: str) -> int | None:
    return next(serious for name, serious, _ in _windows(person) if name == window)


def _day(text: str) -> str:
    return text if is_date(text) else ""
