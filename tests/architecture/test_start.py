"""What is loaded before the first page of a scheme is painted, and what a verb of the command line loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.architecture.heavy import HEAVY
from tests.benchmarks.schemes import make_scheme

from iomsa.cli import main as verb

NOT_YET = HEAVY | {"PySide6.QtNetwork"}
WAITS = {
    "_hashlib",
    "decimal",
    "fractions",
    "html",
    "iomsa.checks.check",
    "iomsa.outcomes.work_out",
    "iomsa.returns.content",
}
"""What a page other than the first needs, or the first one a moment later."""
OURS = {"iomsa", "iomsa_desktop", "iomsa_resources"}
MOST_MODULES = 124

START = """
import os, sys
from pathlib import Path
from iomsa_desktop.early import load_qt
load_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from iomsa_desktop import app as composition
from iomsa_desktop.looks import STYLE, set_up_style
from iomsa_desktop.pages.overview import OverviewPage
from iomsa_desktop.windows.workspace import Workspace

class Painted(QWidget):
    def paintEvent(self, event):
        print("counted", *(f"{name}={len(calls)}" for name, calls in counted.items()))
        print("kinds", *sorted(each.__name__ for each in kinds(QWidget)))
        print(*sorted(sys.modules), flush=True)
        os._exit(0)

def kinds(base):
    found = base.__subclasses__()
    return {*found, *(each for kind in found for each in kinds(kind))}

def count(kind, name):
    plain, calls = getattr(kind, name), counted.setdefault(name, [])
    setattr(kind, name, lambda self: (calls.append(1), plain(self))[1])

def begin():
    program.begin(Path(sys.argv[1]))
    Painted(program.workspace.page.widget()).show()

counted = {}
count(Workspace, "_refresh_frame")
count(Workspace, "settle")
count(OverviewPage, "on_scored")
app = QApplication(["iomsa", *STYLE])
set_up_style(app)
program = composition.build(app, Path(sys.argv[2]), Path(sys.argv[2]).parent)
program.settings.set_who(Path(sys.argv[1]), "", "")
program.window.show()
QTimer.singleShot(0, program.window, begin)
app.exec()
"""
VERB = """
import os, sys
from iomsa_desktop.main import main
code = main(sys.argv[1:])
print(*sorted(sys.modules))
sys.exit(code)
"""


def said(source: str, *arguments: str) -> list[list[str]]:
    """Run a source in a Python of its own; return the words of each line that it prints."""
    inside = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", source, *arguments]
    done = subprocess.run(command, env=inside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def modules(source: str, *arguments: str) -> set[str]:
    """Run a source; return the names of the modules in the last line that it prints."""
    return set(said(source, *arguments)[-1])


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scheme") / "practice.iomsa"
    assert verb(["practice", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def painted(scheme: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What is counted, the kinds of widgets that Python has met, and the modules, when the first page is painted."""
    return said(START, str(scheme), str(tmp_path_factory.mktemp("settings") / "settings.ini"))[-3:]


def test_nothing_heavy_is_loaded_before_the_first_page_is_painted(painted: list[list[str]]) -> None:
    loaded = set(painted[2])
    assert loaded & NOT_YET == set()
    assert {"iomsa_desktop.pages.overview", "sqlite3"} <= loaded


def test_what_the_first_page_does_not_need_waits(painted: list[list[str]]) -> None:
    loaded = set(painted[2])
    assert loaded & WAITS == set()
    assert sum(name.split(".")[0] in OURS for name in loaded) <= MOST_MODULES


def test_a_scheme_without_people_loads_no_more(tmp_path: Path) -> None:
    scheme = make_scheme(tmp_path / "few.iomsa", periods=1, cases=3)
    loaded = set(said(START, str(scheme), str(tmp_path / "settings.ini"))[-1])
    assert loaded & (NOT_YET | WAITS) == set()
    assert sum(name.split(".")[0] in OURS for name in loaded) <= MOST_MODULES


def test_frame_and_page_are_filled_once_and_the_rest_comes_after(painted: list[list[str]]) -> None:
    assert painted[0] == ["counted", "_refresh_frame=1", "settle=0", "on_scored=1"]


def test_python_meets_only_the_widgets_that_are_used(painted: list[list[str]]) -> None:
    assert {"QLabel", "QMainWindow", "TaskButton"} <= set(painted[1])
    # To hand over a widget that Qt made itself, its binding makes the class of every kind there is.
    assert {"QWizard", "QCalendarWidget", "QGraphicsView", "QFileDialog"} & set(painted[1]) == set()


@pytest.mark.parametrize("name", sorted(NOT_YET - {"click", "pydantic", "numpy", "pandas"}))
def test_what_is_loaded_is_seen(name: str) -> None:
    assert name in modules(f"import sys, {name}; print(*sys.modules)")


@pytest.mark.parametrize("name", ["score", "check", "return", "verify", "period", "open", "framework"])
def test_no_verb_loads_qt(scheme: Path, tmp_path: Path, name: str) -> None:
    loaded = modules(VERB, *arguments(name, scheme, tmp_path))
    assert {module for module in loaded if module.split(".")[0] in {"PySide6", "shiboken6"}} == set()


def arguments(name: str, scheme: Path, folder: Path) -> list[str]:
    """Give a verb what it needs to do its work."""
    if name in {"verify", "open"}:
        assert verb(["return", str(scheme), "-o", str(folder)]) == 0
        book = str(next(folder.glob("*.xlsx")))
        return [name, book, str(folder / "opened.iomsa")] if name == "open" else [name, book]
    if name == "period":
        return [name, str(scheme), "2026-27"]
    return {"return": [name, str(scheme), "-o", str(folder)], "framework": [name, "show"]}.get(
        name, [name, str(scheme)]
    )
