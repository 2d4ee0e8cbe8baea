"""Outcomes in the return: what stands there, and what comes back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import blank, full, iom
from tests.forms.returns.desk import content, held, open_again, resaved, spoil, write
from tests.forms.returns.schemes import drawn, followed
from tests.forms.returns.test_sheets import rows, summary

from iomsa.answers.review import FROM_RETURN, REMOVED, Figure, KeptFigures, UnitCosts
from iomsa.answers.sheet import AnswerSheet
from iomsa.practice.scheme import practice_sheets
from iomsa.returns.marking import OFFICIAL, SENSITIVE, default_marking
from iomsa.returns.sheets.made import complete_month
from iomsa.returns.sheets.outcomes import outcome_rows, unit
from iomsa.returns.verify import verify
from iomsa.store.removal_totals import without_people

Sheets = Mapping[str, Worksheet]
CLOSED = followed()._replace(quarters={}, unit_costs=None, benchmark=None)


def outcomes(sheet: AnswerSheet) -> dict[str, dict[str, str]]:
    return rows(content(iom(), sheet), "Outcomes")


def test_each_figure_is_a_row_with_unit_n_and_interval() -> None:
    found = outcomes(followed())
    rate = found["proven_reoffending.rate"]
    assert (rate["title"], rate["unit"], rate["n"]) == (
        "Proven reoffending within a year, as a share",
        "share of 1",
        "40",
    )
    assert float(rate["low"]) < float(rate["value"]) < float(rate["high"])
    assert found["frequency.p"]["value"] == ""
    assert "can't show" in found["frequency.p"]["note"]


def test_how_the_figures_were_made_stands_below_them() -> None:
    found = outcomes(followed())
    assert (found["made.joined_from"]["value"], found["made.joined_to"]["value"]) == ("2022-04", "2025-03")
    assert (found["made.data_to"]["value"], found["made.look_back_years"]["value"]) == ("2026-03", "1")
    assert found["made.quarter.2023-04.days_at_liberty"]["value"] == "3004"
    cost = found["made.unit_cost.1"]
    assert (cost["title"], cost["value"], cost["unit"], cost["note"]) == (
        "Robbery",
        "11320",
        "pounds, 2015/16",
        "A source",
    )
    area = found["made.area.2"]
    assert (area["title"], area["value"], area["n"], area["note"]) == ("Other area: Brackholt", "15", "41", "Made up")


def test_the_costs_that_the_program_starts_from_are_named_where_they_were_used() -> None:
    def table(sheet: AnswerSheet, value: str) -> list[str]:
        figures = (Figure("break_even.arson", "Arson", value, reason="Why."),)
        return [str(row[0]) for row in outcome_rows(sheet, figures) if str(row[0]).startswith("made.unit")]

    assert len(table(CLOSED, "12")) == 10
    assert table(CLOSED, "") == []
    assert table(CLOSED._replace(unit_costs=UnitCosts((("Arson", 1, "2020/21", "Ours"),))), "") == ["made.unit_cost.1"]


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("", ""),
        ("2026-03-31", "2026-03"),
        ("2026-03-30", "2026-02"),
        ("2026-01-15", "2025-12"),
        ("2024-02-29", "2024-02"),
    ],
)
def test_data_reach_to_the_last_month_that_is_over(day: str, month: str) -> None:
    assert complete_month(day) == month


def test_every_figure_has_a_unit() -> None:
    assert {row["unit"] for row in outcomes(followed()).values() if row["value"]} >= {"people", "share of 1", "p"}
    assert unit("over_time.2026-01.rate") == "per 1,000 days"
    assert unit("break_even.arson") == "offences"
    assert unit("agreement.A1.agreed") == "files"


def test_a_period_without_people_has_only_the_headings() -> None:
    assert outcomes(full(iom())) == {}
    assert [item for item in summary(full(iom())) if "reoffend" in item] == []


@pytest.mark.parametrize("case_rows", [True, False])
def test_everything_but_the_rows_of_people_comes_back(tmp_path: Path, case_rows: bool) -> None:
    sheet = followed()
    written = write(content(iom(), sheet, case_rows=case_rows), tmp_path)
    assert (written.counts.people, str(written.counts)[-25:]) == (40, " 40 people in the figures")
    opened = open_again(written.path)
    assert opened.problems == ()
    assert opened.sheet._replace(returned_cases=None) == held(sheet, case_rows=case_rows)


def test_a_return_of_an_opened_return_holds_the_same_figures(tmp_path: Path) -> None:
    first = write(content(iom(), followed(), case_rows=True), tmp_path)
    again = open_again(first.path).sheet
    second = write(content(iom(), again, case_rows=True), tmp_path, "2027-06-01T10:00:00")
    assert outcomes(again) == outcomes(followed())
    assert open_again(second.path).sheet == again
    third = write(content(iom(), open_again(second.path).sheet, case_rows=True), tmp_path)
    assert third.checksum == second.checksum
    assert first.checksum != second.checksum, "Summary says that the figures are from a return"


def test_without_people_the_checksum_comes_back_too(tmp_path: Path) -> None:
    sheet = drawn()._replace(replaced={}, quarters=followed().quarters, follow_up=followed().follow_up)
    first = write(content(iom(), sheet, case_rows=True), tmp_path)
    again = open_again(first.path).sheet
    assert write(content(iom(), again, case_rows=True), tmp_path).checksum == first.checksum


def test_follow_up_comes_back_by_the_month(tmp_path: Path) -> None:
    follow_up = followed().follow_up
    assert follow_up is not None
    odd = follow_up._replace(joined_from="2022-04-13", joined_to="2025-03-02", data_to="2026-03-30")
    opened = open_again(write(content(iom(), CLOSED._replace(follow_up=odd)), tmp_path).path).sheet.follow_up
    assert opened is not None
    assert opened[:4] == ("2026-02-28", 1.0, "2022-04-01", "2025-03-31")


def test_summary_says_how_many_reoffended_and_what_that_does_not_show() -> None:
    page = summary(followed())
    value, note = page["Proven reoffending"]
    assert re.fullmatch(r"12 of 40", value)
    assert re.search(r"\d+ % reoffended within a year; 95 % interval \d+ to \d+ %\.", note)
    assert page["People in the figures"][0] == "40"
    assert "2 left the scheme." in page["People in the figures"][1]
    assert "nobody here is compared with people like them" in page["What they don't show"][1]


def test_summary_rounds_the_share_once() -> None:
    figures = (
        Figure("people", "People", "258"),
        Figure("proven_reoffending.rate", "Rate", "0.345", "0.2896", "0.4048", "258"),
        Figure("proven_reoffending.reoffended", "Again", "89", n="258"),
        Figure("proven_reoffending.not_known", "Not filled in", "3"),
    )
    page = summary(blank(iom())._replace(figures=KeptFigures(FROM_RETURN, "2026-01-22", 0, 258, figures)))
    assert page["Proven reoffending"] == ("89 of 258", "34 % reoffended within a year; 95 % interval 29 to 40 %.")
    assert page["People in the figures"][1].startswith("3 not filled in. ")


def test_summary_says_where_figures_without_rows_are_from() -> None:
    figures = (
        Figure("people", "People", "58"),
        Figure("proven_reoffending.rate", "Rate", reason="Nobody yet."),
        Figure("proven_reoffending.reoffended", "Again", "0"),
    )
    kept = KeptFigures(FROM_RETURN, "2026-01-22", 0, 58, figures)
    page = summary(blank(iom())._replace(figures=kept))
    assert page["Proven reoffending"] == ("Not known", "Nobody yet.")
    assert page["People in the figures"] == (
        "58",
        "Figures from a return of 22 January 2026; no rows about people here.",
    )
    removed = summary(blank(iom())._replace(figures=kept._replace(origin=REMOVED)))
    assert removed["People in the figures"][1] == (
        "The rows of 58 people were removed; the figures are as they stood on 22 January 2026."
    )


def test_figures_about_people_are_marked_sensitive(tmp_path: Path) -> None:
    plain = full(iom())
    assert default_marking(plain, case_rows=False) == OFFICIAL
    for sheet in (
        followed(),
        followed()._replace(people={}),
        open_again(write(content(iom(), CLOSED), tmp_path).path).sheet,
    ):
        assert default_marking(sheet, case_rows=False) == SENSITIVE
    assert default_marking(drawn(), case_rows=False) == SENSITIVE, "reasons for a replacement are notes"


@pytest.mark.needs("libreoffice-calc")
def test_the_practice_scheme_is_whole_after_libreoffice_and_comes_back(tmp_path: Path) -> None:
    sheet = practice_sheets(iom())[-1]
    written = write(content(iom(), sheet, practice=True, case_rows=True), tmp_path)
    again = resaved(written.path, tmp_path)
    assert verify(again).differences == ()
    assert verify(again).receipt == written.receipt
    opened = open_again(again)
    assert (opened.sheet, opened.problems) == (held(sheet), ())


def test_a_return_from_before_draws_and_outcomes_still_opens(tmp_path: Path) -> None:
    sheet = full(iom(), cases=12)

    def take_away(sheets: Sheets) -> None:
        for name, last in (("Cases", "wording_hash"), ("Case files", "R3.note")):
            headings = [cell.value for cell in sheets[name][1]]
            assert last in headings
            at = headings.index(last) + 2
            sheets[name].delete_cols(at, len(headings) - at)

    path = spoil(write(content(iom(), sheet, case_rows=True), tmp_path).path, take_away)
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if b"reviewed_twice</t>" in archive.read(name)]
    opened = open_again(path)
    assert opened.problems == ()
    assert opened.sheet.draw is None
    assert opened.sheet.figures is None
    assert opened.sheet.cases.keys() == held(sheet).cases.keys()


def test_after_rows_were_removed_the_return_holds_the_same_figures(tmp_path: Path) -> None:
    cases = drawn()
    sheet = followed()._replace(cases=cases.cases, draw=cases.draw, replaced=cases.replaced)
    bare = without_people(iom(), sheet, "Ada", "2027-03-03T10:00:00")
    assert outcomes(bare) == outcomes(sheet)
    opened = open_again(write(content(iom(), bare), tmp_path).path)
    assert opened.problems == ()
    kept = opened.sheet.figures
    assert kept is not None
    assert bare.figures is not None
    assert (kept.origin, kept.made_on, kept.cases, kept.people) == (FROM_RETURN, "2027-03-03", 12, 40)
    assert kept.figures == bare.figures.figures
    assert opened.sheet.returned_cases == bare.returned_cases
    assert opened.sheet.draw == held(bare, case_rows=False).draw
    page = summary(bare)
    assert page["People in the figures"][1].endswith(
        "The rows of 40 people were removed; the figures are as they stood on 3 March 2027."
    )
