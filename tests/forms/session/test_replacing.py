"""Replacing a drawn file: the next of its group, with a reason, until the group is used up."""

from __future__ import annotations

import pytest
from tests.builders import blank, iom, with_open_case
from tests.forms.session.drawn import SEED, STAMP, THREE, drawn, drawn_24, people

from iomsa.answers.review import Draw, Replaced
from iomsa.answers.sheet import Address, AnswerSheet, CaseAnswer
from iomsa.outcomes.sampling import in_order
from iomsa.problems import Refused
from iomsa.session.changes import Edit, apply
from iomsa.session.drawing import plan_draw
from iomsa.session.replacing import next_of, replace_edits, why_not
from iomsa.session.session import Session


def replaced(sheet: AnswerSheet, ref: str, reason: str = "The file can't be found") -> AnswerSheet:
    return apply(sheet, replace_edits(iom(), sheet, ref, reason, STAMP))


def test_the_next_of_its_group_takes_its_place() -> None:
    sheet = drawn_24()
    flex = in_order(SEED, [ref for ref, group in THREE if group == "Flex"])
    place = list(sheet.cases).index(flex[2])
    after = replaced(sheet, flex[2], " The file  can't be found ")
    assert after.replaced == {flex[2]: Replaced("Flex", flex[6], "The file can't be found", *STAMP)}
    assert list(after.cases)[place] == flex[6]
    assert after.cases[flex[6]].header.about == (("cohort", "flex"),)
    assert len(after.cases) == 24
    assert after.draw == sheet.draw
    again = replaced(replaced(after, flex[6]), flex[0])
    assert [again.replaced[ref].replacement for ref in (flex[6], flex[0])] == [flex[7], flex[8]]


def test_where_the_group_is_used_up_nothing_takes_its_place() -> None:
    sheet = drawn(plan_draw(people({"a": 20, "b": 2}), SEED, number=10))
    last = [f"N-0{n}" for n in (21, 22) if f"N-0{n}" in sheet.cases]
    sheet = replaced(sheet, last[0])
    assert sheet.replaced[last[0]].replacement == ({"N-021", "N-022"} - {last[0]}).pop()
    other = sheet.replaced[last[0]].replacement
    assert next_of(sheet, other) == ""
    sheet = replaced(sheet, other)
    assert sheet.replaced[other] == Replaced("b", "", "The file can't be found", *STAMP)
    assert len(sheet.cases) == 9


def test_undo_brings_the_file_back_with_its_answers() -> None:
    sheet = drawn_24()
    ref = list(sheet.cases)[5]
    sheet = apply(sheet, (Edit(Address("case-answer", ref, "C1"), None, CaseAnswer("no")),))
    session = Session(iom(), sheet, None, lambda: STAMP.on, lambda: "Grace")
    session.change("replaced", replace_edits(iom(), sheet, ref, "Restricted", STAMP))
    assert ref not in session.sheet.cases
    session.undo()
    assert session.sheet == sheet
    assert list(session.sheet.cases) == list(sheet.cases)


def refused(sheet: AnswerSheet, ref: str, reason: str = "Restricted") -> str:
    with pytest.raises(Refused) as caught:
        replace_edits(iom(), sheet, ref, reason, STAMP)
    return str(caught.value)


def test_what_cannot_be_replaced_is_refused_with_the_reason() -> None:
    sheet = drawn_24()
    first = next(iter(sheet.cases))
    after = replaced(sheet, first)
    by = after.replaced[first].replacement
    listless = sheet._replace(draw=Draw(SEED, "2026-01-12", (("", 71, 24),)))
    by_hand = with_open_case(iom(), sheet, "X-1")
    assert refused(blank(iom()), "N-001") == "N-001: nothing was drawn in this period, so there is no next file."
    assert refused(after, first) == f"{first}: this file was replaced already by {by}."
    assert refused(sheet, "X-1") == "X-1: this file is not on the list of the case review."
    assert "is not in this file, so the next one is not known" in refused(listless, first)
    assert refused(by_hand, "X-1").startswith("X-1: this file was not drawn but added by hand")
    assert refused(sheet, first, "  ") == f"{first}: say why this file can't be reviewed."
    assert refused(sheet, first, "x" * 201) == f"{first}: the reason is too long; 200 characters are the most."
    assert why_not(sheet, first) == ""
