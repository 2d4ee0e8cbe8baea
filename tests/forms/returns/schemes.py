"""Schemes with a draw by groups, second reviews and people, for the tests of what a return holds of them."""

from __future__ import annotations

from tests.builders import full, iom

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.review import Benchmark, Draw, Replaced, SecondReview, UnitCosts
from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer
from iomsa.framework.find import pathways, questions

QUESTION = next(each.case_question for each in questions(iom()) if each.case_question)
"""The question on which the two reviewers of every other file differ."""

LEVELS = ("none", "some", "serious", "not-known")


def drawn(cases: int = 12, sufficient: int = 8, *, twice: int = 10) -> AnswerSheet:
    """Return a sheet of which two thirds of the files are from the group Fixed, over-drawn, and so many read twice."""
    sheet = full(iom(), cases=cases, sufficient=sufficient)
    refs = list(sheet.cases)
    groups = {ref: "Flex" if place % 3 == 0 else "Fixed" for place, ref in enumerate(refs)}
    waiting = {f"W-{number:03}": "Fixed" if number % 2 else "Flex" for number in range(20)}
    strata = tuple(
        (name, sum(each == name for each in (*groups.values(), *waiting.values())), list(groups.values()).count(name))
        for name in ("Fixed", "Flex")
    )
    draw = Draw("48213", "2026-01-12", strata, tuple({**groups, **waiting, "W-999": "Fixed"}.items()), 10, 1)
    replaced = {"W-999": Replaced("Fixed", refs[1], "The file can't be found")}
    reviewed = {ref: _twice(sheet.cases[ref], place) for place, ref in enumerate(refs[:twice])}
    return sheet._replace(cases={**sheet.cases, **reviewed}, draw=draw, replaced=replaced)


def followed(people: int = 40) -> AnswerSheet:
    """Return a sheet with so many people, three years of quarters, costs and other areas."""
    return full(iom())._replace(
        people={f"P-{number:03}": person(number) for number in range(1, people + 1)},
        quarters={
            f"{year}-{month:02}-01": Quarter(20 + (year + month) % 5, 3000 + month, 41)
            for year in (2023, 2024, 2025)
            for month in (1, 4, 7, 10)
        },
        follow_up=FollowUp("2026-03-31", 1.0, "2022-04-01", "2025-03-31"),
        unit_costs=UnitCosts((("Robbery", 11320, "2015/16", "A source"),), (("2015/16", "100.0"),), "An index"),
        benchmark=Benchmark("Made up", (("Ashmere", 64, 27), ("Brackholt", 41, 15))),
    )


def person(number: int) -> Person:
    """Return somebody who never was."""
    again = number % 3 == 0
    return Person(
        position=number,
        entry=f"2023-{1 + number % 12:02}-{2 + number % 26:02}",
        follow_up_start=f"2023-{1 + number % 12:02}-{3 + number % 25:02}",
        cohort="fixed",
        left=f"2024-11-{1 + number % 28:02}" if number % 20 == 0 else "",
        left_reason="Moved away" if number % 20 == 0 else "",
        window_days=365,
        offences_earlier=2 + number % 3,
        custody_earlier=number % 7,
        offences_before=3 + number % 4,
        custody_before=number % 11,
        offences_after=(4 + number % 4) if again else 0,
        custody_after=number % 13,
        first_reoffence=f"2023-{1 + number % 12:02}-{5 + number % 23:02}" if again else "none",
        seriousness_before=2,
        seriousness_after=1 + number % 3,
        predicted=20.0 + number % 60,
        predicted_tool="a made-up tool",
        predicted_years=1.0,
        needs=tuple((name, LEVELS[(number + at) % 4], LEVELS[number % 3]) for at, name in enumerate(pathways(iom()))),
    )


def _twice(case: Case, place: int) -> Case:
    """Let the second reviewer say otherwise on one question of every other file, and both agree with the second."""
    said = dict(case.answers)
    if place % 2:
        return case._replace(second_review=SecondReview("police"), second=said)
    other = CaseAnswer("no", note="Nobody asked.") if said[QUESTION].choice == "yes" else CaseAnswer("yes")
    both = {QUESTION: other._replace(note="Looked at together.")}
    return case._replace(second_review=SecondReview("police"), second={**said, QUESTION: other}, agreed=both)
