"""Rate what sums the places of what stands below it: a standard its key questions, a line and the overall standards."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from iomsa.framework.rules import Limit
from iomsa.scoring.bands import mean_place
from iomsa.scoring.limits import Cap, Held, hold
from iomsa.scoring.ruler import Ruler

Caps = Callable[[int], Iterable[Cap]]


class Summed(NamedTuple):
    """Hold the two ends of a sum over n parts, each with its points and its place after limits."""

    n: int
    points: tuple[int, int]
    low: Held
    high: Held


def add(ruler: Ruler, ends: Iterable[tuple[int, int]], caps: Caps) -> Summed | None:
    """Rate parts that each lie between two places, by the low ends and by the high ends; None without any part.

    `caps` gives the caps at an end, 0 for low and 1 for high. Source: the mean rule of HM Inspectorate of Probation,
    as generally known.
    """
    parts = tuple(ends)
    if not parts:
        return None
    points = sum(low for low, _ in parts), sum(high for _, high in parts)
    low, high = (hold(mean_place(ruler.rules.mean, points[end], len(parts)), caps(end)) for end in (0, 1))
    return Summed(len(parts), points, low, high)


def standard_caps(ruler: Ruler, questions: Mapping[str, tuple[int, int]], end: int) -> Iterator[Cap]:
    """Give the caps on a standard for key questions at a low rating. Source: ours (design, rating rule 3)."""
    for limit in ruler.limits.get("standard", ()):
        of = _at(ruler, limit, questions, end)
        if len(of) >= limit.number:
            yield Cap(limit, ruler.places[limit.at_most], of)


def overall_caps(
    ruler: Ruler, standards: Mapping[str, tuple[int, int]], questions: Mapping[str, tuple[int, int]], end: int
) -> Iterator[Cap]:
    """Give the caps on a line or the overall, of those limits that look only at what stands in it.

    Source: both limits of iom@2026.1 are ours (design, rating rule 6).
    """
    for limit in ruler.limits.get("overall", ()):
        known = standards if limit.kind == "nth-lowest" else questions
        if not all(id in known for id in limit.of):
            continue
        if limit.kind == "nth-lowest":
            rising = sorted(known[id][end] for id in limit.of)
            yield Cap(limit, rising[limit.number - 1], limit.of)
        elif of := _at(ruler, limit, {id: known[id] for id in limit.of}, end):
            yield Cap(limit, ruler.places[limit.at_most], of)


def _at(ruler: Ruler, limit: Limit, parts: Mapping[str, tuple[int, int]], end: int) -> tuple[str, ...]:
    place = ruler.places[limit.rating]
    return tuple(id for id, ends in parts.items() if ends[end] == place)
