"""Opening a return on a new machine: everything that it holds comes back, and what can't is named."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import (
    blank,
    full,
    iom,
    library,
    with_answers,
    with_move,
    with_open_case,
    with_profile,
)
from tests.forms.returns.desk import (
    FEW,
    cell_of,
    content,
    data_of,
    held,
    open_again,
    refused,
    remove,
    resaved,
    spoil,
    write,
)

from iomsa.answers.sheet import Answer, AnswerSheet, Case, CaseAnswer, Move, ProfileValue
from iomsa.framework.model import Framework
from iomsa.practice.scheme import practice_sheets
from iomsa.problems import refuse
from iomsa.returns.names import join_names, split_names
from iomsa.returns.open_return import Opened, open_return
from iomsa.scoring.report import as_data
from iomsa.scoring.score import score

Sheets = Mapping[str, Worksheet]


def rich(framework: Framework) -> AnswerSheet:
    """Return a sheet with something of every kind in it."""
    sheet = with_move(full(framework, cases=12, sufficient=8), "1.1", "outstanding")
    answers = {
        **sheet.answers,
        "1.1.1": Answer("3", note="  Edges\nand lines ", evidence="Agreement\nMinutes", flag=True, by="Ada, Dr; x"),
        "1.1.2": Answer(None, note="Only a note."),
        "1.3.2": Answer("not-applicable", reason="No change in the year.", by="Ada", on="2026-02-03T10:00:00"),
        "2.1.1": Answer("not-known", by="Ada", on="2026-02-03"),
    }
    profile = {"agreed.police.name": "Robin Grey", "agreed.police.date": "2026-03-12", "staff.police": "2.5"}
    sheet = with_profile(sheet._replace(answers=answers), profile | {"cohort.total": "42", "place.nation": "wales"})
    sheet = sheet._replace(profile={**sheet.profile, "lead.name": ProfileValue("", note="To be named.")})
    case = sheet.cases["N-002"]
    header = case.header._replace(about=(("cohort", "fixed"), ("date", "2026-01-17"), ("months", "7")))
    said = {**case.answers, "A1": CaseAnswer("no", reason="", note="Nobody asked.", by="Ada", on="2026-02-03")}
    return sheet._replace(cases={**sheet.cases, "N-002": Case("N-002", header, said)})


def scored(framework: Framework, sheet: AnswerSheet) -> object:
    return as_data(framework, score(framework, sheet))


def test_with_case_rows_everything_comes_back(tmp_path: Path) -> None:
    sheet = with_open_case(iom(), rich(iom()))
    opened = open_again(write(content(iom(), sheet, case_rows=True), tmp_path).path)
    assert opened.problems == ()
    assert opened.sheet == held(sheet)
    assert opened.framework_data == data_of("iom@2026.1")
    assert not opened.practice
    assert scored(iom(), opened.sheet) == scored(iom(), sheet)


def test_without_case_rows_the_counts_come_back_and_rate_the_same(tmp_path: Path) -> None:
    sheet = with_open_case(iom(), rich(iom()))
    opened = open_again(write(content(iom(), sheet), tmp_path).path)
    assert opened.problems == ()
    assert opened.sheet.cases == {}
    assert opened.sheet.returned_cases is not None
    assert (opened.sheet.returned_cases.listed, opened.sheet.returned_cases.reviewed) == (13, 12)
    assert opened.sheet._replace(returned_cases=None) == held(sheet, case_rows=False)
    assert scored(iom(), opened.sheet) == scored(iom(), sheet)


def test_a_return_of_an_opened_return_is_the_same_return(tmp_path: Path) -> None:
    for case_rows in (True, False):
        first = write(content(iom(), rich(iom()), case_rows=case_rows), tmp_path)
        again = open_again(first.path).sheet
        second = write(content(iom(), again, case_rows=case_rows), tmp_path)
        if case_rows:
            assert second.checksum == first.checksum
        assert open_again(second.path).sheet == again


@pytest.mark.needs("libreoffice-calc")
def test_everything_comes_back_from_libreoffice(tmp_path: Path) -> None:
    sheet = rich(iom())
    opened = open_again(resaved(write(content(iom(), sheet, case_rows=True), tmp_path).path, tmp_path))
    assert opened.problems == ()
    assert opened.sheet == held(sheet)


def test_the_practice_scheme_comes_back_as_practice(tmp_path: Path) -> None:
    for sheet in practice_sheets(iom()):
        made = content(iom(), sheet, practice=True, case_rows=True)
        opened = open_again(write(made, tmp_path).path)
        assert opened.practice
        assert opened.problems == ()
        assert opened.sheet == held(sheet)


def test_another_framework_comes_back(tmp_path: Path) -> None:
    sheet = full(library())
    opened = open_again(write(content(library(), sheet, case_rows=True), tmp_path).path)
    assert (opened.sheet, opened.problems) == (held(sheet), ())


def test_an_empty_period_comes_back_empty(tmp_path: Path) -> None:
    sheet = blank(iom())._replace(period=blank(iom()).period._replace(name="Pilot", start="2026-01-05"))
    opened = open_again(write(content(iom(), sheet), tmp_path).path)
    assert opened.sheet == held(sheet)


def after(folder: Path, change: Callable[[Sheets], None], sheet: AnswerSheet | None = None) -> Opened:
    made = content(iom(), sheet or rich(iom()), case_rows=True)
    return open_again(spoil(write(made, folder).path, change))


@pytest.mark.parametrize(
    ("sheet", "by", "id", "heading", "value", "said"),
    [
        ("Answers", "id", "1.1.1", "code", 4, "found “4” under code, expected one of 0, 1, 2, 3, not-known"),
        ("Answers", "id", "1.1.1", "code", "not-applicable", "expected one of 0, 1, 2, 3, not-known"),
        ("Answers", "id", "1.1.1", "flag", "maybe", "expected one of yes, no"),
        ("Answers", "id", "1.1.1", "note", "x" * 32_001, "expected a text of at most 32,000 characters"),
        ("Profile", "id", "cohort.total", "value", "many", "expected type a whole number, such as 42"),
        ("Profile", "id", "agreed.police.date", "value", "soon", "expected type a date"),
        ("Ratings", "id", "1.1", "moved_to", "superb", "expected one of inadequate, requires-improvement"),
        ("Case files", "reference", "N-002", "A1", "perhaps", "expected one of yes, no, not-applicable"),
        ("Case files", "reference", "N-002", "position", "first", "expected a whole number"),
        ("Case files", "reference", "N-002", "about.cohort", "blue", "expected choose one of"),
    ],
)
def test_a_bad_row_is_left_out_whole_and_named(
    tmp_path: Path, sheet: str, by: str, id: str, heading: str, value: str | int, said: str
) -> None:
    place = []

    def spoil_it(sheets: Sheets) -> None:
        cell = cell_of(sheets[sheet], id, heading, by=by)
        cell.value = value
        place.append(f"{sheet}!{cell.coordinate}")

    opened = after(tmp_path, spoil_it)
    (problem,) = opened.problems
    assert (problem.code, problem.place) == ("return.row", place[0])
    assert said in problem.sentence
    assert problem.sentence.endswith("this row was left out.")
    meant = held(rich(iom()))
    for records in ("answers", "profile", "moves", "cases"):
        left = {key: record for key, record in getattr(meant, records).items() if key != id}
        assert {key: record for key, record in getattr(opened.sheet, records).items() if key != id} == left
    assert all(id not in getattr(opened.sheet, records) for records in ("answers", "profile", "moves", "cases"))


def test_counts_that_can_not_be_are_left_out(tmp_path: Path) -> None:
    path = write(content(iom(), rich(iom())), tmp_path).path

    def spoil_it(sheets: Sheets) -> None:
        cell_of(sheets["Cases"], "A1", "yes").value = 400
        cell_of(sheets["Cases"], "A2", "no").value = -1
        cell_of(sheets["Cases"], "A3", "reviewed").value = 99

    opened = open_again(spoil(path, spoil_it))
    assert len(opened.problems) == 3
    assert opened.sheet.returned_cases is not None
    assert {"A1", "A2", "A3"}.isdisjoint(dict(opened.sheet.returned_cases.counts))


def test_rows_without_an_id_twice_or_unknown_are_named(tmp_path: Path) -> None:
    def spoil_it(sheets: Sheets) -> None:
        sheet = sheets["Answers"]
        sheet.append(["", "", "", "", "stray"])
        sheet.append(["", "", "", "1.1.1", "doubled"])
        sheet.append(["", "", "", "9.9.9", "unknown"])

    opened = after(tmp_path, spoil_it)
    assert [(problem.code, problem.place) for problem in opened.problems] == [
        ("return.row", "Answers!D118"),
        ("return.row", "Answers!D119"),
        ("return.unknown-id", "Answers!D120"),
    ]
    assert opened.sheet.answers == held(rich(iom())).answers


def test_an_answer_to_another_wording_is_taken_and_named(tmp_path: Path) -> None:
    def spoil_it(sheets: Sheets) -> None:
        cell_of(sheets["Answers"], "1.1.1", "wording_hash").value = "0" * 12

    opened = after(tmp_path, spoil_it)
    assert [problem.code for problem in opened.problems] == ["return.wording"]
    assert opened.sheet.answers["1.1.1"].choice == "3"


def test_other_criteria_of_the_same_name_are_named(tmp_path: Path) -> None:
    def spoil_it(sheets: Sheets) -> None:
        cell_of(sheets["About"], "framework_hash", "value", by="item").value = "0" * 64

    assert [problem.code for problem in after(tmp_path, spoil_it).problems] == ["return.framework"]


def test_columns_are_found_by_their_headings(tmp_path: Path) -> None:
    def turn_round(sheets: Sheets) -> None:
        for sheet in sheets.values():
            rows = [tuple(reversed(row)) for row in sheet.iter_rows(values_only=True)]
            for number, row in enumerate([rows[0], *reversed(rows[1:])], start=1):
                for place, value in enumerate(row, start=1):
                    sheet.cell(number, place).value = value

    opened = after(tmp_path, turn_round)
    assert opened.problems == ()
    assert opened.sheet == held(rich(iom()))


def test_a_sheet_that_is_missing_gives_nothing_back(tmp_path: Path) -> None:
    opened = after(tmp_path, lambda sheets: remove(sheets["Answers"]))
    assert opened.sheet.answers == {}
    assert opened.sheet.profile == held(rich(iom())).profile


def test_criteria_that_nobody_has_are_refused(tmp_path: Path) -> None:
    path = write(content(library(), full(library())), tmp_path).path

    def nobody(ref: str) -> Mapping[str, object]:
        raise refuse("framework.not-carried", ref, "this program has no framework of this name.")

    assert [problem.code for problem in refused(open_return, path, nobody)] == ["framework.not-carried"]


def test_a_moved_rating_keeps_reason_names_and_day(tmp_path: Path) -> None:
    people = (("Ada; the elder", "police, north"), ("Grace \\ Hopper", ""))
    sheet = with_answers(full(iom()), {"1.1.1": 3})
    sheet = sheet._replace(moves={"1.1": Move("outstanding", "Seen\nby both.", people, "2026-02-03")})
    made = content(iom(), sheet)
    moved = open_again(write(made, tmp_path).path).sheet.moves
    assert moved == (sheet.moves if made.card.question("1.1").moved_to else {})


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1, max_size=4))
def test_names_with_agencies_are_read_as_written(people: list[tuple[str, str]]) -> None:
    assert split_names(join_names(people)) == tuple(people)


texts = st.sampled_from(["", "a", "=1", "two\nlines", "  edge", "_x0041_", "é", "0", "yes"])
choices = st.sampled_from([None, "0", "1", "2", "not-known"])


answers_given = st.builds(
    Answer,
    choices,
    st.just(""),
    note=texts,
    evidence=texts,
    flag=st.booleans(),
    by=st.just("Ada"),
    on=st.just("2026-02-03"),
)


@FEW
@given(st.lists(answers_given, max_size=5))
def test_any_answers_come_back(answers: list[Answer]) -> None:
    ids = [prompt.id for standard in library().standards for prompt in standard.prompts]
    sheet = blank(library())._replace(answers=dict(zip(ids, answers, strict=False)))
    with tempfile.TemporaryDirectory() as folder:
        opened = open_again(write(content(library(), sheet), Path(folder)).path)
    said = {id: answer for id, answer in sheet.answers.items() if answer._replace(by="", on="") != Answer()}
    assert (opened.sheet.answers, opened.problems) == (said, ())
