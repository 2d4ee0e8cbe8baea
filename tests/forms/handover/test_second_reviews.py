"""Second reviews that come back in Case sheets: beside the first, by another agency, in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.forms.handover.desk import FILES, STAMP, case_sheet, fill_cases, merged_cases, taken

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import CaseAnswer


def test_a_second_review_is_taken_beside_the_first(tmp_path: Path) -> None:
    sheet = case_sheet()
    answers = {(FILES[0], "about.reviewing-agency"): ("Probation",), (FILES[0], "C1"): ("no", "Not done")}
    path = fill_cases(tmp_path, sheet, answers, second=True)
    found = merged_cases(sheet, [path])
    assert (found.new, found.conflicting) == ((FILES[0],), ())
    case = taken(sheet, found).cases[FILES[0]]
    assert case.second_review == SecondReview("probation", *STAMP)
    assert case.second == {"C1": CaseAnswer("no", "not-done", "", *STAMP)}
    assert case.answers == sheet.cases[FILES[0]].answers
    assert merged_cases(taken(sheet, found), [path]).edits == ()


@pytest.mark.parametrize(
    ("agency", "found"),
    [("", "found nothing"), ("Police", "found “Police”"), ("Police and probation together", "found “Police and")],
)
def test_a_second_review_needs_another_agency(tmp_path: Path, agency: str, found: str) -> None:
    sheet = case_sheet()
    answers = {(FILES[0], "about.reviewing-agency"): (agency,), (FILES[0], "C1"): ("no",), (FILES[0], "C2"): ("no",)}
    preview = merged_cases(sheet, [fill_cases(tmp_path, sheet, answers, second=True)])
    (fault,) = preview.faults
    assert found in fault.sentence
    assert "expected the agency that reviewed N-001 a second time: Probation, Other." in fault.sentence
    assert (preview.edits, preview.left_out) == ((), 3 if agency else 2)


def test_two_second_reviews_by_different_agencies_wait_for_a_choice(tmp_path: Path) -> None:
    sheet = case_sheet()
    paths = [
        fill_cases(
            tmp_path,
            sheet,
            {(FILES[1], "about.reviewing-agency"): (agency,), (FILES[1], "C1"): ("no",)},
            second=True,
            name=f"{agency}.xlsx",
        )
        for agency in ("Probation", "Police")
    ]
    found = merged_cases(sheet, paths)
    assert [(each.column, each.theirs) for each in found.conflicting] == [
        ("Reviewing agency, second review", "Police"),
        ("Reviewing agency, second review", "Probation"),
    ]
    assert (found.edits, found.faults) == ((), ())
    chosen = taken(sheet, merged_cases(sheet, paths, [found.conflicting[1].choice])).cases[FILES[1]]
    assert chosen.second_review == SecondReview("probation", *STAMP)
    assert chosen.second["C1"].choice == "no"


def test_first_and_second_reviews_come_back_together(tmp_path: Path) -> None:
    sheet = case_sheet()
    first = fill_cases(tmp_path, sheet, {(FILES[1], "C1"): ("yes",)})
    again = {(FILES[1], "about.reviewing-agency"): ("Probation",), (FILES[1], "C1"): ("no",)}
    second = fill_cases(tmp_path, sheet, again, second=True, name="second.xlsx")
    found = merged_cases(sheet, [second, first])
    assert (found.new, found.same, found.conflicting) == ((FILES[1],), FILES[:1], ())
    case = taken(sheet, found).cases[FILES[1]]
    assert (case.answers["C1"].choice, case.second["C1"].choice) == ("yes", "no")
    assert found == merged_cases(sheet, [first, second])
