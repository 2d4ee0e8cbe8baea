"""One value about a person as it is typed: dates with the day first, numbers, words; and what is expected instead."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom

from iomsa.answers.people import COLUMNS, Person, Quarter
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import pathways
from iomsa.session.changes import apply
from iomsa.session.edits import Stamp
from iomsa.session.people_edits import (
    add_person,
    remove_people,
    remove_quarter,
    set_follow_up,
    set_person,
    set_person_cell,
    set_quarter,
)
from iomsa.session.person_cells import (
    Cell,
    Value,
    cell_text,
    cell_value,
    person_columns,
    read_cell,
    read_reference,
)
from iomsa.session.typed_dates import read_date, read_quarter

STAMP = Stamp("Ada", "2026-11-22T10:00:00")


def column(name: str) -> Cell:
    return next(each for each in person_columns(iom()) if each.name == name)


def test_every_value_of_a_person_has_a_column_and_a_label_of_its_own() -> None:
    columns = person_columns(iom())
    needs = [f"{pathway}{end}" for pathway in pathways(iom()) for end in ("_entry", "_now")]
    assert [each.name for each in columns] == [*(each.name for each in COLUMNS), *needs]
    assert len({each.label for each in columns}) == len(columns)
    assert all(each.label and each.hint and each.expected for each in columns)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024-12-31", "2024-12-31"),
        ("31/12/2024", "2024-12-31"),
        ("31-12-2024", "2024-12-31"),
        ("31.12.2024", "2024-12-31"),
        ("1/2/2024", "2024-02-01"),
        ("1/2/24", "2024-02-01"),
        ("3 Apr 2024", "2024-04-03"),
        ("3rd April, 2024", "2024-04-03"),
        ("03-Apr-24", "2024-04-03"),
        ("3 sept 2024", "2024-09-03"),
        ("  3   May  2024 ", "2024-05-03"),
        ("2024-12-31T00:00:00", "2024-12-31"),
        ("31/12/2024 09:30", "2024-12-31"),
        ("12/31/2024", ""),
        ("2024-31-12", ""),
        ("31/02/2024", ""),
        ("31/12-2024", ""),
        ("3 Ap 2024", ""),
        ("Apr 2024", ""),
        ("45382", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_with_the_day_first_and_never_guessed(typed: str, date: str) -> None:
    assert read_date(typed) == date


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)))
def test_every_date_is_read_as_it_is_shown(date: datetime.date) -> None:
    joined = column("entry")
    shown = cell_text(joined, date.isoformat())
    assert shown == f"{date:%d/%m/%Y}"
    assert read_cell(joined, shown) == (date.isoformat(), "")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("2025-04-01", "2025-04-01"),
        ("01/04/2025", "2025-04-01"),
        ("2025 Q2", "2025-04-01"),
        ("q2 2025", "2025-04-01"),
        ("2025-26 Q1", "2025-04-01"),
        ("Q4 2025-26", "2026-01-01"),
        ("2025-26Q3", "2025-10-01"),
        ("Apr-Jun 2025", "2025-04-01"),
        ("April to June 2025", "2025-04-01"),
        ("Oct – Dec 2025", "2025-10-01"),
        ("2025-05-01", ""),
        ("2025-04-02", ""),
        ("2025 Q5", ""),
        ("2025-27 Q1", ""),
        ("May-Jul 2025", ""),
        ("Apr-May 2025", ""),
        ("Jun-Apr 2025", ""),
        ("spring", ""),
    ],
)
def test_a_quarter_is_read_by_its_first_day_its_number_or_its_months(typed: str, first: str) -> None:
    assert read_quarter(typed) == first


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("entry", "3 Apr 2024", "2024-04-03"),
        ("first_reoffence", "None", "none"),
        ("first_reoffence", "UNTRACED", "untraced"),
        ("first_reoffence", "1/9/2024", "2024-09-01"),
        ("cohort", " Fixed ", "fixed"),
        ("health_now", "Not known", "not-known"),
        ("health_now", "not-known", "not-known"),
        ("window_days", "365", 365),
        ("window_days", "365.0", 365),
        ("offences_before", "1,200", 1200),
        ("offences_before", "0", 0),
        ("predicted", "62.5%", 62.5),
        ("predicted", "62.5 %", 62.5),
        ("predicted", "100", 100.0),
        ("predicted_years", "1", 1.0),
        ("predicted_tool", "A  tool", "A tool"),
        ("left_reason", "=1+1", "=1+1"),
        ("left_reason", " ", ""),
        ("window_days", " ", None),
        ("entry", "", ""),
    ],
)
def test_a_cell_is_read_by_its_kind(name: str, typed: str, value: Value) -> None:
    assert read_cell(column(name), typed) == (value, "")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("entry", "31/02/2024", "Give a date such as 31/03/2025."),
        ("first_reoffence", "no", "Give a date such as 31/03/2025, none or untraced."),
        ("cohort", "big", "Give fixed, flex or free."),
        ("health_now", "bad", "Give none, some, serious or not known."),
        ("window_days", "-1", "Give a whole number, 0 or more."),
        ("window_days", "1.5", "Give a whole number, 0 or more."),
        ("window_days", "1,2", "Give a whole number, 0 or more."),
        ("window_days", "9999999", "Give a whole number, 0 or more."),
        ("window_days", "²", "Give a whole number, 0 or more."),
        ("predicted", "101", "Give a percentage from 0 to 100, such as 62.5."),
        ("predicted", "0.62", "Give a percentage from 0 to 100, such as 62.5."),
        ("predicted", "nan", "Give a percentage from 0 to 100, such as 62.5."),
        ("predicted_years", "11", "Give a number of years, such as 1 or 2."),
        ("left_reason", "x" * 32_001, "Give a shorter text."),
    ],
)
def test_what_cannot_be_read_says_what_is_expected(name: str, typed: str, sentence: str) -> None:
    assert read_cell(column(name), typed).wrong == sentence


@pytest.mark.parametrize(
    ("typed", "ref", "wrong"),
    [
        (" P-001 ", "P-001", ""),
        ("", "", "Give the reference that your scheme invented for this person."),
        ("x" * 41, "", "A reference has at most 40 characters."),
    ],
)
def test_a_reference_is_read_on_one_line(typed: str, ref: str, wrong: str) -> None:
    assert read_reference(typed) == (ref, wrong)


WHOLE = st.none() | st.integers(0, 1_000_000)
DATES = st.just("") | st.dates(datetime.date(1990, 1, 1)).map(datetime.date.isoformat)
VALUES = {
    "date": DATES,
    "reoffence": DATES | st.sampled_from(["none", "untraced"]),
    "whole": WHOLE,
    "percent": st.none() | st.integers(10, 1000).map(lambda tenths: tenths / 10),
    "years": st.none() | st.sampled_from([0.5, 1.0, 2.0]),
    "text": st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=20),
}


@given(st.data())
def test_every_value_is_read_as_it_is_shown(data: st.DataObject) -> None:
    for each in person_columns(iom()):
        value = data.draw(st.sampled_from(["", *each.choices]) if each.choices else VALUES[each.kind])
        assert read_cell(each, cell_text(each, value)) == (value, "")


@given(st.data())
def test_what_is_set_is_found(data: st.DataObject) -> None:
    sheet = with_people("P-001")
    chosen = data.draw(st.lists(st.sampled_from(person_columns(iom())), unique=True))
    values = {
        each.name: data.draw(st.sampled_from(each.choices) if each.choices else VALUES[each.kind]) for each in chosen
    }
    sheet = apply(sheet, set_person(iom(), sheet, "P-001", values, STAMP))
    person = sheet.people["P-001"]
    for each in person_columns(iom()):
        assert cell_value(each, person) == values.get(each.name, cell_value(each, Person()))
    assert [need[0] for need in person.needs] == [
        each for each in pathways(iom()) if values.get(f"{each}_entry") or values.get(f"{each}_now")
    ]
    assert set_person(iom(), sheet, "P-001", values, STAMP) == ()


def with_people(*refs: str) -> AnswerSheet:
    sheet = blank(iom())
    for ref in refs:
        sheet = apply(sheet, add_person(sheet, ref, STAMP))
    return sheet


def test_people_are_added_last_once_and_removed() -> None:
    sheet = with_people("P-002", "P-001", "P-002")
    assert [(ref, person.position) for ref, person in sheet.people.items()] == [("P-002", 1), ("P-001", 2)]
    sheet = apply(sheet, add_person(sheet, "P-003", STAMP))
    assert sheet.people["P-003"] == Person(3, by="Ada", on=STAMP.on)
    assert list(apply(sheet, remove_people(sheet, ["P-002", "P-003"])).people) == ["P-001"]


def test_a_cell_is_set_and_cleared() -> None:
    sheet = with_people("P-001")
    sheet = apply(sheet, set_person_cell(iom(), sheet, "P-001", "health_entry", "some", STAMP))
    sheet = apply(sheet, set_person_cell(iom(), sheet, "P-001", "window_days", 365, STAMP))
    assert (sheet.people["P-001"].needs, sheet.people["P-001"].window_days) == ((("health", "some", ""),), 365)
    sheet = apply(sheet, set_person_cell(iom(), sheet, "P-001", "health_entry", "", STAMP))
    sheet = apply(sheet, set_person_cell(iom(), sheet, "P-001", "window_days", None, STAMP))
    assert sheet.people["P-001"] == Person(1, by="Ada", on=STAMP.on)


def test_quarters_are_set_by_their_first_day_and_removed() -> None:
    sheet = blank(iom())
    sheet = apply(sheet, set_quarter(sheet, "2025-04-01", STAMP, offences=5, days_at_liberty=900, people=10))
    assert set_quarter(sheet, "2025-04-01", STAMP, offences=5) == ()
    sheet = apply(sheet, set_quarter(sheet, "2025-04-01", STAMP, offences=6))
    assert sheet.quarters == {"2025-04-01": Quarter(6, 900, 10, *STAMP)}
    assert apply(sheet, remove_quarter(sheet, "2025-04-01")).quarters == {}


def test_the_follow_up_is_set_field_by_field_and_goes_when_it_is_empty() -> None:
    sheet = blank(iom())
    assert set_follow_up(sheet, STAMP, data_to="") == ()
    sheet = apply(sheet, set_follow_up(sheet, STAMP, data_to="2026-09-30", look_back_years=2.0))
    assert set_follow_up(sheet, STAMP, data_to="2026-09-30") == ()
    sheet = apply(sheet, set_follow_up(sheet, STAMP, joined_from="2024-04-01", look_back_years=None))
    assert sheet.follow_up is not None
    assert sheet.follow_up[:3] == ("2026-09-30", None, "2024-04-01")
    assert apply(sheet, set_follow_up(sheet, STAMP, data_to="", joined_from="")).follow_up is None
