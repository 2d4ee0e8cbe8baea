"""A program killed at any moment loses no change that it acknowledged, and its file opens."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.forms.store.desk import PERIOD, make, reopen
from tests.forms.store.trail import replay

from iomsa.store.place import has_journal

ROOT = Path(__file__).resolve().parents[2]

Round = Callable[[Path, int], list[str]]


@pytest.fixture
def killed_round() -> Iterator[Round]:
    """Give what runs one round: from a file and a number to the lines acknowledged before the kill."""
    command = [sys.executable, "-m", "tests.properties.crash_child"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        talk, listen = process.stdin, process.stdout
        assert talk is not None
        assert listen is not None

        def run(path: Path, number: int) -> list[str]:
            talk.write(json.dumps([str(path), number]) + "\n")
            talk.flush()
            acknowledged: list[str] = json.loads(listen.readline())
            return acknowledged

        yield run
        talk.close()


@pytest.mark.parametrize("rounds", [100, pytest.param(1_000, marks=pytest.mark.proof)])
def test_no_acknowledged_change_is_lost(
    tmp_path: Path, rounds: int, killed_round: Round, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "a.iomsa"
    make(path).close()
    total = torn = 0
    kept: dict[str, str] = {}
    for number in range(rounds):
        acknowledged = [line.partition(" ")[::2] for line in killed_round(path, number)]
        torn += has_journal(path)
        total += len(acknowledged)
        with reopen(path) as file:
            assert file.read_only_because == ""
            notes = {id: answer.note for id, answer in file.sheet(PERIOD).answers.items()}
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        kept |= dict(acknowledged)
        check(kept, notes, f"{number}.{len(acknowledged) + 1}")
        kept = notes
    assert total > rounds
    with reopen(path, read_only=True) as file:
        last = file.sheet(PERIOD)
    assert replay(path) == last
    text = f"{rounds:,} kills, {torn:,} in mid-write, {total:,} acknowledged changes, 0 lost"
    request.node.user_properties.append(("counted", text))


def check(acknowledged: dict[str, str], notes: dict[str, str], next_one: str) -> None:
    """Demand each acknowledged note, or for one prompt what the child was about to acknowledge next."""
    different = [prompt for prompt, note in acknowledged.items() if notes.get(prompt, "") != note]
    assert len(different) <= 1, different
    for prompt in different:
        assert notes[prompt].split(" ")[0] == next_one, prompt
