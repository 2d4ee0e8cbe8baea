"""The program as a whole: opening, closing, periods and looks, and no stray window."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, Visitors

from iomsa.cli import main as verb
from iomsa_desktop.desk import CASE, CASES, OVERVIEW, STANDARD, Place
from iomsa_desktop.kit.focus_ring import FocusRing
from iomsa_desktop.pages.start import StartPage
from iomsa_desktop.pictures import places
from iomsa_desktop.program import Program
from iomsa_desktop.settings import DARK, RECENT, SCALES
from iomsa_desktop.windows.task_list import TaskList
from iomsa_desktop.windows.workspace import Workspace


class StrayWindows(QObject):
    """Watch for a widget that is shown as a window of its own and is neither the window nor a dialog nor a menu."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, QMainWindow | QDialog | QMenu):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False

    def stop(self) -> None:
        self._app.removeEventFilter(self)


@pytest.fixture
def stray(qapp: QApplication) -> Iterator[StrayWindows]:
    stray = StrayWindows(qapp)
    yield stray
    stray.stop()


def workspace_of(program: Program) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def start_page(program: Program) -> StartPage:
    page = program.window.centralWidget()
    assert isinstance(page, StartPage)
    return page


def test_a_first_start_offers_the_ways_to_begin(program: Program) -> None:
    program.begin(None)
    assert "ten working days" in said(start_page(program))
    assert program.file is None


def test_the_file_last_used_opens(program: Program, practice: Workspace) -> None:
    program.window.asked.emit("close")
    program.begin(None)
    assert workspace_of(program).desk.file.path.name == "practice.iomsa"


def test_where_the_file_last_used_is_gone_the_start_page_says_so(
    program: Program, practice: Workspace, tmp_path: Path
) -> None:
    program.window.asked.emit("close")
    (tmp_path / "practice.iomsa").unlink()
    program.begin(None)
    assert "practice.iomsa" in said(start_page(program))
    assert "could not be opened" in said(start_page(program))


@pytest.mark.parametrize("content", [b"", b"no scheme file at all", b"SQLite format 3\0" + b"\0" * 2000])
def test_a_refused_file_is_told_and_nothing_opens(
    program: Program, visitors: Visitors, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "odd.iomsa"
    path.write_bytes(content)
    program.begin(path)
    qtbot.waitUntil(lambda: bool(visitors.met), timeout=20_000)
    assert start_page(program).isVisible()
    assert program.settings.recent == ()
    assert path.read_bytes() == content


def test_a_refused_file_leaves_the_open_one_open(program: Program, practice: Workspace, visitors: Visitors) -> None:
    program.open(practice.desk.file.path.with_name("nowhere.iomsa"))
    assert program.workspace is practice
    practice.go(Place(STANDARD, "1", "1.1.1"))


def test_the_file_that_is_open_is_not_opened_again(
    program: Program, practice: Workspace, visitors: Visitors, tmp_path: Path
) -> None:
    assert program.file is not None
    other = tmp_path / "other name.iomsa"
    other.symlink_to(program.file.path)
    for path in (program.file.path, other):
        program.open(path)
        assert workspace_of(program) is practice
    program.window.asked.emit("practice")
    shown = workspace_of(program)
    assert shown is not practice
    program.window.asked.emit("practice")
    assert workspace_of(program) is shown
    assert not shown.desk.read_only


def test_the_files_last_used_stand_on_the_start_page_newest_first(program: Program, tmp_path: Path) -> None:
    for number in range(RECENT + 2):
        path = tmp_path / f"scheme {number}.iomsa"
        assert verb(["new", str(path), "--scheme", "Eastmoor", "--period", "2025-26"]) == 0
        program.settings.set_who(path, "", "")
        program.open(path)
    program.window.asked.emit("close")
    assert [path.stem for path in program.settings.recent] == [f"scheme {number}" for number in range(7, 1, -1)]
    named = [each.accessibleName() for each in start_page(program).findChildren(QAbstractButton)]
    links = [name for name in named if name.startswith("Open scheme")]
    assert links == [f"Open scheme {number}.iomsa" for number in range(7, 1, -1)]


def test_a_new_file_asks_who_is_typing_once(program: Program, visitors: Visitors, tmp_path: Path) -> None:
    assert verb(["new", str(tmp_path / "a.iomsa"), "--scheme", "Eastmoor", "--period", "2025-26"]) == 0
    for _ in range(2):
        program.open(tmp_path / "a.iomsa")
        assert len(visitors.met) == 1
    assert workspace_of(program).place == Place(OVERVIEW)


def test_periods_can_be_switched_and_each_keeps_its_undo(
    program: Program, practice: Workspace, qtbot: QtBot, visitors: Visitors
) -> None:
    hands = Hands(qtbot)
    practice.go(Place(STANDARD, "1", "1.1.1"))
    hands.type("0")
    program.show_period("2024-25")
    assert workspace_of(program).desk.session.undo_name == ""
    program.show_period("2025-26")
    assert workspace_of(program).desk.session.undo_name == "1.1.1 changed to 0"
    before = workspace_of(program).desk.sheet.answers["1.1.1"]
    program.window.asked.emit("undo")
    assert before.choice == "0" != workspace_of(program).desk.sheet.answers["1.1.1"].choice


@pytest.mark.parametrize("command", ["larger", "theme-dark"])
def test_another_look_shows_the_same_place_and_keeps_the_undo(
    program: Program, practice: Workspace, qtbot: QtBot, command: str
) -> None:
    practice.go(Place(STANDARD, "2", "2.1.1"))
    Hands(qtbot).type("0")
    program.window.asked.emit(command)
    after = workspace_of(program)
    assert after is not practice
    assert after.place == Place(STANDARD, "2", "2.1.1")
    assert (after.desk.look.scale, program.settings.theme) in ((SCALES[1], "system"), (1.0, DARK))
    program.window.asked.emit("undo")
    assert after.desk.session.redo_name == "2.1.1 changed to 0"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_part_of_a_page_is_ever_a_window_of_its_own(
    program: Program, practice: Workspace, stray: StrayWindows, qtbot: QtBot, scale: float
) -> None:
    program.settings.scale = scale
    program.relook()
    workspace = workspace_of(program)
    for _, place in places(workspace):
        workspace.go(place)
    workspace.go(Place(STANDARD, "7", "7.1.1"))
    with qtbot.waitSignal(workspace.bridge.scored, timeout=20_000):
        Hands(qtbot).type("1")
    assert stray.seen == []


def test_a_stray_window_would_be_seen(stray: StrayWindows, qtbot: QtBot) -> None:
    widget = QLabel("stray")
    qtbot.addWidget(widget)
    widget.show()
    assert stray.seen == ["QLabel "]


def test_closing_the_window_keeps_what_is_being_typed(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    path = practice.desk.file.path
    practice.go(Place(STANDARD, "1", "1.1.1/note"))
    Hands(qtbot).type("Typed last, ")
    program.window.close()
    assert program.file is None
    program.open(path)
    assert workspace_of(program).desk.sheet.answers["1.1.1"].note.startswith("Typed last, ")


def test_what_is_no_longer_shown_is_let_go(program: Program, practice: Workspace, qtbot: QtBot) -> None:
    shown = []
    for _ in range(3):
        program.relook()
        workspace_of(program).go(Place(STANDARD, "1", "1.1.1"))
        Hands(qtbot).type("1")
        shown.append(weakref.ref(workspace_of(program)))
    program.window.asked.emit("close")
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(workspace() for workspace in shown), timeout=20_000)


def a_ring_is_shown(program: Program) -> bool:
    return any(ring.isVisible() for ring in program.window.findChildren(FocusRing))


def test_the_ring_follows_the_focus_from_file_to_file(practice: Workspace, program: Program, qtbot: QtBot) -> None:
    for ref in list(practice.desk.sheet.cases)[:3]:
        practice.go(Place(CASE, ref, "C1"))
        qtbot.waitUntil(lambda: a_ring_is_shown(program), timeout=20_000)
        practice.go(Place(CASES))
        qtbot.wait(1)


def test_the_ring_of_a_row_of_the_task_list_leaves_its_neighbours_alone(practice: Workspace, program: Program) -> None:
    tasks = practice.findChild(TaskList)
    assert tasks is not None
    tasks.focus_current()
    ringed = next(button for button in tasks.buttons if button.hasFocus())
    ring = next(ring for ring in program.window.findChildren(FocusRing) if ring.isVisible())
    assert ring.mapToGlobal(QPoint()) == ringed.mapToGlobal(QPoint())
    assert ring.size() == ringed.size()
