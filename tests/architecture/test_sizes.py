"""How long a file and a function may be."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

FILE, MEDIAN, FUNCTION = 400, 120, 60


def python_files(root: Path, *folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((root / folder).rglob("*.py"))


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION:
                yield f"{path}:{node.lineno} {node.name}: {lines} lines"


def test_no_file_is_long(root: Path) -> None:
    files = python_files(root, "forms", "desktop", "resources", "build", "tests")
    assert [f"{path}: {length(path)} lines" for path in files if length(path) > FILE] == []


def test_the_usual_file_is_short(root: Path) -> None:
    lengths = [length(path) for path in python_files(root, "forms", "desktop", "resources")]
    assert statistics.median(lengths) <= MEDIAN


def test_no_function_is_long(root: Path) -> None:
    files = python_files(root, "forms", "desktop", "resources", "build", "tests")
    assert [found for path in files for found in long_functions(path)] == []


def test_a_long_function_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("def f() -> None:\n" + "    print()\n" * FUNCTION, encoding="utf-8")
    assert list(long_functions(path))
