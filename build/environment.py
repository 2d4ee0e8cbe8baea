"""The project's own Python environment, `.venv`: made from the lock, whole or made again."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system

OLDEST = (3, 11)
VENV = ("python3-venv",)


class NotReady(Exception):
    """Say in one sentence why the environment can't be made, and what to do."""


def python_in(venv: Path, windows: bool = os.name == "nt") -> Path:
    """Give the path of the interpreter inside an environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def stamp_text(lock: bytes, root: Path) -> str:
    """Say what an environment was made from: this lock, in this folder."""
    return f"{hashlib.sha256(lock).hexdigest()} {root}\n"


def is_whole(venv: Path, stamp: str) -> bool:
    """Tell whether an environment was finished, for just this stamp. The stamp is written last of all."""
    written = venv / "iomsa-stamp"
    return python_in(venv).exists() and written.exists() and written.read_text(encoding="utf-8") == stamp


def prepare(root: Path) -> Path:
    """Make `.venv` under `root` unless it is whole; return its interpreter.

    An environment that was interrupted, or made from another lock, is thrown away and made again.
    """
    venv, lock = root / ".venv", root / "requirements.lock"
    stamp = stamp_text(lock.read_bytes(), root)
    if not is_whole(venv, stamp):
        _check_interpreter(venv)
        print("Making .venv and installing from requirements.lock. This happens once ...", flush=True)
        _make(venv)
        _pip(venv, "--require-hashes", "--no-deps", "-r", str(lock))
        _pip(venv, "--no-deps", "--no-build-isolation", "-e", str(root))
        (venv / "iomsa-stamp").write_text(stamp, encoding="utf-8")
    return python_in(venv)


def _check_interpreter(venv: Path) -> None:
    if sys.version_info < OLDEST:
        found = sys.version.split()[0]
        raise NotReady(f"This is Python {found}; 3.11 or later is needed, e.g.: python3.11 build/make.py run")
    if Path(sys.prefix) == venv:
        raise NotReady("The environment has to be made again: run this with the system's python3.")
    if importlib.util.find_spec("ensurepip") is None and not system.install(VENV):
        raise NotReady("Python's own venv is missing. This line installs it:\n  " + system.install_line(VENV))


def _make(venv: Path) -> None:
    if venv.exists():
        shutil.rmtree(venv)
    if subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False).returncode:
        raise NotReady(f"{venv} could not be made; the lines above say why.")


def _pip(venv: Path, *arguments: str) -> None:
    command = [str(python_in(venv)), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise NotReady("pip could not install what the project needs; the lines above say why.")
