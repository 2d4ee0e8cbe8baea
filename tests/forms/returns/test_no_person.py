"""No return holds a row, a reference or a day of a person, and of cases no day; a large one stays small."""

from __future__ import annotations

import datetime
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import full, iom
from tests.forms.returns.desk import FEW, content, write
from tests.forms.returns.schemes import drawn, followed, person
from tests.forms.returns.test_sheets import rows

from iomsa.answers.people import FollowUp
from iomsa.answers.review import Replaced
from iomsa.answers.sheet import AnswerSheet, Case
from iomsa.checks.check import check
from iomsa.checks.finding import QUESTIONS
from iomsa.returns.content import Content
from iomsa.returns.rows import DAY_NOUGHT

FROM, TO = datetime.date(2010, 2, 2), datetime.date(2019, 12, 30)
"""Days on which nothing but people and cases of these tests has a date."""

days = st.dates(FROM, TO).map(datetime.date.isoformat)


def text_of(path: Path) -> str:
    """Return all that a workbook holds, unpacked."""
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def scheme(found: list[str]) -> AnswerSheet:
    """Return a sheet whose people, cases and offences are on these days."""
    sheet = drawn()._replace(quarters=followed().quarters)
    people = {
        f"ZQ-{place}": person(place)._replace(
            entry=day, follow_up_start=day, left=day, first_reoffence=day, left_reason="ZQ moved to Hull"
        )
        for place, day in enumerate(found, start=1)
    }
    cases = {ref: _dated(case, found[place % len(found)]) for place, (ref, case) in enumerate(sheet.cases.items())}
    return sheet._replace(
        people=people,
        cases=cases,
        replaced={"ZQ-left": Replaced("Fixed", "N-002", "The file can't be found", "ZQ Author", found[0])},
        follow_up=FollowUp("2026-03-31", 1.0, "2009-01-01", "2020-01-31", tuple(sorted(found))),
    )


def _dated(case: Case, day: str) -> Case:
    answers = {id: answer._replace(by="ZQ Author", on=f"{day}T10:00:00") for id, answer in case.answers.items()}
    header = case.header._replace(about=(("date", day),), by="ZQ Author", on=day)
    return case._replace(header=header, answers=answers)


def asked_about(sheet: AnswerSheet, *, case_rows: bool) -> Content:
    """Return a return that lists what the check asks."""
    made = content(iom(), sheet, case_rows=case_rows)
    findings = check(iom(), sheet, made.card)
    return made._replace(findings=tuple(each for each in findings if each.weight == QUESTIONS))


@FEW
@given(found=st.lists(days, min_size=1, max_size=40), case_rows=st.booleans())
def test_no_day_and_no_reference_of_anybody_is_anywhere_in_a_return(found: list[str], *, case_rows: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = text_of(write(asked_about(scheme(found), case_rows=case_rows), Path(folder)).path)
    assert "ZQ" not in text, "a reference, a reason for leaving, or the author of a review"
    for day in {*found}:
        assert day not in text
        assert f"<v>{(datetime.date.fromisoformat(day) - DAY_NOUGHT).days}</v>" not in text
    assert ("N-001" in text) is case_rows
    assert "Questions on single files or people" in text
    assert "W-001" not in text, "the list that files were drawn from"


def test_two_thousand_files_and_five_hundred_people_stay_under_two_megabytes(tmp_path: Path) -> None:
    sheet = drawn(2000, 1300, twice=400)._replace(
        people=followed(500).people, quarters=followed().quarters, follow_up=followed().follow_up
    )
    written = write(content(iom(), sheet, case_rows=True), tmp_path)
    assert written.size < 2_000_000
    assert (written.counts.cases, written.counts.people) == (2000, 500)


@pytest.mark.parametrize("people", [0, 40])
def test_the_counts_say_how_many_people_are_in_the_figures(tmp_path: Path, people: int) -> None:
    written = write(content(iom(), followed(people) if people else full(iom())), tmp_path)
    assert written.counts.people == people
    assert ("people in the figures" in str(written.counts)) is bool(people)


def test_questions_on_single_files_and_people_are_counted_and_not_named() -> None:
    sheet = scheme(["2015-03-04"])
    made = asked_about(sheet, case_rows=True)
    page = {item: (row["value"], row["note"]) for item, row in rows(made, "Summary").items()}
    single = [each for each in made.findings if each.place.startswith(("case ", "person "))]
    assert single
    assert page["Questions on single files or people"] == (str(len(single)), "Which they are stays with the scheme.")
    asked = [value for item, (value, _) in page.items() if item.startswith("Question ")]
    assert not [place for place in asked if place.startswith(("case ", "person "))]
