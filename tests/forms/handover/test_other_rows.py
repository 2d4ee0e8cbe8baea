"""Quarters, dates of offences and other areas as tables: taken, named, and twice is once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom
from tests.forms.handover.desk import STAMP, table, taken

from iomsa.answers.people import FollowUp, Quarter
from iomsa.answers.review import Benchmark
from iomsa.handover.other_rows import preview_benchmark, preview_offence_dates, preview_quarters, quarter_name
from iomsa.handover.preview import Change, Conflict
from iomsa.session.edits import Stamp

SHEET = blank(iom())
QUARTERS = table(
    ("Quarter", "Offences", "Days at liberty", "People"),
    ("Apr-Jun 2025", "5", "900", "11"),
    ("2025 Q3", "", "900", "11"),
    ("2025-26 Q3", "4", "850", ""),
    ("May 2025", "4", "850", ""),
)


def test_quarters_are_taken_by_their_first_day_and_twice_is_once() -> None:
    found = preview_quarters(SHEET, [QUARTERS], STAMP)
    assert [fault.sentence for fault in found.faults] == [
        "Row 3, Offences: found nothing, expected a whole number, 0 or more.",
        "Row 5, Quarter: found “May 2025”, expected a quarter such as 2025-04-01 or Apr-Jun 2025.",
    ]
    sheet = taken(SHEET, found)
    assert sheet.quarters == {"2025-04-01": Quarter(5, 900, 11, *STAMP), "2025-10-01": Quarter(4, 850, 0, *STAMP)}
    again = preview_quarters(sheet, [QUARTERS], Stamp("Grace", STAMP.on))
    assert (again.edits, again.same) == ((), ("2025-04-01", "2025-10-01"))
    assert quarter_name("2025-10-01") == "Oct to Dec 2025"


def test_a_quarter_that_is_there_is_changed_and_its_blanks_stay() -> None:
    sheet = taken(SHEET, preview_quarters(SHEET, [QUARTERS], STAMP))
    found = preview_quarters(sheet, [table(("quarter", "offences"), ("01/04/2025", "6"))], STAMP)
    assert found.changed == (Change("2025-04-01", "Offences", "5", "6"),)
    assert taken(sheet, found).quarters["2025-04-01"][:3] == (6, 900, 11)


def test_a_new_quarter_that_tables_disagree_about_is_not_taken() -> None:
    one, other = table(("2025-04-01", "5", "900", "11")), table(("2025-04-01", "6", "900", "11"))
    found = preview_quarters(SHEET, [one, other], STAMP)
    assert found.conflicting == (
        Conflict("2025-04-01", "Offences", "", "5"),
        Conflict("2025-04-01", "Offences", "", "6"),
    )
    assert (found.new, found.edits) == ((), ())
    chosen = preview_quarters(SHEET, [other, one], STAMP, {found.conflicting[1].choice})
    assert taken(SHEET, chosen).quarters["2025-04-01"][:3] == (6, 900, 11)


def test_offence_dates_are_kept_ascending_with_two_of_one_day_and_twice_is_once() -> None:
    dates = table(("P", "Offence date"), ("a", "2/6/2025"), ("b", "7 Jan 2025"), ("c", "2025-06-02"), ("d", "June"))
    found = preview_offence_dates(SHEET, [dates], STAMP)
    assert [fault.sentence for fault in found.faults] == [
        "Row 5, Offence date: found “June”, expected a date such as 31/03/2025."
    ]
    sheet = taken(SHEET, found)
    assert sheet.follow_up == FollowUp(offence_dates=("2025-01-07", "2025-06-02", "2025-06-02"), by="Ada", on=STAMP.on)
    again = preview_offence_dates(sheet, [dates], STAMP)
    assert (again.new, again.edits) == ((), ())


@given(st.lists(st.sampled_from(["2025-01-01", "2025-01-02", "2025-01-03"]), min_size=1))
def test_a_column_of_dates_without_a_heading_is_taken_as_it_is(dates: list[str]) -> None:
    column = table(*((date,) for date in dates))
    sheet = taken(SHEET, preview_offence_dates(SHEET, [column], STAMP))
    assert sheet.follow_up is not None
    assert list(sheet.follow_up.offence_dates) == sorted(dates)
    assert preview_offence_dates(sheet, [column, column], STAMP).edits == ()


AREAS = table(
    ("area", "people", "reoffended"),
    ("Eastmoor", "50", "20"),
    ("Westmoor", "10", "12"),
    ("Southmoor", "0", "0"),
    ("", "9", "1"),
    ("Upmoor", "9", ""),
)


def test_other_areas_are_taken_with_their_source_and_twice_is_once() -> None:
    found = preview_benchmark(SHEET, [AREAS], STAMP, source=" The  inspectors ")
    assert [fault.sentence for fault in found.faults] == [
        "Row 3, reoffended: found “12”, expected no more than the people.",
        "Row 4, people: found “0”, expected at least 1.",
        "Row 5, area: found nothing, expected the name of an area.",
        "Row 6, reoffended: found nothing, expected a whole number, 0 or more.",
    ]
    sheet = taken(SHEET, found)
    assert sheet.benchmark == Benchmark("The inspectors", (("Eastmoor", 50, 20),), *STAMP)
    assert preview_benchmark(sheet, [AREAS], Stamp("Grace", STAMP.on)).edits == ()


def test_an_area_that_is_there_is_changed_and_judged_as_a_whole() -> None:
    sheet = taken(SHEET, preview_benchmark(SHEET, [AREAS], STAMP, source="The inspectors"))
    found = preview_benchmark(sheet, [table(("area", "reoffended"), ("Eastmoor", "21"))], STAMP)
    assert found.changed == (Change("Eastmoor", "Reoffended", "20", "21"),)
    changed = taken(sheet, found).benchmark
    assert changed is not None
    assert changed[:2] == ("The inspectors", (("Eastmoor", 50, 21),))
    assert preview_benchmark(sheet, [table(("area", "reoffended"), ("Eastmoor", "51"))], STAMP).left_out == 1


def test_an_area_that_tables_disagree_about_is_not_taken() -> None:
    found = preview_benchmark(SHEET, [AREAS, table(("Eastmoor", "50", "21"))], STAMP, source="x")
    assert [conflict.theirs for conflict in found.conflicting] == ["20", "21"]
    assert (found.new, found.edits) == ((), ())
