"""How far a share from a drawn sample may lie from that of everybody on the list."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from iomsa.outcomes.interval import Z_95

NEAR = 0.6
"""The share that a precision is said for: near the bands of the ratings."""


def half_width(strata: Iterable[tuple[int, int]]) -> float:
    """Return half the width of the 95 % interval of a share near 60 %, as a fraction; strata are people and drawn.

    Formula: z sqrt(sum W² p(1-p)/n (N-n)/(N-1)), W the part of all people that a stratum has. Source: Cochran (1977),
    3.2 for one stratum and chapter 5 for several. 0 where all are drawn; every stratum with people has some drawn.
    """
    sizes = [(people, drawn) for people, drawn in strata if people]
    whole = sum(people for people, _ in sizes)
    variance = sum(
        (people / whole) ** 2 * NEAR * (1 - NEAR) / drawn * (people - drawn) / (people - 1)
        for people, drawn in sizes
        if drawn < people
    )
    return Z_95 * sqrt(variance)
