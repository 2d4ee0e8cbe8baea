"""Paths of the build machine are taken out of programs; those that begin at the file itself stay."""

import struct
from pathlib import Path

import pytest

from linux import runpath

TEXTS = b"\0libc.so.6\0/home/builder/lib\0$ORIGIN/../lib\0$ORIGIN:/opt/lib\0"
BASE = 0x1000
"""The place in memory of the file's first byte."""


def program(*entries: tuple[int, int]) -> bytearray:
    """Make the smallest library that has a dynamic section with these entries."""
    rows = [(1, TEXTS.index(b"libc")), *entries, (5, BASE + 64 + 2 * 56), (0, 0)]
    dynamic = b"".join(struct.pack("<qQ", *row) for row in rows)
    begin = 64 + 2 * 56 + len(TEXTS)
    size = begin + len(dynamic)
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\x02\x01\x01", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0)
    load = struct.pack("<IIQQQQQQ", 1, 4, 0, BASE, BASE, size, size, 8)
    told = struct.pack("<IIQQQQQQ", 2, 4, begin, BASE + begin, BASE + begin, len(dynamic), len(dynamic), 8)
    return bytearray(head + load + told + TEXTS + dynamic)


def at(text: bytes) -> int:
    return TEXTS.index(b"\0" + text + b"\0") + 1


@pytest.mark.parametrize("kind", [15, 29], ids=["RPATH", "RUNPATH"])
@pytest.mark.parametrize("path", [b"/home/builder/lib", b"$ORIGIN:/opt/lib"])
def test_a_path_from_the_root_goes(kind: int, path: bytes) -> None:
    data = program((kind, at(path)))
    size = len(data)
    assert runpath.paths(data) == [path.decode()]
    assert runpath.remove(data)
    assert runpath.paths(data) == []
    assert len(data) == size
    assert not runpath.remove(data), "once is enough"


def test_what_comes_after_it_is_still_read() -> None:
    data = program((29, at(b"/home/builder/lib")), (29, at(b"$ORIGIN/../lib")))
    assert runpath.remove(data)
    assert runpath.paths(data) == ["$ORIGIN/../lib"]


def test_a_path_from_the_file_stays() -> None:
    data = program((29, at(b"$ORIGIN/../lib")))
    held = bytes(data)
    assert not runpath.remove(data)
    assert data == held


@pytest.mark.parametrize(
    "data", [b"", b"#!/bin/sh\n", b"\x7fELF\x01\x01" + bytes(60)], ids=["none", "script", "32 bit"]
)
def test_other_files_are_left_alone(data: bytes) -> None:
    assert not runpath.remove(bytearray(data))


def test_only_files_with_such_a_path_are_written(tmp_path: Path) -> None:
    one, other = tmp_path / "one.so", tmp_path / "other.so"
    one.write_bytes(program((29, at(b"/home/builder/lib"))))
    other.write_bytes(program())
    assert runpath.clear([one, other]) == [one]
    assert b"/home/builder/lib" in one.read_bytes(), "the text stays, nothing points to it"
    assert runpath.paths(one.read_bytes()) == []
