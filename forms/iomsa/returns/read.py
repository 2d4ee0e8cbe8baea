"""Read a workbook that may be a stranger's: look at it first, then let a child process with limits read the cells."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypedDict

from iomsa.problems import Problem, Refused, refuse
from iomsa.returns.canonical import canonical
from iomsa.returns.child import UNREADABLE
from iomsa.returns.guard import guard

Rows: TypeAlias = "list[list[str | float | bool]]"
SECONDS = 120.0


class ChildSheet(TypedDict):
    """Take one sheet as the child gives it."""

    name: str
    hidden: bool
    rows: Rows


class Book(NamedTuple):
    """Hold the cells of a workbook by sheet, from A1; `foreign` is what a return should not hold."""

    sheets: Mapping[str, Rows]
    hidden: tuple[str, ...]
    foreign: tuple[Problem, ...]

    def texts(self, sheet: str) -> list[list[str]]:
        """Return the cells of a sheet as canonical texts; nothing where the sheet is absent."""
        return [[value if value == "" else canonical(value) for value in row] for row in self.sheets.get(sheet, [])]

    def plain(self, sheet: str) -> list[list[str]]:
        """Return the cells of a sheet as texts, of which those that were text are as they were read."""
        return [
            [value if isinstance(value, str) else canonical(value) for value in row]
            for row in self.sheets.get(sheet, [])
        ]


class Reader:
    """Have one workbook read by a child that has been started."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self._child, self._seconds = child, seconds

    def strange(self, path: Path) -> Book:
        """Read a workbook that may be a stranger's: nothing is handed over before it has been looked at."""
        data = _bytes(path)
        foreign = guard(data, path.name)
        return self._book(path.name, foreign, data)

    def own(self, path: Path, meanwhile: Callable[[], None]) -> Book:
        """Read the workbook that the child was told of and that has now been written; do the rest meanwhile."""
        stdin = self._child.stdin
        # A child that is gone by now is met when its answer is asked for.
        with contextlib.suppress(OSError):
            if stdin is not None:
                stdin.write(b"\n")
                stdin.flush()
        meanwhile()
        foreign = guard(_bytes(path), path.name)
        return self._book(path.name, foreign)

    def _book(self, place: str, foreign: tuple[Problem, ...], data: bytes | None = None) -> Book:
        sheets = self._sheets(place, data)
        if len({sheet["name"] for sheet in sheets}) < len(sheets):
            raise refuse("workbook.parts", place, "two sheets of this file have the same name.")
        return Book(
            {sheet["name"]: sheet["rows"] for sheet in sheets},
            tuple(sheet["name"] for sheet in sheets if sheet["hidden"]),
            foreign,
        )

    def _sheets(self, place: str, data: bytes | None) -> list[ChildSheet]:
        seconds = self._seconds
        try:
            output, reason = self._child.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise refuse(
                "workbook.slow", place, f"reading this file took longer than {seconds:.0f} seconds; it was given up."
            ) from None
        if self._child.returncode == UNREADABLE:
            why = reason.decode(errors="replace").strip()
            raise refuse("workbook.unreadable", place, f"this file can't be read as a workbook ({why}).")
        if self._child.returncode != 0:
            raise _gave_up(place)
        try:
            sheets: list[ChildSheet] = json.loads(output)
        except ValueError:
            raise _gave_up(place) from None
        return sheets


def read_book(path: Path, *, reader: Sequence[str] = (), seconds: float = SECONDS) -> Book:
    """Read a workbook; raise Refused with a sentence for whatever can't be read. `reader` is the child's command."""
    with reading(reader=reader, seconds=seconds) as child:
        return child.strange(path)


@contextlib.contextmanager
def reading(own: Path | None = None, *, reader: Sequence[str] = (), seconds: float = SECONDS) -> Iterator[Reader]:
    """Start the child early, so that it is ready when there is something to read: any, or the one that we will write.

    One of our own it reads by itself, for the rest of what is to do goes on beside; it needs no look before.
    """
    try:
        child = subprocess.Popen(
            [*(reader or reader_command()), *([str(own.absolute())] if own else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise refuse(
            "workbook.no-reader", "", f"the part of this program that reads workbooks can't be started: {error}."
        ) from error
    with child:
        try:
            yield Reader(child, seconds)
        finally:
            child.kill()
            # What a child that is gone did not take must not hide why this ended.
            with contextlib.suppress(OSError):
                if child.stdin is not None:
                    child.stdin.close()


def reader_command(executable: str = sys.executable, *, frozen: bool = hasattr(sys, "frozen")) -> tuple[str, ...]:
    """Return the command that starts the child: the frozen program's own console, or itself where it has but one."""
    if frozen:
        # A program for windows need not have what a pipe is tied to.
        console = Path(executable).with_name("iomsa-cli.exe")
        return str(console) if console.exists() else executable, "--read-return"
    return executable, "-I", "-m", "iomsa.returns.child"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise refuse(
            "workbook.unreadable", path.name, f"this file can't be read: {error.strerror or error}."
        ) from error


def _gave_up(place: str) -> Refused:
    return refuse(
        "workbook.gave-up",
        place,
        "this file is built so that reading it fails or needs too much memory; ask for it to be written again.",
    )
