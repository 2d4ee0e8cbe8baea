"""What cannot be stored stays on the screen, is tried again, and is asked about before it is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from iomsa.problems import refuse
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.dialogs.unsaved import UnsavedDialog
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def test_text_that_could_not_be_stored_stays_and_is_asked_about_before_it_is_lost(
    new_scheme: Workspace, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_scheme.go(Place(STANDARD, "1", "1.1.1/note"))
    field = next(each for each in program.window.findChildren(PromptField) if each.prompt.id == "1.1.1")

    def full(_: ChangeSet) -> None:
        raise refuse("store.full", "", "the disk is full; free some room.")

    journal = new_scheme.desk.session._journal
    assert journal is not None
    with monkeypatch.context() as patch:
        patch.setattr(journal, "write", full)
        qtbot.keyClicks(field.note, "Signed in May")
        new_scheme.flush()
        assert field.note.toPlainText() == "Signed in May"
        assert "disk is full" in new_scheme.status.changed.text()
        asked: list[tuple[str, ...]] = []
        patch.setattr(UnsavedDialog, "run", lambda dialog: asked.append(new_scheme.pending))
        assert not program.window.close()
        assert asked == [("1  Strategic leadership",)]
    assert program.may_leave()
    assert new_scheme.desk.sheet.answers["1.1.1"].note == "Signed in May"


def test_enter_keeps_what_would_be_lost(new_scheme: Workspace, qtbot: QtBot) -> None:
    dialog = UnsavedDialog(new_scheme, new_scheme.desk.look, ["Scheme profile"])
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog, timeout=20_000):
        dialog.show()
        dialog.activateWindow()
    begun = dialog.focusWidget()
    assert isinstance(begun, Button)
    assert begun.text() == "Go back"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert dialog.result() == UnsavedDialog.DialogCode.Rejected
