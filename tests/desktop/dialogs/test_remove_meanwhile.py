"""While rows about people are removed: each step is said, the window lives, it can be stopped, and a fault ends it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.removing import change_name, file_of, remove, with_back_ups, workspace_of
from tests.forms.store.removing import contents

from iomsa.problems import Refused
from iomsa.store import removal
from iomsa.store.doing import Doing
from iomsa.store.removal_copy import CleanCopy
from iomsa.store.removal_rows import Cleaner
from iomsa_desktop.dialogs.remove_people import RETURNS
from iomsa_desktop.dialogs.removed_people import DONE, STOP
from iomsa_desktop.dialogs.removing_people import STOPPING, RemovingDialog
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

TURNS = 20
"""So many turns the window takes while a copy is cleaned."""


class Ticks:
    """Count the turns of the window, for somebody who waits in another thread."""

    def __init__(self) -> None:
        self._turns = threading.Semaphore(0)
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._turns.release)
        self._timer.start()

    def wait(self) -> None:
        """Wait until the window has taken its turns from now on; fail where it takes none."""
        while self._turns.acquire(blocking=False):
            pass
        for _ in range(TURNS):
            assert self._turns.acquire(timeout=60)


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Let no copy be cleaned before the dialog has said that it is its turn."""
    turns = threading.Semaphore(0)

    def in_turn(path: Path, cleaner: Cleaner, doing: Doing) -> CleanCopy:
        assert turns.acquire(timeout=60)
        return CleanCopy(path, cleaner, doing)

    monkeypatch.setattr(removal, "CleanCopy", in_turn)
    return turns


def test_each_step_is_said(program: Program, practice: Workspace, qtbot: QtBot, turns: threading.Semaphore) -> None:
    folder = with_back_ups(program)
    after = remove(program, qtbot, "all", turns=turns)
    assert [step for step in after.steps if step.startswith("Back-up")] == ["Back-up 1 of 2", "Back-up 2 of 2"]
    assert after.title == DONE
    assert "people, 84 case files" in after.said
    assert "Cleaned: 2 copies" in after.said
    assert all(path.name in after.said for path in folder.iterdir())
    assert RETURNS in after.said
    assert change_name(workspace_of(program))
    assert practice is not workspace_of(program)


def test_the_window_lives_meanwhile(
    program: Program, practice: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = Ticks()

    def slow(path: Path, cleaner: Cleaner, doing: Doing) -> CleanCopy:
        ticks.wait()
        return CleanCopy(path, cleaner, doing)

    assert practice.desk.sheet.people
    with_back_ups(program)
    monkeypatch.setattr(removal, "CleanCopy", slow)
    assert remove(program, qtbot, "all").title == DONE


def test_stopped_with_a_key_nothing_is_removed(
    program: Program, practice: Workspace, qtbot: QtBot, turns: threading.Semaphore
) -> None:
    folder = with_back_ups(program)
    before, copies = practice.desk.sheet, contents(folder)
    after = remove(program, qtbot, "all", turns=turns, stop=True)
    assert after.steps[-1] == STOPPING
    assert after.title == STOP
    assert "The file and all copies beside it are as they were." in after.said
    assert file_of(program).sheet("2025-26") == before
    assert contents(folder) == copies
    assert change_name(workspace_of(program))


def test_a_fault_of_ours_closes_the_dialog(
    program: Program, practice: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError

    faults: list[object] = []
    program.tasks.failed.connect(faults.append)
    with monkeypatch.context() as patch:
        patch.setattr(removal, "remove", failing)
        after = remove(program, qtbot)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
    assert after.title == ""
    assert workspace_of(program) is not practice
    assert change_name(workspace_of(program))


class Other(QObject):
    """Whoever asked for other work, which fails as soon as the dialog is there."""

    def __init__(self) -> None:
        super().__init__()
        self._there = threading.Event()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if isinstance(QApplication.activeModalWidget(), RemovingDialog):
            self._there.set()

    def work(self) -> None:
        assert self._there.wait(60)
        raise ZeroDivisionError

    def take(self, _: object) -> None:
        pytest.fail("it did not fail")


def test_a_fault_of_other_work_does_not_close_the_dialog(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    faults: list[object] = []
    program.tasks.failed.connect(faults.append)
    other = Other()
    program.tasks.run(other.work, other.take, other.take)
    after = remove(program, qtbot, "all")
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
    assert after.title == DONE
    assert workspace_of(program) is not practice
    assert not file_of(program).sheet("2025-26").people


def test_the_file_refuses_all_else_meanwhile(program: Program, practice: Workspace, tmp_path: Path) -> None:
    file = file_of(program)
    with_back_ups(program)
    assert practice.bridge.undo()
    before, backup = practice.desk.sheet, file.backups()[0]
    work = file.removing(["2025-26"], lambda _: False)
    assert not change_name(practice)
    for act in (
        lambda: file.sheet("2025-26"),
        lambda: file.save_copy(tmp_path / "copy.iomsa"),
        lambda: file.restore(backup),
        lambda: file.removing(["2025-26"], lambda _: True),
    ):
        with pytest.raises(Refused, match="are being removed from this file just now"):
            act()
    assert not (tmp_path / "copy.iomsa").exists()
    with pytest.raises(Refused, match="stopped"):
        work()
    assert file.sheet("2025-26") == before
    assert change_name(practice)
