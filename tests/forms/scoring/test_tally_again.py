"""Counting files again after a change: the same as counting all of them, and only what changed is looked at."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import BY, ON, iom
from tests.forms.scoring.reviews import Group, drawn

from iomsa.answers.review import Draw, SecondReview
from iomsa.answers.sheet import CASE_CHOICES, AnswerSheet, Case, CaseAnswer, CaseHeader
from iomsa.scoring import tally as tallying
from iomsa.scoring.tally import Files, count, tally

SHEET = drawn({"Fixed": Group(9, 3, 1, 1), "Flex": Group(8, 2, 2)}, by_hand=("no", "yes"))
ASKED = tuple(each.id for each in iom().case_review.questions)
FILES = st.sampled_from([*SHEET.cases, "Fixed-009", "H-9"])


def answered(cases: Mapping[str, Case], ref: str, question: str, choice: str | None) -> Mapping[str, Case]:
    case = cases.get(ref, Case(ref, CaseHeader((), 99, BY, ON), {}))
    return {**cases, ref: case._replace(answers={**case.answers, question: CaseAnswer(choice, by=BY, on=ON)})}


def reviewed_again(cases: Mapping[str, Case], ref: str, question: str, choice: str | None) -> Mapping[str, Case]:
    case = cases.get(ref, Case(ref, CaseHeader((), 99, BY, ON), {}))
    second = {**case.answers, question: CaseAnswer(choice, by=BY, on=ON)}
    agreed = {question: CaseAnswer(choice, by=BY, on=ON)}
    return {**cases, ref: case._replace(second_review=SecondReview("police", BY, ON), second=second, agreed=agreed)}


def removed(cases: Mapping[str, Case], ref: str, _: str, __: str | None) -> Mapping[str, Case]:
    return {each: case for each, case in cases.items() if each != ref}


STEPS = st.lists(
    st.tuples(
        st.sampled_from([answered, reviewed_again, removed]),
        FILES,
        st.sampled_from(ASKED),
        st.sampled_from([*CASE_CHOICES, None]),
    ),
    max_size=20,
)
ALONE = Draw("48213", "2026-01-12", (("Fixed", 9, 5),), ())
APART = Draw("48213", "2026-01-12", (("Fixed", 9, 5), ("Flex", 8, 4)), ())


@given(STEPS, st.sampled_from([SHEET.draw, ALONE, APART, None]))
def test_what_changed_counted_alone_comes_to_the_same_as_all_counted_again(
    steps: list[tuple[object, str, str, str | None]], draw: Draw | None
) -> None:
    sheet = SHEET._replace(draw=draw)
    counted = count(iom(), sheet)
    for step, ref, question, choice in steps:
        assert callable(step)
        sheet = sheet._replace(cases=step(sheet.cases, ref, question, choice))
        counted = count(iom(), sheet, counted)
        assert tally(iom(), sheet, counted) == tally(iom(), sheet)


def looked_at(monkeypatch: pytest.MonkeyPatch, sheet: AnswerSheet, before: Files) -> int:
    times, known = 0, tallying._second_known

    def counted(case: Case) -> bool:
        nonlocal times
        times += 1
        return known(case)

    with monkeypatch.context() as here:
        here.setattr(tallying, "_second_known", counted)
        count(iom(), sheet, before)
    return times


def test_only_the_file_that_changed_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    before = count(iom(), SHEET)
    ref = next(iter(SHEET.cases))
    # As it was, and as it is.
    assert looked_at(monkeypatch, SHEET._replace(cases=answered(SHEET.cases, ref, "A1", "no")), before) == 2
    assert looked_at(monkeypatch, SHEET, before) == 0
    assert looked_at(monkeypatch, SHEET._replace(draw=ALONE), before) == len(SHEET.cases)
