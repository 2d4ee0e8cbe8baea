"""The frozen program does its work: it checks itself, with and without a screen, and its verbs read and print."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import project

pytestmark = pytest.mark.frozen
FORMATS = sorted((project.ROOT / "tests" / "golden").glob("format-*.iomsa"))


def said(*command: Path | str) -> str:
    """Run a command without what Python and its libraries read from the environment; return what it printed."""
    outside = {name: os.environ[name] for name in ("DISPLAY", "HOME", "PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [str(word) for word in command],
        env={**outside, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def checked(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("self-check") / "Prüfung"
    assert str(folder) in said(program, "--self-check", folder)
    return folder


def test_it_says_its_version(program: Path) -> None:
    assert said(program, "--version").split() == [project.COMMAND, project.version()]


def test_it_checks_itself_without_a_screen(checked: Path) -> None:
    assert len(list(checked.rglob("*.png"))) > 10
    assert len(list(checked.glob("*.xlsx"))) == len(list(checked.glob("*.iomsa"))) == 1


@pytest.mark.needs("xvfb")
def test_it_checks_itself_on_a_screen(program: Path, tmp_path: Path) -> None:
    screen = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24 -noreset", "env", "QT_QPA_PLATFORM=xcb")
    assert str(tmp_path) in said(*screen, program, "--self-check", tmp_path / "checked")


def test_it_reads_a_return_in_a_process_of_its_own(program: Path, checked: Path) -> None:
    (book,) = checked.glob("*.xlsx")
    assert "is whole and unedited" in said(program, "verify", book)


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.name)
def test_it_scores_files_of_every_format(program: Path, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert json.loads(said(program, "score", "--json", copy))["overall"]
