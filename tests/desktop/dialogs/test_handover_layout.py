"""The dialogs of hand-over in every look: nothing cut, nothing on top of each other, none larger than the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.layout import slips

from iomsa.handover.preview import Change, Conflict, Fault, Preview, Unknown
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.add_person import AddPersonDialog
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.import_preview import ImportPreviewDialog
from iomsa_desktop.dialogs.import_words import PEOPLE
from iomsa_desktop.dialogs.quarter import QuarterDialog
from iomsa_desktop.dialogs.send_sheet import Kind, SendSheetDialog
from iomsa_desktop.dialogs.turn_table import TurnTable
from iomsa_desktop.dialogs.waiting import WaitingDialog
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

LONG = "A rather long name of a file that somebody in the other network chose.xlsx, Sheet1"
FULL = Preview(
    new=tuple(f"P-{n:03}" for n in range(185)),
    changed=tuple(Change("P-900", "Offences, the year before last", str(n), str(n + 1)) for n in range(30)),
    conflicting=tuple(
        Conflict(f"P-90{n}", "Education, training and employment, now", "some", "none") for n in range(9)
    ),
    unknown=tuple(Unknown("column", f"Column {n} " * 5) for n in range(9)),
    faults=tuple(Fault(n, "follow_up_start", "31/02/2024 " * 9, "a date such as 31/03/2025", LONG) for n in range(15)),
    left_out=15,
    doubts=("P-001 holds what looks like a telephone number; if it can identify a person, take it out.",),
)


def preview(desk: Desk, parent: QWidget) -> Dialog:
    return ImportPreviewDialog(desk, "People from Excel", FULL, PEOPLE, lambda _: FULL, parent)


def nothing(desk: Desk, parent: QWidget) -> Dialog:
    return ImportPreviewDialog(desk, "People from Excel", Preview(), PEOPLE, lambda _: Preview(), parent)


def send(desk: Desk, parent: QWidget) -> Dialog:
    listed = tuple((f"N-{n:03}", "Started, 12 of 29") for n in range(200))
    kinds = [Kind(code, f"{code.capitalize()} review", "About it. " * 9, listed, frozenset()) for code in ("a", "b")]
    return SendSheetDialog(desk, "Send a Case sheet", "What it is for. " * 9, kinds, PEOPLE, parent)


def quarter(desk: Desk, parent: QWidget) -> Dialog:
    return QuarterDialog(desk.look, desk.sheet.quarters, "", parent)


def person(desk: Desk, parent: QWidget) -> Dialog:
    return AddPersonDialog(desk.look, desk.sheet.people, desk.sheet.period, parent)


def waiting(desk: Desk, parent: QWidget) -> Dialog:
    return WaitingDialog(parent, desk.look, "Reading", "The files are read and compared with what is here.")


@pytest.mark.parametrize("make", [preview, nothing, send, quarter, person, waiting])
@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("light", 2.0)])
def test_no_dialog_is_cut_or_larger_than_the_screen(
    program: Program,
    practice: Workspace,
    qtbot: QtBot,
    qapp: QApplication,
    make: Callable[[Desk, QWidget], Dialog],
    theme: str,
    scale: float,
) -> None:
    program.settings.theme, program.settings.scale = theme, scale
    program.relook()
    assert program.workspace is not None
    dialog = make(program.workspace.desk, program.workspace)
    with qtbot.waitExposed(dialog, timeout=20_000):
        dialog.show()
    room = qapp.primaryScreen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert slips(dialog) == []


def test_no_table_has_an_empty_row(practice: Workspace, qtbot: QtBot) -> None:
    few = FULL._replace(conflicting=FULL.conflicting[:5], faults=(), changed=(), left_out=0, unknown=(), doubts=())
    dialog = ImportPreviewDialog(practice.desk, "Merge People sheets", few, PEOPLE, lambda _: few, practice)
    with qtbot.waitExposed(dialog, timeout=20_000):
        dialog.show()
    (table,) = dialog.findChildren(TurnTable)
    assert table.height() <= table.full_height


def test_what_differs_goes_on_two_lines_where_it_has_no_room_on_one(practice: Workspace, qtbot: QtBot) -> None:
    few = FULL._replace(faults=(), changed=(), left_out=0, unknown=(), doubts=())
    dialog = ImportPreviewDialog(practice.desk, "Merge People sheets", few, PEOPLE, lambda _: few, practice)
    with qtbot.waitExposed(dialog, timeout=20_000):
        dialog.show()
    (table,) = dialog.findChildren(TurnTable)
    one = table.rowHeight(0)
    dialog.resize(600, dialog.height())
    two = one + table.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: table.rowHeight(0) >= two, timeout=20_000)
    dialog.resize(860, dialog.height())
    qtbot.waitUntil(lambda: table.rowHeight(0) == one, timeout=20_000)
