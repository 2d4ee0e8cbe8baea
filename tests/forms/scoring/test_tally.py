"""Counting the answers of the case review."""

from __future__ import annotations

from tests.builders import blank, iom, library, with_cases, with_open_case

from iomsa.answers.sheet import CaseAnswer, Counts, ReturnedCases
from iomsa.scoring.tally import recount, tally


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


def test_a_recount_of_one_case_is_the_whole_count() -> None:
    before = with_cases(library(), blank(library()), {"SV": (5, 9), "CB": (2, 4)})
    case = before.cases["N-003"]
    changed = case._replace(answers={**case.answers, "SV": CaseAnswer("no"), "CB": CaseAnswer(None)})
    after = before._replace(cases={**before.cases, "N-003": changed})
    known = tally(library(), before)
    assert recount(library(), known, case, changed) == tally(library(), after)
    without = before._replace(cases={ref: each for ref, each in before.cases.items() if ref != "N-003"})
    assert recount(library(), known, case, None) == tally(library(), without)
    assert recount(library(), tally(library(), without), None, case) == known
