"""The Case sheet: what stands in it, for first and second reviews, and how answers merge."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import blank, iom, library
from tests.forms.handover.desk import (
    FILES,
    STAMP,
    case_sheet,
    fill_cases,
    filled,
    merged_cases,
    put_answers,
    table,
    taken,
    written_cases,
    written_people,
)

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import CASE_CHOICES, AnswerSheet, Case, CaseAnswer, CaseHeader
from iomsa.handover.about import CASES, SECOND
from iomsa.handover.case_rows import COLUMNS
from iomsa.handover.case_sheet import HOW, SHEET, preview_case_sheets, read_case_sheets, write_case_sheet
from iomsa.handover.preview import Change, Choice, Conflict, Preview, Unknown
from iomsa.handover.table import Table
from iomsa.problems import Refused
from iomsa.session.changes import apply

REVIEW = iom().case_review
QUESTIONS = [each.id for each in REVIEW.questions]


def rows(path: Path, name: str = SHEET) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(path)[name].iter_rows()]


def preview(sheet: AnswerSheet, *lines: tuple[str, ...], second: bool = False) -> Preview:
    tables = {SECOND if second else CASES: [table(COLUMNS, *map(row, lines))]}
    return preview_case_sheets(iom(), sheet, tables, STAMP)


def row(line: tuple[str, ...]) -> tuple[str, ...]:
    ref, id, *said = line
    return (ref, id, "", "", *said)


def test_head_and_questions_stand_in_order_with_their_words(tmp_path: Path) -> None:
    found = rows(written_cases(tmp_path, case_sheet()))
    ids = [*(f"about.{field.id}" for field in REVIEW.about), *QUESTIONS]
    assert tuple(found[0]) == COLUMNS
    assert [line[:2] for line in found[1:]] == [[ref, id] for ref in FILES for id in ids]
    first = {str(line[1]): line for line in found[1 : len(ids) + 1]}
    assert first["about.cohort"][2:5] == ["This file", "Fixed, Flex or Free", "Flex"]
    assert first["about.date"][4] == "12/01/2026"
    assert first["C1"][2:] == ["Assessment", REVIEW.questions[0].text, "yes", None, None]
    assert first["C2"][4:] == ["no", "Done, but too late", "=A note\nof two lines"]
    assert first["O2"][3] == f"{REVIEW.questions[-2].text} Not applicable under 90 days."


def test_answers_reasons_and_heads_have_drop_downs(tmp_path: Path) -> None:
    path = written_cases(tmp_path, case_sheet())
    book = load_workbook(path)
    sheet = book[SHEET]
    assert isinstance(sheet, Worksheet)
    found = {}
    for each in sheet.data_validations.dataValidation:
        title, _, cells = str(each.formula1).partition("!")
        words = [cell.value for (cell,) in book[title][cells.replace("$", "")]]
        found.update({str(cell): words for cell in str(each.sqref).split()})
    first = len(REVIEW.about) + 2
    assert found[f"E{first}"] == ["yes", "no", "not applicable"]
    assert found[f"F{first}"] == [each.label for each in REVIEW.reasons]
    assert found["E2"] == ["Fixed", "Flex", "Free", "Not recorded"]
    assert "F2" not in found
    assert len(found) == len(FILES) * (2 * len(QUESTIONS) + sum(bool(field.choices) for field in REVIEW.about))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", f"A1:G{sheet.max_row}")


def test_a_second_review_holds_nothing_of_the_first(tmp_path: Path) -> None:
    sheet = case_sheet()
    first = sheet.cases[FILES[0]]
    again = first._replace(second_review=SecondReview("probation", *STAMP), second={"C1": CaseAnswer("no")})
    sheet = sheet._replace(cases={**sheet.cases, FILES[0]: again})
    path = written_cases(tmp_path, sheet, FILES[:2], second=True)
    found = rows(path)
    assert [line[1] for line in found[1:]] == ["about.reviewing-agency", *QUESTIONS] * 2
    given = [(line[0], line[1], *line[4:]) for line in found[1:] if any(line[4:])]
    assert given == [
        (FILES[0], "about.reviewing-agency", "Probation", None, None),
        (FILES[0], "C1", "no", None, None),
    ]
    text = "\n".join(str(cell) for name in load_workbook(path).sheetnames for line in rows(path, name) for cell in line)
    assert "two lines" not in text
    assert "without asking what the first reviewer answered" in str(rows(path, HOW))


@pytest.mark.parametrize("second", [False, True])
def test_an_untouched_sheet_changes_nothing(tmp_path: Path, second: bool) -> None:
    sheet = case_sheet()
    found = merged_cases(sheet, [written_cases(tmp_path, sheet, second=second)])
    assert found._replace(same=(), rows=0) == Preview()
    assert found.same == (() if second else FILES[:1])


def test_answers_reasons_notes_and_the_head_are_taken_as_one_step_and_once(tmp_path: Path) -> None:
    sheet = case_sheet()
    path = fill_cases(
        tmp_path,
        sheet,
        {
            (FILES[1], "about.reviewing-agency"): ("Probation",),
            (FILES[1], "about.months"): ("14",),
            (FILES[1], "C1"): ("No", "not done", "said"),
            (FILES[1], "C2"): ("", "", "only a note"),
            (FILES[1], "C3"): ("N/A",),
            (FILES[0], "C4"): ("YES",),
        },
    )
    found = merged_cases(sheet, [path])
    assert (found.new, found.changed) == ((FILES[1],), (Change(FILES[0], "C4", "", "yes"),))
    merged = taken(sheet, found)
    assert merged.cases[FILES[1]] == Case(
        FILES[1],
        CaseHeader((("months", "14"), ("reviewing-agency", "probation")), 2, *STAMP),
        {
            "C1": CaseAnswer("no", "not-done", "said", *STAMP),
            "C2": CaseAnswer(None, "", "only a note", *STAMP),
            "C3": CaseAnswer("not-applicable", "", "", *STAMP),
        },
    )
    assert merged.cases[FILES[0]].answers["C1"] == sheet.cases[FILES[0]].answers["C1"]
    again = merged_cases(merged, [path])
    assert (again.edits, again.same) == ((), FILES[:2])
    assert apply(merged, tuple(edit.reversed for edit in reversed(found.edits))) == sheet


def test_what_differs_from_ours_is_listed_and_taken_only_when_chosen(tmp_path: Path) -> None:
    sheet = case_sheet()
    path = fill_cases(
        tmp_path,
        sheet,
        {
            (FILES[0], "C1"): ("no", "Not done"),
            (FILES[0], "C2"): ("no", "Not recorded", "Another note"),
            (FILES[0], "about.cohort"): ("Fixed",),
        },
    )
    found = merged_cases(sheet, [path])
    place = "files.xlsx, Files"
    assert found.conflicting == (
        Conflict(FILES[0], "Fixed, Flex or Free", "Flex", "Fixed", place),
        Conflict(FILES[0], "C1", "yes", "no", place),
        Conflict(FILES[0], "C2, reason", "Done, but too late", "Not recorded", place),
        Conflict(FILES[0], "C2, note", "=A note\nof two lines", "Another note", place),
    )
    assert (found.edits, found.changed, found.same) == ((), (), ())
    chosen = taken(sheet, merged_cases(sheet, [path], [each.choice for each in found.conflicting])).cases[FILES[0]]
    assert chosen.answers["C1"] == CaseAnswer("no", "not-done", "", *STAMP)
    assert chosen.answers["C2"] == CaseAnswer("no", "not-recorded", "Another note", *STAMP)
    assert dict(chosen.header.about)["cohort"] == "fixed"


def test_a_reason_goes_when_its_no_goes(tmp_path: Path) -> None:
    sheet = case_sheet()
    book = written_cases(tmp_path, sheet)

    def change(page: Worksheet) -> None:
        put_answers({(FILES[0], "C2"): ("yes",)})(page)
        for line in page.iter_rows():
            if (line[0].value, line[1].value) == (FILES[0], "C2"):
                line[5].value = None

    path = filled(book, SHEET, change)
    found = merged_cases(sheet, [path], [Choice(FILES[0], "C2", "yes")])
    answer = taken(sheet, found).cases[FILES[0]].answers["C2"]
    assert (answer.choice, answer.reason, answer.note) == ("yes", "", "=A note\nof two lines")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (("N-002", "C1", "maybe", "", ""), "answer: found “maybe”, expected yes, no or not applicable."),
        (("N-002", "C1", "no", "why", ""), "reason: found “why”, expected one of Not recorded, Not done, "),
        (("N-002", "C1", "yes", "Not done", ""), "expected nothing, since only a no has a reason."),
        (("N-002", "C1", "", "Not done", ""), "answer: found nothing, expected no, since there is a reason."),
        (("N-002", "C1", "no", "", "x" * 32_001), "expected a text of at most 32,000 characters."),
        (("N-002", "about.cohort", "big", "", ""), "expected one of Fixed, Flex, Free, Not recorded."),
        (("N-002", "about.months", "a few", "", ""), "answer: found “a few”, expected a whole number, such as 42."),
        (("N-002", "about.date", "May", "", ""), "answer: found “May”, expected a date, such as 31/03/2026."),
    ],
)
def test_a_row_that_can_not_be_read_is_left_out_and_named(line: tuple[str, ...], sentence: str) -> None:
    found = preview(case_sheet(), line, ("N-003", "C1", "yes"))
    assert found.faults[0].sentence.startswith("Row 2, ")
    assert sentence in found.faults[0].sentence
    assert (found.left_out, found.rows, found.new) == (1, 2, ("N-003",))


def test_files_and_questions_that_are_not_here_are_named_and_not_taken() -> None:
    found = preview(case_sheet(), ("N-009", "C1", "yes"), ("N-009", "C2", "yes"), ("N-002", "Z1", "yes"), ("", "C1"))
    assert found.unknown == (
        Unknown("file", "N-009"),
        Unknown("question", "Z1"),
        Unknown("file", "without a reference"),
    )
    assert found.unknown[0].sentence == "There is no file “N-009” here; it was not taken."
    assert (found.edits, found.faults) == ((), ())


def test_a_question_that_stands_twice_and_missing_columns_are_faults() -> None:
    found = preview(case_sheet(), ("N-002", "C1", "yes"), ("N-002", "C1", "no"))
    assert [fault.sentence for fault in found.faults] == [
        "Row 3, id: found “N-002 C1”, expected each question of a file once; row 2 has it too."
    ]
    tables = {CASES: [table(("reference", "question", "note"), ("N-002", "C1", "x"))]}
    wrong = preview_case_sheets(iom(), case_sheet(), tables, STAMP)
    assert [fault.expected for fault in wrong.faults] == ["a column headed id", "a column headed answer"]


def test_other_sheets_are_refused(tmp_path: Path) -> None:
    sheet = case_sheet()
    with pytest.raises(Refused, match=r"this is a “People sheet”, not a Case sheet\."):
        read_case_sheets(iom(), sheet, [written_people(tmp_path, sheet, ())])


def test_another_framework_has_a_case_sheet_too(tmp_path: Path) -> None:
    sheet = blank(library())
    sheet = sheet._replace(cases={"B-1": Case("B-1", CaseHeader((), 1, *STAMP), {})})
    question = library().case_review.questions[0].id
    for second in (False, True):
        path = write_case_sheet(tmp_path / "b.xlsx", library(), sheet, ("B-1",), STAMP, second=second)
        filled(path, SHEET, put_answers({("B-1", question): ("no", "Not written down")}))
        tables = read_case_sheets(library(), sheet, [path])
        sheet = taken(sheet, preview_case_sheets(library(), sheet, tables, STAMP))
    case = sheet.cases["B-1"]
    assert case.second_review == SecondReview("", *STAMP)
    assert case.answers == case.second == {question: CaseAnswer("no", "not-written", "", *STAMP)}


ANSWERS = st.tuples(
    st.sampled_from(["", *CASE_CHOICES]),
    st.sampled_from(["", "Not done", "Not recorded"]),
    st.sampled_from(["", "a", "b"]),
)
SHEETS = st.lists(
    st.dictionaries(st.tuples(st.sampled_from(FILES), st.sampled_from(["C1", "C2"])), ANSWERS).map(
        lambda said: table(COLUMNS, *(row((ref, id, *texts)) for (ref, id), texts in said.items()))
    ),
    min_size=5,
    max_size=5,
)


@given(SHEETS, st.permutations(range(5)))
def test_five_sheets_in_any_order_give_the_same(tables: list[Table], order: list[int]) -> None:
    sheet = case_sheet()
    named = [each._replace(name=f"{place}.xlsx") for place, each in enumerate(tables)]
    one = preview_case_sheets(iom(), sheet, {CASES: named}, STAMP)
    assert one == preview_case_sheets(iom(), sheet, {CASES: [named[place] for place in order]}, STAMP)
    merged = taken(sheet, one)
    assert preview_case_sheets(iom(), merged, {CASES: named}, STAMP).edits == ()
    for ref, case in merged.cases.items():
        for id, answer in case.answers.items():
            assert not answer.reason or answer.choice == "no"
            ours = sheet.cases[ref].answers.get(id, CaseAnswer())
            assert answer.choice == ours.choice or ours.choice is None
