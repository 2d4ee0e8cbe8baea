"""People who never were: offences with a spread of rates between them, and unequal custody."""

from __future__ import annotations

from math import exp
from random import Random

from iomsa.outcomes.exposure import Window

SHAPE = 1.5
"""The shape of the gamma that rates are drawn from: the variance of a count of 3 is 9, three times Poisson's."""


def poisson(chance: Random, mean: float) -> int:
    count, left = 0, exp(-mean)
    product = chance.random()
    while product > left:
        count += 1
        product *= chance.random()
    return count


def window(chance: Random, rate: float, custody: float) -> Window:
    """Draw a year at this yearly rate at liberty; this share of it at most was in custody."""
    inside = int(365 * custody * chance.random())
    return Window(poisson(chance, rate * (365 - inside) / 365), 365, inside)


def pair(chance: Random, ratio: float, mean: float = 4.0) -> tuple[Window, Window]:
    """Draw a year before and one after at this ratio of rates, with more custody before than after."""
    rate = chance.gammavariate(SHAPE, mean / SHAPE)
    return window(chance, rate, 0.8), window(chance, rate * ratio, 0.4)
