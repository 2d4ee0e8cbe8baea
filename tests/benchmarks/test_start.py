"""From process start to a painted, usable page, and the memory of that, against a bare window started alike."""

from __future__ import annotations

import compileall
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.benchmarks.schemes import make_scheme
from tests.benchmarks.yardstick import interleaved, ratio, say

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROUNDS = 15


def start(*arguments: str) -> tuple[float, float]:
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True, timeout=60)
    return (time.perf_counter() - begin) * 1000, int(done.stdout.split()[-1]) / 1024


@pytest.mark.bench
def test_start_and_memory(tmp_path: Path) -> None:
    # As installed: nobody waits for the compiler a second time.
    for root in ("forms", "desktop", "resources"):
        compileall.compile_dir(ROOT / root, quiet=1)
    scheme = make_scheme(tmp_path / "five.iomsa", periods=5, cases=300)
    settings = tmp_path / "settings.ini"
    memory: dict[str, list[float]] = {"ours": [], "theirs": []}

    def ours() -> float:
        taken, peak = start(str(HERE / "start_app.py"), str(scheme), str(settings))
        memory["ours"].append(peak)
        return taken

    def theirs() -> float:
        taken, peak = start(str(HERE / "start_bare.py"))
        memory["theirs"].append(peak)
        return taken

    ours(), theirs()
    mine, bare = interleaved(ours, theirs, ROUNDS)
    say("process start to usable page", ratio(mine, bare), 1.6, ours=mine, theirs=bare)
    say(
        "peak memory",
        ratio(memory["ours"], memory["theirs"]),
        1.3,
        ours=memory["ours"],
        theirs=memory["theirs"],
        unit="MiB",
    )
    assert ratio(mine, bare) <= 1.6
    assert ratio(memory["ours"], memory["theirs"]) <= 1.3
