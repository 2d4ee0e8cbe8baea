"""The sentences at the head of the people's page: who is meant, how many, who lies outside, and what was kept."""

from __future__ import annotations

import datetime

from iomsa.answers.people import FollowUp
from iomsa.answers.review import REMOVED
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import shown_date
from iomsa.outcomes.reoffending import SETTLED_MONTHS
from iomsa.scoring.words import counted
from iomsa_desktop.models.people_table import is_recent

KEPT = "Figures are here, and no rows about people"
RETURNED = "They came with a return, which never holds a row about a person."
GONE = "The rows were removed on {day}; the totals of {people} were kept."
ANEW = "As soon as people stand on this list, figures are worked out from them instead."


def everyone(sheet: AnswerSheet) -> str:
    """Say who is meant, how many they are, how many have left and how many joined too recently to be counted."""
    said = sheet.follow_up or FollowUp()
    first, last = shown_date(said.joined_from), shown_date(said.joined_to)
    if first and last:
        when = f" between {first} and {last}"
    elif first:
        when = f" on {first} or later"
    else:
        when = f" up to {last}" if last else ""
    head = f"Everyone who joined{when}, whether still on the scheme or not"
    people = sheet.people.values()
    if not people:
        return f"{head}."
    left = sum(bool(person.left) for person in people)
    recent = sum(is_recent(person, said.data_to) for person in people)
    parts = [f"{head}: {counted(len(people), 'person', 'people')}."]
    if left:
        parts.append(f"{left} {'has' if left == 1 else 'have'} left.")
    if recent:
        parts.append(f"{recent} joined less than {SETTLED_MONTHS} months before the last known day, too recently.")
    return " ".join(parts)


def joined_outside(sheet: AnswerSheet) -> int:
    """Count who on the list joined outside the dates; nobody, where these are the wrong way round."""
    said = sheet.follow_up or FollowUp()
    last = said.joined_to or datetime.date.max.isoformat()
    if said.joined_from > last:
        # The dates themselves are wrong, which is said beside them.
        return 0
    return sum(bool(person.entry) and not said.joined_from <= person.entry <= last for person in sheet.people.values())


def outside(sheet: AnswerSheet) -> str:
    """Say how many on the list joined outside the dates; empty where nobody did."""
    out = joined_outside(sheet)
    if not out:
        return ""
    are = "is" if out == 1 else "are"
    whom = counted(out, "person", "people")
    return f"{whom} joined outside these dates and {are} counted all the same. Change the dates, or take them off."


def kept_words(sheet: AnswerSheet) -> str:
    """Say where figures without rows come from; empty where there are rows, or no such figures."""
    kept = sheet.figures
    if kept is None or sheet.people or not kept.people:
        return ""
    people = counted(kept.people, "person", "people")
    where = GONE.format(day=shown_date(kept.made_on), people=people) if kept.origin == REMOVED else RETURNED
    return f"{where} {ANEW}"
