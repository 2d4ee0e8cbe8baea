"""The overview: what it says, what it offers, and that it follows the answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import blank, full, iom, library, with_answers, with_move, with_open_case
from tests.desktop.hands import page_at

from iomsa.answers.progress import Progress, cases_progress
from iomsa.answers.review import Figure, KeptFigures
from iomsa.answers.sheet import Address
from iomsa.framework.model import Framework
from iomsa.scoring.score import score
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.desk import CASES, OVERVIEW, PROFILE, STANDARD, Place
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.quiet_link import QuietLink
from iomsa_desktop.look import Look, load_theme
from iomsa_desktop.pages.overview import OverviewPage
from iomsa_desktop.pages.overview_chart import chart_rows
from iomsa_desktop.pages.overview_reoffended import reoffended_words
from iomsa_desktop.pages.overview_tables import standards_table, themes_table
from iomsa_desktop.pages.overview_to_do import to_do
from iomsa_desktop.pages.overview_words import finding_words, outcome_words, standing_words, was_words
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace) -> OverviewPage:
    return page_at(workspace, Place(OVERVIEW), OverviewPage)


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text())


def link(widget: QWidget, text: str) -> Link:
    return next(each for each in widget.findChildren(Link) if each.text() == text and each.isVisible())


def test_an_empty_scheme_is_told_what_lies_ahead_and_the_one_next_step(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    assert "Ahead are 82 prompts" in said(page.start)
    assert "You can stop anywhere." in said(page.start)
    assert not page.lines.isVisible()
    assert not page.overall.isVisible()
    button = next(each for each in page.start.findChildren(Button) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert new_scheme.place.page == PROFILE


def test_the_first_answer_brings_the_ratings(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    desk = new_scheme.desk
    with qtbot.waitSignal(new_scheme.bridge.scored, timeout=20_000):
        new_scheme.bridge.change("1.1.1 changed to 3", edits.answer(desk.sheet, "1.1.1", desk.stamp(), choice="3"))
    assert not page.start.isVisible()
    assert page.lines.isVisible()
    assert "1 of 82 prompts answered; no files on the list yet." in said(page.to_do)


def test_the_lines_stand_above_the_overall_and_in_larger_type(practice: Workspace) -> None:
    page = page_of(practice)
    labels = {label.text(): label for label in page.findChildren(QLabel) if label.isVisible()}
    lines = [labels[name].font().pixelSize() for name in ("Organisation", "Work with people", "Outcomes")]
    overall = [label for label in page.overall.findChildren(QLabel) if label.isVisible()]
    assert min(lines) > max(label.font().pixelSize() for label in overall)


def test_outcomes_are_a_figure_with_its_interval_and_no_rating(practice: Workspace) -> None:
    page, sheet = page_of(practice), practice.desk.sheet
    practice.settle()
    assert "20 of 58 reoffended" in said(page.lines)
    assert "34\u00a0% (24 to 47\u00a0%); not rated" in said(page.lines)
    assert sheet.follow_up is not None
    later = sheet.follow_up._replace(data_to="2025-06-30")
    practice.bridge.change("Known to June", (Edit(Address("follow-up"), sheet.follow_up, later),))
    page.lines.refresh()
    assert "15 of 45 reoffended" in said(page.lines)
    rows = tuple(Edit(Address("person", ref), person, None) for ref, person in sheet.people.items())
    practice.bridge.change("Nobody", rows)
    page.lines.refresh()
    assert "18 of 29: no proven offence" in said(page.lines)
    assert "62\u00a0% (51 to 72\u00a0%); not rated" in said(page.lines)


def test_how_many_reoffended_is_told_of_kept_figures_too() -> None:
    rate = Figure("proven_reoffending.rate", "", "0.3448", "0.2355", "0.4733", "58")
    figures = (Figure("proven_reoffending.reoffended", "", "20", n="58"), rate)
    sheet = blank(iom())
    assert reoffended_words(sheet) is None
    kept = sheet._replace(figures=KeptFigures("removed", "2026-11-22", 0, 73, figures))
    assert reoffended_words(kept) == ("20 of 58 reoffended", "34 % (24 to 47 %); not rated")
    none = (figures[0], rate._replace(value="", low="", high="", reason="Nobody."))
    assert reoffended_words(sheet._replace(figures=KeptFigures("removed", "2026-11-22", 0, 73, none))) is None


def test_a_name_leads_to_its_standard(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    name = next(each for each in page.findChildren(QuietLink) if each.text() == "Performance, learning")
    assert name.accessibleName() == "6 Performance and learning: self-rated Inadequate"
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert practice.place == Place(STANDARD, "6")


def test_the_focus_stays_on_a_name_when_ratings_change(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    name = page.findChildren(QuietLink)[3]
    name.setFocus(Qt.FocusReason.TabFocusReason)
    desk = practice.desk
    with qtbot.waitSignal(practice.bridge.scored, timeout=20_000):
        practice.bridge.change("1.1.1 changed to 0", edits.answer(desk.sheet, "1.1.1", desk.stamp(), choice="0"))
    assert QApplication.focusWidget() is name


def test_the_same_data_stand_in_the_table(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    qtbot.mouseClick(link(page.standards, "Show as a table"), Qt.MouseButton.LeftButton)
    table = page.standards.table
    assert table is not None
    assert table.isVisible()
    assert not page.standards.chart.isVisible()
    model = table.model()
    column = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    desk = practice.desk
    rows = chart_rows(desk.look, desk.framework, desk.bridge.card, None)
    assert column == [row.mark.word for row in rows]
    qtbot.mouseClick(link(page.standards, "Show as a chart"), Qt.MouseButton.LeftButton)
    assert page.standards.chart.isVisible()


def test_the_files_are_shown_by_theme(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    themes = link(page.standards, "By theme: engagement, stopping offending and safety")
    qtbot.mouseClick(themes, Qt.MouseButton.LeftButton)
    table = page.standards.table
    assert table is not None
    assert table.isVisible()
    assert table.model().rowCount() == 12
    assert "Case files by theme" in said(page.standards)


def test_why_unfolds_and_stays_unfolded(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    reason = practice.bridge.card.overall.reason
    assert reason not in said(page.overall)
    qtbot.mouseClick(link(page.overall, "Why?"), Qt.MouseButton.LeftButton)
    assert reason in said(page.overall)
    page.on_scored()
    assert reason in said(page.overall)


def test_the_advice_leads_to_its_prompt(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    first = practice.bridge.card.worth_changing[0]
    assert first.sentence in said(page.advice)
    qtbot.mouseClick(link(page.advice, f"Go to {first.prompt}"), Qt.MouseButton.LeftButton)
    assert practice.place == Place(STANDARD, first.standard, first.prompt)


def test_what_is_open_is_counted_and_led_to(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    desk = practice.desk
    with qtbot.waitSignal(practice.bridge.scored, timeout=20_000):
        practice.bridge.change("2.1.3 opened again", edits.answer(desk.sheet, "2.1.3", desk.stamp(), choice=None))
    qtbot.mouseClick(link(page.to_do, "1 prompt"), Qt.MouseButton.LeftButton)
    assert practice.place == Place(STANDARD, "2", "2.1.3")


def looks(framework: Framework) -> Look:
    return Look(load_theme("light"), 1.0, QApplication.font())


def test_a_change_since_last_period_is_said_and_nothing_else() -> None:
    card, earlier = score(iom(), full(iom(), 2)), score(iom(), full(iom(), 1))
    now, then = card.standard("1").rated, earlier.standard("1").rated
    assert was_words(iom(), now, then) == "was Requires improvement"
    assert was_words(iom(), now, now) == ""
    assert was_words(iom(), now, None) == ""


@pytest.mark.usefixtures("qapp")
def test_a_moved_rating_stands_beside_the_computed_one() -> None:
    sheet = with_move(full(iom(), 1), "1", "good")
    rows = chart_rows(looks(iom()), iom(), score(iom(), sheet), None)
    assert (rows[0].mark.word, rows[0].behind) == ("Requires improvement", ("moved to Good",))


@pytest.mark.usefixtures("qapp")
def test_so_far_is_hatched_and_said() -> None:
    sheet = with_open_case(iom(), full(iom()))
    row = chart_rows(looks(iom()), iom(), score(iom(), sheet), None)[6]
    assert row.mark.cells == ("hatched", "hatched", "hatched", "empty")
    assert row.behind == ("so far",)


@pytest.mark.usefixtures("qapp")
def test_a_range_is_grey_with_its_uncertain_cells_hatched() -> None:
    look = looks(iom())
    sheet = with_answers(full(iom(), 2), {p.id: None for p in iom().standards[0].prompts[:9]})
    row = chart_rows(look, iom(), score(iom(), sheet), None)[0]
    assert "hatched" in row.mark.cells
    assert row.mark.colour == look.theme.soft
    assert " to " in row.mark.word


def test_the_finding_names_every_standard_once() -> None:
    sheet = with_answers(full(iom(), 2), {p.id: None for p in iom().standards[0].prompts})
    words = finding_words(iom(), score(iom(), sheet))
    assert words == "Good: 2, 3, 4, 5, 6, 7, 8, 9 and 10. Not started: 1."
    assert finding_words(iom(), score(iom(), blank(iom()))) == "All standards: not started."


def test_provisional_says_what_is_missing() -> None:
    sheet = with_open_case(iom(), full(iom()))
    assert standing_words(score(iom(), sheet), cases_progress(iom(), sheet)) == "1 file not reviewed yet."
    opened = with_answers(full(iom()), {"1.1.1": None})
    words = standing_words(score(iom(), opened), cases_progress(iom(), opened))
    assert words == "1 prompt open: it makes no difference."


def test_without_files_there_is_no_overall_and_the_reason_is_there() -> None:
    sheet = full(iom())._replace(cases={})
    words = standing_words(score(iom(), sheet), cases_progress(iom(), sheet))
    assert words.startswith("No overall self-rating: no case files have been reviewed.")


def test_still_to_do_follows_the_order_of_the_work() -> None:
    left = [(each.link, each.behind, each.place.page) for each in to_do(iom(), blank(iom()), Progress(0, 0), ())]
    assert left == [
        ("13 facts", "for the profile", PROFILE),
        ("82 prompts", "open", STANDARD),
        ("Case files", "to put on the list", CASES),
    ]


def test_tables_say_figures_of_the_lowest_key_question() -> None:
    table = standards_table(iom(), full(iom()), score(iom(), full(iom())), None)
    plain = [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[6]]
    assert plain == ["7 Assessment", "Good", "–", "–", "7.1: 7 of 10", "10 of 10 files"]


@pytest.mark.usefixtures("qapp")
def test_other_criteria_work_too() -> None:
    sheet = full(library(), 1)
    card = score(library(), sheet)
    assert [row.id for row in chart_rows(looks(library()), library(), card, None)] == ["B", "H", "L"]
    assert len(themes_table(library(), card).rows) > 0
    assert outcome_words(library(), card, library().rules.lines[-1]) == ("Shown, not rated", "")
