"""What stands on the sheets: the page to read first, the one row, ratings beside labels, the empty sheets to come."""

from __future__ import annotations

from tests.builders import blank, full, iom, with_answers, with_move, with_open_case, with_profile
from tests.forms.returns.desk import WHEN, content

from iomsa.answers.sheet import Address, Answer, AnswerSheet
from iomsa.checks.finding import OPEN, QUESTION, QUESTIONS, Finding
from iomsa.returns.assemble import assemble
from iomsa.returns.content import Content
from iomsa.returns.layout import SHEETS, layouts

Cells = dict[str, str]


def rows(made: Content, sheet: str) -> dict[str, Cells]:
    """Return the rows of a sheet by id, each by heading."""
    grid = next(grid for grid in assemble(made, WHEN).grids if grid.sheet == sheet)
    return {id: dict(zip(grid.headings, row, strict=True)) for id, row in zip(grid.ids, grid.rows, strict=True)}


def summary(sheet: AnswerSheet, **changes: object) -> dict[str, tuple[str, str]]:
    found = rows(content(iom(), sheet, **changes), "Summary")
    return {item: (row["value"], row["note"]) for item, row in found.items()}


def test_the_first_page_tells_what_an_inspector_asks_first() -> None:
    sheet = with_open_case(iom(), with_move(full(iom(), cases=10, sufficient=7), "1.1", "outstanding"))
    sheet = with_answers(sheet, {"1.2.1": "not-known", "1.3.2": "out", "1.1.2": 3})
    people = {"cohort.total": "42", "registrations.probation": "40", "agreed.police.name": "Robin Grey"}
    page = summary(with_profile(sheet, people | {"agreed.police.role": "Superintendent"}))
    assert page["Return"][0] == "Northmoor, 2025-26"
    assert page["Protective marking"][0] == "OFFICIAL"
    assert "inspectorates have not rated" in page["Self-rated"][1]
    assert page["Receipt"][0].count("-") == 2
    assert page["Answered by"] == ("1", "Ada Lovelace")
    assert page["Agreed by police"][0] == "Robin Grey"
    assert "Superintendent" in page["Agreed by police"][1]
    assert page["Agreed by probation"][0] == "Not agreed"
    assert page["People on the scheme"][0] == "42"
    assert page["Registrations matched with probation's: Registered by probation"][0] == "40"
    assert page["Registrations matched with probation's: On both lists"][0] == "Not known"
    assert page["Cases reviewed"][0] == "10 of 11"
    assert page["Work with people"][0] == "Good (so far)"
    assert page["Overall"][1] != ""
    assert page["7.3 Keeping others safe"] == ("Good (so far)", "7 of 10 sufficient, 70 %; 95 % interval 40 to 89 %.")
    assert page["Moved by hand"] == ("1", "1.1 to Outstanding")
    assert page["Not known"] == ("1", "1.2.1")
    assert page["Not applicable"] == ("1", "1.3.2")
    assert page["Highest answer without evidence"] == ("1", "1.1.2")


def test_who_has_not_agreed_heads_the_page() -> None:
    agreed = with_profile(full(iom()), {"agreed.police.name": "Robin Grey"})
    assert "Not agreed by probation" in summary(agreed)
    assert "Not agreed by police" not in summary(agreed)


def test_questions_of_the_check_fit_on_the_page() -> None:
    one = Address("answer", "1.1.1")
    still_open = [Finding("answer.open", QUESTIONS, OPEN, one, f"9.9.{n}", "Open.") for n in range(40)]
    asked = [Finding("sum", QUESTIONS, QUESTION, one, f"item {n}", f"Look at {n}.") for n in range(10)]
    page = summary(full(iom()), findings=(*still_open, *asked))
    assert page["Still open"][0] == "40"
    assert page["Still open"][1].endswith("9.9.23 and 16 more")
    assert page["Questioned by the check"][0] == "10"
    assert page["Question 8"] == ("item 7", "Look at 7.")
    assert page["Further questions"] == ("2", "item 8, item 9")


def test_nothing_reviewed_is_said() -> None:
    page = summary(blank(iom()))
    assert page["Cases reviewed"] == ("0 of 0", "No case files have been reviewed.")
    assert page["Overall"][0] == "Not rated"
    assert page["Organisation"][0] == "Not started"
    assert page["8.3 Keeping others safe"] == ("Not rated", "No file gave a yes or no.")
    assert page["People on the scheme"][0] == "Not answered"


def test_the_one_row_holds_every_rating_and_main_figure() -> None:
    sheet = with_profile(full(iom(), cases=10, sufficient=7), {"cohort.total": "42", "staff.police": "2.5"})
    row = rows(content(iom(), sheet), "One row")["row"]
    assert 85 <= len(row) <= 105
    assert (row["framework"], row["practice"], row["complete"]) == ("iom@2026.1", "real", "yes")
    assert (row["overall"], row["organisation"], row["standard_7"], row["1.1"]) == ("good", "good", "good", "good")
    assert (row["7.1"], row["7.1_percent"], row["7.1_n"]) == ("good", "70", "10")
    assert (row["11.1_percent"], row["11.1_n"]) == ("70", "10")
    assert (row["cohort.total"], row["staff.police"], row["cohort.fixed"]) == ("42", "2.5", "not-known")


def test_a_rating_stands_with_its_figures_its_move_and_its_reason() -> None:
    sheet = with_move(full(iom(), cases=10, sufficient=7), "1.1", "outstanding")
    found = rows(content(iom(), with_answers(sheet, {"2.1.1": None})), "Ratings")
    assert len(found) == 1 + 3 + 11 + 33
    moved = found["1.1"]
    assert (moved["self_rating"], moved["self_rating_label"], moved["moved_to"]) == ("good", "Good", "outstanding")
    assert moved["moved_by"] == "Ada Lovelace, police; Grace Hopper, probation"
    assert (moved["moved_on"], moved["move_reason"]) == ("2026-02-03", "Both services saw the files.")
    cases = found["7.1"]
    assert [cases[name] for name in ("n", "sufficient", "percent", "low", "high")] == [
        "10",
        "7",
        "70",
        "0.3968",
        "0.8922",
    ]
    assert found["2.1"]["open"] == "1"
    assert all(row["reason"] for row in found.values())


def test_an_answer_stands_with_its_wording_and_label() -> None:
    sheet = full(iom())
    answers = {**sheet.answers, "1.1.1": Answer("3", note="In date.", evidence="Agreement", flag=True)}
    row = rows(content(iom(), sheet._replace(answers=answers)), "Answers")["1.1.1"]
    assert (row["standard"], row["key_question"], row["essential"]) == ("1", "1.1", "yes")
    assert row["wording"].startswith("A written local IOM agreement")
    assert (row["code"], row["label"], row["flag"]) == ("3", "In place and working", "yes")
    assert len(row["wording_hash"]) == 12


def test_of_the_dates_of_single_cases_only_the_month_goes_in() -> None:
    sheet = full(iom(), cases=1)
    case = sheet.cases["N-001"]
    about = (("cohort", "fixed"), ("date", "2026-01-17"))
    dated = sheet._replace(cases={"N-001": case._replace(header=case.header._replace(about=about))})
    row = rows(content(iom(), dated, case_rows=True), "Case files")["N-001"]
    assert (row["about.cohort"], row["about.date"], row["position"]) == ("fixed", "2026-01", "1")
    assert "2026-02-03" not in row.values()


def test_columns_are_named_once_and_the_scheme_begins_each_sheet() -> None:
    for layout in layouts(iom()):
        assert len(set(layout.names)) == len(layout.names)
        assert layout.names[:3] == ("scheme_code", "scheme", "period")
        assert "check" not in layout.names
        assert not layout.id or layout.id in layout.names
    assert [layout.name for layout in SHEETS if len(layout.headings) < 5] == []
