"""The whole job of the evidence at the screen: files drawn, read twice and agreed on, people, outcomes, the return."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, page_at
from tests.desktop.modal import press, said, visiting
from tests.desktop.removing import After

from iomsa.cli import main as verb
from iomsa.store.removal_totals import Held, held
from iomsa_desktop.desk import AGREE, CASE, CASES, DRAW, OUTCOMES, PEOPLE, RETURN, SECOND, Place
from iomsa_desktop.dialogs.remove_people import RemovePeopleDialog
from iomsa_desktop.dialogs.removed_people import DONE
from iomsa_desktop.pages.agree import AgreePage
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.case_form_offer import HeadOffer
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.draw import DrawPage
from iomsa_desktop.pages.draw_list_card import as_lines
from iomsa_desktop.pages.outcomes import OutcomesPage
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.pages.return_notices import REMOVE
from iomsa_desktop.pages.return_page import ReturnPage
from iomsa_desktop.pages.second_form import SecondFormPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

LIST = [(f"N-{number:03}", "Fixed" if number <= 30 else "Flex") for number in range(1, 46)]
SEED, DRAWN = "48213", 6
PEOPLE_ROWS, REOFFENDED = 58, 20
HEADINGS = "ref\tentry\tcohort\twindow_days\toffences_before\toffences_after\tfirst_reoffence"
FAULT = "P-900\t31/02/2023\tflex\t365\t1\t1\tnone"


def test_from_the_draw_to_the_return_and_the_removal_of_all_rows(
    new_scheme: Workspace, program: Program, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hands, path = Hands(qtbot), tmp_path / "fresh.iomsa"
    draw_files(new_scheme, hands)
    for number in range(DRAWN):
        review(new_scheme, hands, number)
    for number in range(DRAWN):
        review_again(new_scheme, hands, number)
    paste_people(new_scheme, hands)
    look_at_outcomes(new_scheme)
    program.close_file()
    before = [told(capsys, "score", path), told(capsys, "outcomes", path)]
    program.open(path)
    # Qt's offscreen platform has no window manager to bring the window back to the front.
    with qtbot.waitActive(program.window, timeout=20_000):
        program.window.activateWindow()
    workspace = program.workspace
    assert workspace is not None
    card, book = write_return(workspace, hands)
    assert told(capsys, "verify", book)["whole"] is True
    remove_rows(program, workspace, hands, card)
    assert program.workspace is not None
    left = program.workspace.desk.sheet
    assert held(left) == Held(0, 0, 0, 0)
    program.close_file()
    after = [told(capsys, "score", path), told(capsys, "outcomes", path)]
    assert after[0] == before[0]
    kept = {figure["id"]: figure["value"] for figure in after[1]["kept"]["figures"]}
    proven = before[1]["proven_reoffending"]
    assert (proven["n"], proven["reoffended"]) == (PEOPLE_ROWS, REOFFENDED)
    assert [kept[f"proven_reoffending.{name}"] for name in ("n", "reoffended")] == [str(PEOPLE_ROWS), str(REOFFENDED)]
    assert float(kept["proven_reoffending.rate"]) == pytest.approx(proven["rate"], abs=1e-4)


def told(capsys: pytest.CaptureFixture[str], name: str, path: Path) -> dict[str, Any]:
    """Return what a verb says of a file."""
    capsys.readouterr()
    assert verb([name, str(path), "--json"]) == 0
    given: dict[str, Any] = json.loads(capsys.readouterr().out)
    return given


def draw_files(workspace: Workspace, hands: Hands) -> None:
    """Paste the list, say how many and with which number, and draw, all with the keyboard."""
    page = page_at(workspace, Place(CASES), CasesPage)
    hands.press(page.empty, "Draw the files")
    assert workspace.place == Place(DRAW)
    draw = workspace.page
    assert isinstance(draw, DrawPage)
    QGuiApplication.clipboard().setText(as_lines(LIST))
    draw.list.text.paste()
    hands.key(Qt.Key.Key_Tab)
    assert draw.list.says.text() == "45 references in 2 groups: 30 Fixed and 15 Flex."
    hands.choose(draw.sure.wanted, "number")
    draw.sure.number.setFocus()
    draw.sure.number.selectAll()
    hands.type(str(DRAWN))
    hands.key(Qt.Key.Key_Tab)
    draw.files.seed.setFocus()
    draw.files.seed.selectAll()
    hands.type(SEED)
    hands.key(Qt.Key.Key_Tab)
    draw.files.draw.setFocus()
    hands.key(Qt.Key.Key_Space)
    assert workspace.place == Place(CASES)
    assert page.about.text().startswith("6 files drawn at random from 45 on ")


def review(workspace: Workspace, hands: Hands, number: int) -> None:
    """Review the next file by its keys: who reads it, then each question; a No gets its reason."""
    page = page_at(workspace, Place(CASES), CasesPage)
    hands.press(page, "Review next file")
    form = workspace.page
    assert isinstance(form, CaseFormPage)
    assert workspace.place == Place(CASE, list(workspace.desk.sheet.cases)[number])
    offer = form.findChild(HeadOffer)
    assert offer is not None
    hands.click(offer)
    answer(hands, form, no="A1" if number % 2 else "")
    case = workspace.desk.sheet.cases[form.ref]
    assert len(case.answers) == 29
    assert dict(case.header.about)["reviewing-agency"] == "police"


def answer(hands: Hands, form: CaseFormPage | SecondFormPage, no: str) -> None:
    form.lead_to(next(iter(form.rows)))
    for id, row in form.rows.items():
        assert row.isAncestorOf(hands.focused), f"{hands.focused.accessibleName()} instead of {id}"
        hands.type("n" if id == no else "y")
        if id == no:
            hands.key(Qt.Key.Key_Down)
            hands.key(Qt.Key.Key_Tab)
            hands.key(Qt.Key.Key_Tab)


def review_again(workspace: Workspace, hands: Hands, number: int) -> None:
    """Review the next file again for the other agency, and agree where the reviewers differ."""
    page = page_at(workspace, Place(CASES), CasesPage)
    hands.click(page.agreement.second)
    form = workspace.page
    assert isinstance(form, SecondFormPage)
    ref = form.ref
    assert workspace.place == Place(SECOND, ref)
    row, column = page.files.model.row_of(ref), len(form.desk.framework.case_review.about[:3]) + 1
    assert page.files.model.data(page.files.model.index(row, column)) == "Later"
    hands.key(Qt.Key.Key_Space)
    answer(hands, form, no="")
    hands.key(Qt.Key.Key_Space)
    agree = workspace.page
    assert isinstance(agree, AgreePage)
    assert workspace.place == Place(AGREE, ref)
    case = workspace.desk.sheet.cases[ref]
    assert case.second_review is not None
    assert case.second_review.agency == "probation"
    differs = case.answers["A1"].choice == "no"
    assert list(agree.rows) == (["A1"] if differs else [])
    if differs:
        hands.type("y")
        case = workspace.desk.sheet.cases[ref]
        assert case.rates["A1"].choice == "yes"
        assert case.answers["A1"].choice == "no"


def paste_people(workspace: Workspace, hands: Hands) -> None:
    """Say who is meant, then paste everybody; a row with a fault is named and left out."""
    page = page_at(workspace, Place(PEOPLE), PeoplePage)
    for name, day in (("joined_from", "1 Apr 2023"), ("joined_to", "31/03/2024"), ("data_to", "31/12/2025")):
        page.follow_up.fields[name].editor.focus()
        hands.type(day)
        hands.key(Qt.Key.Key_Tab)
    rows = [
        f"P-{n:03}\t{n % 28 + 1:02}/05/2023\tfixed\t365\t{n % 5 + 1}\t{n % 3}\t"
        f"{'01/08/2023' if n <= REOFFENDED else 'none'}"
        for n in range(1, PEOPLE_ROWS + 1)
    ]
    QGuiApplication.clipboard().setText("\r\n".join((HEADINGS, *rows, FAULT)))

    def act(dialog: QWidget) -> None:
        assert "New: 58 people." in said(dialog)
        assert "Left out: 1 row, for 1 fault." in said(dialog)
        press("Take 58 people")(dialog)

    with visiting(act):
        hands.press(page, "Paste from Excel")
    assert len(workspace.desk.sheet.people) == PEOPLE_ROWS
    # The fault was in a row of its own: nobody came in by halves.
    assert "P-900" not in workspace.desk.sheet.people


def look_at_outcomes(workspace: Workspace) -> None:
    page = page_at(workspace, Place(OUTCOMES), OutcomesPage)
    assert page.proven.isVisible()
    assert "20 of 58" in said(page.proven)


def write_return(workspace: Workspace, hands: Hands) -> tuple[QWidget, Path]:
    page = page_at(workspace, Place(RETURN), ReturnPage)
    hands.click(page.setup.write)
    hands.wait(lambda: page.result is not None and not page.busy)
    assert page.result is not None
    (book,) = page.setup.folder.glob("*.xlsx")
    return page.result, book


def remove_rows(program: Program, workspace: Workspace, hands: Hands, card: QWidget) -> None:
    """Take up the offer that stands under the return."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RemovePeopleDialog)
        goes = "What goes: 58 people, 6 case files, 39 references of people whose file is not on the list."
        assert goes in [label.text() for label in dialog.findChildren(QLabel)]
        dialog.sure.setFocus()
        hands.key(Qt.Key.Key_Space)
        after.append(After(hands))
        hands.key(Qt.Key.Key_Return)

    after: list[After] = []
    hands.in_dialog(lambda: hands.press(card, REMOVE), act)
    hands.wait(lambda: [each.title for each in after] == [DONE])
    assert program.workspace not in (None, workspace)
