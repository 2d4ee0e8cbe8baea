"""What holds for every answer sheet: better answers never rate lower, and a range holds every way to finish."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom, library, with_answers, with_cases

from iomsa.framework.find import counted_standards
from iomsa.framework.model import Framework
from iomsa.scoring.card import Rated, Scorecard
from iomsa.scoring.ruler import ruler_of
from iomsa.scoring.score import score

Given = int | str | None
Answers = dict[str, Given]


def every(card: Scorecard) -> Iterator[Rated]:
    yield card.overall
    yield from card.lines
    for each in card.standards:
        yield each.rated
        yield from each.questions


@st.composite
def sheets(draw: st.DrawFn, *, unfinished: bool) -> tuple[Framework, Answers, dict[str, tuple[int, int]]]:
    """Draw a framework, answers to its counted prompts, and shares for its case questions, some of them none."""
    framework = draw(st.sampled_from((iom(), library())))
    levels: tuple[Given, ...] = (*(each.points for each in framework.ratings), "not-known")
    answers: Answers = {}
    for each in counted_standards(framework):
        usual = draw(st.sampled_from(levels))
        for prompt in each.prompts:
            choices = (usual, *levels, *(("out",) if prompt.not_applicable else ()), *((None,) if unfinished else ()))
            answers[prompt.id] = draw(st.sampled_from(choices))
    ids = [q.case_question for s in framework.standards for q in s.questions if q.case_question]
    shares = {}
    for id in ids:
        n = draw(st.integers(1, 12))
        shares[id] = (draw(st.integers(0, n)), n)
    return framework, answers, shares


def scored(framework: Framework, answers: Answers, shares: dict[str, tuple[int, int]]) -> Scorecard:
    return score(framework, with_cases(framework, with_answers(blank(framework), answers), shares))


def assert_no_lower(framework: Framework, before: Scorecard, after: Scorecard) -> None:
    ruler = ruler_of(framework)
    for old, new in zip(every(before), every(after), strict=True):
        old_ends, new_ends = ruler.ends(old), ruler.ends(new)
        if old_ends is not None and new_ends is not None:
            assert new_ends[0] >= old_ends[0], (old, new)
            assert new_ends[1] >= old_ends[1], (old, new)


@given(sheets(unfinished=True), st.data())
def test_a_better_answer_never_rates_lower(
    drawn: tuple[Framework, Answers, dict[str, tuple[int, int]]], data: st.DataObject
) -> None:
    framework, answers, shares = drawn
    top = len(framework.ratings) - 1
    known = [id for id, given in answers.items() if given not in (None, "out", top)]
    if known:
        id = data.draw(st.sampled_from(known))
        given_now = answers[id]
        least = given_now + 1 if isinstance(given_now, int) else 0
        better = answers | {id: data.draw(st.integers(least, top))}
        assert_no_lower(framework, scored(framework, answers, shares), scored(framework, better, shares))


@given(sheets(unfinished=True), st.data())
def test_one_more_sufficient_file_never_rates_lower(
    drawn: tuple[Framework, Answers, dict[str, tuple[int, int]]], data: st.DataObject
) -> None:
    framework, answers, shares = drawn
    able = [id for id, (yes, n) in shares.items() if yes < n]
    if able:
        id = data.draw(st.sampled_from(able))
        yes, n = shares[id]
        better = shares | {id: (yes + 1, n)}
        assert_no_lower(framework, scored(framework, answers, shares), scored(framework, answers, better))


@given(sheets(unfinished=True), st.data())
def test_a_range_holds_the_rating_of_every_way_to_finish(
    drawn: tuple[Framework, Answers, dict[str, tuple[int, int]]], data: st.DataObject
) -> None:
    framework, answers, shares = drawn
    ruler = ruler_of(framework)
    finished = dict(answers)
    allowed = {p.id: p.not_applicable for s in counted_standards(framework) for p in s.prompts}
    for id, given_now in answers.items():
        if given_now is None:
            choices = (*range(ruler.top + 1), "not-known", *(("out",) if allowed[id] else ()))
            finished[id] = data.draw(st.sampled_from(choices))
    before, after = scored(framework, answers, shares), scored(framework, finished, shares)
    for old, new in zip(every(before), every(after), strict=True):
        ends = ruler.ends(old)
        if new.rating is not None:
            assert ends is not None
            assert ends[0] <= ruler.places[new.rating] <= ends[1], (old, new)


@given(sheets(unfinished=False))
def test_a_sheet_with_nothing_open_has_no_range(
    drawn: tuple[Framework, Answers, dict[str, tuple[int, int]]],
) -> None:
    card = scored(*drawn)
    assert [each.id for each in every(card) if each.range is not None] == []
    assert card.answered == card.prompts


@given(sheets(unfinished=True))
def test_every_rating_has_a_sentence_and_a_range_two_ends(
    drawn: tuple[Framework, Answers, dict[str, tuple[int, int]]],
) -> None:
    for each in every(scored(*drawn)):
        assert each.reason.endswith(".")
        assert each.range is None or each.range[0] != each.range[1]
        assert each.rating is None or each.range is None
