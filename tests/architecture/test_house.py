"""The rules of the house that no other tool sees: folders, the lock, the core's own lint rules."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
ADDRESS = re.compile(r"https?:|file:|--(?:extra-)?index|--find-links|--trusted-host|^-[fi]\b", re.MULTILINE)


FORBIDDEN = {
    "a pumped event loop": r"\bprocessEvents\b",
    "a style sheet of a widget or of the program": r"\bsetStyleSheet\b",
    "an error that a tool is told not to see": r"#\s*(?:type:\s*ignore|noqa|pragma|pylint|fmt:\s*off|ruff:)",
    "something left to do": r"\b(?:TODO|FIXME|XXX)\b",
    "a sleep for luck": r"\btime\.sleep\b",
}

WAITS = {"waitActive", "waitExposed", "waitUntil", "waitSignal", "waitSignals", "waitCallback"}
LONG = 20_000
"""Milliseconds that a wait for something to come may take on a busy machine; pytest-qt gives it one or five seconds."""


def forbidden(text: str) -> list[str]:
    """Name what stands in a source and never should."""
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)]


def hasty(text: str) -> list[int]:
    """List the lines of a test whose waits are shorter than a busy machine needs."""
    calls = [each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Call)]
    waits = [each for each in calls if isinstance(each.func, ast.Attribute) and each.func.attr in WAITS]
    given = [{each.arg: ast.unparse(each.value) for each in wait.keywords}.get("timeout", "0") for wait in waits]
    return [wait.lineno for wait, time in zip(waits, given, strict=True) if int(time) < LONG]


def lock_text(root: Path) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


def test_build_and_tests_are_no_packages(root: Path) -> None:
    assert not list((root / "build").rglob("__init__.py"))
    assert not list((root / "tests").rglob("__init__.py"))


def test_build_is_never_ignored(root: Path) -> None:
    command = ["git", "check-ignore", "--no-index", "build/make.py"]
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode != 0


def test_no_source_of_the_product_holds_what_it_never_should(root: Path) -> None:
    paths = [path for folder in ("forms", "desktop", "resources", "build") for path in (root / folder).rglob("*.py")]
    found = {str(path.relative_to(root)): forbidden(path.read_text(encoding="utf-8")) for path in paths}
    assert len(found) > 200
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "line",
    [
        "QApplication.processEvents()",
        'label.setStyleSheet("")',
        "a = 1  # type: ignore[assignment]",
        "import os  # noqa: F401",
        "# TODO",
        "time.sleep(1)",
    ],
)
def test_what_never_should_stand_is_seen(line: str) -> None:
    assert len(forbidden(line)) == 1
    assert forbidden("document.setDefaultStyleSheet(css)  # why: it is HTML") == []


def test_every_wait_of_a_test_is_long_enough_for_a_busy_machine(root: Path) -> None:
    found = {
        str(path.relative_to(root)): hasty(path.read_text(encoding="utf-8")) for path in (root / "tests").rglob("*.py")
    }
    assert len(found) > 200
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("call", ["waitUntil(done)", "waitSignal(it.done, timeout=500)", "waitActive(window)"])
def test_a_hasty_wait_is_seen(call: str) -> None:
    assert hasty(f"\nqtbot.{call}") == [2]
    assert hasty("qtbot.waitUntil(done, timeout=20_000)") == []


def test_the_core_adds_to_the_common_lint_rules(root: Path) -> None:
    assert (root / "forms" / "ruff.toml").read_text(encoding="utf-8").startswith('extend = "../pyproject.toml"\n')


def test_the_lock_holds_what_the_project_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    asked += project["build-system"]["requires"]
    pins = {canonicalize_name(name): version for name, version in PIN.findall(lock_text(root))}
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


def test_the_lock_pins_by_hash_and_names_no_index(root: Path) -> None:
    text = lock_text(root)
    assert ADDRESS.search(text) is None
    blocks = re.split(r"\n(?=\S)", text)
    assert [block for block in blocks if PIN.match(block) and "--hash=sha256:" not in block] == []


def test_the_lock_is_for_every_platform(root: Path) -> None:
    assert "sys_platform == 'win32'" in lock_text(root)


def test_the_version_is_written_once(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert "version" in project["project"]["dynamic"]
