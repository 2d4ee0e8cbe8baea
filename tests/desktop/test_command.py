"""The command where nobody listens, or a console that knows few characters: it never ends for what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from iomsa.cli import main as verb
from iomsa.returns.read import reader_command

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("Zoë’s – folder") / "Zoë’s – scheme.iomsa"
    assert verb(["practice", str(path)]) == 0
    return path


def run(line: str, *arguments: str | Path, **outside: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell, in which "$@" is the command with these arguments."""
    command = ["sh", "-c", line, "sh", sys.executable, "-m", "iomsa_desktop.main", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **outside}, capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
def test_what_a_console_does_not_know_is_a_question_mark(scheme: Path, encoding: str) -> None:
    done = run('"$@"', "practice", scheme, PYTHONIOENCODING=encoding)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert "Zoë’s".encode(encoding, "replace") in done.stderr


@pytest.mark.parametrize("line", ['"$@" >&-', '"$@" >&- 2>&- <&-'])
@pytest.mark.parametrize("arguments", [("nonsense",), ("return", "{}", "-o", "{}/..")])
def test_where_nobody_listens_the_work_is_done_all_the_same(
    scheme: Path, line: str, arguments: tuple[str, ...]
) -> None:
    given = [each.replace("{}/..", str(scheme.parent)).replace("{}", str(scheme)) for each in arguments]
    done = run(line, *given)
    assert done.returncode == (2 if arguments == ("nonsense",) else 0)
    assert b"Traceback" not in done.stderr


def test_the_frozen_program_reads_workbooks_by_its_console_where_it_has_one(tmp_path: Path) -> None:
    window = tmp_path / "iomsa.exe"
    assert reader_command(str(window), frozen=True) == (str(window), "--read-return")
    (tmp_path / "iomsa-cli.exe").touch()
    assert reader_command(str(window), frozen=True) == (str(tmp_path / "iomsa-cli.exe"), "--read-return")
    assert reader_command(str(window), frozen=False) == (str(window), "-I", "-m", "iomsa.returns.child")
