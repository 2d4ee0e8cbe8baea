"""Reading a workbook of our own: the child waits until it is written, and reads while the rest is done."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from openpyxl import Workbook

from iomsa.problems import Refused, refuse
from iomsa.returns.child import UNREADABLE
from iomsa.returns.read import Reader, read_book, reader_command, reading


def put(path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "yes"
    book.save(path)


def test_the_child_is_started_before_the_file_is_there(tmp_path: Path) -> None:
    path, done = tmp_path / "later.xlsx", []
    with reading(path) as child:
        put(path)
        book = child.own(path, lambda: done.append(path.exists()))
    assert done == [True]
    assert book == read_book(path)
    assert next(iter(book.sheets.values()))[0][0] == "yes"


def test_the_child_reads_while_the_rest_is_done(tmp_path: Path) -> None:
    path, began = tmp_path / "later.xlsx", tmp_path / "began"
    script = f"import pathlib, sys; sys.stdin.readline(); pathlib.Path({str(began)!r}).touch(); print('[]')"
    put(path)

    def until_it_reads() -> None:
        waits = threading.Event()
        for _ in range(600):
            if began.exists() or waits.wait(0.05):
                return
        pytest.fail("the child did not begin")

    with reading(path, reader=(sys.executable, "-c", script)) as child:
        assert child.own(path, until_it_reads).sheets == {}


def test_a_child_that_is_gone_by_then_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "later.xlsx"
    put(path)
    with (
        pytest.raises(Refused) as refusal,
        reading(path, reader=(sys.executable, "-c", "import os; os.abort()")) as child,
    ):
        child.own(path, lambda: None)
    assert refusal.value.problems[0].code == "workbook.gave-up"


def test_where_the_child_is_gone_and_the_disk_is_full_the_disk_is_named(tmp_path: Path) -> None:
    path, gone = tmp_path / "later.xlsx", tmp_path / "gone"
    script = f"import os, pathlib; pathlib.Path({str(gone)!r}).touch(); os.abort()"
    put(path)

    def full() -> None:
        raise refuse("return.folder", str(tmp_path), "the disk is full")

    def read_once_it_is_gone(child: Reader) -> None:
        waits = threading.Event()
        for _ in range(600):
            if gone.exists() or waits.wait(0.05):
                break
        waits.wait(0.2)
        child.own(path, full)

    with (
        pytest.raises(Refused, match="the disk is full"),
        reading(path, reader=(sys.executable, "-c", script)) as child,
    ):
        read_once_it_is_gone(child)


def test_where_nothing_was_written_after_all_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    put(path)
    command = [*reader_command(), str(path)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (UNREADABLE, b"")
