"""Build the people of one period, and what they are compared with, from the compact rows of their data file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.review import Benchmark, UnitCosts
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import pathways
from iomsa.framework.model import Framework
from iomsa.outcomes.unit_costs import UNIT_COSTS

Data = Mapping[str, Any]

BLANK = "-"
TOOL = "a made-up tool"
LEVEL_LETTERS = {"n": "none", "s": "some", "S": "serious", "?": "not-known"}


def with_people(framework: Framework, sheet: AnswerSheet, data: Data) -> AnswerSheet:
    """Return the sheet with the people, quarters, prices and benchmark that the data describes."""
    by_on = tuple(data["entered"])
    costs = tuple((each.kind, each.pounds, each.price_year, each.source) for each in UNIT_COSTS)
    prices = tuple((year, number) for year, number in data["prices"].items() if year != "source")
    areas = tuple((name, people, reoffended) for name, people, reoffended in data["benchmark"]["areas"])
    return sheet._replace(
        people=dict(_people(pathways(framework), data["rows"], by_on)),
        quarters={first: Quarter(*row, *by_on) for first, row in data["quarters"].items()},
        follow_up=FollowUp(**data["follow_up"], by=by_on[0], on=by_on[1]),
        unit_costs=UnitCosts(costs, prices, data["prices"]["source"], *by_on),
        benchmark=Benchmark(data["benchmark"]["source"], areas, *by_on),
    )


def _people(known: Sequence[str], rows: Sequence[str], by_on: tuple[str, ...]) -> Iterator[tuple[str, Person]]:
    for position, row in enumerate(rows, start=1):
        said, _, letters = row.partition(" | ")
        ref, entry, start, cohort, left, why, *rest = ("" if word == BLANK else word for word in said.split())
        *windows, first, before, after, predicted, years = rest
        needs = tuple(
            (pathway, LEVEL_LETTERS[entry_now[0]], LEVEL_LETTERS[entry_now[1]])
            for pathway, entry_now in zip(known, letters.split(), strict=True)
        )
        values = (position, entry, start, cohort, left, why.replace("-", " "), *map(_whole, windows))
        found = (first, _whole(before), _whole(after), float(predicted), TOOL, float(years))
        yield ref, Person._make((*values, *found, needs, *by_on))


def _whole(text: str) -> int | None:
    return int(text) if text else None
