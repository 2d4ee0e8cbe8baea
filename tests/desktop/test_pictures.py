"""Every page in every look and state: nothing cut, nothing on top of each other; and the pictures of the README.

With IOMSA_PICTURES=1 the pictures of the README are taken anew into docs/pictures.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands, page_at
from tests.desktop.layout import slips

from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import CASE, CASES, OUTCOMES, OVERVIEW, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.kit.text_box import LineText
from iomsa_desktop.pages.return_page import ReturnPage
from iomsa_desktop.pictures import SIZE, places, snap
from iomsa_desktop.program import Program
from iomsa_desktop.settings import DARK, LIGHT
from iomsa_desktop.windows.workspace import Workspace

DOCS = Path(__file__).resolve().parents[2] / "docs" / "pictures"
LOOKS = [(LIGHT, 1.0), (DARK, 1.0), (LIGHT, 1.5), (LIGHT, 2.0)]
SMALLEST, LARGEST = 10_000, 300_000


def dressed(program: Program, theme: str, scale: float) -> Workspace:
    """Put on a look and return the workspace in it."""
    program.window.resize(SIZE)
    program.settings.theme, program.settings.scale = theme, scale
    program.relook()
    assert program.workspace is not None
    return program.workspace


def look_at(program: Program, path: Path) -> list[str]:
    """Take a picture of the window and return what is wrong with it."""
    snap(program.window, path)
    assert path.stat().st_size > SMALLEST
    assert program.window.size() == SIZE
    return [f"{path.stem}: {slip}" for slip in slips(program.window)]


def all_well(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


def walk(program: Program, workspace: Workspace, folder: Path) -> list[str]:
    found = []
    for name, place in places(workspace):
        workspace.go(place)
        found += look_at(program, folder / f"{name}.png")
    return found


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_full_pages(program: Program, practice: Workspace, tmp_path: Path, theme: str, scale: float) -> None:
    workspace = dressed(program, theme, scale)
    all_well(walk(program, workspace, tmp_path))
    workspace.go(Place(STANDARD, "8", "8.1.1"))
    all_well(look_at(program, tmp_path / "own-check.png"))


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_empty_pages(program: Program, new_scheme: Workspace, tmp_path: Path, theme: str, scale: float) -> None:
    all_well(walk(program, dressed(program, theme, scale), tmp_path))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("problem", ["", "Scheme.iomsa: there is no such file. Check the name and the folder."])
def test_the_start_page(program: Program, tmp_path: Path, scale: float, problem: str) -> None:
    program.window.resize(SIZE)
    program.settings.scale = scale
    program.settings.remember(tmp_path / "A scheme with a rather long name, of the whole county.iomsa")
    program.relook()
    program.show_start(problem)
    all_well(look_at(program, tmp_path / "start.png"))


def wrong_value(workspace: Workspace, hands: Hands) -> None:
    workspace.go(Place(PROFILE, "", "cohort.total"))
    hands.key(Qt.Key.Key_End)
    hands.type(" people or so")
    hands.key(Qt.Key.Key_Tab)


def not_applicable(workspace: Workspace, hands: Hands) -> None:
    workspace.go(Place(STANDARD, "1", "1.3.2"))
    hands.type("n")
    hands.type("No change was made this year, as far as A1234BC knows. " * 3)


def a_reason_to_give(workspace: Workspace, hands: Hands) -> None:
    workspace.go(Place(CASE, next(iter(workspace.desk.sheet.cases)), "A1"))
    hands.type("n")


def rows_of_files(workspace: Workspace, hands: Hands) -> None:
    page = page_at(workspace, Place(RETURN), ReturnPage)
    hands.click(page.setup.rows)
    hands.choose(page.setup.marking, "OFFICIAL")
    hands.click(page.setup.write)


def written(workspace: Workspace, hands: Hands) -> None:
    page = page_at(workspace, Place(RETURN), ReturnPage)
    page.write()
    hands.wait(lambda: page.result is not None and not page.busy)


def looking_for_something(workspace: Workspace, hands: Hands) -> None:
    workspace.go(Place(OVERVIEW))
    workspace.header.finder.setFocus()
    hands.type("board")


STATES = (wrong_value, not_applicable, a_reason_to_give, rows_of_files, written, looking_for_something)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_pages_that_say_something(
    program: Program,
    practice: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    scale: float,
    state: Callable[[Workspace, Hands], None],
) -> None:
    workspace = dressed(program, LIGHT, scale)
    state(workspace, Hands(qtbot))
    all_well(look_at(program, tmp_path / f"{state.__name__}.png"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_file_that_can_only_be_read(program: Program, practice: Workspace, tmp_path: Path, scale: float) -> None:
    path = practice.desk.file.path
    program.window.asked.emit("close")
    with SchemeFile.open(path, clock=lambda: "2026-11-22T10:00:00", who=lambda: "Somebody else"):
        program.open(path)
        workspace = dressed(program, LIGHT, scale)
        assert workspace.desk.read_only
        all_well(walk(program, workspace, tmp_path))


README = {
    "overview": (LIGHT, 1.0, Place(OVERVIEW)),
    "overview-dark": (DARK, 1.0, Place(OVERVIEW)),
    "standard": (LIGHT, 1.0, Place(STANDARD, "2", "2.1.2")),
    "standard-200": (LIGHT, 2.0, Place(STANDARD, "2", "2.1.2")),
    "cases": (LIGHT, 1.0, Place(CASES)),
    "outcomes": (LIGHT, 1.0, Place(OUTCOMES)),
}


@pytest.mark.parametrize("name", [*README, "return"])
def test_the_pictures_of_the_readme(
    program: Program, practice: Workspace, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    folder = DOCS if os.environ.get("IOMSA_PICTURES") == "1" else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    theme, scale, place = README.get(name, (LIGHT, 1.0, Place(RETURN)))
    workspace = dressed(program, theme, scale)
    workspace.settle()
    workspace.go(place)
    if name == "return":
        written(workspace, Hands(qtbot))
        # Where the tests write is nobody's folder.
        lines = program.window.findChildren(LineText)
        next(line for line in lines if line.accessibleName() == "Folder of the return").setText("Documents")
    path = snap(program.window, folder / f"{name}.png")
    shrink(path)
    assert SMALLEST < path.stat().st_size < LARGEST


def shrink(path: Path) -> None:
    """Pack a picture as tightly as PNG can, its colours as they are."""
    assert QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888).save(str(path), quality=0)
