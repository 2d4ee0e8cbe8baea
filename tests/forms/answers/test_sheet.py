"""A sheet changes by giving a new one; every record has one address."""

import pytest
from tests.builders import blank, library

from iomsa.answers.sheet import (
    Address,
    Answer,
    AnswerSheet,
    CaseAnswer,
    CaseHeader,
    Counts,
    Move,
    ProfileValue,
    Record,
    ReturnedCases,
)

RECORDS: list[tuple[Address, Record]] = [
    (Address("answer", "B.a.1"), Answer("2")),
    (Address("profile", "books"), ProfileValue("12")),
    (Address("move", "B"), Move("fine", "why", (("Ada", "council"),), "2026-03-02")),
    (Address("returned-cases"), ReturnedCases(3, 2, (("SV", Counts(1, 1, 0)),))),
    (Address("case", "A1"), CaseHeader((("shelf", "maps"),), 1)),
]


@pytest.mark.parametrize(("address", "record"), RECORDS)
def test_a_record_is_put_and_taken_away(address: Address, record: Record) -> None:
    before = blank(library())
    after = before.with_record(address, record)
    assert after.record(address) == record
    assert before == blank(library()), "the sheet before is untouched"
    assert after.with_record(address, None) == before


def test_answers_of_a_case_stand_with_it() -> None:
    sheet = blank(library()).with_record(Address("case", "A1"), CaseHeader((), 1))
    sheet = sheet.with_record(Address("case-answer", "A1", "SV"), CaseAnswer("yes"))
    assert sheet.record(Address("case-answer", "A1", "SV")) == CaseAnswer("yes")
    moved = sheet.with_record(Address("case", "A1"), CaseHeader((), 5))
    assert moved.cases["A1"].answers == {"SV": CaseAnswer("yes")}
    assert moved.record(Address("case-answer", "A2", "SV")) is None


def test_a_case_that_comes_back_stands_in_its_place() -> None:
    sheet = blank(library())
    for position, ref in enumerate("ABC", 1):
        sheet = sheet.with_record(Address("case", ref), CaseHeader((), position))
    header = sheet.cases["A"].header
    without = sheet.with_record(Address("case", "A"), None)
    assert list(without.with_record(Address("case", "A"), header).cases) == ["A", "B", "C"]


def test_a_record_of_another_kind_is_a_bug() -> None:
    sheet: AnswerSheet = blank(library())
    with pytest.raises(TypeError):
        sheet.with_record(Address("answer", "B.a.1"), Move("fine", "", (), ""))


def test_evidence_is_one_item_a_line() -> None:
    assert Answer(evidence=" Board paper \n\n Photo ").evidence_items == ("Board paper", "Photo")
