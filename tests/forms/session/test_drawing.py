"""Drawing: how many, which, what leaves, and that an inspector with the list and the seed draws the same."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom, with_cases, with_open_case
from tests.forms.session.drawn import SEED, STAMP, THREE, drawn, drawn_24, people

from iomsa.answers.review import Draw, Replaced, SecondReview
from iomsa.answers.sheet import Address, AnswerSheet, CaseAnswer, Counts, ReturnedCases
from iomsa.problems import Refused
from iomsa.session.changes import Edit, apply
from iomsa.session.drawing import answers_of, draw_edits, draw_files, leaving, plan_draw
from iomsa.session.edits import Stamp
from iomsa.session.replacing import replace_edits
from iomsa.session.session import Session

LATER = Stamp("Ada", "2026-02-01T09:00:00")


@pytest.mark.parametrize(
    ("margin", "number", "count"),
    [(10, None, 42), (15, None, 27), (20, None, 19), (None, 24, 24), (None, 1, 3), (None, 71, 71), (None, None, 71)],
)
def test_how_many_are_drawn_for_a_precision_a_number_or_all(margin: int | None, number: int | None, count: int) -> None:
    plan = plan_draw(THREE, SEED, margin=margin, number=number)
    assert plan.drawn == count
    assert plan.margin == margin
    assert [(name, size) for name, size, _ in plan.strata] == [("Fixed", 38), ("Flex", 19), ("Free", 14)]


def test_twenty_or_fewer_are_all_taken_whatever_is_wanted() -> None:
    for given_ in ({"margin": 20}, {"number": 3}, {"by_hand": {"a": 2}}):
        plan = plan_draw(people({"a": 12, "b": 8}), SEED, **given_)
        assert (plan.drawn, plan.margin, plan.by_hand, plan.points) == (20, None, (), 0)
    assert plan_draw(people({"": 21}), SEED, margin=20).drawn == 12


def test_a_group_may_be_drawn_over_its_share_and_the_others_keep_theirs() -> None:
    usual = plan_draw(THREE, SEED, margin=15)
    assert usual.strata == (("Fixed", 38, 15), ("Flex", 19, 7), ("Free", 14, 5))
    over = plan_draw(THREE, SEED, margin=15, by_hand={"Free": 14, "Flex": 7, "Gone": 3})
    assert over.strata == (("Fixed", 38, 15), ("Flex", 19, 7), ("Free", 14, 14))
    assert (over.by_hand, over.margin) == (("Free",), None)


@pytest.mark.parametrize(
    ("listed", "seed", "number", "by_hand", "sentences"),
    [
        ((), SEED, None, {}, ["The list is empty. Give the references of everybody on the scheme."]),
        (THREE, " ", None, {}, ["The draw needs a number or a word to begin with, such as 48213."]),
        (
            THREE,
            "x" * 41,
            0,
            {},
            ["What the draw begins with has at most 40", "0 can't be drawn from 71. Choose from 1"],
        ),
        (THREE, SEED, 72, {}, ["72 can't be drawn from 71. Choose from 1 to 71."]),
        (THREE, SEED, 9, {"Free": 15}, ["Free: 15 can't be drawn from 14. Choose from 1 to 14."]),
        (THREE, SEED, 9, {"Free": 0, "Flex": 20}, ["Free: 0 can't be drawn", "Flex: 20 can't be drawn from 19."]),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    listed: tuple[tuple[str, str], ...], seed: str, number: int | None, by_hand: dict[str, int], sentences: list[str]
) -> None:
    with pytest.raises(Refused) as caught:
        plan_draw(listed, seed, number=number, by_hand=by_hand)
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == len(sentences)
    assert all(each.startswith(start) for each, start in zip(said, sentences, strict=True)), said


def test_an_inspector_draws_the_same_with_the_list_and_the_seed() -> None:
    sheet = drawn_24()
    assert sheet.draw == Draw(
        SEED, "2026-01-12", (("Fixed", 38, 13), ("Flex", 19, 6), ("Free", 14, 5)), THREE, by="Grace", on=STAMP.on
    )
    by_hash = sorted(THREE, key=lambda pair: sha256(f"{SEED}|{pair[0]}".encode()).hexdigest())
    by_hand = {group: [ref for ref, each in by_hash if each == group] for group in ("Fixed", "Flex", "Free")}
    assert set(sheet.cases) == {*by_hand["Fixed"][:13], *by_hand["Flex"][:6], *by_hand["Free"][:5]}
    assert list(sheet.cases) == [ref for ref, _ in by_hash if ref in sheet.cases]
    assert [case.header.position for case in sheet.cases.values()] == list(range(1, 25))


def test_the_group_is_noted_on_the_file_where_the_framework_asks_for_it() -> None:
    sheet = drawn_24()
    assert {case.header.about for ref, case in sheet.cases.items() if dict(THREE)[ref] == "Flex"} == {
        (("cohort", "flex"),)
    }
    other = drawn(plan_draw(people({"North": 15, "South": 15}), SEED, number=9))
    assert {case.header.about for case in other.cases.values()} == {()}


@given(st.permutations(range(len(THREE))), st.integers(1, 71))
def test_the_order_of_the_list_changes_nothing(order: list[int], number: int) -> None:
    shuffled = plan_draw([THREE[place] for place in order], SEED, number=number)
    assert draw_files(shuffled) == draw_files(plan_draw(THREE, SEED, number=number))


@given(st.integers(21, 200), st.data())
def test_a_larger_number_keeps_every_file_of_a_smaller_one(size: int, data: st.DataObject) -> None:
    listed = people({"": size})
    few, many = sorted(data.draw(st.tuples(st.integers(1, size), st.integers(1, size))))
    assert set(draw_files(plan_draw(listed, SEED, number=few)).refs) <= set(
        draw_files(plan_draw(listed, SEED, number=many)).refs
    )


def answered(sheet: AnswerSheet, ref: str) -> AnswerSheet:
    address = Address("case-answer", ref, "C1")
    sheet = apply(sheet, (Edit(address, None, CaseAnswer("no", by="Ada", on=LATER.on)),))
    sheet = apply(sheet, (Edit(Address("second-review", ref), None, SecondReview("police", "Ada", LATER.on)),))
    return apply(sheet, (Edit(Address("second-answer", ref, "C1"), None, CaseAnswer("yes")),))


def test_drawing_again_keeps_what_is_drawn_again_and_takes_the_rest_with_its_answers() -> None:
    first = drawn_24()
    again = plan_draw(THREE, "another", number=24)
    files = draw_files(again).refs
    stays = next(ref for ref in first.cases if ref in files)
    goes = next(ref for ref in first.cases if ref not in files)
    sheet = answered(answered(first, stays), goes)
    assert goes in leaving(sheet, again)
    assert [answers_of(sheet.cases[ref]) for ref in (stays, goes)] == [2, 2]
    after = drawn(again, sheet, LATER)
    assert set(after.cases) == set(files)
    assert after.cases[stays].answers == sheet.cases[stays].answers
    assert after.cases[stays].second_review == SecondReview("police", "Ada", LATER.on)
    assert after.draw is not None
    assert (after.draw.times, after.draw.drawn_on, after.draw.seed) == (2, "2026-02-01", "another")


def test_drawing_is_one_step_and_undo_brings_everything_back() -> None:
    sheet = answered(drawn_24(), next(iter(drawn_24().cases)))
    session = Session(iom(), sheet, None, lambda: LATER.on, lambda: "Ada")
    session.change("drawn again", draw_edits(iom(), sheet, plan_draw(THREE, "7", number=10), LATER))
    assert len(session.sheet.cases) == 10
    session.undo()
    assert session.sheet == sheet
    assert list(session.sheet.cases) == list(sheet.cases)


def test_the_same_plan_again_changes_nothing() -> None:
    sheet = drawn_24()
    assert draw_edits(iom(), sheet, plan_draw(THREE, SEED, number=24), LATER) == ()
    assert draw_edits(iom(), sheet, plan_draw(THREE[:-1], SEED, number=24), LATER) != ()


def test_files_that_were_there_before_leave_unless_drawn_and_counts_of_a_return_give_way() -> None:
    before = with_open_case(iom(), with_cases(iom(), blank(iom()), {"C1": (1, 3)}), "X-1")
    plan = plan_draw(people({"": 2}), SEED)
    assert leaving(before, plan) == ("N-003", "X-1")
    after = drawn(plan, before)
    assert list(after.cases) == ["N-001", "N-002"]
    assert after.cases["N-001"].answers == before.cases["N-001"].answers
    returned = blank(iom())._replace(returned_cases=ReturnedCases(3, 2, (("C1", Counts(1, 1, 0)),)))
    assert drawn(plan, returned).returned_cases is None


def test_a_replaced_file_stays_replaced_when_more_are_drawn_with_the_same_seed() -> None:
    plan = plan_draw(people({"": 40}), SEED, number=20)
    sheet = drawn(plan)
    first, second = list(sheet.cases)[:2]
    for place, ref in enumerate((first, second)):
        stamp = Stamp("Ada", f"2026-02-0{place + 1}T09:00:00")
        sheet = apply(sheet, replace_edits(iom(), sheet, ref, "Restricted", stamp))
    more = plan_draw(people({"": 40}), SEED, number=25)
    after = drawn(more, sheet, LATER)
    order = draw_files(plan_draw(people({"": 40}), SEED)).refs
    assert set(after.cases) == set(order[:27]) - {first, second}
    assert after.replaced == {
        first: Replaced("", order[25], "Restricted", "Ada", "2026-02-01T09:00:00"),
        second: Replaced("", order[26], "Restricted", "Ada", "2026-02-02T09:00:00"),
    }
    assert set(sheet.cases) <= set(after.cases)


def test_where_the_group_is_used_up_a_file_that_stays_replaced_has_nothing_in_its_place() -> None:
    everybody = people({"": 22})
    sheet = drawn(plan_draw(everybody, SEED, number=21))
    for ref in list(sheet.cases)[:2]:
        sheet = apply(sheet, replace_edits(iom(), sheet, ref, "Restricted", LATER))
    again = draw_files(plan_draw(everybody, SEED), sheet.replaced)
    assert set(again.refs) == set(sheet.cases)
    assert [each.replacement for each in again.replaced.values()] == ["", ""]


def test_a_replacement_of_a_file_that_is_not_drawn_again_is_forgotten() -> None:
    sheet = drawn(plan_draw(people({"": 40}), SEED, number=20))
    gone = next(iter(sheet.cases))
    sheet = apply(sheet, replace_edits(iom(), sheet, gone, "Restricted", LATER))
    without = tuple(pair for pair in people({"": 40}) if pair[0] != gone)
    assert drawn(plan_draw(without, SEED, number=20), sheet, LATER).replaced == {}
