"""What a program that was killed while it wrote left in a folder goes when the next file is written there."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.builders import full, library
from tests.forms.returns.desk import content, write

from iomsa.handover.put import put
from iomsa.returns.files import AN_HOUR, part_of

NAME = "IOM-SA_PRACTICE-Northmoor_2024-25_20250122-1402.xlsx"
OLD = (f".{NAME}.17.part", ".IOM-SA_x_period_20260122-1402.xlsx.4000000.part")
NOT_OURS = (
    f".{NAME}.part",
    f".{NAME}.17.part.txt",
    f"{NAME}.17.part",
    ".Budget.xlsx.17.part",
    ".IOM-SA_Northmoor_20260122-1402.xlsx.17.part",
    NAME,
)


def left(folder: Path, names: tuple[str, ...], seconds: int) -> None:
    for name in names:
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, times=(time.time() - seconds,) * 2)


def test_a_return_takes_away_what_is_left_of_others_and_nothing_else(tmp_path: Path) -> None:
    left(tmp_path, (*OLD, *NOT_OURS), 2 * AN_HOUR)
    written = write(content(library(), full(library())), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*NOT_OURS, written.path.name}


def test_what_another_program_may_be_writing_now_stays(tmp_path: Path) -> None:
    left(tmp_path, OLD, AN_HOUR // 2)
    written = write(content(library(), full(library())), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*OLD, written.path.name}


def test_what_can_not_be_deleted_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left(tmp_path, OLD, 2 * AN_HOUR)
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name in OLD:
            raise PermissionError(13, "not yours")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    written = write(content(library(), full(library())), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*OLD, written.path.name}


def test_a_sheet_for_a_colleague_takes_away_what_is_left_of_its_own_name(tmp_path: Path) -> None:
    ours, other = ".People (1).xlsx.17.part", ".People 1.xlsx.17.part"
    left(tmp_path, (ours, other), 2 * AN_HOUR)
    path = put(tmp_path / "People (1).xlsx", lambda: b"whole")
    assert {each.name for each in tmp_path.iterdir()} == {other, path.name}


def test_the_temporary_file_has_such_a_name() -> None:
    assert part_of(Path("folder"), NAME).name == f".{NAME}.{os.getpid()}.part"
