"""Needs by pathway: better, the same or worse, for those who have a need at entry or now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iomsa.outcomes.sign_test import holm, sign_test

LEVELS = ("none", "some", "serious")
"""The levels of a need, from least to most; anything else is not known."""


class Pathway(NamedTuple):
    """Hold how the needs of a pathway changed; p is adjusted for the number of pathways that were tested."""

    of: int
    better: int
    same: int
    worse: int
    not_known: int
    p: float | None = None
    reason: str = ""


def pathways(needs: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, Pathway]:
    """Count each pathway from the levels at entry and now, with sign tests adjusted by Holm's method.

    Not known is not the same: whoever is not known at either end is counted apart. Formulas and sources: as for
    `sign_test` and `holm`.
    """
    counted = {name: _count(pairs) for name, pairs in needs.items()}
    ps = holm([sign_test(each.better, each.worse) for each in counted.values()])
    return {
        name: each._replace(p=p, reason="" if p is not None else _reason(each))
        for (name, each), p in zip(counted.items(), ps, strict=True)
    }


def _count(pairs: Sequence[tuple[str, str]]) -> Pathway:
    better = same = worse = not_known = 0
    for entry, now in pairs:
        if entry not in LEVELS or now not in LEVELS:
            not_known += 1
        elif entry != LEVELS[0] or now != LEVELS[0]:
            change = LEVELS.index(now) - LEVELS.index(entry)
            better, same, worse = better + (change < 0), same + (change == 0), worse + (change > 0)
    return Pathway(better + same + worse, better, same, worse, not_known)


def _reason(pathway: Pathway) -> str:
    if pathway.of == 0:
        return "Nobody is known to have had a need here."
    return "Nobody's need changed, so there is nothing to test."
