"""A reference that was mistyped is put right with all that hangs on it; one that was drawn from stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.builders import blank, iom, with_cases
from tests.forms.session.drawn import STAMP, drawn_24

from iomsa.answers.people import Person
from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Address, AnswerSheet, CaseAnswer
from iomsa.problems import Refused
from iomsa.session.changes import Edit, apply
from iomsa.session.edits import add_case, case_answer
from iomsa.session.renaming import rename_case, rename_person, why_fixed
from iomsa.session.replacing import replace_edits

PEOPLE = {f"P-{n}": Person(n, entry="2024-01-01", offences_before=n) for n in (1, 2, 3)}


def reviewed() -> AnswerSheet:
    """Return three files, the second of them reviewed twice and agreed on."""
    sheet = with_cases(iom(), blank(iom()), {"A1": (3, 3)})
    sheet = sheet.with_record(Address("second-review", "N-002"), SecondReview("police"))
    for kind in ("second-answer", "agreed-answer"):
        sheet = apply(sheet, case_answer(sheet, "N-002", "A1", STAMP, kind=kind, choice="no", note=kind))
    return sheet._replace(people=PEOPLE)


def backwards(sheet: AnswerSheet, edits: tuple[Edit, ...]) -> AnswerSheet:
    return apply(sheet, tuple(edit.reversed for edit in reversed(edits)))


def test_both_reviews_and_what_was_agreed_go_with_a_file_which_keeps_its_place() -> None:
    sheet = reviewed()
    edits = rename_case(sheet, "N-002", " N-02 ")
    after = apply(sheet, edits)
    assert list(after.cases) == ["N-001", "N-02", "N-003"]
    assert after.cases["N-02"] == sheet.cases["N-002"]._replace(ref="N-02")
    assert after.people == sheet.people
    assert backwards(after, edits) == sheet
    assert list(backwards(after, edits).cases) == list(sheet.cases)


def test_a_person_keeps_the_row_and_its_place() -> None:
    sheet = reviewed()
    edits = rename_person(sheet, "P-1", "P-01")
    after = apply(sheet, edits)
    assert after.people == {"P-01": PEOPLE["P-1"], "P-2": PEOPLE["P-2"], "P-3": PEOPLE["P-3"]}
    assert list(after.people) == ["P-01", "P-2", "P-3"]
    assert (after.cases, list(backwards(after, edits).people)) == (sheet.cases, list(PEOPLE))


@pytest.mark.parametrize(
    ("rename", "ref", "typed", "said"),
    [
        (rename_case, "N-002", "N-003", "N-003 is on the list already. Two can't have the same reference."),
        (rename_case, "N-002", "N-002", "this is its reference already; change it, or cancel."),
        (rename_case, "N-002", " \t", "give the reference that it should have."),
        (rename_case, "N-002", "N" * 41, "a reference has at most 40 characters."),
        (rename_person, "P-2", "P-3", "P-3 is on the list already. Two can't have the same reference."),
        (rename_person, "P-2", "", "give the reference that it should have."),
    ],
)
def test_what_it_can_not_be(
    rename: Callable[[AnswerSheet, str, str], tuple[Edit, ...]], ref: str, typed: str, said: str
) -> None:
    with pytest.raises(Refused) as refused:
        rename(reviewed(), ref, typed)
    assert [each.sentence for each in refused.value.problems] == [said]


def test_a_reference_may_stand_on_both_lists() -> None:
    assert "P-2" in apply(reviewed(), rename_case(reviewed(), "N-002", "P-2")).cases
    assert "N-002" in apply(reviewed(), rename_person(reviewed(), "P-2", "N-002")).people


@pytest.mark.parametrize("listed", [True, False])
def test_what_was_drawn_keeps_its_reference(listed: bool) -> None:
    sheet = drawn_24()
    assert sheet.draw is not None
    if not listed:
        sheet = sheet._replace(draw=sheet.draw._replace(people=()))
    ref = next(iter(sheet.cases))
    with pytest.raises(Refused, match=f"so that anybody can repeat it. {ref} stays as it is: note the right"):
        rename_case(sheet, ref, "N-900")


def test_a_file_added_by_hand_may_be_renamed_but_into_none_that_was_drawn_from() -> None:
    sheet = drawn_24()
    gone = next(iter(sheet.cases))
    sheet = apply(sheet, replace_edits(iom(), sheet, gone, "Restricted", STAMP))
    sheet = apply(sheet, add_case(sheet, "N-9O0", STAMP))
    assert why_fixed(sheet, "N-9O0") == ""
    assert list(apply(sheet, rename_case(sheet, "N-9O0", "N-900")).cases)[-1] == "N-900"
    assert sheet.draw is not None
    waiting = next(ref for ref, _ in sheet.draw.people if ref not in sheet.cases and ref not in sheet.replaced)
    for ref, said in ((waiting, "this file was not drawn, so it can't be added."), (gone, "was drawn and replaced by")):
        with pytest.raises(Refused, match=said):
            rename_case(sheet, "N-9O0", ref)


def test_the_answers_are_those_that_were_given() -> None:
    after = apply(reviewed(), rename_case(reviewed(), "N-002", "N-2"))
    assert after.cases["N-2"].agreed["A1"] == CaseAnswer("no", "", "agreed-answer", *STAMP)
