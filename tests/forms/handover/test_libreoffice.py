"""Sheets that colleagues filled in with LibreOffice: they merge, and five of them in any order give the same."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.builders import iom
from tests.forms.handover.desk import (
    PEOPLE,
    case_sheet,
    merged_cases,
    merged_people,
    people_sheet,
    taken,
    written_cases,
    written_people,
)
from tests.forms.handover.libreoffice import fill_in, profile_in

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import CaseAnswer
from iomsa.handover import case_sheet as cases
from iomsa.handover import people_sheet as people
from iomsa.handover.preview import Preview
from iomsa.session.person_cells import person_columns

Typed = dict[tuple[int, int], str]
COLUMN = {name: place for place, name in enumerate(["ref", *(each.name for each in person_columns(iom()))], start=1)}


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return profile_in(tmp_path_factory.mktemp("office"))


def typed_people(values: Mapping[tuple[str, str], str]) -> Typed:
    """Say in which cells of a People sheet values are typed; new people go below the others."""
    rows = {ref: place for place, ref in enumerate((*PEOPLE, "P-006", "P-007"), start=2)}
    return {(rows[ref], COLUMN[column]): text for (ref, column), text in values.items()}


def typed_answers(path: Path, values: Mapping[tuple[str, str], tuple[str, ...]]) -> Typed:
    """Say in which cells of a Case sheet answers, reasons and notes are typed."""
    book = load_workbook(path)
    rows = {(row[0].value, row[1].value): place for place, row in enumerate(book[cases.SHEET].iter_rows(), start=1)}
    return {
        (rows[where], 5 + place): text for where, texts in values.items() for place, text in enumerate(texts) if text
    }


@pytest.mark.needs("libreoffice-calc")
def test_people_sheets_filled_in_with_libreoffice_merge_in_any_order(tmp_path: Path, profile: Path) -> None:
    sheet = people_sheet()
    filled = [
        {("P-002", "entry"): "2024-06-01", ("P-002", "cohort"): "free", ("P-002", "predicted"): "62.5"},
        {
            ("P-003", "window_days"): "365",
            ("P-003", "first_reoffence"): "untraced",
            ("P-003", "health_now"): "not known",
        },
        {("P-003", "window_days"): "364", ("P-004", "left_reason"): "Zoë’s café – “moved” & <left> 😀"},
        {("P-006", "ref"): "P-006", ("P-006", "offences_before"): "3", ("P-005", "first_reoffence"): "2024-09-12"},
        {("P-006", "ref"): "P-007", ("P-006", "offences_before"): "many", ("P-001", "cohort"): "flex"},
    ]
    paths = [written_people(tmp_path, sheet, name=f"{place}.xlsx") for place in range(5)]
    back = fill_in(paths, people.SHEET, [typed_people(each) for each in filled], tmp_path, profile)
    one = merged_people(sheet, back)
    assert one.new == ("P-006",)
    assert [(fault.row, fault.column, fault.found) for fault in one.faults] == [(7, "offences_before", "many")]
    assert [(each.key, each.column, each.theirs) for each in one.conflicting] == [
        ("P-001", "Cohort", "flex"),
        ("P-003", "Days in a window", "364"),
        ("P-003", "Days in a window", "365"),
    ]
    merged = taken(sheet, one)
    second, third, fourth, fifth, sixth = (merged.people[ref] for ref in (*PEOPLE[1:], "P-006"))
    assert (second.entry, second.cohort, second.predicted) == ("2024-06-01", "free", 62.5)
    assert (third.window_days, third.first_reoffence, third.needs) == (None, "untraced", (("health", "", "not-known"),))
    assert fourth.left_reason == "Zoë’s café – “moved” & <left> 😀"
    assert (fifth.first_reoffence, sixth.offences_before) == ("2024-09-12", 3)
    chance = random.Random(5)
    for _ in range(5):
        chance.shuffle(back)
        assert merged_people(sheet, back) == one
    assert merged_people(merged, back).edits == ()


@pytest.mark.needs("libreoffice-calc")
def test_case_sheets_filled_in_with_libreoffice_merge_in_any_order(tmp_path: Path, profile: Path) -> None:
    sheet = case_sheet()
    filled: list[dict[tuple[str, str], tuple[str, ...]]] = [
        {("N-002", "C1"): ("yes",), ("N-002", "about.date"): ("2026-01-12",), ("N-002", "about.months"): ("14",)},
        {("N-003", "C1"): ("no", "Not done", "Zoë said “no” – & left"), ("N-003", "about.cohort"): ("Not recorded",)},
        {("N-003", "C2"): ("yes",), ("N-004", "C1"): ("no", "Not done")},
        {("N-003", "C2"): ("no", "Not recorded"), ("N-004", "C1"): ("no",)},
        {("N-004", "about.reviewing-agency"): ("Probation",), ("N-004", "C1"): ("not applicable",)},
    ]
    paths = [written_cases(tmp_path, sheet, second=place == 4, name=f"{place}.xlsx") for place in range(5)]
    typed = [typed_answers(path, each) for path, each in zip(paths, filled, strict=True)]
    back = fill_in(paths, cases.SHEET, typed, tmp_path, profile)
    one = merged_cases(sheet, back)
    assert (one.new, one.faults, one.unknown) == (("N-002", "N-003", "N-004"), (), ())
    assert [(each.key, each.column, each.theirs) for each in one.conflicting] == [
        ("N-003", "C2", "no"),
        ("N-003", "C2", "yes"),
    ]
    merged = taken(sheet, one)
    stamp = merged.cases["N-002"].answers["C1"][3:]
    assert merged.cases["N-002"].header.about == (("date", "2026-01-12"), ("months", "14"))
    assert merged.cases["N-003"].answers == {"C1": CaseAnswer("no", "not-done", "Zoë said “no” – & left", *stamp)}
    assert merged.cases["N-004"].answers == {"C1": CaseAnswer("no", "not-done", "", *stamp)}
    assert merged.cases["N-004"].second_review == SecondReview("probation", *stamp)
    assert merged.cases["N-004"].second == {"C1": CaseAnswer("not-applicable", "", "", *stamp)}
    chance = random.Random(5)
    for _ in range(5):
        chance.shuffle(back)
        assert merged_cases(sheet, back) == one
    assert merged_cases(merged, back).edits == ()
    chosen = merged_cases(sheet, back, [one.conflicting[0].choice])
    assert taken(sheet, chosen).cases["N-003"].answers["C2"] == CaseAnswer("no", "not-recorded", "", *stamp)


@pytest.mark.needs("libreoffice-calc")
def test_what_libreoffice_saves_again_untouched_changes_nothing(tmp_path: Path, profile: Path) -> None:
    sheet = people_sheet()._replace(cases=case_sheet().cases)
    paths = [written_people(tmp_path, sheet, name="people.xlsx"), written_cases(tmp_path, sheet, name="cases.xlsx")]
    of_people, of_cases = fill_in(paths, people.SHEET, [{}, {}], tmp_path, profile)
    assert merged_people(sheet, [of_people])._replace(same=(), rows=0) == Preview()
    assert merged_cases(sheet, [of_cases])._replace(same=(), rows=0) == Preview()
