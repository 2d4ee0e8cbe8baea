"""The dialog of unit costs as a person uses it: change, add, take out, go back; every wrong value under its row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.layout import slips
from tests.desktop.pages.outcomes_states import page_of

from iomsa.outcomes.unit_costs import UNIT_COSTS
from iomsa.session.unit_costs import NO_POUNDS, NO_PRICES_SOURCE, NO_SOURCE
from iomsa_desktop.dialogs.lines_grid import LongLine
from iomsa_desktop.dialogs.unit_costs import UnitCostsDialog
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.text_box import LineText
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def costs(dialog: QDialog) -> UnitCostsDialog:
    assert isinstance(dialog, UnitCostsDialog)
    return dialog


def shown(workspace: Workspace, qtbot: QtBot, *, read_only: bool = False) -> UnitCostsDialog:
    desk = workspace.desk
    dialog = UnitCostsDialog(desk.look, desk.sheet.unit_costs, read_only=read_only)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog, timeout=20_000):
        dialog.show()
    return dialog


def said(dialog: UnitCostsDialog) -> list[str]:
    return [label.text() for label in dialog.table.findChildren(QLabel) if label.isVisible()][4:]


def test_a_changed_cost_changes_the_size_and_undo_brings_it_back(practice: Workspace, hands: Hands) -> None:
    page = page_of(practice)
    before = page.cost.findChildren(QLabel)[1].text()

    def change(dialog: QDialog) -> None:
        grid = costs(dialog).table
        pounds = grid.line(3, "pounds")
        pounds.setFocus()
        pounds.selectAll()
        hands.type("11,860")
        for _ in range(4):
            hands.key(Qt.Key.Key_Tab)
        hands.click(costs(dialog).keep)

    page.people.setFocus()
    hands.in_dialog(page.cost.costs.click, change)
    kept = practice.desk.sheet.unit_costs
    assert kept is not None
    assert kept.costs[3][:2] == ("Domestic burglary", 11_860)
    assert kept.by == "Alex Example, police"
    assert page.cost.findChildren(QLabel)[1].text() != before
    practice.bridge.undo()
    assert page.cost.findChildren(QLabel)[1].text() == before


def test_each_wrong_value_stands_under_its_row_until_it_is_changed(practice: Workspace, qtbot: QtBot) -> None:
    dialog = shown(practice, qtbot)
    dialog.table.line(0, "pounds").setText("much")
    dialog.table.line(2, "source").setText("")
    dialog.keep.click()
    assert dialog.isVisible()
    assert said(dialog) == [NO_POUNDS, NO_SOURCE]
    assert dialog.table.line(0, "pounds").hasFocus()
    assert dialog.table.line(0, "pounds").accessibleDescription() == NO_POUNDS
    assert not slips(dialog)
    Hands(qtbot).type("100")
    assert said(dialog) == [NO_SOURCE]
    dialog.source.line.setText("")
    dialog.table.line(0, "pounds").setText("100")
    dialog.table.line(2, "source").setText("A study")
    dialog.keep.click()
    assert dialog.source.line.accessibleDescription() == NO_PRICES_SOURCE
    assert dialog.source.line.hasFocus()


def test_kinds_and_years_are_added_and_taken_out(practice: Workspace, qtbot: QtBot) -> None:
    dialog, hands = shown(practice, qtbot), Hands(qtbot)
    hands.press(dialog, "Add a kind")
    hands.rest()
    for text in ("Shop theft", "970", "2015/16", "The same report"):
        hands.type(text)
        hands.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is next(each for each in dialog.findChildren(Link) if each.text() == "Add a kind")
    for column in ("kind", "pounds", "price_year", "source"):
        dialog.table.line(0, column).clear()
    hands.press(dialog, "Add a year")
    hands.rest()
    hands.type("2016/17")
    hands.key(Qt.Key.Key_Tab)
    hands.type("102.1")
    dialog.keep.click()
    assert said(dialog) == []
    assert dialog.costs is not None
    kinds = [row[0] for row in dialog.costs.costs]
    assert (kinds[0], kinds[-1]) == ("Violence without injury", "Shop theft")
    assert dialog.costs.prices[-1] == ("2016/17", "102.1")


def test_the_usual_costs_come_back(practice: Workspace, qtbot: QtBot) -> None:
    dialog, hands = shown(practice, qtbot), Hands(qtbot)
    hands.press(dialog, "Add a kind")
    hands.type("Shop theft")
    dialog.table.line(1, "pounds").setText("1")
    hands.press(dialog, "Back to the usual costs")
    dialog.keep.click()
    assert dialog.costs is not None
    assert dialog.costs.costs == tuple((each.kind, each.pounds, each.price_year, each.source) for each in UNIT_COSTS)


def test_a_read_only_file_shows_its_costs_and_takes_none(practice: Workspace, qtbot: QtBot) -> None:
    dialog = shown(practice, qtbot, read_only=True)
    assert not dialog.table.isEnabled()
    assert dialog.table.line(0, "kind").text() == "Violence with injury"
    assert not hasattr(dialog, "keep")


def test_every_source_is_seen_whole_and_stays_one_line_of_text(practice: Workspace, qtbot: QtBot) -> None:
    dialog = shown(practice, qtbot)
    for row in range(len(dialog.table.lines)):
        source = dialog.table.line(row, "source")
        assert isinstance(source, LongLine)
        assert source.document().size().height() * source.fontMetrics().lineSpacing() <= source.height()
        assert source.verticalScrollBar().maximum() == 0
    source = dialog.table.line(0, "source")
    source.setText("One\ntwo")
    assert dialog.table.typed[0][3] == "One two"
    source.setFocus()
    Hands(qtbot).key(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.costs is not None
    assert dialog.costs.costs[0][3] == "One two"


def test_pounds_line_up_at_the_right(practice: Workspace, qtbot: QtBot) -> None:
    dialog = shown(practice, qtbot)
    pounds = [dialog.table.line(row, "pounds") for row in range(len(dialog.table.lines))]
    assert all(isinstance(each, LineText) and each.alignment() & Qt.AlignmentFlag.AlignRight for each in pounds)
