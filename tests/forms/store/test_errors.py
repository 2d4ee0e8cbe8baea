"""Whatever the disk and SQLite say is one plain sentence: what happened, what is safe, what to do."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.forms.store.desk import PERIOD, by_stranger, choose, chosen, make, refusal, reopen

from iomsa.problems import Refused
from iomsa.store.errors import SENTENCES, code_of, say, spoken


def a_text(path: Path) -> None:
    path.write_text("Dear all, please find attached ...\n" * 50, encoding="utf-8")


def an_empty_file(path: Path) -> None:
    path.touch()


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    assert not path.exists()


def another_database(path: Path) -> None:
    by_stranger(path, "CREATE TABLE answer (id)")


def cut_short(path: Path) -> None:
    make(path).close()
    os.truncate(path, 4096 * 2)


def without_its_header(path: Path) -> None:
    make(path).close()
    by_stranger(path, "DELETE FROM header")


def without_its_tables(path: Path) -> None:
    make(path).close()
    by_stranger(path, "DROP TABLE header")


def without_one_table(path: Path) -> None:
    make(path).close()
    by_stranger(path, "DROP TABLE now_doing")


def from_the_future(path: Path) -> None:
    make(path).close()
    by_stranger(path, "UPDATE header SET format = 9, readable_from = 8, program = '7.1'")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


CAN_NOT_BE_OPENED: list[tuple[Callable[[Path], None], str, str]] = [
    (a_text, "store.not-a-database", "not a scheme file"),
    (an_empty_file, "store.empty", "empty"),
    (a_folder, "store.directory", "folder"),
    (nothing, "store.not-there", "no such file"),
    (another_database, "store.not-ours", "another program"),
    (cut_short, "store.damaged", "back-ups"),
    (without_its_header, "store.damaged", "back-ups"),
    (without_its_tables, "store.damaged", "back-ups"),
    (without_one_table, "store.damaged", "back-ups"),
    (from_the_future, "store.from-the-future", "version 7.1"),
    (a_pipe, "store.not-a-database", "not a scheme file"),
]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("prepare", "code", "words"), CAN_NOT_BE_OPENED)
def test_what_can_not_be_opened_is_said_and_left_alone(
    tmp_path: Path, prepare: Callable[[Path], None], code: str, words: str, read_only: bool
) -> None:
    path = tmp_path / "a.iomsa"
    prepare(path)
    before = path.read_bytes() if path.is_file() else b""
    assert words in refusal(code, lambda: reopen(path, read_only=read_only).session(PERIOD))
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not (tmp_path / "a.iomsa.lock").exists()


WORLD: list[tuple[int, str]] = [
    (errno.ENOSPC, "store.full"),
    (errno.EDQUOT, "store.full"),
    (errno.EACCES, "store.read-only"),
    (errno.EROFS, "store.read-only"),
    (errno.ENOENT, "store.gone"),
    (errno.ENODEV, "store.gone"),
    (errno.ESTALE, "store.gone"),
    (errno.EEXIST, "store.exists"),
    (errno.EISDIR, "store.directory"),
    (errno.ENAMETOOLONG, "store.name"),
    (errno.EBUSY, "store.locked"),
    (errno.EIO, "store.disk"),
]


@pytest.mark.parametrize(("number", "code"), WORLD)
def test_each_error_of_the_disk_has_its_code(number: int, code: str) -> None:
    with pytest.raises(Refused) as caught, spoken(Path("a.iomsa")):
        raise OSError(number, os.strerror(number))
    assert caught.value.problems == say(code, Path("a.iomsa")).problems


ENGINE = [
    ("SQLITE_FULL", "store.full"),
    ("SQLITE_READONLY_DIRECTORY", "store.read-only"),
    ("SQLITE_READONLY_DBMOVED", "store.gone"),
    ("SQLITE_BUSY_SNAPSHOT", "store.locked"),
    ("SQLITE_CORRUPT_INDEX", "store.damaged"),
    ("SQLITE_NOTADB", "store.not-a-database"),
    ("SQLITE_CANTOPEN_ISDIR", "store.cannot-open"),
    ("SQLITE_IOERR_FSYNC", "store.disk"),
    ("SQLITE_CONSTRAINT_CHECK", ""),
    ("SQLITE_ERROR", ""),
]


@pytest.mark.parametrize(("name", "code"), ENGINE)
def test_each_error_of_sqlite_has_its_code_and_a_bug_has_none(name: str, code: str) -> None:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    assert code_of(error) == code


def test_a_bug_stays_an_ordinary_exception() -> None:
    with pytest.raises(sqlite3.OperationalError), spoken(Path("a.iomsa")), closing(sqlite3.connect(":memory:")) as c:
        c.execute("SELECT nonsense")


def test_every_sentence_ends_and_says_what_to_do() -> None:
    for code, sentence in SENTENCES.items():
        assert sentence.endswith("."), code
        assert sentence.count(". ") >= 1, f"{code} says what happened, but not what to do"


def test_a_full_file_keeps_all_that_was_saved_and_works_again(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        before, step = session.sheet, session.undo_name
        pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
        file._connection.execute(f"PRAGMA max_page_count = {pages}")
        refusal("store.full", lambda: choose(session, "B.a.2", "1", "long " * 6000))
        assert (session.sheet, session.undo_name) == (before, step)
        assert file.sheet(PERIOD) == before
        choose(session, "B.b.1", "1")
        file._connection.execute("PRAGMA max_page_count = 100000")
        choose(session, "B.a.2", "1", "long " * 6000)
        assert file.sheet(PERIOD) == session.sheet


def test_a_file_that_another_program_holds_is_said(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file, closing(sqlite3.connect(tmp_path / "a.iomsa")) as other:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        file._connection.execute("PRAGMA busy_timeout = 1")
        other.execute("BEGIN IMMEDIATE")
        refusal("store.locked", lambda: choose(session, "B.a.1", "1"))
        assert session.sheet.answers["B.a.1"].choice == "2"
        other.execute("ROLLBACK")
        choose(session, "B.a.1", "0")
        assert chosen(file, "B.a.1") == "0"


def test_a_vanished_drive_is_said_and_nothing_is_lost_when_it_comes_back(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    with make(drive / "a.iomsa") as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        drive.rename(tmp_path / "elsewhere")
        assert "drive" in refusal("store.gone", lambda: choose(session, "B.a.1", "1"))
        assert session.sheet.answers["B.a.1"].choice == "2"
        (tmp_path / "elsewhere").rename(drive)
        choose(session, "B.a.1", "0")
        assert chosen(file, "B.a.1") == "0"


def damage(path: Path, table: str) -> None:
    """Overwrite the first page of a table, as a bad sector does."""
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def test_a_damaged_page_is_said_and_a_back_up_brings_the_file_back(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "2")
    with reopen(path) as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    damage(path, "answer")
    with reopen(path) as file:
        assert "back-ups" in refusal("store.damaged", lambda: file.session(PERIOD))
        newest = file.backups()[0]
        file.restore(newest)
        assert chosen(file, "B.a.1") == "2"
        choose(file.session(PERIOD), "B.a.1", "0")
    with reopen(path) as file:
        assert chosen(file, "B.a.1") == "0"
    assert len(list(tmp_path.glob("a (damaged *).iomsa"))) == 1


def test_damage_stops_writing_before_it_pushes_good_back_ups_out(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    make(path).close()
    damage(path, "trail")
    with reopen(path) as file:
        session = file.session(PERIOD)
        refusal("store.damaged", lambda: choose(session, "B.a.1", "1"))
        assert session.sheet.answers == {}
        assert file.backups() == ()


def test_a_damaged_back_up_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2")
        backup = file.backups()[0]
        damage(backup.path, "profile_value")
        refusal("store.damaged", lambda: file.restore(backup))
        shutil.rmtree(backup.path.parent)
        refusal("store.not-there", lambda: file.restore(backup))
        assert chosen(file, "B.a.1") == "2"
