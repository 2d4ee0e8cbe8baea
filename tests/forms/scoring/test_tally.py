"""Counting the answers of the case review."""

from __future__ import annotations

from tests.builders import blank, iom, library, with_cases, with_open_case

from iomsa.answers.sheet import CaseAnswer, Counts, ReturnedCases
from iomsa.scoring.tally import tally


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
