"""Writing where the world says no: a sentence, and no file left."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tests.builders import full, library
from tests.forms.returns.desk import content, refused, write

from iomsa.answers.sheet import Answer
from iomsa.problems import Problem
from iomsa.returns import files
from iomsa.returns.read import Book

MADE = content(library(), full(library()))


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    (problem,) = refused(write, MADE, tmp_path / "gone")
    assert problem == Problem(
        "return.folder",
        str(tmp_path / "gone"),
        "this folder is not there any more; choose another one. Nothing was written.",
    )


def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "not a folder" in refused(write, MADE, tmp_path / "file")[0].sentence


def test_a_path_that_is_too_long_is_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(60):
        folder = folder / ("x" * 100)
    assert "too long" in refused(write, MADE, folder)[0].sentence


def test_a_disk_that_fills_while_it_is_written_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def full_disk(number: int) -> None:
        real(number)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full_disk)
    assert "the disk is full" in refused(write, MADE, tmp_path)[0].sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.ENOENT, "can't be used (No usable temporary directory"),
    ],
)
def test_no_room_to_put_a_workbook_together_is_not_the_folders_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(number, "No usable temporary directory found")

    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", no_room)
    (problem,) = refused(write, MADE, tmp_path)
    assert problem.code == "return.temporary"
    assert words in problem.sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "can't be written to"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "can't be written here"),
    ],
)
def test_a_disk_that_says_no_at_the_rename_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def replace(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", replace)
    assert words in refused(write, MADE, tmp_path)[0].sentence
    assert list(tmp_path.iterdir()) == []


def test_a_folder_full_of_the_same_name_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_TRIES", 2)
    first = write(MADE, tmp_path).path
    (problem,) = refused(write, MADE, tmp_path)
    assert problem.code == "return.names"
    assert list(tmp_path.iterdir()) == [first]


def test_a_text_that_no_cell_can_hold_is_named(tmp_path: Path) -> None:
    prompt = next(iter(MADE.sheet.answers))
    answers = {**MADE.sheet.answers, prompt: Answer("1", note="é" * 32_768)}
    made = content(library(), MADE.sheet._replace(answers=answers))
    (problem,) = refused(write, made, tmp_path)
    assert (problem.code, problem.place) == ("return.too-long", f"Answers, {prompt}, note")
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_read_back_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Book.texts

    def other(book: Book, sheet: str) -> list[list[str]]:
        rows = plain(book, sheet)
        if sheet == "Answers":
            rows[1][7] = "something else"
        return rows

    monkeypatch.setattr(Book, "texts", other)
    (problem,) = refused(write, MADE, tmp_path)
    assert (problem.code, problem.place) == ("return.read-back", "Answers!H2")
    assert list(tmp_path.iterdir()) == []
