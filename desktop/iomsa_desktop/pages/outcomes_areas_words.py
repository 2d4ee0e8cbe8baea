"""What the funnel says: where the scheme lies among other areas, in words and as a table."""

from __future__ import annotations

from typing import NamedTuple

from iomsa.answers.review import Benchmark
from iomsa.outcomes.funnel import Funnel, Scheme, limits_at
from iomsa.outcomes.other_areas import NOT_RANKED, others_of
from iomsa.outcomes.reoffending import Reoffending
from iomsa.scoring.shares import percents
from iomsa_desktop.charts.funnel_layout import Area, Picture
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.outcomes_words import whole

WITHIN = "within"
LOOK = "Look for the reason: who is chosen, fewer days at liberty, recording, or change."


class Compared(NamedTuple):
    """Hold the funnel of the other areas, those areas, and ours where it has a figure."""

    found: Funnel
    others: tuple[Scheme, ...]
    ours: Scheme | None

    @property
    def all(self) -> tuple[Scheme, ...]:
        """Return every area, ours last."""
        return (*self.others, self.ours) if self.ours is not None else self.others


def compare(benchmark: Benchmark, proven: Reoffending, name: str) -> Compared | None:
    """Compare with all other areas together; None where they have nobody."""
    compared = others_of(benchmark)
    if compared is None:
        return None
    return Compared(*compared, Scheme(name, proven.reoffended, proven.n) if proven.n else None)


def picture_of(compared: Compared, name: str) -> Picture:
    """Return what is painted."""
    areas = tuple(Area(each.n, each.reoffended / each.n, each is compared.ours, each.name) for each in compared.all)
    return Picture(compared.found, areas, name)


def areas_words(compared: Compared) -> str:
    """Say where ours lies, how far areas differ and what this does not do."""
    found = compared.found
    if not found.has_limits:
        return found.reason
    ours = f"{_ours(found, compared.ours)} " if compared.ours is not None else ""
    together = f"All other areas (the rings) together: {whole(found.benchmark)} %."
    differ = ""
    if found.tau_squared > 0:
        differ = " Areas differ more than chance alone would make them; the limits allow for that."
    return f"{ours}{together}{differ}{f' {found.reason}' if found.reason else ''} {NOT_RANKED}"


def areas_rows(compared: Compared) -> Rows:
    """Return the table behind the funnel."""
    headings = ("Area", "People", "Reoffended", "95 % limits", "99.8 % limits", "Lies")
    return Rows(headings, tuple(_row(compared.found, each) for each in compared.all))


def _row(found: Funnel, scheme: Scheme) -> tuple[str, ...]:
    limits = limits_at(found, scheme.n)
    counts = (str(scheme.n), f"{scheme.reoffended} ({whole(scheme.reoffended / scheme.n)} %)")
    return scheme.name, *counts, percents(limits.inner), percents(limits.outer), _where(found, scheme)


def _ours(found: Funnel, scheme: Scheme) -> str:
    limits = limits_at(found, scheme.n)
    head = f"Here {scheme.reoffended} of {scheme.n} reoffended, {whole(scheme.reoffended / scheme.n)} %."
    usual = f"Of areas with as many people 95 of 100 would lie within {percents(limits.inner)}"
    where = _where(found, scheme)
    if where == WITHIN:
        return f"{head} {usual}: nothing outside what is usual."
    return f"{head} {usual}, 998 of 1,000 within {percents(limits.outer)}: this is {where} limits. {LOOK}"


def _where(found: Funnel, scheme: Scheme) -> str:
    limits, share = limits_at(found, scheme.n), scheme.reoffended / scheme.n
    for (low, high), level in ((limits.outer, "the 99.8 %"), (limits.inner, "the 95 %")):
        if share > high:
            return f"above {level}"
        if share < low:
            return f"below {level}"
    return WITHIN
