"""Wrong usage, help, consoles that know few characters, pipes that break, and the verbs as processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.forms.cli.verbs import Run

from iomsa import __version__


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["dance"],
        ["new"],
        ["new", "x.iomsa"],
        ["score"],
        ["score", "x", "--loud"],
        ["return", "x.iomsa"],
        ["framework"],
        ["framework", "sing"],
        ["score", "x", "--js"],
    ],
)
def test_wrong_usage_is_two(run: Run, argv: list[str]) -> None:
    done = run(*argv)
    assert (done.code, done.out) == (2, "")
    assert "usage: iomsa" in done.err


@pytest.mark.parametrize("argv", [["--help"], ["new", "--help"], ["return", "--help"], ["framework", "--help"]])
def test_help_is_no_error(run: Run, argv: list[str]) -> None:
    done = run(*argv)
    assert (done.code, done.err) == (0, "")
    assert "usage: iomsa" in done.out


def test_version(run: Run) -> None:
    assert run("--version").out == f"iomsa {__version__}\n"


def in_a_process(*argv: str | Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "iomsa.cli", *map(str, argv)]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


def test_a_console_that_knows_few_characters(tmp_path: Path) -> None:
    path = tmp_path / "ŷ🦔.iomsa"
    done = in_a_process("new", path, "--scheme", "Gŵyl ŷ 🦔", "--period", "2026-27", encoding="cp1252")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"G?yl ? ?" in done.stdout
    done = in_a_process("score", tmp_path / "ŵ.iomsa", encoding="ascii")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_as_a_module_of_its_own(new: Path) -> None:
    assert in_a_process("check", new).returncode == 0
    assert in_a_process("dance").returncode == 2
    assert in_a_process("score", new.with_name("none.iomsa")).returncode == 1


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    command = [sys.executable, "-m", "iomsa.cli", "framework", "show", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_nothing_heavy_is_loaded_before_a_verb_asks_for_it() -> None:
    code = (
        "import sys; from iomsa.cli import main; main(['--version']); "
        "print(sorted({'openpyxl', 'sqlite_utils', 'click', 'python_calamine', 'tomllib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
