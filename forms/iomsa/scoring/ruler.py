"""The ratings of a framework as places 0, 1, 2 ..., so that rules compare whole numbers and sentences find labels."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Mapping
from typing import NamedTuple

from iomsa.framework.model import Framework
from iomsa.framework.rules import Limit, Rules
from iomsa.scoring.card import Rated


class Ruler(NamedTuple):
    """Measure ratings: ids and labels by place, place by id, the rules and their limits by level.

    A place is also the points of a rating; `top` is the best place and the most points of a prompt.
    """

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    places: Mapping[str, int]
    rules: Rules
    limits: Mapping[str, tuple[Limit, ...]]

    @property
    def top(self) -> int:
        """Return the best place."""
        return len(self.ids) - 1

    def ends(self, rated: Rated) -> tuple[int, int] | None:
        """Return the places between which a rating may still lie, twice the same once it is one; None without any."""
        if rated.range is not None:
            return self.places[rated.range[0]], self.places[rated.range[1]]
        if rated.rating is not None:
            return self.places[rated.rating], self.places[rated.rating]
        return None


def ruler_of(framework: Framework) -> Ruler:
    """Return the ruler of a framework."""
    levels = {each.applies for each in framework.rules.limits}
    return Ruler(
        tuple(each.id for each in framework.ratings),
        tuple(each.label for each in framework.ratings),
        {each.id: place for place, each in enumerate(framework.ratings)},
        framework.rules,
        {level: tuple(each for each in framework.rules.limits if each.applies == level) for level in levels},
    )
