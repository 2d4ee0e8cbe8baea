"""A window of somebody's time: offences, days, days in custody."""

from __future__ import annotations

from typing import NamedTuple

DAYS_A_YEAR = 365.25
FEWEST_DAYS = 30
"""Under so many days at liberty a rate says little; such people are left out, and that is said."""
FEWEST_PEOPLE = 10


class Window(NamedTuple):
    """Hold the offences in a window of so many days, of which some were in custody."""

    offences: int
    days: int
    custody: int = 0

    @property
    def liberty(self) -> int:
        """Return the days at liberty."""
        return max(0, self.days - self.custody)


def long_enough(*windows: Window) -> bool:
    """Tell whether somebody was at liberty for 30 days or more in each window."""
    return all(window.liberty >= FEWEST_DAYS for window in windows)


def too_few(people: int) -> str:
    """Say that there are too few people for a rate; only those who were followed come that far."""
    return (
        f"Too few people: {people} of those followed had {FEWEST_DAYS} days or more at liberty in each year compared, "
        f"{FEWEST_PEOPLE} are needed."
    )
