"""What is loaded before the first page of a scheme is painted, and what a verb of the command line loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.architecture.heavy import HEAVY

from iomsa.cli import main as verb

NOT_YET = HEAVY | {"PySide6.QtNetwork"}

START = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from iomsa_desktop import app as composition
from iomsa_desktop.looks import set_up_style

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sorted(sys.modules), flush=True)
            os._exit(0)
        return False

def begin():
    program.begin(Path(sys.argv[1]))
    program.workspace.page.widget().installEventFilter(watch)

app = QApplication(["iomsa"])
set_up_style(app)
program = composition.build(app, Path(sys.argv[2]), Path(sys.argv[2]).parent)
program.settings.set_who(Path(sys.argv[1]), "", "")
watch = Watch()
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


def modules(source: str, *arguments: str) -> set[str]:
    """Run a source in a Python of its own; return the names of the modules in the last line that it prints."""
    inside = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", source, *arguments]
    done = subprocess.run(command, env=inside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scheme") / "practice.iomsa"
    assert verb(["practice", str(path)]) == 0
    return path


def test_nothing_heavy_is_loaded_before_the_first_page_is_painted(scheme: Path, tmp_path: Path) -> None:
    loaded = modules(START, str(scheme), str(tmp_path / "settings.ini"))
    assert loaded & NOT_YET == set()
    assert {"iomsa_desktop.pages.overview", "sqlite3"} <= loaded


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
