"""A share as a whole percentage, rounded in one way wherever an outcome is told."""

from __future__ import annotations

from math import floor

HAIR = 1e-9
"""A fraction as a float may lie this far under the half that it is: 57 of 200 is 28.5 %, and the float is less."""


def rounded_percent(share: float) -> int:
    """Return a share as a whole percentage, half rounded up, as the ratings round theirs (design, rating rule 4)."""
    return floor(100 * share + 0.5 + HAIR)
