"""The card of a stage or a theme: what it says of a draw, how it is switched, and its table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.builders import blank, iom, with_cases, with_open_case
from tests.desktop.hands import page_at
from tests.forms.scoring.reviews import Group, drawn

from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.scoring.score import score
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.charts.with_table import AS_CHART, AS_TABLE
from iomsa_desktop.desk import CASES, Place
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.cases_stage import BY_STAGE, BY_THEME, StageCard
from iomsa_desktop.pages.cases_stage_words import stage_words, theme_words
from iomsa_desktop.windows.workspace import Workspace

ALL_SAID = "All were reviewed: no sampling error; reviewers may still differ."
WEIGHTED = {"Fixed": Group(20, 9, 1), "Flex": Group(60, 4, 6)}


def card_of(workspace: Workspace, field: str = "") -> StageCard:
    page = page_at(workspace, Place(CASES, "", field), CasesPage)
    return page.stage


def said(sheet: AnswerSheet, standard: str = "7") -> str:
    return stage_words(iom(), score(iom(), sheet).standard(standard))


def of_three(groups: dict[str, Group]) -> AnswerSheet:
    """Let 7.3 be the lowest: one yes of the others is for the good."""
    sheet = drawn(groups)
    better = ("A1", "A2")
    first = next(ref for ref, case in sheet.cases.items() if case.answers["A1"].choice == "no")
    case = sheet.cases[first]
    answers = {id: each._replace(choice="yes") if id in better else each for id, each in case.answers.items()}
    return sheet._replace(cases={**sheet.cases, first: case._replace(answers=answers)})


def test_it_says_the_lowest_what_is_near_and_what_could_be() -> None:
    assert said(with_open_case(iom(), of_three({"": Group(71, 12, 6)}))) == (
        "7.3 is the lowest, so standard 7 is Good so far. 11 of 18 would be Requires improvement, 13 still Good. "
        "For all 71 people the share could be 47 to 82 %."
    )
    sheet = with_cases(iom(), blank(iom()), {"A1": (18, 18), "A2": (18, 18), "A3": (12, 18)})
    assert said(sheet) == (
        "7.3 is the lowest, so standard 7 is Good. 11 of 18 would be Requires improvement, 13 still Good. "
        "In files like these the share could be 44 to 84 %."
    )


def test_it_names_all_that_are_the_lowest() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (12, 18), "A2": (18, 18), "A3": (12, 18)})
    assert said(sheet).startswith("7.1 and 7.3 are the lowest, so standard 7 is Good. ")
    sheet = with_cases(iom(), blank(iom()), {"A1": (18, 18), "A2": (18, 18), "A3": (18, 18)})
    assert said(sheet).startswith("7.1, 7.2 and 7.3 are alike, so standard 7 is Outstanding. ")


def test_it_says_where_all_were_reviewed_and_where_rounding_made_the_band() -> None:
    assert said(of_three({"": Group(17, 11, 6)})) == (
        "7.3 is the lowest, so standard 7 is Good. 11 of 17 is just under 65 %: rounding put this in Good. "
        f"10 of 17 would be Requires improvement, 12 still Good. {ALL_SAID}"
    )


def test_it_says_that_groups_are_weighted_and_why() -> None:
    assert said(drawn(WEIGHTED)) == (
        "7.1, 7.2 and 7.3 are alike, so standard 7 is Requires improvement. One yes fewer in Flex would be Inadequate, "
        "one yes more still Requires improvement. For all 80 people the share could be 32 to 72 %. Each group counts "
        "by its people, as they were not drawn in proportion: Fixed 10 of 20, Flex 10 of 60."
    )


def test_what_is_not_rated_has_its_reason() -> None:
    assert said(with_open_case(iom(), blank(iom()))) == "Not rated: no case files have been reviewed."
    assert said(drawn({"": Group(3, 2, 1)}), "11") == f"These are facts, shown and not rated. {ALL_SAID}"


def test_a_theme_says_its_lowest_and_that_it_has_no_rating() -> None:
    card, theme = score(iom(), drawn(WEIGHTED)), iom().case_review.themes[1]
    asked = [card.question(f"{standard}.2") for standard in (7, 8, 9, 10)]
    assert theme_words(theme, asked) == (
        "Stopping offending: all four are alike, 53 % weighted. For all 80 people the share could be 32 "
        "to 72 %. Each group counts by its people, as they were not drawn in proportion: Fixed 10 of 20, Flex 10 of "
        "60. A theme has no self-rating of its own; it shows what runs through the work."
    )
    few = with_cases(iom(), blank(iom()), {"A2": (9, 18), "P2": (9, 18), "D2": (12, 18), "R2": (12, 18)})
    of_few = [score(iom(), few).question(f"{standard}.2") for standard in (7, 8, 9, 10)]
    assert theme_words(theme, of_few).startswith("Stopping offending: 7.2 and 8.2 are the lowest of these four, 50 %. ")
    empty = score(iom(), blank(iom()))
    assert "No file gave a yes or no" in theme_words(theme, [empty.question("7.2")])


def test_a_theme_shows_its_key_question_of_each_stage(practice: Workspace, qtbot: QtBot) -> None:
    card = card_of(practice, "delivery")
    qtbot.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert (card.turn.text(), list(card.rows)) == (BY_STAGE, ["7.1", "8.1", "9.1", "10.1"])
    assert [card.switch.isVisible(), card.themes.isVisible()] == [False, True]
    card.themes.buttons[2].setFocus()
    qtbot.keyClick(card.themes.buttons[2], Qt.Key.Key_Space)
    assert list(card.rows) == ["7.3", "8.3", "9.3", "10.3"]
    assert [row.name.text() for row in card.rows.values()][1:3] == ["8.3 Planning", "9.3 Delivery"]
    rated = practice.bridge.card.question("8.3")
    assert card.rows["8.3"].count.text() == f"{rated.sufficient} of {rated.n}"
    assert card.says.startswith("Safety: ")
    qtbot.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert (card.turn.text(), card.stage.id) == (BY_THEME, "delivery")
    assert list(card.rows) == ["9.1", "9.2", "9.3"]


def test_the_chart_turns_into_a_table_and_stays_one_through_the_stages(practice: Workspace, qtbot: QtBot) -> None:
    card = card_of(practice)
    qtbot.mouseClick(card.table_link, Qt.MouseButton.LeftButton)
    table = card.as_rows
    assert table is not None
    assert (table.isVisible(), card.rows["7.1"].bar.isVisible(), card.table_link.text()) == (True, False, AS_CHART)

    def row(number: int) -> list[str]:
        model = table.model()
        return [str(model.data(model.index(number, column))) for column in range(model.columnCount())]

    assert row(2) == ["7.3 Keeping others safe", "24 of 37", "65 %", "55 to 73 %", "Good"]
    card.switch.buttons[4].click()
    assert not card.rows["11.1"].bar.isVisible()
    assert row(0)[-1] == "Shown, not rated"
    qtbot.mouseClick(card.table_link, Qt.MouseButton.LeftButton)
    assert (table.isVisible(), card.rows["11.1"].bar.isVisible(), card.table_link.text()) == (False, True, AS_TABLE)


def test_a_bar_tells_a_screen_reader_its_share_and_whom_it_is_for(practice: Workspace) -> None:
    bar = card_of(practice).rows["7.3"].bar
    assert bar.accessibleName() == "7.3 Keeping others safe: 65 %, 95 % interval 55 to 73 % for all 62 people"
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.Chart


def test_answers_to_prompts_count_no_file_again_and_those_to_files_do(practice: Workspace) -> None:
    bridge, stamp = practice.bridge, edits.Stamp("", "2026-11-22T10:00:00")
    before = bridge.tally
    bridge.change("answered", edits.answer(bridge.session.sheet, "1.1.1", stamp, choice="1"))
    assert bridge.card.question("1.1").rating is not None
    assert bridge.tally is before
    bridge.change("answered", edits.case_answer(bridge.session.sheet, "N-001", "A1", stamp, choice="yes"))
    assert bridge.tally is not before
    assert bridge.tally.of("A1").yes == before.of("A1").yes + 1
    again = bridge.tally
    draw = bridge.session.sheet.draw
    assert draw is not None
    drawn_anew = Edit(Address("draw"), draw, draw._replace(strata=(("", 99, 40),)))
    bridge.change("drawn", (drawn_anew,))
    assert bridge.tally is not again
