"""Rows about people are removed from the menu or after a return: asked for, done, and said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, page_at
from tests.desktop.removing import change_name, file_of, remove, removing, with_back_ups, words_of, workspace_of
from tests.forms.store.removing import left_in, references, sheets_of

from iomsa.problems import refuse
from iomsa.store import removal
from iomsa.store.lock import Holder, Lock
from iomsa.store.removal_totals import Held, held
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import CASE, CASES, OUTCOMES, OVERVIEW, PEOPLE, RETURN, Place
from iomsa_desktop.dialogs.crash import report_text, save_report
from iomsa_desktop.dialogs.remove_people import (
    NO_COPIES,
    NO_ROWS,
    NOT_TOUCHED,
    copies_words,
    goes_words,
)
from iomsa_desktop.dialogs.removed_people import DONE, NOTHING, PARTLY
from iomsa_desktop.dialogs.removing_people import RemovingDialog
from iomsa_desktop.pages.return_notices import REMOVE
from iomsa_desktop.pages.return_page import ReturnPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


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
        patch.setattr(removal, "remove", refused)
        after = remove(program, qtbot)
    assert after.title == NOTHING
    assert "a.iomsa\nThe disk is full." in after.said
    workspace = workspace_of(program)
    assert workspace.desk.sheet == before
    assert workspace.place == Place(OVERVIEW)
    assert change_name(workspace)


def test_a_copy_that_stays_is_named_and_is_tried_again(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    assert practice.desk.sheet.people
    folder = with_back_ups(program)
    refs = references(sheets_of(file_of(program)))
    held_one = min(folder.iterdir())
    lock = Lock(held_one, Holder())
    after = remove(program, qtbot, "all")
    lock.release()
    assert after.title == PARTLY
    assert f"{held_one.name}\nThis copy is open in another window" in after.said
    assert "Not clean: 1 copy." in "".join(label.text() for label in workspace_of(program).status.findChildren(QLabel))
    assert {name for name, count in left_in(folder.parent, refs).items() if count} == {
        held_one.relative_to(folder.parent).as_posix()
    }
    again = remove(program, qtbot, "all")
    assert again.title == DONE
    assert "itself held no rows about people any more" in again.said
    assert f"Cleaned: 1 copy\n{held_one.name}" in again.said
    assert "Held no rows before: 1 copy" in again.said
    assert set(left_in(folder.parent, refs).values()) == {0}


def test_closed_meanwhile_it_is_done_first_and_the_file_is_let_go(
    program: Program, practice: Workspace, qtbot: QtBot
) -> None:
    """A computer that is shut down closes the file, whatever dialog is open."""
    file = file_of(program)
    assert practice.desk.sheet.people
    closing = QTimer(interval=1)

    def close() -> None:
        if isinstance(QApplication.activeModalWidget(), RemovingDialog):
            closing.stop()
            program.close_file()

    closing.timeout.connect(close)
    closing.start()
    after = remove(program, qtbot, "all")
    assert (program.file, program.workspace, after.title) == (None, None, "")
    with SchemeFile.open(file.path, clock=str, who=str) as again:
        assert again.read_only_because == ""
        assert not any(any(held(sheet)) for sheet in sheets_of(again))


def test_after_a_return_and_a_fault_nothing_is_left_in_any_file(
    program: Program, practice: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    """Settings, crash reports, locks, leftovers and what is inside the return: no file beside holds a reference."""
    hands = Hands(qtbot)
    refs = references(sheets_of(file_of(program)))
    somebody = next(iter(practice.desk.sheet.cases))
    practice.go(Place(CASE, somebody))
    written(practice, hands)
    with pytest.raises(KeyError) as caught:
        practice.desk.sheet.answers[somebody]
    save_report(report_text(caught.value, "1.0", "2026-11-22T10:00:00"), tmp_path / "crash reports", "now")
    backup = min(with_back_ups(program).iterdir())
    shutil.copyfile(backup, backup.with_name(f".{backup.name}.77.part"))
    assert sum(count > 0 for count in left_in(tmp_path, refs).values()) == 4
    remove(program, qtbot, "all")
    for book in tmp_path.rglob("*.xlsx"):
        shutil.unpack_archive(book, tmp_path / "inside" / book.stem, "zip")
    found = left_in(tmp_path, refs)
    assert set(found.values()) == {0}
    for kind in (".iomsa", ".iomsa.lock", ".ini", ".txt", ".xlsx", ".xml"):
        assert any(name.endswith(kind) for name in found), kind


def written(workspace: Workspace, hands: Hands) -> QWidget:
    """Write a return; return the notice of it."""
    workspace.go(Place(RETURN))
    page = workspace.page
    assert isinstance(page, ReturnPage)
    page.write()
    hands.wait(lambda: page.result is not None)
    assert page.result is not None
    return page.result


def test_it_is_offered_after_a_return(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    page = page_at(practice, Place(RETURN), ReturnPage)
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
