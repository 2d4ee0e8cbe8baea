"""Rows about people are removed from the menu or after a return: asked for, done, and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.forms.store.removing import left_in, references, sheets_of

from iomsa.problems import refuse
from iomsa.store.removal_totals import Held, held
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import CASE, CASES, OUTCOMES, OVERVIEW, PEOPLE, RETURN, Place
from iomsa_desktop.dialogs.remove_people import (
    NO_COPIES,
    NO_ROWS,
    NOT_TOUCHED,
    RemovePeopleDialog,
    copies_words,
    goes_words,
)
from iomsa_desktop.pages.return_notices import REMOVE
from iomsa_desktop.pages.return_page import ReturnPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def words_of(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def removing(dialog: QDialog) -> RemovePeopleDialog:
    assert isinstance(dialog, RemovePeopleDialog)
    return dialog


def workspace_of(program: Program) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def file_of(program: Program) -> SchemeFile:
    assert program.file is not None
    return program.file


def remove(program: Program, qtbot: QtBot, periods: str = "") -> None:
    """Remove as a person does, with the keyboard: which periods, that it is meant, and Remove."""
    hands = Hands(qtbot)

    def act(dialog: QDialog) -> None:
        asked = removing(dialog)
        assert not asked.remove.isEnabled()
        if periods:
            hands.choose(asked.which, periods)
        asked.sure.setFocus()
        hands.key(Qt.Key.Key_Space)
        hands.key(Qt.Key.Key_Return)

    hands.in_dialog(lambda: program.window.asked.emit("remove-people"), act)


def test_from_all_periods_nothing_is_left(program: Program, practice: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    file = file_of(program)
    refs = references(sheets_of(file))
    practice.go(Place(CASE, next(iter(practice.desk.sheet.cases))))
    remove(program, qtbot, "all")
    workspace = workspace_of(program)
    assert workspace is not practice
    assert workspace.place == Place(CASES)
    assert not any(any(held(sheet)) for sheet in sheets_of(file))
    assert set(left_in(tmp_path, refs).values()) == {0}
    assert (workspace.desk.session.undo_name, workspace.desk.session.redo_name) == ("", "")
    assert "their totals are kept" in "".join(label.text() for label in workspace.status.findChildren(QLabel))
    texts = [label.text() for label in workspace.findChildren(QLabel)]
    assert "Totals alone; the rows of the case files were removed" in texts
    workspace.go(Place(OUTCOMES))
    assert any(label.text().startswith("These figures were kept on") for label in workspace.findChildren(QLabel))


def test_from_this_period_alone(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    earlier = file_of(program).sheet("2024-25")
    practice.go(Place(PEOPLE))
    remove(program, qtbot)
    assert file_of(program).sheet("2024-25") == earlier
    assert not any(held(workspace_of(program).desk.sheet))
    assert workspace_of(program).place == Place(OUTCOMES)


def test_it_says_what_goes_and_what_is_not_touched(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    seen: list[str] = []

    def act(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        hands.choose(removing(dialog).which, "all")
        seen.append(words_of(dialog))

    before = practice.desk.sheet
    hands.in_dialog(lambda: program.window.asked.emit("remove-people"), act)
    assert "What goes: 73 people, 40 case files, 22 references of people whose file is not on the list." in seen[0]
    assert "What goes: 73 people, 84 case files" in seen[1]
    assert NOT_TOUCHED in seen[0]
    assert "notes in other places, which are not searched" in NOT_TOUCHED
    assert NO_COPIES in seen[0]
    # It was cancelled.
    assert file_of(program).sheet("2025-26") == before
    assert workspace_of(program) is practice


def test_what_goes_in_words() -> None:
    assert goes_words([Held(1, 0, 0, 0), Held(0, 1, 1, 2)]) == (
        "What goes: 1 person, 1 case file, 1 reference of people whose file is not on the list, 2 offence dates."
    )
    assert goes_words([Held(0, 0, 0, 0)]).startswith("There are no rows here")
    folder = Path("x back-ups")
    assert copies_words([folder / "a.iomsa", folder / "b.iomsa", Path("x (kept 2026).iomsa")]).endswith(
        ": 2 back-ups, x (kept 2026).iomsa."
    )


def test_where_there_is_nothing_it_says_so(program: Program, new_scheme: Workspace, qtbot: QtBot) -> None:
    assert new_scheme.desk.sheet.people == {}
    seen: list[str] = []
    ask = Hands(qtbot).in_dialog
    ask(lambda: program.window.asked.emit("remove-people"), lambda dialog: seen.append(words_of(dialog)))
    assert NO_ROWS in seen[0]


def test_a_refusal_is_told_and_nothing_is_lost(
    program: Program, practice: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise refuse("store.full", "a.iomsa", "the disk is full.")

    practice.go(Place(OVERVIEW))
    before = practice.desk.sheet
    with monkeypatch.context() as patch:
        patch.setattr(SchemeFile, "remove_people", refused)
        remove(program, qtbot)
    boxes = program.window.findChildren(QMessageBox)
    assert ["the disk is full" in box.text() for box in boxes] == [True]
    boxes[0].close()
    workspace = workspace_of(program)
    assert workspace.desk.sheet == before
    assert workspace.place == Place(OVERVIEW)


def test_it_is_offered_after_a_return(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    practice.go(Place(RETURN))
    page = practice.page
    assert isinstance(page, ReturnPage)
    page.write()
    hands.wait(lambda: page.result is not None)
    card = page.result
    assert card is not None
    asked: list[str] = []
    program.window.asked.connect(asked.append)
    hands.in_dialog(lambda: hands.press(card, REMOVE), lambda dialog: asked.append(dialog.windowTitle()))
    hands.wait(lambda: len(asked) == 2)
    assert sorted(asked) == ["Remove rows about people", "remove-people"]


def test_a_file_that_is_only_read_does_not_offer_it(program: Program, practice: Workspace) -> None:
    command, action = program.window.actions_by_name["remove-people"]
    assert command.changes
    assert action.isEnabled()
    program.window.allow(file=True, changes=False, undo="", redo="")
    assert not action.isEnabled()
    assert practice.desk.sheet.people
