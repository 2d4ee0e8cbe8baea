"""All figures of a period as it stands: worked out where the rows are here, else those that were kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from iomsa.answers.review import Figure
from iomsa.answers.sheet import AnswerSheet
from iomsa.outcomes.figures import AGREEMENT, of_agreement, of_outcomes
from iomsa.outcomes.other_areas import NAME as OTHER_AREAS
from iomsa.outcomes.reviewed_twice import reviewed_twice
from iomsa.outcomes.time_figures import OVER_TIME
from iomsa.outcomes.work_out import work_out

BREAK_EVEN = "break_even"

_ORDER = (
    "people",
    "proven_reoffending",
    "frequency",
    "seriousness",
    "frequency_all",
    "seriousness_all",
    "rate_ratio",
    "observed_predicted",
    "could_show",
    "regression_to_mean",
    "pathways",
    BREAK_EVEN,
    OVER_TIME,
    OTHER_AREAS,
    AGREEMENT,
)
"""The order of the groups, whichever of them were kept."""


def all_figures(sheet: AnswerSheet, asked: Sequence[str], pathways: Mapping[str, str]) -> tuple[Figure, ...]:
    """Return the figures of a period; nothing where nothing of the kind was filled in.

    `asked` are the ids of the case questions, `pathways` the pathways of needs by id, in the framework's words. Figures
    that were kept stand in for rows that are not here, group by group.
    """
    live = (*_outcomes(sheet, pathways), *_agreement(sheet, asked))
    here = {group(each.id) for each in live} | ({AGREEMENT} if sheet.cases else set())
    kept = sheet.figures.figures if sheet.figures is not None else ()
    if sheet.people:
        kept = tuple(each for each in kept if group(each.id) == AGREEMENT)
    found = (*live, *(each for each in kept if group(each.id) not in here))
    return tuple(sorted(found, key=_place))


def group(id: str) -> str:
    """Return the group that a figure belongs to: what its id begins with."""
    return id.partition(".")[0]


def _place(each: Figure) -> int:
    name = group(each.id)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _outcomes(sheet: AnswerSheet, pathways: Mapping[str, str]) -> Iterator[Figure]:
    found = of_outcomes(work_out(sheet, tuple(pathways)), pathways)
    if sheet.people:
        return iter(found)
    over_time = (each for each in found if group(each.id) == OVER_TIME and sheet.quarters)
    break_even = (each for each in found if group(each.id) == BREAK_EVEN and each.value)
    return chain(break_even, over_time)


def _agreement(sheet: AnswerSheet, asked: Sequence[str]) -> tuple[Figure, ...]:
    if not any(case.second for case in sheet.cases.values()):
        return ()
    return of_agreement(reviewed_twice(asked, sheet.cases, sheet.draw).questions)
