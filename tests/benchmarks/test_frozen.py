"""The frozen app against a bare window frozen by the same spec: its size, and its start with cold and warm files.

Another program is frozen beside the product, on the same modules: it opens a scheme file and ends when the page is
painted. So the product needs no way to end early, and a clock outside sees the whole start, its loader included.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.benchmarks.schemes import make_scheme
from tests.benchmarks.yardstick import interleaved, ratio, say

import project
from freezing import freeze, prune

HERE = Path(__file__).parent
SCRATCH = project.WORK / "bench"
ROUNDS = 15
SIZE, START = 1.25, 1.6


def frozen_alike(name: str, *plan: str) -> Path:
    """Freeze by the product's spec into a scratch folder; return the folder that came out."""
    made = freeze.freeze(sys.executable, SCRATCH / name, plan, SCRATCH / "pyinstaller")
    prune.prune(made)
    return made


@pytest.fixture(scope="module")
def ours() -> Path:
    project.need_frozen()
    also = str(HERE / "start_app.py")
    return frozen_alike("ours", "--also", also, "--hidden", "start_watched") / "start_app"


@pytest.fixture(scope="module")
def bare() -> Path:
    project.need_frozen()
    return frozen_alike("bare", "--only", str(HERE / "start_bare.py")) / "start_bare"


@pytest.fixture
def page(tmp_path: Path) -> list[str]:
    return [str(make_scheme(tmp_path / "five.iomsa", periods=5, cases=300)), str(tmp_path / "settings.ini")]


def put_out(folder: Path) -> None:
    """Put the files of a folder out of the memory of the system, so that they are read anew from the disk."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            opened = os.open(path, os.O_RDONLY)
            os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(opened)


def starter(program: Path, arguments: list[str], *, cold: bool) -> Callable[[], float]:
    """Return what starts a program once and gives the milliseconds from its start to its end."""

    def start() -> float:
        if cold:
            put_out(program.parent)
        begin = time.perf_counter()
        subprocess.run([program, *arguments], check=True, capture_output=True, timeout=60)
        return (time.perf_counter() - begin) * 1000

    return start


@pytest.mark.bench
def test_size(bare: Path) -> None:
    mine, other = (freeze.size_of(folder) / 2**20 for folder in (project.need_frozen(), bare.parent))
    say("size of the frozen folder", mine / other, SIZE, ours=[mine], theirs=[other], unit="MiB")
    assert mine / other <= SIZE


@pytest.mark.bench
@pytest.mark.parametrize("cold", [True, False], ids=["cold", "warm"])
def test_start(cold: bool, ours: Path, bare: Path, page: list[str]) -> None:
    os.sync()  # only what is on the disk can be put out of memory
    mine, other = starter(ours, page, cold=cold), starter(bare, [], cold=cold)
    mine(), other()
    taken, yardstick = interleaved(mine, other, ROUNDS)
    how = "cold" if cold else "warm"
    say(f"frozen, {how}: process start to usable page", ratio(taken, yardstick), START, ours=taken, theirs=yardstick)
    assert ratio(taken, yardstick) <= START
