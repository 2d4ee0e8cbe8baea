"""What stays of a sheet when the rows about people leave it: totals that rate as before, and figures that are kept."""

from __future__ import annotations

from typing import NamedTuple

from iomsa.answers.review import REMOVED, Draw, Figure, KeptFigures
from iomsa.answers.sheet import AnswerSheet, ReturnedCases
from iomsa.framework.model import Framework
from iomsa.scoring.tally import BY_HAND, tally

KINDS = ("case", "case-answer", "second-review", "second-answer", "agreed-answer", "replaced", "person")
"""The records that are rows about people; each has a reference as its key."""
LISTS = (("draw", "people"), ("follow-up", "offence_dates"))
"""Records that stay, each with the list in it that goes: references, and the days of single offences."""


class Held(NamedTuple):
    """Count the rows about people that a sheet holds: people, case files, references listed besides, offence dates."""

    people: int
    cases: int
    listed: int
    dates: int


def held(sheet: AnswerSheet) -> Held:
    """Count the rows about people on a sheet."""
    listed = {ref for ref, _ in sheet.draw.people} if sheet.draw else set()
    dates = len(sheet.follow_up.offence_dates) if sheet.follow_up else 0
    return Held(len(sheet.people), len(sheet.cases), len((listed | set(sheet.replaced)) - set(sheet.cases)), dates)


def without_people(framework: Framework, sheet: AnswerSheet, by: str, on: str) -> AnswerSheet:
    """Return the sheet with totals in place of the rows about people; as it is where it has none.

    Quarters stay: they are totals. `on` is the ISO time; figures of people that were kept before stay where there are
    no rows of people now.
    """
    counted = held(sheet)
    if not any(counted):
        return sheet
    kept = KeptFigures(REMOVED, on[:10], counted.cases, counted.people, _figures(framework, sheet), by, on)
    if sheet.figures is not None:
        kept = kept._replace(cases=counted.cases or sheet.figures.cases, people=counted.people or sheet.figures.people)
    return sheet._replace(
        cases={},
        returned_cases=_totals(framework, sheet) if sheet.cases else sheet.returned_cases,
        people={},
        follow_up=sheet.follow_up and sheet.follow_up._replace(offence_dates=()),
        draw=sheet.draw and _bare(sheet.draw, len(sheet.replaced)),
        replaced={},
        figures=kept,
    )


def _bare(draw: Draw, replaced: int) -> Draw:
    return draw._replace(people=(), replaced=draw.replaced + replaced)


def _totals(framework: Framework, sheet: AnswerSheet) -> ReturnedCases:
    found = tally(framework, sheet)
    names = {BY_HAND, *(name for name, _, _ in sheet.draw.strata)} if sheet.draw else set()
    strata = tuple(
        (each.name, each.listed, each.reviewed, tuple(each.counts.items()))
        for each in found.strata
        if each.name in names and each.counts
    )
    return ReturnedCases(found.listed, found.reviewed, tuple(found.counts.items()), strata)


def _figures(framework: Framework, sheet: AnswerSheet) -> tuple[Figure, ...]:
    from iomsa.framework.find import pathway_names
    from iomsa.outcomes.figures import figures
    from iomsa.outcomes.reviewed_twice import reviewed_twice
    from iomsa.outcomes.work_out import work_out

    names = pathway_names(framework)
    asked = tuple(question.id for question in framework.case_review.questions)
    now = figures(work_out(sheet, tuple(names)), reviewed_twice(asked, sheet.cases, sheet.draw).questions, names)
    if sheet.figures is None or sheet.people:
        return now
    new = {figure.id: figure for figure in now}
    before = {figure.id: figure for figure in sheet.figures.figures}
    if not sheet.cases:
        return (*before.values(), *(figure for id, figure in new.items() if id not in before))
    # The people were removed earlier, so what is worked out of them now is nothing.
    agreed = {id: figure for id, figure in new.items() if id.startswith("agreement")}
    return tuple({**before, **agreed}.values())
