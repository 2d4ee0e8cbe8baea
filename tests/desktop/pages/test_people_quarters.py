"""The quarters of the people's page as a person uses them: add, change, remove, paste; and dates of offences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import page_at
from tests.desktop.modal import press, said, visiting

from iomsa.answers.people import Quarter
from iomsa.session import people_edits
from iomsa_desktop.desk import PEOPLE, Place
from iomsa_desktop.dialogs.quarter import QuarterDialog
from iomsa_desktop.models.quarters_table import quarter_rows
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.pages.people_quarters import QuartersCard
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

BLOCK = (
    "Quarter\tOffences\tDays at liberty\tPeople\nQ1 2024\t12\t4,000\t50\nApr-Jun 2024\t9\t3900\t48\n1/2/2024\t1\t1\t1\n"
)


def card_of(workspace: Workspace) -> QuartersCard:
    page = page_at(workspace, Place(PEOPLE), PeoplePage)
    return page.quarters


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def counts(workspace: Workspace) -> dict[str, tuple[int, ...]]:
    return {first: each[:3] for first, each in workspace.desk.sheet.quarters.items()}


def test_pasted_quarters_are_taken_once_and_undone_in_one_step(new_scheme: Workspace) -> None:
    card = card_of(new_scheme)
    copy(BLOCK)
    with visiting(press("Take 2 quarters")) as told:
        press("Paste quarters")(card)
    assert "Left out: 1 row, for 1 fault." in told[0]
    assert counts(new_scheme) == {"2024-01-01": (12, 4000, 50), "2024-04-01": (9, 3900, 48)}
    assert card.model.shown.rows[0][:5] == ("Jan to Mar 2024", "12", "4,000", "50", "3.0")
    with visiting(press("Close")):
        card.paste()
    assert new_scheme.desk.session.undo_name == "2 quarters taken in"
    new_scheme.bridge.undo()
    assert counts(new_scheme) == {}
    assert not card.table.isVisible()


def test_a_quarter_is_added_changed_and_removed(new_scheme: Workspace, qtbot: QtBot) -> None:
    card = card_of(new_scheme)

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, QuarterDialog)
        dialog.which.line.setText("summer")
        press("Add")(dialog)
        assert "Give a quarter such as Apr to Jun 2025." in said(dialog)
        dialog.which.line.setText("Apr to Jun 2025")
        press("Add")(dialog)
        assert "Give a whole number, 0 or more." in said(dialog)
        for asked, text in zip(dialog.counts.values(), ("7", "3,000", "40"), strict=True):
            asked.line.setText(text)
        press("Add")(dialog)

    with visiting(fill):
        press("Add a quarter")(card)
    assert counts(new_scheme) == {"2025-04-01": (7, 3000, 40)}
    card.table.selectRow(0)

    def change(dialog: QWidget) -> None:
        assert isinstance(dialog, QuarterDialog)
        assert dialog.windowTitle() == "Apr to Jun 2025"
        assert not dialog.which.isVisible()
        dialog.counts["offences"].line.setText("8")
        press("Keep")(dialog)

    card.table.setFocus()
    with visiting(change):
        qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert counts(new_scheme) == {"2025-04-01": (8, 3000, 40)}
    qtbot.keyClick(card.table, Qt.Key.Key_Delete)
    assert counts(new_scheme) == {}
    assert new_scheme.desk.session.undo_name == "Apr to Jun 2025 removed"


def test_the_quarter_that_follows_is_offered_and_one_that_is_there_is_not_added_twice(new_scheme: Workspace) -> None:
    desk = new_scheme.desk
    what = people_edits.set_quarter(desk.sheet, "2024-10-01", desk.stamp(), offences=1, days_at_liberty=2, people=3)
    desk.bridge.change("quarter", what)

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QuarterDialog)
        assert dialog.which.text() == "Jan to Mar 2025"
        dialog.which.line.setText("2024 Q4")
        press("Add")(dialog)
        assert "This quarter is in the table already" in said(dialog)

    with visiting(act):
        press("Add a quarter")(card_of(new_scheme))
    assert len(desk.sheet.quarters) == 1


def test_dates_of_offences_are_pasted_counted_and_taken_away(new_scheme: Workspace) -> None:
    card = card_of(new_scheme)
    copy("Date of offence\n01/05/2024\n1 May 2024\n30/02/2024\n2024-04-01\n")
    with visiting(press("Take 3 dates")) as told:
        press("Paste dates of offences")(card)
    assert "Left out: 1 row, for 1 fault." in told[0]
    follow_up = new_scheme.desk.sheet.follow_up
    assert follow_up is not None
    assert follow_up.offence_dates == ("2024-04-01", "2024-05-01", "2024-05-01")
    assert "3 dates of offences held." in said(card)
    press("Take the dates away")(card)
    assert new_scheme.desk.sheet.follow_up is None
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.follow_up == follow_up


@pytest.mark.parametrize(
    ("button", "words"), [("Paste quarters", "Quarter, Offences"), ("Paste dates of offences", "column of dates")]
)
def test_an_empty_clipboard_says_what_to_copy(new_scheme: Workspace, button: str, words: str) -> None:
    copy(" ")
    with visiting(press("Close")) as told:
        press(button)(card_of(new_scheme))
    assert "Nothing to paste" in told[0]
    assert words in told[0]


def test_quarters_come_from_a_file(new_scheme: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "quarters.csv"
    path.write_text("quarter,offences,days at liberty,people\n2024-01-01,5,1000,9\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(path), "")))
    with visiting(press("Take 1 quarter")):
        press("Import quarters from a file")(card_of(new_scheme))
    assert counts(new_scheme) == {"2024-01-01": (5, 1000, 9)}
    assert new_scheme.desk.settings.folder("handover", Path()) == tmp_path


def test_the_table_says_for_which_quarters_convictions_are_to_come() -> None:
    quarters = {"2025-01-01": Quarter(3, 0, 5), "2024-01-01": Quarter(8, 4000, 50)}
    firsts, rows = quarter_rows(quarters, "2024-12-31")
    assert firsts == ("2024-01-01", "2025-01-01")
    assert [row[4:] for row in rows.rows] == [("2.0", "Settled"), ("–", "Still to come")]
    assert [row[5] for row in quarter_rows(quarters, "")[1].rows] == ["–", "–"]


def test_quarters_that_are_missing_in_between_are_named_below_the_table(new_scheme: Workspace) -> None:
    card = card_of(new_scheme)
    copy("Quarter\tOffences\tDays at liberty\nQ1 2024\t12\t4000\nQ2 2025\t9\t3900\n")
    with visiting(press("Take 2 quarters")):
        press("Paste quarters")(card)
    assert "Missing in between: April 2024 to March 2025." in said(card)
    copy(
        "Quarter\tOffences\tDays at liberty\nQ2 2024\t12\t4000\nQ3 2024\t9\t3900\nQ4 2024\t9\t3900\nQ1 2025\t9\t3900\n"
    )
    with visiting(press("Take 4 quarters")):
        press("Paste quarters")(card)
    assert "Missing in between" not in said(card)


def test_where_the_table_is_too_narrow_columns_leave_and_are_named(program: Program, practice: Workspace) -> None:
    program.settings.scale = 2.0
    program.relook()
    program.window.resize(QSize(1024, 768))
    assert program.workspace is not None
    card = card_of(program.workspace)
    program.workspace.settle()
    assert card.table.horizontalHeader().length() <= card.table.viewport().width()
    assert card.table.isColumnHidden(3)
    assert "Not in view, as there is no room: People" in said(card)
    program.window.resize(QSize(1700, 768))
    program.workspace.settle()
    assert not card.table.isColumnHidden(3)
    assert "Not in view" not in said(card)


def test_no_quarter_is_offered_after_the_last_that_there_can_be(new_scheme: Workspace) -> None:
    card = card_of(new_scheme)
    sheet, stamp = new_scheme.desk.sheet, new_scheme.desk.stamp()
    last = people_edits.set_quarter(sheet, "9999-10-01", stamp, offences=1, days_at_liberty=900, people=10)
    assert new_scheme.bridge.change("Oct to Dec 9999 added", last)

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QuarterDialog)
        assert dialog.which.text() == ""
        press("Add")(dialog)
        assert "Give a quarter such as Apr to Jun 2025." in said(dialog)
        press("Cancel")(dialog)

    with visiting(look):
        press("Add a quarter")(card)
    assert counts(new_scheme) == {"9999-10-01": (1, 900, 10)}
