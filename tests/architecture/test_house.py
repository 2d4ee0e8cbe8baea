"""The rules of the house that no other tool sees: folders, the lock, the core's own lint rules."""

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


def forbidden(text: str) -> list[str]:
    """Name what stands in a source and never should."""
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)]


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
