"""Where the sources and what is made of them lie, the product's names and version, and the date of a build."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WHEEL = DIST / "wheel"
WORK = DIST / "work"
FROZEN = DIST / "frozen" / "iomsa"
RELEASE = DIST / "release"

NAME = "IOM Self-Assessment"
COMMAND = "iomsa"
PUBLISHER = "IOM Self-Assessment project"
SUMMARY = "Offline yearly self-assessment for local Integrated Offender Management schemes"

_VERSION = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"$', re.MULTILINE)
_RELEASED = 1_735_689_600
"""1 January 2025: the date of a build outside a clone that names none."""


class Stop(Exception):
    """Say in one sentence why a step can't be done, and what to do."""


def version(root: Path = ROOT) -> str:
    """Return the version, which is written once, in the core; raise Stop where it is not of the form 1.2.3."""
    found = _VERSION.search((root / "forms" / "iomsa" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise Stop("The version in forms/iomsa/__init__.py has to be of the form 1.2.3.")
    return found[1]


def epoch(outside: Mapping[str, str] = os.environ, root: Path = ROOT) -> int:
    """Return the date of a build in seconds: SOURCE_DATE_EPOCH, else that of the last commit."""
    given = outside.get("SOURCE_DATE_EPOCH", "")
    if given:
        return int(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return _RELEASED
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else _RELEASED


def steady(outside: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Give the environment in which a build comes out the same each time."""
    return {**outside, "SOURCE_DATE_EPOCH": str(epoch(outside)), "PYTHONHASHSEED": "0"}


def do(command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Run a command of a build; raise Stop with its name and status where it fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=cwd, env=None if env is None else dict(env), check=False)
    except OSError as error:
        raise Stop(f"{words[0]} can't be started ({error.strerror}). Install it and try again.") from error
    if done.returncode:
        raise Stop(f"{' '.join(words[:4])} ended with {done.returncode}; the lines above say why.")


def need_frozen(folder: Path = FROZEN) -> Path:
    """Return the frozen folder; raise Stop where it was not made yet."""
    if not (folder / "_internal").is_dir():
        raise Stop("The frozen app is missing. Make it first: python3 build/make.py freeze")
    return folder
