"""The preview of a list as a person uses it: counts, faults to copy and save, conflicts to decide."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.modal import press, said, visiting

from iomsa.answers.people import Person
from iomsa.handover.people_rows import preview_people
from iomsa.handover.preview import Change, Choice, Conflict, Fault, Preview, Unknown
from iomsa.handover.table import pasted
from iomsa.session import people_edits
from iomsa.session.person_cells import Value
from iomsa_desktop.dialogs import import_words
from iomsa_desktop.dialogs.import_preview import ImportPreviewDialog
from iomsa_desktop.dialogs.import_words import PEOPLE, as_csv, counts, fault_rows, nothing
from iomsa_desktop.dialogs.turn_table import TurnTable
from iomsa_desktop.models.import_tables import ConflictsModel
from iomsa_desktop.windows.workspace import Workspace

OURS: dict[str, Value] = {"cohort": "flex", "offences_before": 4}
THEIRS = ("ref\tcohort\toffences_before\nP-1\tfixed\t5\nP-2\tfree\t1\n", "ref\tcohort\nP-1\tfree\n")


def conflicting(workspace: Workspace, *blocks: str) -> ImportPreviewDialog:
    """Return the dialog of colleagues' lists about a person who is here already."""
    desk = workspace.desk
    desk.bridge.change("P-1", people_edits.add_person(desk.sheet, "P-1", desk.stamp()))
    desk.bridge.change("P-1", people_edits.set_person(desk.framework, desk.sheet, "P-1", OURS, desk.stamp()))
    tables = tuple(pasted(each) for each in blocks)

    def again(take: frozenset[Choice] = frozenset()) -> Preview:
        return preview_people(desk.framework, desk.sheet, tables, desk.stamp(), take, own=False)

    return ImportPreviewDialog(desk, "Merge", again(), PEOPLE, again, workspace)


def table_of(dialog: QWidget, name: str) -> TurnTable:
    return next(each for each in dialog.findChildren(TurnTable) if each.accessibleName() == name)


def decided(dialog: ImportPreviewDialog) -> list[str]:
    return [row[-1] for row in dialog.conflicts.shown.rows]


def test_ours_is_kept_until_theirs_is_taken_with_the_keyboard(new_scheme: Workspace, qtbot: QtBot) -> None:
    dialog = conflicting(new_scheme, THEIRS[0])
    dialog.show()
    assert "New: 1 person." in said(dialog)
    assert "Differing, and kept as here: 2 values." in said(dialog)
    assert dialog.take.text() == "Take 1 person"
    table = table_of(dialog, "Values that differ")
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert decided(dialog) == ["Keep ours", "Take theirs"]
    assert table.currentIndex().row() == 1
    assert dialog.take.text() == "Take 2 people"
    assert "Differing, and kept as here: 1 value." in said(dialog)
    (person,) = (edit.after for edit in dialog.preview.edits if edit.address.key == "P-1")
    assert isinstance(person, Person)
    assert (person.cohort, person.offences_before) == ("flex", 5)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert decided(dialog) == ["Keep ours", "Keep ours"]
    press("Take all of theirs")(dialog)
    assert decided(dialog) == ["Take theirs", "Take theirs"]


def test_a_click_in_the_last_column_or_a_double_click_turns_a_row_once(new_scheme: Workspace, qtbot: QtBot) -> None:
    dialog = conflicting(new_scheme, THEIRS[0])
    dialog.show()
    table = table_of(dialog, "Values that differ")

    def at(row: int, column: int) -> QPoint:
        return table.visualRect(table.model().index(row, column)).center()

    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.viewport(), left, pos=at(0, 4))
    assert decided(dialog) == ["Take theirs", "Keep ours"]
    qtbot.mouseClick(table.viewport(), left, pos=at(0, 1))
    assert decided(dialog) == ["Take theirs", "Keep ours"]
    for column in (1, 4):
        before = decided(dialog)[1]
        qtbot.mouseClick(table.viewport(), left, pos=at(1, column))
        qtbot.mouseDClick(table.viewport(), left, pos=at(1, column))
        qtbot.mouseRelease(table.viewport(), left, pos=at(1, column))
        assert decided(dialog)[1] != before


def test_of_lists_that_disagree_only_one_can_be_taken(new_scheme: Workspace) -> None:
    dialog = conflicting(new_scheme, *THEIRS)
    dialog.show()
    cohort = [row for row, each in enumerate(dialog.conflicts.shown.rows) if each[1] == "Cohort"]
    assert [dialog.conflicts.shown.rows[row][3] for row in cohort] == ["fixed", "free"]
    for row in cohort:
        dialog.conflicts.turn(row)
    assert [dialog.conflicts.shown.rows[row][4] for row in cohort] == ["Keep ours", "Take theirs"]
    press("Take all of theirs")(dialog)
    assert [dialog.conflicts.shown.rows[row][4] for row in cohort] == ["Keep ours", "Keep ours"]
    assert [choice.theirs for choice in dialog.conflicts.take] == ["5"]


def test_a_list_of_nothing_but_conflicts_takes_nothing_until_one_is_decided(new_scheme: Workspace) -> None:
    dialog = conflicting(new_scheme, THEIRS[1])
    dialog.show()
    assert not dialog.take.isEnabled()
    dialog.conflicts.turn(0)
    assert dialog.take.isEnabled()
    dialog.take.click()
    assert dialog.result() == ImportPreviewDialog.DialogCode.Accepted


def test_enter_takes_what_is_good(new_scheme: Workspace, qtbot: QtBot) -> None:
    asked = conflicting(new_scheme, THEIRS[0])

    def act(dialog: QWidget) -> None:
        assert dialog.focusWidget() is asked.take
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    with visiting(act):
        assert asked.run()


def shown(workspace: Workspace, preview: Preview) -> ImportPreviewDialog:
    dialog = ImportPreviewDialog(workspace.desk, "People from Excel", preview, PEOPLE, lambda _: preview, workspace)
    dialog.show()
    return dialog


FAULTS = (
    Fault(14, "left", "31/02/2024", "a date such as 31/03/2025"),
    Fault(15, "cohort", "=1+1", "fixed, flex or free", "People.xlsx, Sheet1"),
    Fault(16, "ref", "", "a reference"),
)


def test_faults_are_listed_copied_and_saved(
    new_scheme: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(new_scheme, Preview(faults=FAULTS, rows=3, left_out=3))
    assert "Left out: 3 rows, for 3 faults." in said(dialog)
    assert table_of(dialog, "Faults").model().rowCount() == 3
    press("Copy this list")(dialog)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "File\tRow\tColumn\tFound\tExpected"
    assert lines[3] == "\t16\tref\tnothing\ta reference"
    path = tmp_path / "Faults.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(path), "")))
    press("Save this list")(dialog)
    assert "Saved as Faults.csv." in said(dialog)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[2] == ["People.xlsx, Sheet1", "15", "cohort", "'=1+1", "fixed, flex or free"]
    dialog.save_faults(tmp_path)
    assert "The list could not be saved: Is a directory. Choose another folder." in said(dialog)


def test_no_text_of_the_saved_list_is_a_formula() -> None:
    found = (Fault(1, "c", start + "cmd", "x") for start in ("=", "+", "-", "@", "\t="))
    rows = list(csv.reader(as_csv(tuple(found)).splitlines()))
    assert not [row for row in rows if any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)]


def test_faults_name_their_file_only_where_there_is_one() -> None:
    assert fault_rows(FAULTS[:1]).rows == (("14", "left", "31/02/2024", "a date such as 31/03/2025"),)
    assert fault_rows(FAULTS).headings[0] == "File"


def test_what_has_no_place_and_what_looks_personal_is_said(new_scheme: Workspace) -> None:
    unknown = tuple(Unknown("column", f"x{n}") for n in range(6))
    dialog = shown(new_scheme, Preview(new=("P-1",), unknown=unknown, doubts=("P-1 holds what looks.",)))
    assert "There is no column “x0” here; it was not taken." in said(dialog)
    assert "x5" not in said(dialog)
    assert "And 2 more like these." in said(dialog)
    assert "P-1 holds what looks." in said(dialog)


def test_what_changes_is_unfolded(new_scheme: Workspace) -> None:
    dialog = conflicting(new_scheme, "ref\tleft_reason\nP-1\tmoved\n")
    dialog.show()
    assert "Changed: 1 person, in 1 value." in said(dialog)
    dialog.changed.unfold()
    table = table_of(dialog, "What changes")
    assert [table.model().index(0, column).data() for column in range(4)] == [
        "P-1",
        "Reason for leaving",
        "empty",
        "moved",
    ]


@pytest.mark.parametrize(
    ("preview", "words"),
    [
        (Preview(), import_words.NOTHING_AT_ALL),
        (Preview(same=("a",)), import_words.NOTHING_NEW),
        (Preview(faults=FAULTS), import_words.NOTHING_GOOD),
        (Preview(same=("a",), conflicting=(Conflict("a", "b", "c", "d"),)), import_words.NOTHING_GOOD),
        (Preview(unknown=(Unknown("file", "x"),)), import_words.NOTHING_GOOD),
    ],
)
def test_it_is_said_why_nothing_is_taken(preview: Preview, words: str) -> None:
    assert nothing(preview) == words


def test_counts_leave_out_what_there_is_none_of() -> None:
    assert counts(Preview(), PEOPLE) == ()
    change = Change("a", "b", "", "c")
    assert counts(Preview(new=("x",), changed=(change, change), same=("y", "z")), PEOPLE) == (
        "New: 1 person.",
        "Changed: 1 person, in 2 values.",
        "The same as here: 2 people.",
    )


def test_a_decision_can_be_heard_and_seen() -> None:
    model = ConflictsModel((Conflict("P-1", "Cohort", "", "free"),))
    assert model.shown.rows == (("P-1", "Cohort", "empty", "free", "Keep ours"),)
    model.turn(0)
    last = model.index(0, 4)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Take theirs"
    assert model.data(last, Qt.ItemDataRole.ToolTipRole) == "Take theirs"
