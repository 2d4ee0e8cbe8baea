"""Read-only back-ups and a full disk while rows about people are removed, as a user without rights meets them."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.forms.store.desk import reopen
from tests.forms.store.removing import contents, left_in, references, sheets_of, with_copies, with_people

from iomsa.store.backups import folder_of, list_backups

ROOT = Path(__file__).resolve().parents[3]
ROOM = 200_000
"""Bytes that are left on the full disk: too few for one clean copy."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = with_people(tmp_path_factory.mktemp("model") / "scheme.iomsa")
    with_copies(path)
    return path


@pytest.fixture(scope="module")
def refs(model: Path) -> set[str]:
    with reopen(model, read_only=True) as file:
        return references(sheets_of(file))


@pytest.fixture
def path(model: Path) -> Iterator[Path]:
    """Give a scheme file with copies where everybody may do everything; pytest's own folders belong to one user."""
    folder = Path(tempfile.mkdtemp(prefix="iomsa-test-"))
    yield for_all(model, folder)
    free(folder)
    shutil.rmtree(folder)


def for_all(model: Path, folder: Path) -> Path:
    shutil.copytree(model.parent, folder, dirs_exist_ok=True)
    free(folder)
    return folder / model.name


def free(folder: Path) -> None:
    """Let everybody write everything in a folder."""
    folder.chmod(0o777)
    for root, folders, files in os.walk(folder):
        for name in folders:
            (Path(root) / name).chmod(0o777)
        for name in files:
            (Path(root) / name).chmod(0o666)


def as_nobody(path: Path, *how: str) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "tests.forms.store.removal_unprivileged", str(path), *how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def holding(folder: Path, refs: set[str]) -> set[str]:
    return {Path(name).name for name, count in left_in(folder, refs).items() if count}


def test_back_ups_in_a_read_only_folder_are_named_and_the_rest_is_cleaned(path: Path, refs: set[str]) -> None:
    backups = {backup.path.name for backup in list_backups(path)}
    folder_of(path).chmod(0o555)
    done = as_nobody(path)
    assert set(done["left"][::2]) == {"store.copy-read-only"}
    assert {said.partition(": ")[0] for said in done["left"][1::2]} == backups
    assert all("Ask for the right to change it, or delete it" in said for said in done["left"][1::2])
    assert len(done["cleaned"]) == 2
    assert holding(path.parent, refs) == backups
    free(path.parent)
    again = as_nobody(path)
    assert (set(again["cleaned"]), again["left"]) == (backups, [])
    assert holding(path.parent, refs) == set()


def test_a_back_up_that_is_marked_read_only_is_cleaned_and_stays_so(path: Path, refs: set[str]) -> None:
    copy = list_backups(path)[0].path
    copy.chmod(0o444)
    done = as_nobody(path)
    assert copy.name in done["cleaned"]
    assert done["left"] == []
    assert stat.S_IMODE(copy.stat().st_mode) == 0o444
    assert holding(path.parent, refs) == set()


def test_a_back_up_that_may_not_be_read_is_named(path: Path, refs: set[str]) -> None:
    copy = list_backups(path)[0].path
    copy.chmod(0o000)
    done = as_nobody(path)
    assert done["left"][0] == "store.copy-not-opened"
    assert f"{copy.name}: this copy can't be read. It still holds its rows." in done["left"][1]
    assert holding(path.parent, refs) == {copy.name}


def test_a_folder_of_back_ups_that_may_not_be_opened_is_named(path: Path, refs: set[str]) -> None:
    backups = {backup.path.name for backup in list_backups(path)}
    folder_of(path).chmod(0o000)
    done = as_nobody(path)
    folder_of(path).chmod(0o777)
    assert done["left"][0] == "store.copies-not-listed"
    assert f"{folder_of(path).name}: this folder of back-ups can't be opened" in done["left"][1]
    assert holding(path.parent, refs) == backups


def test_what_a_crash_left_and_can_not_be_deleted_is_named(path: Path, refs: set[str]) -> None:
    folder = folder_of(path)
    left = folder / f".{list_backups(path)[0].path.name}.77.part"
    shutil.copyfile(path, left)
    for copy in list_backups(path):
        copy.path.unlink()
    folder.chmod(0o555)
    done = as_nobody(path)
    assert done["left"][0] == "store.part-left"
    assert f"{left.name}: " in done["left"][1]
    assert holding(path.parent, refs) == {left.name}


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Put a small disk at a folder; tell whether that can be done here."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m,mode=777", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_nothing_is_removed_and_all_is_when_there_is_room(
    model: Path, path: Path, refs: set[str]
) -> None:
    disk = path.parent / "disk"
    disk.mkdir(mode=0o777)
    with small_disk(disk) as mounted:
        there = for_all(model, disk)
        ballast = disk / "ballast"
        if mounted:
            ballast.write_bytes(b"x" * (shutil.disk_usage(disk).free - ROOM))
        before = contents(disk)
        # Where no small disk can be mounted, a limit on the size of files is what comes nearest to one.
        done = as_nobody(there, *(() if mounted else ("limited",)))
        assert done["refused"][0] == ("store.full" if mounted else "store.disk")
        assert "Everything saved before is safe." in done["refused"][1]
        assert contents(disk) == before
        ballast.unlink(missing_ok=True)
        assert as_nobody(there)["left"] == []
        assert holding(disk, refs) == set()
