"""Which files are reviewed twice, how far each is, and that nothing is compared too early."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.answers.review import Draw, SecondReview
from iomsa.answers.sheet import Case, CaseAnswer, CaseHeader
from iomsa.outcomes.agreement import most_differing
from iomsa.outcomes.reviewed_twice import (
    AGREED,
    COMPARED,
    DIFFERS,
    DONE,
    STARTED,
    TO_COME,
    Twice,
    decided,
    differences,
    reviewed_twice,
    second_complete,
    state,
    to_be_reviewed_twice,
)

ASKED = ("Q1", "Q2", "Q3")
LETTERS = {"Y": "yes", "N": "no", "X": "not-applicable", "-": None}
DRAW = Draw("48213", "2026-01-12", ())


def answers(letters: str) -> dict[str, CaseAnswer]:
    given = zip(ASKED, letters, strict=False)
    return {id: CaseAnswer(LETTERS[letter]) for id, letter in given if letter != " "}


def case(
    first: str = "YYY", second: str = "", agreed: str = "", agency: str | None = "police", ref: str = "N-1"
) -> Case:
    began = SecondReview(agency) if second and agency is not None else None
    return Case(ref, CaseHeader(), answers(first), began, answers(second), answers(agreed))


def listed(n: int, **changed: Case) -> Mapping[str, Case]:
    refs = [f"N-{place:03}" for place in range(1, n + 1)]
    return {ref: changed.get(ref.replace("-", "_"), case(ref=ref)) for ref in refs}


def by_hand(refs: list[str], seed: str) -> list[str]:
    """Order references as an inspector would anywhere: sha256sum of the text, sorted."""
    return sorted(refs, key=lambda ref: sha256(f"{seed}|second|{ref}".encode()).hexdigest())


@pytest.mark.parametrize(
    ("files", "wanted"), [(0, 0), (1, 1), (9, 9), (10, 10), (11, 10), (50, 10), (51, 11), (71, 15), (2000, 400)]
)
def test_how_many(files: int, wanted: int) -> None:
    assert len(to_be_reviewed_twice(listed(files), DRAW)) == wanted


def test_which_can_be_worked_out_by_anybody() -> None:
    cases = listed(24)
    assert list(to_be_reviewed_twice(cases, DRAW)) == by_hand(list(cases), "48213")[:10]
    assert list(to_be_reviewed_twice(cases, None)) == by_hand(list(cases), "0")[:10]


def test_the_order_of_the_list_makes_no_difference() -> None:
    cases = listed(24)
    assert to_be_reviewed_twice(dict(reversed(list(cases.items()))), DRAW) == to_be_reviewed_twice(cases, DRAW)


def test_a_second_review_that_was_begun_takes_the_place_of_the_last_that_was_not() -> None:
    order = by_hand(list(listed(24)), "48213")
    outside = order[20]
    cases = {**listed(24), outside: case(second="Y", ref=outside)}
    assert list(to_be_reviewed_twice(cases, DRAW)) == [*order[:9], outside]


def test_no_second_review_is_dropped_where_more_were_begun_than_wanted() -> None:
    cases = {ref: case(second="YYY", ref=ref) for ref in listed(12)}
    assert set(to_be_reviewed_twice(cases, DRAW)) == set(cases)


@pytest.mark.parametrize(
    ("first", "second", "agreed", "expected"),
    [
        ("YYY", "", "", TO_COME),
        ("---", "", "", TO_COME),
        ("YYY", "Y  ", "", STARTED),
        ("YYY", "YY-", "", STARTED),
        ("YY ", "YYY", "", STARTED),
        ("YY-", "YYN", "", STARTED),
        ("YYY", "YYY", "", DONE),
        ("YXN", "YXN", "", DONE),
        ("YYY", "YNY", "", DIFFERS),
        ("YYY", "YXY", "", DIFFERS),
        ("YYY", "NNY", " N ", DIFFERS),
        ("YYY", "YNY", " - ", DIFFERS),
        ("YYY", "YNY", " Y ", AGREED),
        ("YYY", "NNY", "NX ", AGREED),
        ("YYY", "YYY", "N  ", DONE),
    ],
)
def test_state(first: str, second: str, agreed: str, expected: str) -> None:
    assert state(ASKED, case(first, second, agreed)) == expected


def test_a_second_review_is_not_complete_before_its_agency_is_known() -> None:
    whole = case("YYY", "YNY", agency=None)
    assert state(ASKED, whole) == STARTED
    assert not second_complete(ASKED, whole)
    assert second_complete(ASKED, case("YYY", "YNY"))


def test_an_agency_alone_begins_it() -> None:
    assert state(ASKED, case()._replace(second_review=SecondReview("police"))) == STARTED


def test_differences_are_where_both_answered() -> None:
    assert differences(ASKED, case("YN-", "NNY")) == ("Q1",)
    assert decided(case("YNN", "NNN", "N"), "Q1")
    assert not decided(case("YNN", "NNN", "-"), "Q1")


def test_only_complete_reviews_are_compared_and_what_was_agreed_does_not_enter() -> None:
    cases = listed(
        12,
        N_001=case("YYY", "YYY", ref="N-001"),
        N_002=case("YYY", "NYY", "N", ref="N-002"),
        N_003=case("YYY", "NN ", ref="N-003"),
        N_004=case("YY ", "NNN", ref="N-004"),
    )
    twice = reviewed_twice(ASKED, cases, DRAW)
    assert twice.compared == 2
    assert {id: (each.n, each.agreed) for id, each in twice.questions.items()} == {
        "Q1": (2, 1),
        "Q2": (2, 2),
        "Q3": (2, 2),
    }
    assert all(each.reason.startswith("Too few to measure") for each in twice.questions.values())
    assert (twice.count(STARTED), twice.count(DONE, AGREED), twice.count(TO_COME)) == (2, 2, 6)
    assert twice.first(STARTED) in ("N-003", "N-004")
    assert twice.first(DIFFERS) == ""


def test_ten_are_measured() -> None:
    cases = {ref: case("YYN", "YNN" if ref == "N-001" else "YYN", ref=ref) for ref in listed(10)}
    found = reviewed_twice(ASKED, cases, None).questions["Q2"]
    assert (found.n, found.agreed, found.share.value) == (10, 9, 0.9)
    assert found.ac1.value is not None
    assert reviewed_twice(ASKED, cases, None).differing == ("Q2",)
    assert found.reason == ""


def test_nothing_on_the_list() -> None:
    twice = reviewed_twice(ASKED, {}, None)
    assert (twice.files, twice.compared) == ({}, 0)
    assert twice == Twice({}, dict.fromkeys(ASKED, ()))
    assert twice.differing == ()


WORD = st.text("YNX-", min_size=3, max_size=3)


@given(st.lists(st.tuples(WORD, st.one_of(st.just(""), WORD), WORD), max_size=30))
def test_it_all_adds_up(rows: list[tuple[str, str, str]]) -> None:
    cases = {f"N-{n}": case(*row, ref=f"N-{n}") for n, row in enumerate(rows)}
    twice = reviewed_twice(ASKED, cases, DRAW)
    assert set(twice.files) <= set(cases)
    assert {ref for ref, each in cases.items() if each.second} <= set(twice.files)
    assert len(twice.files) >= min(len(cases), 10)
    assert all(each.n == twice.compared for each in twice.questions.values())
    differing = sum(each.n - each.agreed for each in twice.questions.values())
    by_rule = [id for id in most_differing(twice.questions) if twice.questions[id].agreed < twice.questions[id].n]
    assert list(twice.differing) == by_rule
    compared = [cases[ref] for ref, at in twice.files.items() if at in COMPARED]
    assert differing == sum(len(differences(ASKED, each)) for each in compared)
