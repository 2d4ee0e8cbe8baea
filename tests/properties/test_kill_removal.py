"""A program killed while it removes rows about people leaves the file whole, as it was or as it should be."""

from __future__ import annotations

import os
import select
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.forms.store.desk import reopen
from tests.forms.store.removing import left_in, names_of, references, sheets_of, twin, with_people

from iomsa.store.place import has_journal
from iomsa.store.removal_totals import held

ROOT = Path(__file__).resolve().parents[2]


def removed_and_killed(path: Path, chance: Random) -> bool:
    """Remove rows in a process of its own and kill it, half the time in the last step; tell whether it had ended."""
    command = [sys.executable, "-m", "tests.properties.removal_child", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        handle = process.stdout.fileno()
        assert os.read(handle, 1) == b"b"
        if chance.random() < 0.5:
            assert os.read(handle, 1) == b"o"
            ready, _, _ = select.select([handle], [], [], chance.random() * 0.03)
        else:
            ready, _, _ = select.select([handle], [], [], chance.random())
        process.kill()
        return bool(ready) and os.read(handle, 2).endswith(b"e")


@pytest.mark.parametrize("rounds", [4, pytest.param(200, marks=pytest.mark.proof)])
def test_the_file_is_whole_whenever_it_is_killed(tmp_path: Path, rounds: int, request: pytest.FixtureRequest) -> None:
    model, chance = with_people(tmp_path / "scheme.iomsa"), Random(8)
    with reopen(model, read_only=True) as file:
        sheets = sheets_of(file)
    refs = references(sheets)
    as_it_was = torn = 0
    for number in range(rounds):
        path = twin(model, tmp_path / str(number))
        twin(model, path.parent).rename(path.with_name("scheme (kept 2026-03-02 09-00).iomsa"))
        path = twin(model, path.parent)
        ended = removed_and_killed(path, chance)
        torn += has_journal(path)
        with reopen(path) as file:
            assert file.read_only_because == ""
            now = sheets_of(file)
            gone = not any(any(held(sheet)) for sheet in now)
            assert gone or now == sheets
            assert gone or not ended
            as_it_was += not gone
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            if gone:
                # The copies beside it are clean before the file itself is.
                assert {name for name, count in left_in(path.parent, refs).items() if count} == set()
            file.remove_people(names_of(file))
        assert set(left_in(path.parent, refs).values()) == {0}
    # Few kills may all fall alike.
    assert 0 < as_it_was < rounds or rounds < 100
    text = f"removal: {rounds:,} kills, {as_it_was:,} left as it was, {torn:,} in mid-write, every file whole"
    request.node.user_properties.append(("counted", text))
