"""What the profile leaves open, and where its figures and dates don't fit together."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.period import is_date, span
from iomsa.answers.progress import item_done
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.answers.values import shown_date
from iomsa.checks.finding import CONTRADICTION, OPEN, QUESTIONS, Finding
from iomsa.framework.find import item_of_field
from iomsa.framework.model import Framework, ProfileItem
from iomsa.scoring.card import Scorecard
from iomsa.scoring.words import opening

YEARS_BACK, YEARS_ON = 20, 2
"""A date further from the period than this is taken for a slip of the pen."""


def open_items(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for required items; those whose first gap has a rule of its own are left to it."""
    elsewhere = {framework.roles.scheme_name, *framework.roles.agreed_by}
    for item in framework.profile:
        gaps = [] if not item.required or item_done(sheet, item) else _gaps(sheet, item)
        if gaps and gaps[0] not in elsewhere:
            labels = [field.label for field in item.fields if field.id in gaps and field.label]
            missing = f" Missing: {', '.join(labels)}." if labels and len(item.fields) > 1 else ""
            yield _finding(
                "profile-open",
                OPEN,
                gaps[0],
                item.label,
                f"This is required and still open.{missing} Fill it in, or say that it is not known.",
            )


def not_agreed(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for each agency that has not agreed the answers."""
    for id in framework.roles.agreed_by:
        item = item_of_field(framework, id)
        if item is not None and not _value(sheet, id):
            heading = f"Not {opening(item.label)}"
            sentence = f'The return will be headed "{heading}"; type the name of the person who agrees.'
            yield _finding("not-agreed", OPEN, id, item.label, sentence)


def sums(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about parts that are all known and don't make their total."""
    for item in framework.profile:
        total = _value(sheet, item.sums_to) if item.sums_to else ""
        parts = [_value(sheet, field.id) for field in item.fields]
        if not total.isdecimal() or not all(part.isdecimal() for part in parts):
            continue
        made = sum(map(int, parts))
        if made != int(total):
            whole = item_of_field(framework, item.sums_to)
            name = whole.label if whole else item.sums_to
            sentence = (
                f'The parts make {made}, but "{name}" says {total}; correct one, or put the rest under not recorded.'
            )
            yield _finding("sum-differs", CONTRADICTION, item.fields[0].id, item.label, sentence)


def fewer_people_than_cases(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about more case files than there are people."""
    id = framework.roles.people
    item, total = item_of_field(framework, id), _value(sheet, id)
    listed = len(sheet.cases) or (sheet.returned_cases.listed if sheet.returned_cases else 0)
    if item is not None and total.isdecimal() and int(total) < listed:
        sentence = f"{total} people, but {listed} case files are on the list; correct one of the two."
        yield _finding("fewer-people-than-cases", CONTRADICTION, id, item.label, sentence)


def census(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about a census day that lies outside the period."""
    id = framework.roles.census
    item, day, period = item_of_field(framework, id), _day(sheet, id), sheet.period
    if item is not None and day and not period.start <= day <= period.end:
        sentence = f"{shown_date(day)} is not in the period, which runs from {span(period)}; check the date."
        yield _finding("census-outside-period", CONTRADICTION, id, item.label, sentence)


def agreed_before(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about answers that were agreed before the period began."""
    for item in filter(None, (item_of_field(framework, id) for id in framework.roles.agreed_by)):
        for field in item.fields:
            day = _day(sheet, field.id) if field.kind == "date" else ""
            if day and day < sheet.period.start:
                sentence = (
                    f"{shown_date(day)} is before the period begins on {shown_date(sheet.period.start)};"
                    " check the date."
                )
                yield _finding("agreed-before-period", CONTRADICTION, field.id, item.label, sentence)


def far_dates(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about dates that are many years away from the period."""
    if not is_date(sheet.period.start) or not is_date(sheet.period.end):
        return
    first, last = int(sheet.period.start[:4]) - YEARS_BACK, int(sheet.period.end[:4]) + YEARS_ON
    for item in framework.profile:
        for field in item.fields:
            day = _day(sheet, field.id) if field.kind == "date" else ""
            if day and field.id != framework.roles.census and not first <= int(day[:4]) <= last:
                sentence = f"{shown_date(day)} is far away from this period; check the year."
                yield _finding("date-far-off", CONTRADICTION, field.id, item.label, sentence)


def _gaps(sheet: AnswerSheet, item: ProfileItem) -> list[str]:
    return [
        field.id for field in item.fields if not field.optional and not item_done(sheet, item._replace(fields=(field,)))
    ]


def _value(sheet: AnswerSheet, id: str) -> str:
    found = sheet.profile.get(id)
    return found.value if found is not None else ""


def _day(sheet: AnswerSheet, id: str) -> str:
    value = _value(sheet, id)
    return value if is_date(value) else ""


def _finding(code: str, kind: str, field: str, place: str, sentence: str) -> Finding:
    return Finding(code, QUESTIONS, kind, Address("profile", field), place, sentence)
