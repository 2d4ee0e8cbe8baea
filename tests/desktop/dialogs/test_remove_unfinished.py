"""A removal of rows about people that was killed: it is offered when the file is opened, and never done unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import opened
from tests.desktop.removing import file_of, remove, words_of, workspace_of

from iomsa.store.from_sheets import create_practice
from iomsa.store.removal import GoOn, Removed
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.dialogs.remove_people import TITLE
from iomsa_desktop.program import Program
from iomsa_desktop.remove_people import UNFINISHED
from iomsa_desktop.settings import Settings
from iomsa_desktop.windows.workspace import Workspace

STAMP = "2026-11-22T10:00:00"


class Meets:
    """Act in each dialog that comes by its title, and keep the titles."""

    def __init__(self, acts: dict[str, Callable[[QDialog], None]]) -> None:
        self.titles: list[str] = []
        self.said = ""
        self._acts = acts
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def open(self, program: Program, path: Path) -> None:
        """Open a file, meet what comes of it, and meet nothing of later."""
        program.open(path)
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self.titles.append(dialog.windowTitle())
            self.said += words_of(dialog)
            self._acts.get(dialog.windowTitle(), QDialog.reject)(dialog)


@pytest.fixture
def killed(practice: Workspace, program: Program) -> Path:
    """A practice file that is closed; the program was killed while it removed rows from it."""
    path = file_of(program).path
    program.settings.set_removing(path, on=True)
    program.window.asked.emit("close")
    return path


def people_in(program: Program) -> int:
    return len(workspace_of(program).desk.sheet.people)


def test_it_is_offered_again_and_leads_to_the_question(killed: Path, program: Program) -> None:
    meets = Meets({UNFINISHED: QDialog.accept})
    meets.open(program, killed)
    assert meets.titles == [UNFINISHED, TITLE]
    assert "Nothing is removed unless you ask for it" in meets.said
    assert people_in(program) == 73
    assert program.settings.removing(killed)


def test_somebody_who_declines_is_not_asked_again(killed: Path, program: Program) -> None:
    first = Meets({})
    first.open(program, killed)
    program.window.asked.emit("close")
    again = Meets({})
    again.open(program, killed)
    assert (first.titles, again.titles) == ([UNFINISHED], [])
    assert people_in(program) == 73


def test_nothing_is_offered_of_another_file_or_one_that_is_only_read(killed: Path, program: Program) -> None:
    other = killed.with_name("other.iomsa")
    opened(program, other, lambda path: create_practice(path, clock=lambda: STAMP, who=str).close())
    program.window.asked.emit("close")
    with SchemeFile.open(killed, clock=lambda: STAMP, who=lambda: "Somebody else"):
        meets = Meets({})
        meets.open(program, killed)
        assert workspace_of(program).desk.read_only
        program.window.asked.emit("close")
    assert meets.titles == []


def test_while_it_is_done_the_disk_says_so_and_afterwards_no_more(
    practice: Workspace, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, removing = file_of(program).path, SchemeFile.removing
    seen: list[bool] = []

    def watched(file: SchemeFile, periods: Sequence[str], go_on: GoOn) -> Callable[[], Removed]:
        work = removing(file, periods, go_on)

        def watching() -> Removed:
            seen.append(Settings(tmp_path / "settings.ini").removing(path))
            return work()

        return watching

    monkeypatch.setattr(SchemeFile, "removing", watched)
    remove(program, qtbot)
    assert seen == [True]
    assert not Settings(tmp_path / "settings.ini").removing(path)
    assert people_in(program) == 0
