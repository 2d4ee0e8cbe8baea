"""The funnel as lines: its limits at any size, for the chart between and beyond the schemes."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from iomsa.outcomes.funnel import Funnel
from iomsa.outcomes.interval import normal_quantile

INNER, OUTER = 0.95, 0.998


class LimitsAt(NamedTuple):
    """Hold the 95 % and the 99.8 % limits of a share at a size."""

    n: float
    inner: tuple[float, float]
    outer: tuple[float, float]


def limits_at(found: Funnel, n: float) -> LimitsAt:
    """Return the limits of a funnel for n people, n > 0; formula and source as for `funnel`."""
    b = found.benchmark
    error = sqrt(b * (1 - b) / n + found.tau_squared)
    inner, outer = (normal_quantile(level) * error for level in (INNER, OUTER))
    return LimitsAt(n, (max(0.0, b - inner), min(1.0, b + inner)), (max(0.0, b - outer), min(1.0, b + outer)))
