"""Draws, strata and second reviews for the tests of ratings from cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import strategies as st
from tests.builders import BY, ON, blank, iom

from iomsa.answers.review import Draw, SecondReview
from iomsa.answers.sheet import NOT_APPLICABLE, AnswerSheet, Case, CaseAnswer, CaseHeader


class Group(NamedTuple):
    """One stratum: people on its list, files drawn, and of these the yes, the no and those it doesn't apply to."""

    people: int
    yes: int
    no: int
    out: int = 0
    drawn: int | None = None

    @property
    def files(self) -> int:
        return self.yes + self.no + self.out


groups_of = st.dictionaries(
    st.sampled_from(["Fixed", "Flex", "Free", "Other"]),
    st.builds(
        lambda yes, no, out, more: Group(yes + no + out + more, yes, no, out),
        *[st.integers(0, 12)] * 3,
        st.integers(0, 40),
    ).filter(lambda group: group.files > 0),
    min_size=1,
)
"""Groups of a draw, each with a file at least."""


def reviewed_twice(sheet: AnswerSheet, n: int) -> AnswerSheet:
    """Let so many files, the first of the list, be reviewed a second time, with the answers of the first review."""
    cases = dict(sheet.cases)
    for ref in list(cases)[:n]:
        case = cases[ref]
        cases[ref] = case._replace(second_review=SecondReview("probation", BY, ON), second=case.answers)
    return sheet._replace(cases=cases)


def drawn(groups: Mapping[str, Group], *, by_hand: tuple[str, ...] = ()) -> AnswerSheet:
    """Return a sheet in which each stratum gave its answers to every case question; files by hand say these."""
    cases: dict[str, Case] = {}
    people: list[tuple[str, str]] = []
    for name, group in groups.items():
        refs = [f"{name or 'N'}-{number:03}" for number in range(1, group.people + 1)]
        people += [(ref, name) for ref in refs]
        choices = ["yes"] * group.yes + ["no"] * group.no + [NOT_APPLICABLE] * group.out
        for ref, choice in zip(refs, choices, strict=False):
            cases[ref] = _case(ref, len(cases) + 1, choice)
    for number, choice in enumerate(by_hand, start=1):
        cases[f"H-{number}"] = _case(f"H-{number}", len(cases) + 1, choice)
    strata = tuple(
        (name, each.people, each.files if each.drawn is None else each.drawn) for name, each in groups.items()
    )
    return blank(iom())._replace(cases=cases, draw=Draw("48213", "2026-01-12", strata, tuple(people)))


def _case(ref: str, position: int, choice: str) -> Case:
    answers = {each.id: CaseAnswer(choice, by=BY, on=ON) for each in iom().case_review.questions}
    return Case(ref, CaseHeader((), position, BY, ON), answers)
