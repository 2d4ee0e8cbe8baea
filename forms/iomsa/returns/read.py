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


def read_book(path: Path, *, reader: Sequence[str] = (), seconds: float = SECONDS) -> Book:
    """Read a workbook; raise Refused with a sentence for whatever can't be read. `reader` is the child's command."""
    with reading(reader, seconds) as read:
        return read(path)


@contextlib.contextmanager
def reading(reader: Sequence[str] = (), seconds: float = SECONDS) -> Iterator[Callable[[Path], Book]]:
    """Start the child early, so that it is ready when there is something to read; give the function that reads once."""
    try:
        child = subprocess.Popen(
            reader or reader_command(),
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
            yield lambda path: _book(child, path, seconds)
        finally:
            child.kill()


def reader_command(executable: str = sys.executable, *, frozen: bool = hasattr(sys, "frozen")) -> tuple[str, ...]:
    """Return the command that starts the child: the frozen program's own console, or itself where it has but one."""
    if frozen:
        # A program for windows need not have what a pipe is tied to.
        console = Path(executable).with_name("iomsa-cli.exe")
        return str(console) if console.exists() else executable, "--read-return"
    return executable, "-I", "-m", "iomsa.returns.child"


def _book(child: subprocess.Popen[bytes], path: Path, seconds: float) -> Book:
    place = path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refuse("workbook.unreadable", place, f"this file can't be read: {error.strerror or error}.") from error
    foreign = guard(data, place)
    sheets = _sheets(child, data, place, seconds)
    if len({sheet["name"] for sheet in sheets}) < len(sheets):
        raise refuse("workbook.parts", place, "two sheets of this file have the same name.")
    return Book(
        {sheet["name"]: sheet["rows"] for sheet in sheets},
        tuple(sheet["name"] for sheet in sheets if sheet["hidden"]),
        foreign,
    )


def _sheets(child: subprocess.Popen[bytes], data: bytes, place: str, seconds: float) -> list[ChildSheet]:
    try:
        output, reason = child.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise refuse(
            "workbook.slow", place, f"reading this file took longer than {seconds:.0f} seconds; it was given up."
        ) from None
    if child.returncode == UNREADABLE:
        why = reason.decode(errors="replace").strip()
        raise refuse("workbook.unreadable", place, f"this file can't be read as a workbook ({why}).")
    if child.returncode != 0:
        raise _gave_up(place)
    try:
        sheets: list[ChildSheet] = json.loads(output)
    except ValueError:
        raise _gave_up(place) from None
    return sheets


def _gave_up(place: str) -> Refused:
    return refuse(
        "workbook.gave-up",
        place,
        "this file is built so that reading it fails or needs too much memory; ask for it to be written again.",
    )
