"""A list of people that is pasted from Excel: faults named, the rest taken, once."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import copy, page_at
from tests.desktop.modal import press, said, visiting

from iomsa_desktop.desk import PEOPLE, Place
from iomsa_desktop.dialogs.import_preview import ImportPreviewDialog
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.windows.workspace import Workspace

HEADINGS = "ref\tentry\tcohort\twindow_days\toffences_before\n"
GOOD, BAD = 185, 15


def page_of(workspace: Workspace) -> PeoplePage:
    return page_at(workspace, Place(PEOPLE), PeoplePage)


def block(*, mended: bool = False) -> str:
    """Return 200 rows as Excel copies them, of which 15 have a fault."""
    rows = [f"P-{i:03}\t{i % 28 + 1:02}/05/2023\tflex\t365\t{i % 7}" for i in range(GOOD)]
    rows += [f"Q-{i:03}\t{'01' if mended else '31'}/02/2024\tfixed\t365\t{i}" for i in range(BAD)]
    return HEADINGS + "\r\n".join(rows) + "\r\n"


def test_a_pasted_block_names_each_fault_takes_the_rest_and_undo_takes_all_back(
    new_scheme: Workspace, qtbot: QtBot
) -> None:
    page, session = page_of(new_scheme), new_scheme.desk.session
    before = session.sheet
    copy(block())

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ImportPreviewDialog)
        assert "New: 185 people." in said(dialog)
        assert "Left out: 15 rows, for 15 faults." in said(dialog)
        assert [fault.row for fault in dialog.faults] == list(range(GOOD + 2, GOOD + BAD + 2))
        assert {fault[1:4] for fault in dialog.faults} == {("entry", "31/02/2024", "a date such as 31/03/2025")}
        press("Take 185 people")(dialog)

    with visiting(act):
        press("Paste from Excel")(page)
    assert len(session.sheet.people) == GOOD
    assert session.sheet.people["P-027"][1:4] == ("2023-05-28", "", "flex")
    assert session.undo_name == "185 people taken in"
    assert [page.people.model.ref(row) for row in range(2)] == ["P-000", "P-001"]
    new_scheme.bridge.undo()
    assert session.sheet == before
    assert not page.people.table.isVisible()


def test_the_same_block_twice_is_once_and_a_mended_one_brings_what_was_left_out(new_scheme: Workspace) -> None:
    page, session = page_of(new_scheme), new_scheme.desk.session
    copy(block())
    with visiting(press("Take 185 people")):
        page.paste()
    once = session.sheet
    with visiting(press("Close")) as told:
        page.paste()
    assert "The same as here: 185 people." in told[0]
    assert "Nothing here can be taken as it stands." in told[0]
    assert session.sheet == once
    copy(block(mended=True))
    with visiting(press("Take 15 people")):
        page.paste()
    assert len(session.sheet.people) == GOOD + BAD
    with visiting(press("Close")) as told:
        page.paste()
    assert "Nothing here is new" in told[0]


def test_cancel_changes_nothing(new_scheme: Workspace) -> None:
    page, before = page_of(new_scheme), new_scheme.desk.sheet
    copy(block())
    with visiting(press("Cancel")):
        page.paste()
    assert new_scheme.desk.sheet is before


def test_an_empty_clipboard_says_what_to_do_and_gives_the_headings(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    copy("")
    with visiting(press("Copy the headings")) as told:
        page.paste()
    assert "Copy the rows in Excel first" in told[0]
    headings = QGuiApplication.clipboard().text().split("\t")
    assert headings[:3] == ["Reference", "Joined", "Follow-up starts"]
    assert len(headings) == 37
    with visiting(press("Close")) as told:
        page.paste()
    assert "There is nothing in it." in told[0]


def test_what_is_no_table_is_refused_in_words(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    copy("P-001\n" * 30_000)
    with visiting(press("Close")) as told:
        page.paste()
    assert "This could not be read" in told[0]
    assert "\nThis has more than 20,000 rows" in told[0]
