"""What tests of the window as a whole share: a practice scheme that is made once, and dialogs that close themselves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Visitors

from iomsa.cli import main as verb
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def visitors(qtbot: QtBot) -> Iterator[Visitors]:
    visitors = Visitors()
    yield visitors
    visitors.stop()


@pytest.fixture(scope="session")
def practice_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.iomsa"
    assert verb(["practice", str(path)]) == 0
    return path


@pytest.fixture
def practice(program: Program, practice_model: Path, tmp_path: Path) -> Workspace:
    path = Path(shutil.copyfile(practice_model, tmp_path / "practice.iomsa"))
    program.settings.set_who(path, "Alex Example", "police")
    program.open(path)
    assert program.workspace is not None
    return program.workspace
