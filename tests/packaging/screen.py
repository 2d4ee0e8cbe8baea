"""A screen of its own for a test, of any size, and what is to be seen on it."""

from __future__ import annotations

import os
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

PATIENCE = 50
HEADER = 25
"""Numbers of four bytes at the head of the X window dump that Xvfb keeps its screen in."""
SIZE, WIDTH, HEIGHT, LINE, COLOURS = 0, 4, 5, 12, 19
COLOUR, PIXEL = 12, 4


class Box(NamedTuple):
    """Say where something lies, in pixels; right and bottom are the first that are free."""

    left: int
    top: int
    right: int
    bottom: int


class Screen:
    """Run Xvfb until the end of a `with`; its ground is black and no pointer is shown."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self._folder, self._size = folder, f"{width}x{height}x24"
        self.name = ""

    def __enter__(self) -> Self:
        told, tell = os.pipe()
        # With -noreset: at its last client's leave a server starts anew, and turns away who comes meanwhile. The bus
        # of AT-SPI comes and leaves at once.
        command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", self._size, "-fbdir", str(self._folder)]
        self._server = subprocess.Popen(
            [*command, "-ac", "-noreset", "-nocursor", "-nolisten", "tcp"],
            pass_fds=(tell,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as lines:
            self.name = f":{lines.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)

    def rows(self) -> list[bytes]:
        """Return the rows of pixels as they are now, four bytes a pixel."""
        held = (self._folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack_from(f">{HEADER}I", held)
        start = head[SIZE] + COLOUR * head[COLOURS]
        ends = range(start, start + head[LINE] * head[HEIGHT], head[LINE])
        return [held[place : place + PIXEL * head[WIDTH]] for place in ends]

    def wait_for(self, wanted: Callable[[list[bytes]], bool], what: str) -> None:
        """Wait until what is wanted is shown and no longer changes; a busy machine rests before it is there too."""
        before: list[bytes] = []

        def rests() -> bool:
            nonlocal before
            now = self.rows()
            same, before = now == before, now
            return same and wanted(now)

        wait_until(rests, what, 0.5)


def box(rows: list[bytes]) -> Box | None:
    """Return the smallest box around all that is not black."""
    shown = [number for number, row in enumerate(rows) if any(row)]
    if not shown:
        return None
    lefts = [len(rows[number]) - len(rows[number].lstrip(b"\0")) for number in shown]
    rights = [len(rows[number].rstrip(b"\0")) for number in shown]
    return Box(min(lefts) // PIXEL, shown[0], -(-max(rights) // PIXEL), shown[-1] + 1)


def sharp(rows: list[bytes]) -> int:
    """Count the squares of two by two pixels that are not of one colour, as none is in a picture blown up twofold."""
    count = 0
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        if any(upper):
            firsts, seconds = memoryview(upper).cast("I")[::2], memoryview(upper).cast("I")[1::2]
            count += upper != lower
            count += sum(first != second for first, second in zip(firsts, seconds, strict=True))
    return count


def wait_until(done: Callable[[], bool], what: str, pause: float = 0.05) -> None:
    """Look again and again; fail where it never comes."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(pause)
