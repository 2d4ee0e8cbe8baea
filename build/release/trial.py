"""Try an installed program: run its self-check, and tell whether its folder stays as it was."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

import project

_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def self_check(program: Path, folder: Path, home: Path, outside: Mapping[str, str] = os.environ) -> None:
    """Run the self-check of a program without a screen; raise Stop where it fails or leaves nothing to look at."""
    print(f"Self-check of {program}", flush=True)
    inside = {**outside, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH"):
        inside.pop(name, None)
    command = [str(program), "--self-check", str(folder)]
    done = subprocess.run(command, cwd=home, env=inside, capture_output=True, timeout=600, check=False)
    said = (done.stdout + done.stderr).decode(errors="replace").splitlines()
    if done.returncode:
        raise project.Stop("\n".join([*said[-25:], f"The self-check of {program} ended with {done.returncode}."]))
    if not (folder / "report.txt").is_file():
        raise project.Stop(f"The self-check of {program} left no report.txt in {folder}.")
    print("\n".join(said[-2:]), flush=True)


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the time of change of every file and link below a folder, by path."""
    found = {path.relative_to(folder).as_posix(): path.lstat() for path in folder.rglob("*") if not path.is_dir()}
    return {name: (told.st_size, told.st_mtime_ns) for name, told in found.items()}


def expect_same(before: Mapping[str, tuple[int, int]], after: Mapping[str, tuple[int, int]], by: str) -> None:
    """Raise Stop with the first file that was added, removed or changed by what happened in between."""
    differ = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    if differ:
        raise project.Stop(f"{by} changed {differ[0]} ({len(differ)} files in all), and should change nothing.")


def forbid_writing(folder: Path) -> None:
    """Make a folder and all in it read-only."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~_WRITE)


def allow_writing(folder: Path) -> None:
    """Let the owner change a folder and all in it."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
