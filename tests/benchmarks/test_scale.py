"""Start, memory and pages at 20 periods and 2,000 cases, against 1 period and 20 cases, in pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.benchmarks.schemes import make_scheme
from tests.benchmarks.test_page import STANDARDS, opened, show_ours
from tests.benchmarks.test_start import HERE, start
from tests.benchmarks.yardstick import interleaved, ratio, say, timed

PAIRS = 21
BAR = 1.2


@pytest.mark.bench
def test_start_and_memory_do_not_grow(tmp_path: Path) -> None:
    large = make_scheme(tmp_path / "large.iomsa", periods=20, cases=2000)
    small = make_scheme(tmp_path / "small.iomsa", periods=1, cases=20)
    peaks: dict[Path, list[float]] = {large: [], small: []}

    def begin(scheme: Path) -> float:
        taken, peak = start(str(HERE / "start_app.py"), str(scheme), str(tmp_path / "settings.ini"))
        peaks[scheme].append(peak)
        return taken

    begin(large), begin(small)
    many, few = interleaved(lambda: begin(large), lambda: begin(small), PAIRS)
    say("start at 20 periods and 2,000 cases", ratio(many, few), BAR, ours=many, theirs=few)
    grown = ratio(peaks[large], peaks[small])
    say("memory at the same", grown, BAR, ours=peaks[large], theirs=peaks[small], unit="MiB")
    assert ratio(many, few) <= BAR
    assert grown <= BAR


@pytest.mark.bench
def test_pages_do_not_grow(qapp: QApplication, tmp_path: Path) -> None:
    for name in ("large", "small"):
        (tmp_path / name).mkdir()
    large = opened(qapp, tmp_path / "large", make_scheme(tmp_path / "large" / "l.iomsa", periods=20, cases=2000))
    small = opened(qapp, tmp_path / "small", make_scheme(tmp_path / "small" / "s.iomsa", periods=1, cases=20))
    turns = {id(large): 0, id(small): 0}

    def page(program: object) -> float:
        turn = turns[id(program)]
        turns[id(program)] += 1
        shown = large if program is large else small
        if turn % len(STANDARDS) == 0:
            shown.relook()
        return timed(lambda: show_ours(shown, STANDARDS[turn % len(STANDARDS)]))

    many, few = interleaved(lambda: page(large), lambda: page(small), PAIRS)
    say("next page at 20 periods and 2,000 cases", ratio(many, few), BAR, ours=many, theirs=few)
    for program in (large, small):
        program.close_file()
        program.window.close()
        program.window.deleteLater()
    assert ratio(many, few) <= BAR
