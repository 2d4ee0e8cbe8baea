"""How a point over time looks and what is said of it: one function for colour, icon and sentence."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from iomsa.outcomes.signals import Rule

IMPROVEMENT = "improvement"
CONCERN = "concern"
COMMON = "common"

OUTSIDE = "Outside what is usual for this scheme. Look for the reason: fewer people, custody, recording, or change."
USUAL = "Within what is usual for this scheme."
STILL_TO_COME = "Convictions still to come: not compared."
_WORDS = {
    Rule.BEYOND: "beyond the limit",
    Rule.SHIFT: "part of seven or more in a row on one side of the mean",
    Rule.TREND: "part of seven or more in a row going one way",
    Rule.NEAR: "one of two out of three close to the limit",
}


class Mark(NamedTuple):
    """Name a point's colour (improvement: blue, concern: orange, common: grey) and icon, and say what it means."""

    colour: str
    icon: str
    sentence: str


def mark(rules: Set[Rule], distance: float, *, hollow: bool = False, high_is_good: bool = False) -> Mark:
    """Return how a point looks, from the rules that it is part of and its side of the centre.

    The side decides between improvement and concern, as in NHSRplotthedots; a point on the centre itself is neither.
    """
    if hollow:
        return Mark(COMMON, "hollow", STILL_TO_COME)
    if not rules or distance == 0:
        return Mark(COMMON, "common", USUAL)
    high = distance > 0
    colour = IMPROVEMENT if high == high_is_good else CONCERN
    seen = ", ".join(words for rule, words in _WORDS.items() if rule in rules)
    return Mark(colour, f"{colour}-{'high' if high else 'low'}", f"{OUTSIDE} Here: {seen}.")
