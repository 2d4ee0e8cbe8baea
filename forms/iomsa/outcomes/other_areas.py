"""Where a scheme lies among other areas: its share beside the limits that areas of its size lie within."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iomsa.answers.review import Benchmark, Figure
from iomsa.outcomes.figure import count, figure, said, share
from iomsa.outcomes.funnel import Funnel, Scheme, funnel, limits_at
from iomsa.outcomes.reoffending import Reoffending

NAME = "other_areas"
NO_AREAS = "There are no figures of other areas to compare with."
NOT_RANKED = "Areas choose people differently, so this does not rank them."


class OtherAreas(NamedTuple):
    """Hold the other areas together, the variance between them beyond chance, and the limits at our size.

    `share` is ours. What can't be had is None, and the reason says why.
    """

    areas: int = 0
    people: int = 0
    benchmark: float | None = None
    tau_squared: float | None = None
    share: float | None = None
    n: int = 0
    limits_95: tuple[float, float] | None = None
    limits_998: tuple[float, float] | None = None
    reason: str = ""


def others_of(given: Benchmark | None) -> tuple[Funnel, tuple[Scheme, ...]] | None:
    """Return the funnel round all other areas together, and those areas; None where they have nobody.

    Ours has no part in how wide the limits are: an area far out would draw them after it. Source: as for `funnel`.
    """
    others = tuple(Scheme(name, again, people) for name, people, again in (given.areas if given else ()) if people > 0)
    if not others:
        return None
    return funnel(others, sum(each.reoffended for each in others) / sum(each.n for each in others)), others


def other_areas(given: Benchmark | None, proven: Reoffending) -> OtherAreas:
    """Compare with all other areas together.

    Formulas and sources: as for `others_of`, `limits_at`.
    """
    compared = others_of(given)
    if compared is None:
        return OtherAreas(reason=NO_AREAS)
    found, others = compared
    people = sum(each.n for each in others)
    here = OtherAreas(len(others), people, found.benchmark, found.tau_squared, proven.rate, proven.n, None, None)
    if not found.has_limits:
        return here._replace(tau_squared=None, reason=found.reason)
    if proven.rate is None:
        return here._replace(reason=said(proven.reason, found.reason))
    limits = limits_at(found, proven.n)
    return here._replace(limits_95=limits.inner, limits_998=limits.outer, reason=found.reason)


def area_figures(found: OtherAreas) -> Iterator[Figure]:
    """Yield the figures of the comparison; nothing without other areas."""
    if not found.areas:
        return
    why = said(found.reason, NOT_RANKED)
    yield count(f"{NAME}.areas", "Other areas to compare with", found.areas)
    yield share(f"{NAME}.benchmark", "Share who reoffended in all of them", found.benchmark, None, found.people)
    yield figure(f"{NAME}.tau_squared", "Variance between them beyond chance", found.tau_squared, found.reason)
    both = (("limits_95", "95 of 100", found.limits_95), ("limits_998", "998 of 1,000", found.limits_998))
    for id, of, limits in both:
        label = f"Share here, beside the ends that {of} areas with as many people would lie within"
        yield share(f"{NAME}.{id}", label, found.share if limits else None, limits, found.n, why)
