"""Words that no text of the program may say, because its figures can't bear them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

BANNED = ("reduced by the scheme", "pays for itself", "prevents")
FOLDERS = ("forms", "desktop", "resources", "build", "docs")
TEXTS = {".toml", ".json", ".md", ".txt", ".csv", ".html", ".svg", ".xml", ".yml", ".desktop"}


def said(text: str) -> list[str]:
    """Name the banned words in a text, however its lines and spaces are broken."""
    plain = re.sub(r"[\s\u00a0\u2011-]+", " ", text).casefold()
    return [words for words in BANNED if re.search(rf"\b{words}\b", plain)]


def literals(source: str) -> Iterator[str]:
    """Walk every text of a Python source as it is read: parts that follow each other are one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = (each.value if isinstance(each, ast.Constant) else "\u2026" for each in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def in_file(path: Path) -> list[str]:
    """Name the banned words in a file."""
    text = path.read_text(encoding="utf-8")
    texts = literals(text) if path.suffix == ".py" else (text,)
    return [words for each in texts for words in said(each)]


def files(root: Path) -> list[Path]:
    found = [path for folder in FOLDERS for path in (root / folder).rglob("*") if path.suffix in {".py", *TEXTS}]
    return [*found, *root.glob("*.md")]


def test_no_text_says_what_the_figures_can_not_bear(root: Path) -> None:
    found = {str(path.relative_to(root)): in_file(path) for path in files(root)}
    assert len(found) > 400
    assert any(path.endswith("2026.1.toml") for path in found)
    assert any("practice" in path and path.endswith(".toml") for path in found)
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "source",
    [
        'A = "Offending was reduced by the scheme."',
        'A = ("Reduced by "\n     "the  scheme")',
        'A = f"It {b} pays for\u00a0itself"',
        'def f():\n    """This prevents crime."""',
        'A = {"x": ["nothing", "It Prevents crime"]}',
    ],
)
def test_a_claim_is_found_in_a_source(source: str, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(source, encoding="utf-8")
    assert len(set(in_file(path))) == 1


def test_a_claim_is_found_in_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("The scheme\npays\nfor itself.", encoding="utf-8")
    assert in_file(path) == ["pays for itself"]
    path.write_text("What prevented this? It was not paid for.", encoding="utf-8")
    assert in_file(path) == []
