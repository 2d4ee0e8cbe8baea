"""How case files were drawn and replaced, who reviewed a file again, and figures kept when their rows are gone."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple


class Draw(NamedTuple):
    """Say how the files were drawn, so that anybody can draw them again.

    `strata` holds the name of each, how many people it has and how many were drawn; `people` the reference and the
    stratum of everybody on the list, empty once they were removed or where a return gave the draw. `margin` is the
    precision that was wanted, in whole points of percent either way, None where a number was chosen. `replaced` counts
    replacements whose own records are gone. `drawn_on` is an ISO date; `times` counts draws from the first.
    """

    seed: str
    drawn_on: str
    strata: tuple[tuple[str, int, int], ...]
    people: tuple[tuple[str, str], ...] = ()
    margin: int | None = None
    times: int = 1
    replaced: int = 0
    by: str = ""
    on: str = ""


class Replaced(NamedTuple):
    """Say why a drawn file left the list and which took its place; empty where its stratum had no other."""

    stratum: str
    replacement: str
    reason: str
    by: str = ""
    on: str = ""


class SecondReview(NamedTuple):
    """Say which agency, by the id of its choice, reviewed a file for the second time."""

    agency: str
    by: str = ""
    on: str = ""


class Figure(NamedTuple):
    """Hold one figure of the outcomes or of the agreement: as text in canonical form, empty where there is none.

    `reason` says why there is none, or what has to be said beside it. Shares are fractions of one.
    """

    id: str
    label: str
    value: str = ""
    low: str = ""
    high: str = ""
    n: str = ""
    reason: str = ""


class KeptFigures(NamedTuple):
    """Keep figures whose rows are not here: from a return, or as they stood when the rows were removed.

    `origin` is FROM_RETURN or REMOVED; `cases` and `people` count the rows that they rest on; `made_on` is an ISO date.
    """

    origin: str
    made_on: str
    cases: int
    people: int
    figures: tuple[Figure, ...]
    by: str = ""
    on: str = ""


FROM_RETURN, REMOVED = "return", "removed"


class UnitCosts(NamedTuple):
    """Hold the scheme's own table of what a crime costs: kind, pounds, price year, source; and an index of prices.

    `prices` pairs a price year with its index number as text, from one source.
    """

    costs: tuple[tuple[str, int, str, str], ...]
    prices: tuple[tuple[str, str], ...] = ()
    prices_source: str = ""
    by: str = ""
    on: str = ""


class Benchmark(NamedTuple):
    """Hold other areas to compare with, and where they are from: name, people followed, how many reoffended."""

    source: str
    areas: tuple[tuple[str, int, int], ...]
    by: str = ""
    on: str = ""
