"""The case review as a person uses it: put files on the list, open, sort and remove them, read the ratings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import blank, iom, library, with_cases, with_open_case

from iomsa.answers.sheet import Address, Counts, ReturnedCases
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.desk import CASE, CASES, Place
from iomsa_desktop.dialogs.add_cases import AddCasesDialog, read_references
from iomsa_desktop.models.cases_table import CasesModel
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.review_next import next_file
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace, field: str = "") -> CasesPage:
    workspace.go(Place(CASES, "", field))
    page = workspace.page
    assert isinstance(page, CasesPage)
    return page


def column(model: CasesModel, place: int) -> list[str]:
    return [str(model.data(model.index(row, place))) for row in range(model.rowCount())]


def test_an_empty_page_says_what_it_is_for_and_files_take_its_place(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    assert page.empty.isVisible()
    assert not page.files.isVisible()
    page.add_files(("N-001", "N-002"))
    assert not page.empty.isVisible()
    assert column(page.files.model, 0) == ["N-001", "N-002"]
    assert page.about.text() == "2 files on the list. 0 reviewed, 2 to go, 2 to be reviewed twice."
    assert new_scheme.desk.session.undo_name == "2 files added"
    new_scheme.bridge.undo()
    assert page.empty.isVisible()


def test_a_double_click_and_enter_open_a_file(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    table = page.files.table
    row = table.visualRect(page.files.model.index(2, 0)).center()
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert practice.place == Place(CASE, "N-003")
    page_of(practice)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert practice.place == Place(CASE, "N-002")


def test_a_removed_file_comes_back_with_its_answers(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    page.add_files(("N-001", "N-002", "N-003"))
    answer = edits.case_answer(new_scheme.desk.sheet, "N-002", "C1", new_scheme.desk.stamp(), choice="yes")
    new_scheme.bridge.change("answered", answer)
    before = new_scheme.desk.sheet.cases["N-002"]
    page.files.table.selectRow(1)
    assert page.files.links.remove.text() == "Remove N-002 from the list"
    qtbot.keyClick(page.files.table, Qt.Key.Key_Delete)
    assert "N-002" not in new_scheme.desk.sheet.cases
    assert new_scheme.desk.session.undo_name == "N-002 removed"
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.cases["N-002"] == before
    assert column(page.files.model, 0)[1] == "N-002"


def test_the_next_file_is_the_first_that_is_not_reviewed(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    assert not page.files.review.isVisible()
    assert page.files.next.text() == "Agree on N-038"
    page.add_files(("N-900",))
    assert page.files.by_hand.text() == "N-900 is on the list, but not drawn."
    qtbot.mouseClick(page.files.review, Qt.MouseButton.LeftButton)
    assert practice.place == Place(CASE, "N-900")


def test_the_next_file_goes_round_and_leaves_out_the_one_in_hand() -> None:
    sheet = with_open_case(iom(), with_open_case(iom(), blank(iom()), "B"), "A")
    assert next_file(iom(), sheet) == "B"
    assert next_file(iom(), sheet, "B") == "A"
    assert next_file(iom(), sheet, "A") == "B"
    assert next_file(iom(), with_cases(iom(), sheet, {"A1": (1, 2)})) == ""


@pytest.mark.parametrize("stage", range(5))
def test_each_stage_shows_its_key_questions_and_summary_answers(practice: Workspace, stage: int) -> None:
    page = page_of(practice)
    asked = page.desk.framework.case_review.stages[stage]
    page.stage.switch.buttons[stage].click()
    standard = page.desk.bridge.card.standard(asked.standard)
    rows = page.stage.rows
    assert list(rows) == [each.id for each in standard.questions]
    for each in standard.questions:
        assert rows[each.id].count.text() == f"{each.sufficient} of {each.n}"
        assert rows[each.id].percent.text() == f"{each.percent} %"
    heads = [str(page.files.model.headerData(i, Qt.Orientation.Horizontal)) for i in range(4, 7)]
    letter = asked.title[0]
    assert [head[:2] for head in heads] == [f"{letter}{n}" for n in (1, 2, 3)]


def test_a_link_from_a_standard_leads_to_its_stage(practice: Workspace) -> None:
    assert page_of(practice, "9").stage.stage.id == "delivery"


def test_headings_sort_by_nature_and_the_third_press_brings_the_order_of_entering() -> None:
    sheet = blank(iom())
    for ref in ("N-10", "N-2", "N-1"):
        sheet = with_open_case(iom(), sheet, ref)
    model = CasesModel(iom(), QApplication.instance() or QApplication([]))
    model.show_cases(sheet.cases, iom().case_review.stages[0])
    model.sort(0)
    assert column(model, 0) == ["N-1", "N-2", "N-10"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert column(model, 0) == ["N-10", "N-2", "N-1"]
    model.sort(-1)
    assert column(model, 0) == ["N-10", "N-2", "N-1"]


def test_the_table_says_answers_and_state_in_words() -> None:
    sheet = with_open_case(iom(), with_cases(iom(), blank(iom()), {"A1": (1, 2)}))
    begun = edits.case_answer(sheet, "N-900", "C1", edits.Stamp("", ""), choice="yes")
    for edit in begun:
        sheet = sheet.with_record(edit.address, edit.after)
    model = CasesModel(iom(), QApplication.instance() or QApplication([]))
    model.show_cases(sheet.cases, iom().case_review.stages[0])
    assert column(model, 4) == ["Yes", "No", "–"]
    assert column(model, model.state_column) == ["Reviewed", "Reviewed", "Started, 1 of 29"]


def test_counts_from_a_return_are_rated_and_say_that_no_files_are_here(new_scheme: Workspace) -> None:
    counts = tuple((each.id, Counts(7, 3)) for each in new_scheme.desk.framework.case_review.questions)
    returned = ReturnedCases(10, 10, counts)
    new_scheme.bridge.change("opened", (Edit(Address("returned-cases"), None, returned),))
    page = page_of(new_scheme)
    assert page.returned.isVisible()
    assert page.stage.isVisible()
    assert not page.files.isVisible()
    assert page.stage.rows["7.1"].count.text() == "7 of 10"
    page.add_files(("N-001",))
    assert not page.returned.isVisible()
    assert new_scheme.desk.sheet.returned_cases is None


@pytest.mark.parametrize(
    ("text", "refs", "wrong"),
    [
        ("N-1\n\n  N-2  \r\nN-3", ("N-1", "N-2", "N-3"), 0),
        ("N-1\nN-1", ("N-1",), 1),
        ("OLD", ("OLD",), 1),
        ("x" * 41, ("x" * 41,), 1),
        (" \n\t", (), 0),
    ],
)
def test_references_are_read_one_a_line_and_doubles_are_wrong(text: str, refs: tuple[str, ...], wrong: int) -> None:
    listed = read_references(text, {"OLD"}, blank(iom()).period)
    assert listed.refs == refs
    assert len(listed.wrong) == wrong


def test_the_dialog_points_out_an_identifier_and_adds_only_what_is_right(practice: Workspace, qtbot: QtBot) -> None:
    desk = practice.desk
    dialog = AddCasesDialog(desk.look, desk.sheet.cases, desk.sheet.period, practice)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.add.isEnabled()
    qtbot.keyClicks(dialog.text, "N-001")
    assert not dialog.add.isEnabled()
    assert dialog._wrong.text() == "N-001 is on the list already. Take this line out."
    assert dialog._wrong.palette().windowText().color() == desk.look.theme.inadequate
    assert dialog._says.isHidden()
    dialog.text.setPlainText("A1234BC")
    assert (dialog._wrong.isHidden(), dialog._says.text()) == (True, "1 file to add.")
    assert "prison number" in dialog._doubt.text()
    assert dialog.add.isEnabled()
    dialog.add.click()
    assert dialog.refs == ("A1234BC",)


def test_a_framework_of_another_kind_has_its_own_columns() -> None:
    sheet = with_cases(library(), blank(library()), {"SV": (1, 1)})
    model = CasesModel(library(), QApplication.instance() or QApplication([]))
    model.show_cases(sheet.cases, library().case_review.stages[0])
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert heads == ["Reference", "Shelf", "Weeks on loan", "SV Served well", "RT Came back", "Review"]
