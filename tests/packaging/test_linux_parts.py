"""What the Linux package leaves to the system, how the archive is packed, and how traces are found."""

import os
import tarfile
from pathlib import Path

import pytest

import project
from linux import libraries, tar, traces

EPOCH = 1_800_000_000


def test_what_the_system_brings_is_left_to_it() -> None:
    bundled = ["libz.so.1", "libQt6Core.so.6", "libicudata.so.73", "libpython3.11.so.1.0", "libown.so", "iomsa"]
    assert libraries.to_leave(bundled, ["libz.so.1", "libm.so.6"]) == ["libz.so.1"]
    assert libraries.to_leave(bundled, bundled) == ["iomsa", "libown.so", "libz.so.1"]


@pytest.mark.parametrize(("system", "machine"), [("linux", "aarch64"), ("darwin", "x86_64"), ("win32", "AMD64")])
def test_no_other_system_makes_what_is_for_linux(system: str, machine: str) -> None:
    with pytest.raises(project.Stop, match=machine):
        libraries.need_linux(system, machine)
    libraries.need_linux("linux", "x86_64")


def folder(parent: Path, when: int) -> Path:
    """Make a small frozen folder, with other dates each time."""
    made = parent / "iomsa-1.2.3"
    for name in ("iomsa", "_internal/b.so", "_internal/a.txt"):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path, (when, when))
    return made


def test_the_same_folder_gives_the_same_archive(tmp_path: Path) -> None:
    packed = [tar.pack(folder(tmp_path / str(when), when), tmp_path / f"{when}.tar.xz", EPOCH) for when in (1, 2)]
    assert packed[0].read_bytes() == packed[1].read_bytes()


def test_the_archive_unpacks_to_one_folder_that_runs(tmp_path: Path) -> None:
    with tarfile.open(tar.pack(folder(tmp_path, 1), tmp_path / "a.tar.xz", EPOCH)) as archive:
        members = {member.name: member for member in archive}
    assert list(members) == [
        "iomsa-1.2.3",
        "iomsa-1.2.3/_internal",
        "iomsa-1.2.3/_internal/a.txt",
        "iomsa-1.2.3/_internal/b.so",
        "iomsa-1.2.3/iomsa",
    ]
    assert [name for name, member in members.items() if member.isfile() and member.mode & 0o111] == [
        "iomsa-1.2.3/iomsa"
    ]
    assert {(member.uid, member.uname, member.mtime) for member in members.values()} == {(0, "root", EPOCH)}


def test_the_newest_glibc_that_is_asked_for_is_named(tmp_path: Path) -> None:
    for name, asked in (("a", b"\0GLIBC_2.9\0GLIBC_2.34\0"), ("b", b"\0GLIBC_2.4\0GLIBC_PRIVATE\0"), ("c", b"")):
        (tmp_path / name).write_bytes(asked)
    assert tar.glibc_of(tmp_path.iterdir()) == "2.34"


def test_traces_are_found(tmp_path: Path) -> None:
    for name in ("etc/kept", "etc/edited", "usr/gone", "var/log/messages"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before", encoding="utf-8")
    before = traces.record(tmp_path)
    assert traces.differences(before, traces.record(tmp_path)) == []
    (tmp_path / "etc" / "edited").write_text("after!", encoding="utf-8")
    (tmp_path / "usr" / "gone").unlink()
    (tmp_path / "usr" / "new").mkdir()
    (tmp_path / "var" / "log" / "messages").write_text("logs are let be", encoding="utf-8")
    found = traces.differences(before, traces.record(tmp_path))
    assert found == ["changed: etc/edited", "gone: usr/gone", "left behind: usr/new"]


def test_only_a_few_places_are_let_be() -> None:
    assert {"usr", "etc", "opt", "var/lib", "root"} & set(traces.CACHES) == set()
    assert all(traces.CACHES.values()), "each has its reason"
