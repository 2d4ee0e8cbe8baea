"""A test whose parts of the system are missing is not run and counted; where CI=true it fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest

@pytest.mark.needs("strace")
def test_a(): pass

@pytest.mark.needs("openbox", "strace")
def test_b(): pass

def test_c(): pass
"""


def run_without_parts(folder: Path, workers: str, ci: str) -> subprocess.CompletedProcess[str]:
    """Run three tests, two of which need parts, where no program is found on the path."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_parts.py").write_text(TESTS, encoding="utf-8")
    inside = {**os.environ, "PATH": str(folder), "CI": ci, "PYTHONPATH": str(ROOT / "build")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        os.devnull,
        "--rootdir",
        str(folder),
        "-n",
        workers,
        str(folder),
    ]
    return subprocess.run(command, cwd=folder, env=inside, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_is_not_run_is_said_last(tmp_path: Path, workers: str) -> None:
    done = run_without_parts(tmp_path, workers, ci="")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-2:] == [
        "1 passed; 2 not run: they need openbox, strace",
        "  sudo apt-get install --no-install-recommends openbox strace",
    ]


def test_not_run_is_failed_where_everything_should_be_there(tmp_path: Path) -> None:
    done = run_without_parts(tmp_path, "0", ci="true")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].strip("= ").startswith("1 passed, ")
    assert "2 errors" in done.stdout.splitlines()[-1]
    assert "sudo apt-get install --no-install-recommends strace" in done.stdout
