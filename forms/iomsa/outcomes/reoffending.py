"""Proven reoffending as the Ministry of Justice defines it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from iomsa.outcomes.interval import wilson
from iomsa.outcomes.months import months_after

FOLLOW_UP_MONTHS = 12
SETTLED_MONTHS = 18
"""A year in which to offend and six months in which to be convicted or cautioned for it."""
DROP_OUT = 10
CAUTION = 30

Reoffence = date | Literal["none", "untraced"] | None


class Followed(NamedTuple):
    """Hold when following somebody up began and their first reoffence within the year; None where not filled in."""

    start: date | None
    first_reoffence: Reoffence
    left: bool = False


class Reoffending(NamedTuple):
    """Hold how many of those followed long enough reoffended, and who could not be counted."""

    n: int
    reoffended: int
    rate: float | None
    interval: tuple[float, float] | None
    too_recent: int
    left: int
    untraced: int
    not_known: int
    reason: str = ""
    cautions: tuple[str, ...] = ()


def settled(start: date, data_to: date) -> bool:
    """Tell whether the data reach at least 18 calendar months (day clipped) after following up began.

    Source: as for `reoffending`.
    """
    return data_to >= months_after(start, SETTLED_MONTHS)


def reoffended(start: date, first: date) -> bool:
    """Tell whether an offence lies within the year that begins with the start."""
    return start <= first < months_after(start, FOLLOW_UP_MONTHS)


def reoffending(people: Iterable[Followed], data_to: date) -> Reoffending:
    """Return the share of those followed long enough who reoffended, with its Wilson interval.

    Definition: an offence within one year of the start that led to a conviction or caution within 18 months of it;
    somebody counts when the data reach 18 months. Those who left the scheme count like the others. Source: Ministry of
    Justice, Guide to proven reoffending statistics.
    """
    n = count = too_recent = left = untraced = not_known = 0
    for start, first, gone in people:
        left += gone
        if start is None:
            not_known += 1
        elif not settled(start, data_to):
            too_recent += 1
        elif first == "untraced":
            untraced += 1
        elif first is None:
            not_known += 1
        else:
            n += 1
            count += isinstance(first, date) and reoffended(start, first)
    everybody = n + too_recent + untraced + not_known
    cautions = _cautions(n, left, everybody, untraced + not_known)
    if n == 0:
        reason = _why_nobody(untraced, not_known)
        return Reoffending(0, 0, None, None, too_recent, left, untraced, not_known, reason, cautions)
    return Reoffending(n, count, count / n, wilson(count, n), too_recent, left, untraced, not_known, "", cautions)


def _why_nobody(untraced: int, not_known: int) -> str:
    if untraced and not_known:
        return "Of those who joined long enough ago nobody is both traced and filled in."
    if untraced:
        return "Of those who joined long enough ago nobody could be traced."
    if not_known:
        return "Of those who joined long enough ago it is filled in for nobody whether they reoffended."
    return "Nobody has been followed for the 18 months that a settled figure needs."


def _cautions(n: int, left: int, everybody: int, lost: int) -> tuple[str, ...]:
    found = []
    if 0 < n < CAUTION:
        found.append(f"Fewer than {CAUTION} people: one or two of them move this figure a long way.")
    if 100 * lost > DROP_OUT * (n + lost):
        found.append(
            f"{lost} of {n + lost} could not be followed up, more than {DROP_OUT} %: "
            "those who are missing may differ from those who are counted."
        )
    if 100 * left > DROP_OUT * everybody:
        found.append(
            f"{left} of {everybody} have left the scheme, more than {DROP_OUT} %: "
            "check that each was followed up to the end."
        )
    return tuple(found)
