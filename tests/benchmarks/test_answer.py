"""One answer from the key to the disk, and how it grows; all but the statements and the commit is our own share."""

from __future__ import annotations

import itertools
import statistics
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.benchmarks.schemes import make_scheme
from tests.benchmarks.test_page import opened
from tests.benchmarks.yardstick import interleaved, ratio, say

from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.program import Program

ROUNDS = 300
PAIRS = 21
KEYS = itertools.cycle((Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3))


class Answering:
    """Press keys in an open program, and know what the writing took of each."""

    def __init__(self, app: QApplication, folder: Path, scheme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.program: Program = opened(app, folder, scheme)
        self.written = 0.0
        assert self.program.workspace is not None
        self.program.workspace.go(Place(STANDARD, "1", "1.1.1"))
        page = self.program.workspace.page
        assert page is not None
        session = self.program.workspace.desk.session
        assert session._journal is not None
        write = session._journal.write

        def timed_write(change: ChangeSet) -> None:
            begin = time.perf_counter()
            write(change)
            self.written += time.perf_counter() - begin

        monkeypatch.setattr(session._journal, "write", timed_write)
        self._target = next(each for each in page.findChildren(PromptField)).control.buttons[0]

    def press(self) -> float:
        """Return the milliseconds from the key to the answer on the disk."""
        self.written = 0.0
        begin = time.perf_counter()
        QTest.keyClick(self._target, next(KEYS))
        return (time.perf_counter() - begin) * 1000

    def end(self) -> None:
        """Close the file, then the window."""
        self.program.close_file()
        self.program.window.close()
        self.program.window.deleteLater()

    def own_share(self) -> float:
        """Return the milliseconds of one answer without its writing."""
        whole = self.press()
        assert self.written > 0
        return whole - self.written * 1000


@pytest.mark.bench
def test_our_share_of_an_answer(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = make_scheme(tmp_path / "one.iomsa", periods=5, cases=300)
    answering = Answering(qapp, tmp_path, scheme, monkeypatch)
    shares = sorted(answering.own_share() for _ in range(ROUNDS))
    median, late = statistics.median(shares), shares[int(0.99 * ROUNDS)]
    print(f"\n  one answer from the key, our own share: median {median:.2f} ms (bar 2), p99 {late:.2f} ms (bar 8)")
    answering.end()
    assert median <= 2
    assert late <= 8


@pytest.mark.bench
def test_an_answer_does_not_grow(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "large").mkdir()
    small = make_scheme(tmp_path / "small" / "s.iomsa", periods=1, cases=20)
    large = make_scheme(tmp_path / "large" / "l.iomsa", periods=20, cases=2000)
    few = Answering(qapp, tmp_path / "small", small, monkeypatch)
    many = Answering(qapp, tmp_path / "large", large, monkeypatch)
    mine, other = interleaved(many.press, few.press, 5 * PAIRS)
    say("one answer at 20 periods and 2,000 cases", ratio(mine, other), 1.2, ours=mine, theirs=other)
    few.end()
    many.end()
    assert ratio(mine, other) <= 1.2
