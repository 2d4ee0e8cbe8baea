"""Counting the answers of the case review."""

from __future__ import annotations

from tests.builders import blank, iom, library, with_cases, with_open_case
from tests.forms.scoring.reviews import Group, drawn

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import CaseAnswer, Counts, ReturnedCases
from iomsa.scoring.tally import BY_HAND, counts_same, tally


def test_a_tally_counts_each_answer_and_each_reviewed_case() -> None:
    sheet = with_open_case(library(), with_cases(library(), blank(library()), {"SV": (2, 3), "RT": (1, 1)}, listed=4))
    found = tally(library(), sheet)
    assert (found.listed, found.reviewed, found.so_far, found.started) == (5, 4, True, True)
    assert dict(found.counts) == {
        "Q1": Counts(0, 0, 4),
        "SV": Counts(2, 1, 1),
        "RT": Counts(1, 0, 3),
        "CB": Counts(0, 0, 4),
    }


def test_an_open_answer_leaves_a_case_unreviewed() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (1, 1)})
    [case] = sheet.cases.values()
    answers = {**case.answers, "C3": CaseAnswer(None, note="ask probation")}
    assert tally(iom(), sheet._replace(cases={case.ref: case._replace(answers=answers)})).reviewed == 0


def test_counts_of_a_return_stand_in_for_cases_until_there_are_some() -> None:
    returned = ReturnedCases(9, 8, (("SV", Counts(5, 3, 0)),))
    empty = blank(library())._replace(returned_cases=returned)
    found = tally(library(), empty)
    assert (found.listed, found.reviewed, found.of("SV"), found.of("RT")) == (9, 8, Counts(5, 3, 0), Counts())
    again = with_cases(library(), blank(library()), {"SV": (1, 1)})._replace(returned_cases=returned)
    assert tally(library(), again).of("SV") == Counts(1, 0, 0)


def test_nothing_listed_is_neither_started_nor_so_far() -> None:
    found = tally(iom(), blank(iom()))
    assert (found.listed, found.started, found.so_far) == (0, False, False)


def test_files_are_counted_by_the_stratum_they_were_drawn_from() -> None:
    sheet = drawn({"Fixed": Group(20, 3, 1, drawn=5), "Flex": Group(51, 2, 0, 1)}, by_hand=("no",))
    found = tally(iom(), sheet)
    assert [(each.name, each.people, each.drawn, each.listed, each.reviewed) for each in found.strata] == [
        ("Fixed", 20, 5, 4, 4),
        ("Flex", 51, 3, 3, 3),
        (BY_HAND, 1, 1, 1, 1),
    ]
    assert [each.of("P2") for each in found.strata] == [Counts(3, 1, 0), Counts(2, 0, 1), Counts(0, 1, 0)]
    assert (found.of("P2"), found.listed, found.reviewed, found.people) == (Counts(5, 2, 1), 8, 8, 72)
    assert (found.weighted, found.mixed) == (True, False)


def test_a_list_that_lost_people_has_at_least_those_whose_files_are_here() -> None:
    assert tally(iom(), drawn({"": Group(4, 3, 1)})).people == 4
    sheet = drawn({"": Group(4, 3, 1)})
    assert sheet.draw is not None
    shorter = sheet._replace(draw=sheet.draw._replace(strata=(("", 2, 4),)))
    assert tally(iom(), shorter).people == 4


def test_what_was_agreed_counts_and_else_the_first_answer() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (1, 1)})
    [case] = sheet.cases.values()
    second = {**case.answers, "A1": CaseAnswer("no"), "A2": CaseAnswer("yes")}
    differing = case._replace(second_review=SecondReview("police"), second=second)
    assert tally(iom(), sheet._replace(cases={case.ref: differing})).of("A1") == Counts(1, 0, 0)
    agreed = differing._replace(agreed={"A1": CaseAnswer("no")})
    found = tally(iom(), sheet._replace(cases={case.ref: agreed}))
    assert (found.of("A1"), found.of("A2"), found.reviewed, found.twice) == (
        Counts(0, 1, 0),
        Counts(0, 0, 1),
        1,
        1,
    )


def test_counts_are_the_same_while_cases_draw_and_returned_counts_are() -> None:
    sheet = drawn({"": Group(4, 3, 1)})
    assert counts_same(sheet, sheet._replace(answers={}, people={}, replaced={}))
    assert not counts_same(sheet, sheet._replace(cases=dict(sheet.cases)))
    assert not counts_same(sheet, sheet._replace(draw=None))
    assert not counts_same(sheet, sheet._replace(returned_cases=ReturnedCases(1, 1, ())))
