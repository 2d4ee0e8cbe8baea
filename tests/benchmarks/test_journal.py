"""One answer from session to disk, against the same statements through bare sqlite3, and our own share of it."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.benchmarks.schemes import make_scheme
from tests.benchmarks.yardstick import interleaved, ratio, say, timed
from tests.forms.store.desk import PERIOD, choose, reopen

from iomsa.session.session import Session
from iomsa.store.connection import connect

ROUNDS = 600

# Written out, so that the yardstick does not move with the code that it measures.
DOING = """
INSERT INTO now_doing (id, actor, cause, action, at) VALUES (1, ?, ?, 1, ?) ON CONFLICT (id) DO UPDATE SET
  actor = excluded.actor, cause = excluded.cause, action = action + 1, at = excluded.at"""
ANSWER = """
INSERT INTO answer (period, prompt, choice, reason, note, evidence, flag, author, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (period, prompt) DO UPDATE SET
  choice = excluded.choice, reason = excluded.reason, note = excluded.note, evidence = excluded.evidence,
  flag = excluded.flag, author = excluded.author, at = excluded.at"""


class Timed:
    """Stand in for a connection and add up the milliseconds that its statements take."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.spent = 0.0

    def execute(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        begin = time.perf_counter()
        try:
            return self._connection.execute(statement, values)
        finally:
            self.spent += (time.perf_counter() - begin) * 1000

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction


def answer(session: Session, turn: int) -> None:
    choose(session, "1.1.1", str(turn % 4), f"note {turn}")


@pytest.mark.bench
def test_one_answer_against_bare_sqlite(tmp_path: Path) -> None:
    bare_path = make_scheme(tmp_path / "bare.iomsa", periods=1, cases=100)
    ours_path = make_scheme(tmp_path / "ours.iomsa", periods=1, cases=100)
    with reopen(ours_path) as file, closing(connect(bare_path, "rw")) as bare:
        session, turns = file.session(PERIOD), iter(range(2 * ROUNDS + 1))
        answer(session, next(turns))

        def write_bare(turn: int) -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(DOING, ("Ada", "edit", str(turn)))
            row = (PERIOD, "1.1.1", str(turn % 4), "", f"note {turn}", "", 0, "Ada", str(turn))
            bare.execute(ANSWER, row)
            bare.execute("COMMIT")

        mine, other = interleaved(
            lambda: timed(lambda: answer(session, next(turns))),
            lambda: timed(lambda: write_bare(next(turns))),
            ROUNDS,
        )
    say("one answer, session to disk", ratio(mine, other), 1.5, ours=mine, theirs=other)
    assert ratio(mine, other) <= 1.5


@pytest.mark.bench
def test_our_own_share_of_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with reopen(make_scheme(tmp_path / "ours.iomsa", periods=1, cases=100)) as file:
        session = file.session(PERIOD)
        answer(session, 0)
        watched = Timed(file._connection)
        monkeypatch.setattr(file._writer, "_connection", watched)
        shares = []
        for turn in range(1, ROUNDS):
            watched.spent = 0.0
            whole = timed(partial(answer, session, turn))
            shares.append(whole - watched.spent)
    median, late = statistics.median(shares), statistics.quantiles(shares, n=100)[98]
    print(f"\n  our own share of an answer: median {median:.2f} ms (bar 2), p99 {late:.2f} ms (bar 8)")
    assert median <= 2
    assert late <= 8
