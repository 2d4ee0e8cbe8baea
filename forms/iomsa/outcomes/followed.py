"""How many people were followed long enough, told without working any figure out: the task list asks at every step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from iomsa.answers.people import UNTRACED, Person
from iomsa.outcomes.months import months_after
from iomsa.outcomes.reoffending import SETTLED_MONTHS, settled


class FollowedSoFar(NamedTuple):
    """Count those who were followed to the end, and those of whom something is still to be filled in."""

    followed: int = 0
    to_fill_in: int = 0


def followed_so_far(people: Iterable[Person], data_to: str) -> FollowedSoFar:
    """Count people, given the ISO day up to which offences are known; the same people as `reoffending` counts.

    Somebody without a start counts as to be filled in; nobody is followed to the end while that day is empty.
    """
    last = latest_start(date.fromisoformat(data_to)).isoformat() if data_to else ""
    followed = to_fill_in = 0
    for person in people:
        start = person.follow_up_start or person.entry
        if not start or (start <= last and not person.first_reoffence):
            to_fill_in += 1
        elif start <= last and person.first_reoffence != UNTRACED:
            followed += 1
    return FollowedSoFar(followed, to_fill_in)


def latest_start(data_to: date) -> date:
    """Return the last day on which following somebody up can have begun for the data to reach 18 calendar months."""
    # A later start never settles earlier, so the first that does, counted back from beyond, is the last.
    day = months_after(data_to, -SETTLED_MONTHS) + timedelta(4)
    while not settled(day, data_to):
        day -= timedelta(1)
    return day
