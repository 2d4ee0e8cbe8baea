"""Sheets for colleagues from the window: choose the rows, write, fill in, merge back as one step of undo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.modal import press, said, visiting
from tests.desktop.pages.twice import list_files

from iomsa.session import edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.merge_case_sheets import merge_case_sheets, send_case_sheet
from iomsa_desktop.dialogs.merge_people_sheets import merge_people_sheets, send_people_sheet
from iomsa_desktop.dialogs.send_sheet import SendSheetDialog
from iomsa_desktop.windows.workspace import Workspace

WRITE = "Choose where to write it"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the file dialogs give, whatever they ask."""
    paths: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(paths[0]) if paths else "", "")))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: (list(map(str, paths)), "")))
    return paths


def fill(path: Path, sheet: str, keys: int, cells: Mapping[tuple[str, ...], str]) -> None:
    """Fill cells in: of the row that begins so, and of the column of this heading."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    headings = {cell.value: place for place, cell in enumerate(page[1], start=1)}
    rows = {tuple(map(str, row[:keys])): place for place, row in enumerate(page.values, start=1)}
    for (*key, heading), text in cells.items():
        page.cell(rows[tuple(key)], headings[heading]).value = text
    book.save(path)


def whole(desk: Desk, ref: str, choice: str) -> dict[tuple[str, ...], str]:
    return {(ref, each.id, "answer"): choice for each in desk.framework.case_review.questions}


def test_a_people_sheet_goes_out_and_comes_back_as_one_step(
    practice: Workspace, tmp_path: Path, chosen: list[Path]
) -> None:
    desk = practice.desk
    first, second = list(desk.sheet.people)[:2]
    before = desk.sheet
    chosen.append(tmp_path / "Out")

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SendSheetDialog)
        assert len(dialog.refs) == len(before.people)
        press("Leave all out")(dialog)
        assert not dialog.write.isEnabled()
        dialog.model.turn(0)
        dialog.model.turn(1)
        assert dialog.refs == (first, second)
        press(WRITE)(dialog)

    with visiting(act, press("Close")) as told:
        path = send_people_sheet(desk, practice)
    assert path == tmp_path / "Out.xlsx"
    assert f"Out.xlsx lies in {tmp_path}" in told[1]
    fill(path, "People", 1, {(first, "left_reason"): "moved", (second, "left_reason"): "=1+1"})
    chosen[:] = [path]
    with visiting(press("Take 1 person")) as told:
        assert merge_people_sheets(desk, practice)
    assert desk.sheet.people[first].left_reason == "moved"
    with visiting(press("Close")) as told:
        assert not merge_people_sheets(desk, practice)
    assert "Nothing here is new" in told[0]
    practice.bridge.undo()
    assert desk.sheet == before


def test_case_sheets_of_both_reviews_come_back_together_as_one_step(
    new_scheme: Workspace, tmp_path: Path, chosen: list[Path]
) -> None:
    desk = new_scheme.desk
    twice = list_files(new_scheme, 3)
    ref = twice[0]
    desk.bridge.change("N-900", edits.add_case(desk.sheet, "N-900", desk.stamp()))
    before = desk.sheet
    paths = []
    for name, code in (("one", "Case sheet"), ("two", "Second review sheet")):

        def act(dialog: QWidget, code: str = code) -> None:
            assert isinstance(dialog, SendSheetDialog)
            dialog.which.chosen.emit(code)
            if code == "Case sheet":
                assert dialog.refs == ("N-900",)
                assert dict(dialog.kind.listed)[ref] == "Reviewed, not for its second reviewer"
            else:
                press("Leave all out")(dialog)
                dialog.model.turn([row for row, _ in dialog.kind.listed].index(ref))
            press(WRITE)(dialog)

        chosen[:] = [tmp_path / f"{name}.xlsx"]
        with visiting(act, press("Close")):
            path = send_case_sheet(desk, new_scheme)
        assert path is not None
        paths.append(path)
    fill(paths[0], "Files", 2, whole(desk, "N-900", "yes"))
    agency = ("about.reviewing-agency", "answer")
    fill(paths[1], "Files", 2, whole(desk, ref, "not applicable") | {(ref, *agency): "Police"})
    chosen[:] = paths
    with visiting(press("Take 2 case files")):
        assert merge_case_sheets(desk, new_scheme)
    assert {each.choice for each in desk.sheet.cases["N-900"].answers.values()} == {"yes"}
    assert {each.choice for each in desk.sheet.cases[ref].second.values()} == {"not-applicable"}
    new_scheme.bridge.undo()
    assert desk.sheet == before


def test_where_every_file_is_reviewed_the_second_reviews_are_offered(new_scheme: Workspace, chosen: list[Path]) -> None:
    twice = list_files(new_scheme, 3)

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SendSheetDialog)
        assert dialog.which.code == "Second review sheet"
        assert set(dialog.refs) == set(twice)
        assert "Files to be reviewed twice" in said(dialog)
        dialog.reject()

    with visiting(act):
        assert send_case_sheet(new_scheme.desk, new_scheme) is None


def test_a_file_that_is_no_sheet_is_named_and_nothing_is_taken(
    practice: Workspace, tmp_path: Path, chosen: list[Path]
) -> None:
    path = tmp_path / "other.xlsx"
    book = openpyxl.Workbook()
    book.save(path)
    chosen.append(path)
    before = practice.desk.sheet
    for merge in (merge_case_sheets, merge_people_sheets):
        with visiting(press("Close")) as told:
            assert not merge(practice.desk, practice)
        assert "This could not be read" in told[0]
        assert "other.xlsx: This is no" in told[0]
    assert practice.desk.sheet is before


def test_where_there_are_no_files_it_is_said(new_scheme: Workspace, chosen: list[Path]) -> None:
    with visiting(press("Close")) as told:
        assert send_case_sheet(new_scheme.desk, new_scheme) is None
    assert "Put files on the list of the case review first" in told[0]


def test_cancelling_writes_and_reads_nothing(practice: Workspace, tmp_path: Path, chosen: list[Path]) -> None:
    with visiting(press("Cancel")):
        assert send_people_sheet(practice.desk, practice) is None
    with visiting(press(WRITE)):
        assert send_people_sheet(practice.desk, practice) is None
    assert not merge_people_sheets(practice.desk, practice)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_folder_that_can_not_be_written_is_said(practice: Workspace, tmp_path: Path, chosen: list[Path]) -> None:
    chosen.append(tmp_path / "nowhere" / "Out.xlsx")
    with visiting(press(WRITE), press("Close")) as told:
        assert send_people_sheet(practice.desk, practice) is None
    assert "This could not be written" in told[1]
    assert "Nothing was written." in told[1]


def test_rows_are_chosen_with_the_keyboard(practice: Workspace, qtbot: QtBot) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SendSheetDialog)
        all_of_them = len(dialog.refs)
        dialog.table.selectRow(2)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        assert len(dialog.refs) == all_of_them - 1
        assert dialog.model.shown.rows[2][0] == "No"
        assert dialog.table.currentIndex().row() == 2
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        assert len(dialog.refs) == all_of_them
        assert f"{all_of_them} people in the sheet." in said(dialog)
        dialog.reject()

    with visiting(act):
        assert send_people_sheet(practice.desk, practice) is None
