"""What the funnel says: where the scheme lies among other areas, in words and as a table."""

from __future__ import annotations

from iomsa.answers.review import Benchmark
from iomsa.outcomes.funnel import Funnel, Place, Scheme, funnel
from iomsa.outcomes.reoffending import Reoffending
from iomsa.scoring.shares import percents
from iomsa_desktop.charts.funnel_layout import Area, Picture
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.outcomes_words import whole

NOT_RANKED = "Areas choose people differently, so this does not rank them."
WITHIN = "within"
LOOK = "Look for the reason: who is chosen, fewer days at liberty, recording, or change."


def schemes_of(benchmark: Benchmark, proven: Reoffending, name: str) -> tuple[Scheme, ...]:
    """Return the areas, ours last where it has a figure."""
    others = tuple(Scheme(area, reoffended, people) for area, people, reoffended in benchmark.areas if people > 0)
    return (*others, Scheme(name, proven.reoffended, proven.n)) if proven.n else others


def funnel_of(benchmark: Benchmark, schemes: tuple[Scheme, ...]) -> Funnel | None:
    """Return the funnel round the share of all other areas together; None where they have nobody."""
    people = sum(area[1] for area in benchmark.areas)
    if not people:
        return None
    return funnel(schemes, sum(area[2] for area in benchmark.areas) / people)


def picture_of(found: Funnel, schemes: tuple[Scheme, ...], name: str, *, own: bool) -> Picture:
    """Return what is painted; the last scheme is ours where `own` says so."""
    last = len(schemes) - 1
    areas = tuple(
        Area(each.n, each.reoffended / each.n, own and place == last, each.name) for place, each in enumerate(schemes)
    )
    return Picture(found, areas, name)


def areas_words(found: Funnel, schemes: tuple[Scheme, ...], *, own: bool) -> str:
    """Say where ours lies, how far areas differ and what this does not do."""
    if not found.places:
        return found.reason
    differ = ""
    if found.phi is not None and found.tau_squared > 0:
        differ = " Areas differ more than chance alone would make them; the limits allow for that."
    benchmark = f"All other areas together: {whole(found.benchmark)} %."
    ours = f"{_ours(found.places[-1], schemes[-1])} " if own else ""
    return f"{ours}{benchmark}{differ}{f' {found.reason}' if found.reason else ''} {NOT_RANKED}"


def areas_rows(found: Funnel, schemes: tuple[Scheme, ...]) -> Rows:
    """Return the table behind the funnel."""
    headings = ("Area", "People", "Reoffended", "Share", "95 % limits", "99.8 % limits", "Lies")
    rows = (
        (
            place.name,
            str(each.n),
            str(each.reoffended),
            f"{whole(place.share)} %",
            percents(place.inner),
            percents(place.outer),
            _where(place),
        )
        for place, each in zip(found.places, schemes, strict=True)
    )
    return Rows(headings, tuple(rows))


def _ours(place: Place, scheme: Scheme) -> str:
    head = f"Here {scheme.reoffended} of {scheme.n} reoffended, {whole(place.share)} %."
    limits = f"Of areas with as many people 95 of 100 would lie within {percents(place.inner)}"
    where = _where(place)
    if where == WITHIN:
        return f"{head} {limits}: nothing outside what is usual."
    return f"{head} {limits}, 998 of 1,000 within {percents(place.outer)}: this is {where} limits. {LOOK}"


def _where(place: Place) -> str:
    for (low, high), level in ((place.outer, "the 99.8 %"), (place.inner, "the 95 %")):
        if place.share > high:
            return f"above {level}"
        if place.share < low:
            return f"below {level}"
    return WITHIN
