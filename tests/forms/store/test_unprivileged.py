"""A read-only folder or file and a full disk, as a user without rights meets them."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import ANY

import pytest
from tests.forms.store.desk import PERIOD, choose, make, reopen

from iomsa.store.lock import lock_path

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that everybody may enter and write; pytest's own belong to one user."""
    folder = Path(tempfile.mkdtemp(prefix="iomsa-test-"))
    folder.chmod(0o777)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777)
    shutil.rmtree(folder)


def as_nobody(path: Path, *actions: str) -> list[list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.forms.store.unprivileged", str(path), *actions],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[list[str]] = [json.loads(line) for line in done.stdout.splitlines()]
    return found


def prepared(folder: Path) -> Path:
    path = folder / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "2")
    shutil.rmtree(folder / "a back-ups")
    return path


def test_in_a_read_only_folder_a_file_is_read_and_the_way_on_is_said(shared: Path) -> None:
    path = prepared(shared)
    path.chmod(0o666)
    shared.chmod(0o555)
    [[kind, said]] = as_nobody(path, "read")
    assert (kind, said.partition("; ")[0]) == ("done", "2")
    assert "copy it to a folder of your own" in said
    assert [entry.name for entry in shared.iterdir()] == ["a.iomsa"]


def test_a_read_only_file_is_read_and_the_way_on_is_said(shared: Path) -> None:
    path = prepared(shared)
    path.chmod(0o444)
    [[kind, said]] = as_nobody(path, "read")
    assert (kind, said.partition("; ")[0]) == ("done", "2")
    assert "marked read-only" in said
    assert [entry.name for entry in shared.iterdir()] == ["a.iomsa"]


def test_nothing_is_made_in_a_read_only_folder(shared: Path) -> None:
    shared.chmod(0o555)
    [[code, sentence]] = as_nobody(shared / "a.iomsa", "create")
    assert code == "store.read-only"
    assert "Choose another folder" in sentence
    assert "saved before" not in sentence
    assert list(shared.iterdir()) == []


def test_who_has_a_file_open_is_said_where_their_lock_may_only_be_read(shared: Path) -> None:
    path = prepared_for_all(shared)
    with reopen(path, who="Ada"):
        lock_path(path).chmod(0o644)
        [[_, said]] = as_nobody(path, "read")
    assert "Ada on this computer" in said


@pytest.mark.parametrize("rights", [0o644, 0o666])
def test_the_lock_that_another_left_behind_is_taken(shared: Path, rights: int) -> None:
    path = prepared_for_all(shared)
    lock_path(path).touch()
    lock_path(path).chmod(rights)
    assert as_nobody(path, "read") == [["done", "2; "]]
    assert not lock_path(path).exists()


def test_a_lock_that_can_not_be_read_is_no_crash(shared: Path) -> None:
    path = prepared_for_all(shared)
    lock_path(path).touch(0o000)
    [[kind, said]] = as_nobody(path, "read")
    assert (kind, said.partition("; ")[0]) == ("done", "2")
    assert "can only be read" in said


def test_a_file_that_may_not_be_read_is_said(shared: Path) -> None:
    path = prepared(shared)
    path.chmod(0o000)
    [[code, sentence]] = as_nobody(path, "read")
    assert code == "store.cannot-open"
    assert "Check that you may open it" in sentence


def leave_a_hot_journal(path: Path) -> None:
    """Die in the middle of a transaction whose pages have reached the file already."""
    crash = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute(\"UPDATE answer SET choice = '0'\")\n"
        "c.executemany('INSERT INTO framework VALUES (?, ?, ?)', ((str(n), '', 'x' * 9000) for n in range(50)))\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", crash, path], check=True)
    assert path.with_name("a.iomsa-journal").stat().st_size > 0


def test_a_hot_journal_beside_a_read_only_file_is_recovered_in_private(shared: Path) -> None:
    path = prepared(shared)
    leave_a_hot_journal(path)
    path.with_name("a.iomsa-journal").chmod(0o444)
    path.chmod(0o444)
    shared.chmod(0o555)
    before = path.read_bytes()
    [[kind, said]] = as_nobody(path, "read")
    assert (kind, said.partition("; ")[0]) == ("done", "2")
    # Nor does a private copy lie about while the file is open, which a crash would leave there.
    assert as_nobody(path, "look-for-private-copies") == [["done", "2; []"]]
    assert path.read_bytes() == before


def test_a_hot_journal_beside_a_file_that_may_be_written_is_rolled_back(shared: Path) -> None:
    path = prepared(shared)
    leave_a_hot_journal(path)
    with reopen(path) as file:
        assert file.read_only_because == ""
        assert file.sheet(PERIOD).answers["B.a.1"].choice == "2"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM framework").fetchone() == (1,)


def test_a_full_disk_is_said_nothing_is_lost_and_work_goes_on_when_there_is_room(shared: Path) -> None:
    disk = shared / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k,mode=777", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        # Where no small disk can be mounted, a limit on the size of files is what comes nearest to one.
        assert as_nobody(prepared_for_all(disk), "reach-the-limit") == [["done", "store.disk; True; True"]]
        return
    try:
        path = prepared_for_all(disk)
        (disk / "ballast").write_bytes(b"x" * 300_000)
        assert as_nobody(path, "fill-the-disk") == [["done", "store.full; True; True"]]
        with reopen(path, read_only=True) as file:
            assert file.sheet(PERIOD).answers["B.a.1"].choice == "1"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_that_may_not_grow_is_said_and_nothing_is_lost(shared: Path) -> None:
    assert as_nobody(prepared_for_all(shared), "reach-the-limit") == [["done", "store.disk; True; True"]]


def test_no_half_file_is_left_on_a_full_disk(shared: Path) -> None:
    assert as_nobody(shared / "b.iomsa", "create-without-room") == [["store.disk", ANY]]
    assert list(shared.iterdir()) == []


def prepared_for_all(folder: Path) -> Path:
    path = prepared(folder)
    path.chmod(0o666)
    return path
