"""Where another wrote, replaced or moved the open file, writing stops and our version is kept beside it."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.forms.store.desk import PERIOD, by_stranger, choose, chosen, make, refusal, reopen

from iomsa.problems import Refused


def wrote_an_answer(path: Path) -> None:
    by_stranger(path, "UPDATE answer SET choice = '0'")


def wrote_something_else(path: Path) -> None:
    by_stranger(path, "PRAGMA user_version = 7")


def replaced_it(path: Path) -> None:
    other = path.with_name("other.iomsa")
    make(other).close()
    other.replace(path)


def replaced_it_by_nonsense(path: Path) -> None:
    path.with_name("x").write_bytes(b"nonsense")
    path.with_name("x").replace(path)


def overwrote_it_by_nonsense(path: Path) -> None:
    path.write_bytes(b"nonsense" * 5000)


def overwrote_it_by_a_table(path: Path) -> None:
    other = path.with_name("other.db")
    by_stranger(other, "CREATE TABLE shopping (item)")
    path.write_bytes(other.read_bytes())
    other.unlink()


def overwrote_it_by_an_older_one(path: Path) -> None:
    shutil.copyfile(next(path.with_name("a back-ups").glob("*.iomsa")), path)


def deleted_it(path: Path) -> None:
    path.unlink()


STRANGERS = [
    wrote_an_answer,
    wrote_something_else,
    replaced_it,
    replaced_it_by_nonsense,
    overwrote_it_by_nonsense,
    overwrote_it_by_a_table,
    overwrote_it_by_an_older_one,
    deleted_it,
]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_our_version_is_kept_with_the_last_change(tmp_path: Path, stranger: Callable[[Path], None]) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        choose(session, "B.a.2", "1")
        stranger(path)
        after = path.read_bytes() if path.exists() else None
        sentence = refusal("store.changed-elsewhere", lambda: choose(session, "B.b.1", "1"))
        assert "B.b.1" not in session.sheet.answers
        kept = next(tmp_path.glob("a (kept *).iomsa"))
        assert kept.name in sentence
        assert kept.name in refusal("store.stopped", lambda: choose(session, "B.b.1", "0"))
        assert (path.read_bytes() if path.exists() else None) == after
    assert len(list(tmp_path.glob("a (kept *).iomsa"))) == 1
    with reopen(kept) as copy:
        assert copy.read_only_because == ""
        assert [chosen(copy, prompt) for prompt in ("B.a.1", "B.a.2", "B.b.1")] == ["2", "1", "1"]
        choose(copy.session(PERIOD), "B.b.1", "0")


def test_where_no_copy_can_be_kept_that_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        wrote_something_else(path)
        with monkeypatch.context() as patched:
            patched.setattr("iomsa.store.backups.settle", _no_room)
            assert "full" in refusal("store.changed-not-kept", lambda: choose(session, "B.b.1", "1"))
            assert list(tmp_path.glob("*kept*")) == []
        refusal("store.changed-elsewhere", lambda: choose(session, "B.b.1", "1"))


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_our_own_failures_are_not_taken_for_another_writer(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
        for limit in (pages, 100_000):
            file._connection.execute("PRAGMA cache_size = 5")
            file._connection.execute(f"PRAGMA max_page_count = {limit}")
            note = "A long note. " * 2400
            if limit == pages:
                with pytest.raises(Refused):
                    choose(session, "B.a.2", "1", note)
            else:
                choose(session, "B.a.2", "1", note)
        assert chosen(file, "B.a.2") == "1"


def test_a_bug_in_a_change_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        assert file._writer is not None

        def broken(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM answer")
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            file._write("edit", broken)
        assert chosen(file, "B.a.1") == "2"
        choose(session, "B.a.1", "1")
        assert chosen(file, "B.a.1") == "1"
