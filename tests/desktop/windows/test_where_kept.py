"""Where files are kept: temporary copies, network folders, copies, and documents that can't be written."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Visitors

from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.dialogs.advice import AdviceDialog
from iomsa_desktop.dialogs.new_scheme import NewSchemeDialog
from iomsa_desktop.file_commands import ABOUT, TITLE
from iomsa_desktop.opening import PRACTICE_NAME
from iomsa_desktop.pages.start import FORGETS
from iomsa_desktop.program import Program
from iomsa_desktop.whereabouts import NETWORK, OWN, TEMPORARY
from iomsa_desktop.windows.header import Tag
from iomsa_desktop.windows.workspace import Workspace

ASKED_WHO = "WhoDialog: Who is typing?"


def lying(monkeypatch: pytest.MonkeyPatch, program: Program, where: Callable[[Path], str]) -> None:
    monkeypatch.setattr(program, "_where", where)


def accept_next() -> None:
    """Accept the advice that comes next; other dialogs are for the visitors."""

    def meet(tries: int) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AdviceDialog):
            dialog.accept()
        elif tries:
            QTimer.singleShot(1, lambda: meet(tries - 1))

    QTimer.singleShot(0, lambda: meet(2000))


def tags(widget: QWidget | None) -> list[str]:
    return [tag.accessibleName() for tag in widget.findChildren(Tag)] if widget is not None else []


def said(program: Program) -> str:
    assert program.workspace is not None
    return program.workspace.status.saved.text()


def boxes(program: Program) -> list[str]:
    return [box.text() for box in program.window.findChildren(QMessageBox)]


@pytest.fixture
def scheme(practice_model: Path, tmp_path: Path) -> Path:
    (tmp_path / "attached").mkdir()
    path = tmp_path / "attached" / "Zoë’s.iomsa"
    path.write_bytes(practice_model.read_bytes())
    return path


def test_a_temporary_copy_is_said_and_can_be_looked_at(
    program: Program, scheme: Path, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying(monkeypatch, program, lambda _: TEMPORARY)
    program.open(scheme)
    assert visitors.met == [f"AdviceDialog: {TITLE}", ASKED_WHO]
    assert said(program).startswith("All saved. This is a temporary copy: save a copy in a folder of your own")
    assert "Temporary copy" in tags(program.window)
    assert program.settings.recent == ()
    program.relook()
    assert len(visitors.met) == 2


def test_a_temporary_copy_that_is_saved_opens_where_it_is_kept(
    program: Program, scheme: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scheme.chmod(0o444)
    own = tmp_path / "own.iomsa"
    program.settings.set_who(own, "Alex", "")
    lying(monkeypatch, program, lambda path: OWN if path == own else TEMPORARY)
    monkeypatch.setattr(program, "ask_target", lambda *_: own)
    accept_next()
    program.open(scheme)
    assert program.file is not None
    assert (program.file.path, program.file.read_only_because) == (own, "")
    assert said(program) == "All saved"
    assert "Temporary copy" not in tags(program.window.centralWidget())
    assert program.settings.recent == (own,)


def test_where_no_place_for_the_copy_is_chosen_the_temporary_one_stays_open(
    program: Program, scheme: Path, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying(monkeypatch, program, lambda _: TEMPORARY)
    monkeypatch.setattr(program, "ask_target", lambda *_: None)
    visitors.stop()
    program.settings.set_who(scheme, "", "")
    accept_next()
    program.open(scheme)
    assert program.file is not None
    assert program.file.path == scheme


def test_a_copy_leaves_the_open_file_open(
    program: Program, practice: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "copy.iomsa"
    monkeypatch.setattr(program, "ask_target", lambda *_: target)
    program.window.asked.emit("copy")
    assert practice.status.changed.text() == "A copy is saved as copy.iomsa; you still work on practice.iomsa."
    assert program.workspace is practice
    with SchemeFile.open(target, clock=str, who=str) as copy:
        assert copy.read_only_because == ""
        assert copy.sheet("2025-26") == practice.desk.sheet


def test_a_copy_of_a_file_that_can_only_be_read_is_what_is_worked_on(
    program: Program, scheme: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "copy.iomsa"
    for path in (scheme, target):
        program.settings.set_who(path, "", "")
    monkeypatch.setattr(program, "ask_target", lambda *_: target)
    with SchemeFile.open(scheme, clock=str, who=str):
        program.open(scheme)
        assert said(program).startswith("Read-only")
        program.window.asked.emit("copy")
    assert program.file is not None
    assert (program.file.path, program.file.read_only_because) == (target, "")


def test_a_copy_never_goes_over_a_file(
    program: Program, practice: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "ask_target", lambda *_: tmp_path / "practice.iomsa")
    program.window.asked.emit("copy")
    assert len(boxes(program)) == 1
    assert "there is a file of this name already" in boxes(program)[0]
    assert program.workspace is practice


def test_a_network_folder_is_said_once_and_calmly(
    program: Program, scheme: Path, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying(monkeypatch, program, lambda _: NETWORK)
    program.open(scheme)
    assert visitors.met == [ASKED_WHO]
    assert said(program) == "All saved. This file lies in a network folder: keep the connection while you work"
    assert program.settings.recent == (scheme,)


def test_a_long_line_leaves_out_how_much_is_answered(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    assert practice.status.progress.isVisible()
    practice.status.say_saved("All saved. " + "This is what there is to know. " * 4)
    assert not practice.status.progress.isVisible()
    practice.status.say_saved("Saved 14:02")
    assert practice.status.progress.isVisible()


def test_where_documents_can_not_be_made_another_place_is_offered_for_practice(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    program.opening.documents = tmp_path / "file" / "Documents"
    target = tmp_path / "elsewhere.iomsa"
    program.settings.set_who(target, "", "")
    monkeypatch.setattr(program, "ask_target", lambda *_: target)
    accept_next()
    program.window.asked.emit("practice")
    assert program.file is not None
    assert program.file.path == target
    assert program.file.practice


def test_documents_that_are_not_there_are_made(program: Program, visitors: Visitors, tmp_path: Path) -> None:
    program.opening.documents = tmp_path / "home" / "Documents"
    program.window.asked.emit("practice")
    assert (tmp_path / "home" / "Documents" / PRACTICE_NAME).exists()


def test_a_new_scheme_may_go_to_documents_that_are_not_there_yet(
    program: Program, qtbot: QtBot, practice: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "home" / "Documents"
    period = practice.desk.sheet.period
    dialog = NewSchemeDialog(program.window, program.look, folder, datetime.date(2026, 11, 22), period.framework)
    dialog.name.line.setText("Eastmoor")
    dialog._on_make()
    assert dialog.value is not None
    program.opening.documents = folder
    program.opening.new(dialog.value.path, "Eastmoor", period).close()
    assert (folder / "Eastmoor.iomsa").exists()
    dialog.place.line.setText(str(tmp_path / "none" / "a.iomsa"))
    dialog.value = None
    dialog._on_make()
    assert dialog.value is None


def test_settings_that_can_not_be_kept_are_said_on_the_start_page_and_in_the_status(
    program: Program, scheme: Path, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(program.settings), "problem", "/x can't be written")
    program.show_start()
    shown = [label.text() for label in program.window.findChildren(QLabel) if label.isVisible()]
    assert FORGETS in shown
    assert any(text.startswith("/x can't be written, so the text size") for text in shown)
    program.open(scheme)
    assert said(program) == "All saved. Settings can't be kept: /x can't be written"


def test_the_advice_says_why_and_what_to_do() -> None:
    for word in ("e-mail", "lost", "folder of your own"):
        assert word in ABOUT
