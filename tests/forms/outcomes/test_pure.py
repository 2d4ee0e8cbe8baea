"""The statistics stand on the standard library, the answers and how a problem is told, and claim what they can show."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import iomsa.outcomes

FOLDER = Path(iomsa.outcomes.__file__).parent
FILES = sorted(FOLDER.glob("*.py"))
NEVER_SAID = ("reduced by the scheme", "pays for itself", "prevents", "with no scheme")
AT_START = ("interval.py", "proportion.py")
"""What scoring loads before the first page: it loads no module that is not there anyway."""
OURS = ("iomsa.outcomes.", "iomsa.answers.", "iomsa.problems")
SLOW = {"statistics", "hashlib", "random"}


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_but_the_standard_library_and_itself(path: Path) -> None:
    names = set(imported(path.read_text(encoding="utf-8")))
    outside = {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}
    assert {name for name in outside if not name.startswith(OURS)} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_words_that_claim_too_much_are_not_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert [words for words in NEVER_SAID if words in text] == []


@pytest.mark.parametrize("name", AT_START)
def test_what_scoring_loads_at_start_is_light(name: str) -> None:
    top = ast.parse((FOLDER / name).read_text(encoding="utf-8")).body
    loaded = {node.module for node in top if isinstance(node, ast.ImportFrom) and node.module}
    assert loaded & SLOW == set()
    assert {each for each in loaded if each.startswith("iomsa")} <= {"iomsa.outcomes.interval"}
