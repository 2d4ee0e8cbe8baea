"""The page of outcomes as a person uses it: reads the figures, asks for more of them, and is led to what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.outcomes_states import KEPT, keep_people, known_up_to, page_of, put, put_quarters, quarters_of

from iomsa.answers.sheet import Address
from iomsa.session.changes import Edit
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import CASES, OUTCOMES, PEOPLE, PERSON, PROFILE, Place
from iomsa_desktop.dialogs.share_safe import ShareSafeDialog
from iomsa_desktop.look import SMALL
from iomsa_desktop.pages.outcomes import OutcomesPage
from iomsa_desktop.pages.overview import OverviewPage
from iomsa_desktop.pages.places import group_of, place_of
from iomsa_desktop.pages.registry import make_page
from iomsa_desktop.program import Program
from iomsa_desktop.windows.entries import Entry, entries
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def entry(workspace: Workspace) -> Entry:
    desk = workspace.desk
    found = entries(desk.framework, desk.sheet, desk.bridge.card, (), desk.bridge.tally.files)
    return next(each for each in found if each.place.page == OUTCOMES)


def described(chart: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Chart
    return interface.text(QAccessible.Text.Description)


def test_the_page_stands_in_the_list_with_how_many_were_followed(practice: Workspace, program: Program) -> None:
    found = entry(practice)
    assert (found.group, found.name, found.state, found.behind) == (
        "Outcomes",
        "11 Reoffending and needs",
        "complete",
        "58",
    )
    assert found.said == "58 of 73 people followed for long enough"
    program.window.asked.emit("outcomes")
    assert practice.place == Place(OUTCOMES)
    practice.step(-1)
    assert practice.place.about == "10"


def test_who_is_meant_and_how_many_reoffended(practice: Workspace) -> None:
    page = page_of(practice)
    assert page.about.text() == (
        "Everyone who joined between April 2022 and December 2024, whether still on the scheme or not: 73 people, of "
        "whom 58 could be followed. 9 have left. 13 joined too recently. 2 could not be traced."
    )
    said = described(page.proven.in_2020.bars)
    assert "As in the 2020 inspection, among the 20 who reoffended. This leaves out the 38 who did not" in said
    assert (
        "How often: 1 less, 13 the same, 6 more (5 %, 65 % and 30 %). How serious: 1 less, 15 the same, 4 more" in said
    )


def test_everybody_followed_unfolds_with_what_chance_would_do(practice: Workspace, hands: Hands) -> None:
    page = page_of(practice)
    assert not page.proven.in_all.isVisible()
    hands.press(page, "Everybody followed")
    assert page.proven.in_all.isVisible()
    words = page.proven.in_all.finding.text()
    assert "How often: 45 of 58 less, 9 more. If chance alone decided who went which way, a split as uneven as" in words
    assert (
        "in fewer than 1 of 1,000 such groups (p\u00a0under 0.001), so chance alone is unlikely; it doesn't say why."
        in words
    )
    hands.press(page, "Hide everybody followed")
    assert not page.proven.in_all.isVisible()


def test_every_chart_turns_into_a_table(practice: Workspace, hands: Hands) -> None:
    page = page_of(practice)
    for chart in (page.proven.in_2020, page.time.chart, page.needs.chart, page.areas.chart):
        hands.click(chart.turn)
        table = chart.findChild(RowsTable)
        assert table is not None
        assert table.isVisible()
        assert table.model().rowCount() > 1
        assert described(chart.chart)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.usefixtures("practice")
def test_every_quarter_of_the_table_over_time_stands_on_one_line(program: Program, hands: Hands, scale: float) -> None:
    program.window.resize(1280, 800)
    program.settings.scale = scale
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    page = page_of(workspace)
    hands.click(page.time.chart.turn)
    workspace.settle()
    table = page.time.chart.findChild(RowsTable)
    assert table is not None
    assert {table.rowHeight(row) for row in range(table.model().rowCount())} == {
        QFontMetrics(page.look.font(SMALL)).lineSpacing() + page.look.px(12)
    }


def test_a_new_scheme_is_told_what_the_page_is_for_and_led_on(new_scheme: Workspace, hands: Hands) -> None:
    page = page_of(new_scheme)
    shown = [card for card in (page.proven, page.time, page.needs, page.claims, page.cost) if card.isVisible()]
    assert (page.empty.isVisible(), shown) == (True, [])
    assert entry(new_scheme).said == "nobody entered yet"
    hands.press(page, "Enter the people who joined")
    assert new_scheme.place.page == PEOPLE


def test_without_the_day_up_to_which_offences_are_known_it_is_asked_for(practice: Workspace, hands: Hands) -> None:
    known_up_to(practice, "")
    page = page_of(practice)
    assert page.no_end.isVisible()
    assert not page.proven.isVisible()
    assert page.needs.isVisible()
    assert (entry(practice).state, entry(practice).behind) == ("started", "0")
    hands.press(page, "Give the day")
    assert practice.place == Place(PEOPLE, "", "data_to")


def test_very_few_people_come_with_a_warning(practice: Workspace) -> None:
    keep_people(practice, 8)
    page = page_of(practice)
    assert page.few.isVisible()
    assert page.rates.isVisible()
    keep_people(practice, 0)
    assert page.empty.isVisible()
    assert not page.few.isVisible()
    practice.bridge.undo()
    assert not page.empty.isVisible()


def test_figures_without_their_rows_say_where_they_are_from(practice: Workspace, hands: Hands) -> None:
    keep_people(practice, 0)
    put_quarters(practice, {})
    put(practice, KEPT, "figures")
    page = page_of(practice)
    assert page.kept.isVisible()
    assert not page.empty.isVisible()
    assert not page.proven.isVisible()
    assert [fold.head.text() for fold in page.kept.folds] == [
        "Proven reoffending",
        "How often, as in the 2020 inspection",
        "Other figures",
    ]
    table = page.kept.folds[0].findChild(RowsTable)
    assert table is not None
    row = [table.model().index(0, column).data() for column in range(4)]
    assert row == ["Proven reoffending", "34 %", "24 % to 47 %", "58"]
    hands.click(page.kept.folds[2].head)
    assert "Something of a later program: Not known here." in [
        label.text() for label in page.kept.folds[2].findChildren(type(page.about))
    ]
    assert page.about.text() == (
        "Everyone who joined between April 2022 and December 2024, whether still on the scheme or not: 58 people."
    )
    assert page.people.isVisible()
    assert page.kept.y() < page.signs.y()
    assert page.kept.width() > 1.3 * page.look.px(600)
    put(practice, None, "figures")
    assert not page.kept.isVisible()
    assert not page.about.isVisible()
    assert not page.people.isVisible()


def test_figures_that_were_kept_stand_below_those_that_are_worked_out(practice: Workspace, hands: Hands) -> None:
    put(practice, KEPT, "figures")
    page = page_of(practice)
    assert page.claims.y() < page.kept.y()
    assert "73 people, of whom 58" in page.about.text()
    keep_people(practice, 0)
    hands.wait(lambda: page.kept.y() < page.time.y())
    practice.bridge.undo()
    hands.wait(lambda: page.claims.y() < page.kept.y())


@contextmanager
def read_only(program: Program, path: Path) -> Iterator[OutcomesPage]:
    """Open a file that somebody else has open already."""
    program.window.asked.emit("close")
    with SchemeFile.open(path, clock=lambda: "2026-11-22T10:00:00", who=lambda: "Somebody else"):
        program.open(path)
        assert program.workspace is not None
        yield page_of(program.workspace)


def test_a_read_only_file_changes_nothing_here(program: Program, practice: Workspace) -> None:
    with read_only(program, practice.desk.file.path) as page:
        for link in (page.areas.read, page.areas.remove):
            assert not link.isEnabled()
            assert link.toolTip() == page.desk.file.read_only_because


def test_an_empty_file_that_is_read_only_says_why_nobody_can_be_entered(
    program: Program, new_scheme: Workspace
) -> None:
    with read_only(program, new_scheme.desk.file.path) as page:
        assert not page.empty.button.isEnabled()
        said = [label.text() for label in page.empty.findChildren(QLabel)]
        assert said[-1] == page.desk.file.read_only_because


def test_criteria_without_such_a_standard_have_no_such_page(
    practice: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = practice.desk.session
    rated = tuple(each for each in session.framework.standards if each.rule != "shown")
    # Taken back before the workspace settles: its list was made for all the standards.
    with monkeypatch.context() as patch:
        patch.setattr(session, "framework", session.framework._replace(standards=rated))
        assert isinstance(make_page(practice.desk, Place(OUTCOMES)), OverviewPage)


def test_early_signs_are_shown_and_never_rated(practice: Workspace, hands: Hands) -> None:
    page = page_of(practice)
    rows = page.signs.rows
    assert list(rows) == ["11.1", "11.2", "11.3"]
    assert (rows["11.1"].count.text(), rows["11.1"].percent.text()) == ("26 of 40", "65 %")
    hands.press(page.signs, "Case review")
    assert practice.place.page == CASES


def test_a_size_to_compare_with_and_what_it_lacks(practice: Workspace, hands: Hands) -> None:
    page = page_of(practice)
    hands.press(page.cost, "Other kinds of crime")
    table = page.cost.findChild(RowsTable)
    assert table is not None
    assert [table.model().index(3, column).data() for column in range(2)] == ["Domestic burglary", "51"]
    sheet = practice.desk.sheet
    money = [Edit(Address("profile", id), sheet.profile[id], None) for id in sheet.profile if id.startswith("money.")]
    practice.bridge.change("No cost", tuple(money))
    assert not table.isVisible()
    hands.press(page.cost, "What it costs")
    assert practice.place == Place(PROFILE, "", "money.police")


def test_the_share_safe_version_is_offered(practice: Workspace, hands: Hands) -> None:
    page, met = page_of(practice), list[type[QDialog]]()
    page.people.setFocus()
    hands.in_dialog(page.share_safe.click, lambda dialog: met.append(type(dialog)))
    assert met == [ShareSafeDialog]


def test_quarters_without_people_still_make_a_chart(new_scheme: Workspace) -> None:
    put_quarters(new_scheme, quarters_of(*range(20, 33)))
    known_up_to(new_scheme, "2026-01-31")
    page = page_of(new_scheme)
    assert page.time.isVisible()
    assert page.time.chart.isVisible()
    assert page.empty.isVisible()


@pytest.mark.parametrize(
    ("address", "place", "group"),
    [
        (Address("person", "P-001"), Place(PERSON, "P-001"), "The people who joined"),
        (Address("quarter", "2025-01-01"), Place(PEOPLE, "", "2025-01-01"), "The people who joined"),
        (Address("follow-up"), Place(PEOPLE, "", "data_to"), "The people who joined"),
        (Address("unit-costs"), Place(OUTCOMES, "", "unit-costs"), "Outcomes"),
        (Address("benchmark"), Place(OUTCOMES, "", "benchmark"), "Outcomes"),
        (Address("figures"), Place(OUTCOMES, "", "figures"), "Outcomes"),
    ],
)
def test_records_lead_to_their_places(practice: Workspace, address: Address, place: Place, group: str) -> None:
    framework = practice.desk.framework
    assert (place_of(framework, address), group_of(framework, address)) == (place, group)
    practice.go(place)
    assert practice.place == place
