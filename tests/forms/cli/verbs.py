"""What a verb leaves behind, and what the tests of the command line share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from iomsa.answers.sheet import AnswerSheet
from iomsa.store.scheme_file import SchemeFile


class Done(NamedTuple):
    """Hold what a verb left: its exit code, what it said, and what it complained of."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


Run = Callable[..., Done]


def read_only(path: Path) -> SchemeFile:
    return SchemeFile.open(path, clock=lambda: "2026-01-01T00:00:00", who=str, read_only=True)


def sheet_of(path: Path, period: str) -> AnswerSheet:
    with read_only(path) as file:
        return file.sheet(period)


def periods(path: Path) -> list[tuple[str, str, str]]:
    with read_only(path) as file:
        return [(each.name, each.start, each.end) for each in file.periods()]
