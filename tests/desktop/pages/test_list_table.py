"""Columns of a list give way where there is no room, so that what is needed is in view without scrolling sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from iomsa.outcomes.reviewed_twice import DIFFERS, STARTED, TO_COME
from iomsa.scoring.words import listed
from iomsa_desktop.desk import CASES, PEOPLE, Place
from iomsa_desktop.kit.flat_table import ARROW
from iomsa_desktop.look import BODY
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.list_table import ListTable
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.program import Program

TWICE = {"N-001": TO_COME, "N-002": STARTED, "N-003": DIFFERS}
NARROW = [(QSize(1024, 768), 1.0), (QSize(1280, 800), 2.0), (QSize(1280, 800), 1.5)]


def table_at(program: Program, place: str, size: QSize, scale: float, qtbot: QtBot) -> ListTable:
    """Show a list in a window of a size, at a text size."""
    program.settings.scale = scale
    program.window.resize(size)
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    workspace.go(Place(place))
    page = workspace.page
    assert isinstance(page, CasesPage | PeoplePage)
    table = page.files.table if isinstance(page, CasesPage) else page.people.table
    qtbot.waitUntil(lambda: table.viewport().width() > 100, timeout=20_000)
    return table


def shown(table: ListTable) -> list[str]:
    model, header = table.model(), table.horizontalHeader()
    there = (each for each in range(header.count()) if not header.isSectionHidden(each))
    return [str(model.headerData(each, header.orientation())) for each in there]


def cut(table: ListTable, column: int = -1) -> list[str]:
    """Return what is wider than there is room for in a column, the last one with the states unless another is meant."""
    model, last = table.model(), column % table.model().columnCount()
    room = table.columnWidth(last)
    states = {str(model.index(row, last).data()) for row in range(model.rowCount())}
    metrics = QFontMetrics(table._look.font(BODY))
    return [each for each in states if metrics.horizontalAdvance(each) > room - table._look.px(12)]


@pytest.mark.usefixtures("practice")
@pytest.mark.parametrize(("size", "scale"), NARROW)
def test_nothing_needed_is_out_of_sight(program: Program, qtbot: QtBot, size: QSize, scale: float) -> None:
    for place, needed in (
        (CASES, ["Reference", "A1 Engaging", "A2 Stopping offending", "A3 Safety", "Review"]),
        (PEOPLE, ["Reference", "Offences before", "Offences after", "First reoffence", "State"]),
    ):
        table = table_at(program, place, size, scale, qtbot)
        assert table.horizontalScrollBar().maximum() == 0
        names = shown(table)
        assert [each for each in names if each in needed] == needed
        assert len(names) < table.model().columnCount()
        assert cut(table) == []


@pytest.mark.usefixtures("practice")
def test_what_gave_way_is_named_below_and_comes_back(program: Program, qtbot: QtBot) -> None:
    table = table_at(program, CASES, QSize(1024, 768), 1.0, qtbot)
    page = program.workspace.page if program.workspace else None
    assert isinstance(page, CasesPage)
    everything = [str(table.model().headerData(each, Qt.Orientation.Horizontal)) for each in range(8)]
    out = [each for each in everything if each not in shown(table)]
    assert out[-2:] == ["Supervision", "Where now"]
    assert page.files.narrow.text() == (
        f"Not in view, as there is no room: {listed(out)}. Open a row to see all of it."
    )
    program.window.resize(QSize(1600, 800))
    qtbot.waitUntil(lambda: len(shown(table)) == table.model().columnCount(), timeout=20_000)
    assert page.files.narrow.isHidden()


@pytest.mark.usefixtures("practice")
def test_the_window_of_the_drawings_has_room_for_all(program: Program, qtbot: QtBot) -> None:
    for place in (CASES, PEOPLE):
        table = table_at(program, place, QSize(1280, 800), 1.0, qtbot)
        assert len(shown(table)) == table.model().columnCount()
        assert table.horizontalScrollBar().maximum() == 0
        assert table.narrow_words == ""
        assert cut(table) == []
        if place == CASES:
            assert "Suspended sentence" not in cut(table, 2)


@pytest.mark.usefixtures("practice")
@pytest.mark.parametrize(("scale", "states"), [(1.0, "2nd review differs"), (1.5, "2nd differs")])
def test_states_are_brief_only_where_they_have_no_room(
    program: Program, qtbot: QtBot, scale: float, states: str
) -> None:
    table = table_at(program, CASES, QSize(1280, 800), scale, qtbot)
    page = program.workspace.page if program.workspace else None
    assert isinstance(page, CasesPage)
    page.files.model.show_cases(page.desk.sheet.cases, page.desk.framework.case_review.stages[0], TWICE)
    table.fit({page.files.model.state_column: page.files._widest_state()})
    said = {str(table.model().index(row, 7).data()) for row in range(table.model().rowCount())}
    assert states in said
    assert cut(table) == []


@pytest.mark.usefixtures("practice")
def test_the_heading_that_sorts_has_room_for_its_arrow(program: Program, qtbot: QtBot) -> None:
    table = table_at(program, CASES, QSize(1280, 800), 1.0, qtbot)
    before = table.columnWidth(0)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.columnWidth(0) == before + table._look.px(ARROW)
    table.sortByColumn(7, Qt.SortOrder.AscendingOrder)
    assert table.columnWidth(0) == before
