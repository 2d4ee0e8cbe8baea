"""What a system holds, file by file, and what a program left behind in it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

CACHES = {
    "dev": "mounted",
    "home": "the user's; looked at on its own",
    "proc": "mounted",
    "run": "mounted",
    "tmp": "mounted",
    "sys": "mounted",
    "var/cache": "what apt, fontconfig, ldconfig and debconf make again",
    "var/lib/apt": "apt's lists",
    "var/lib/dpkg": "dpkg's own list; the packages are compared by asking dpkg",
    "var/log": "logs",
}
"""What installing and removing any package changes, with the reason why it is not compared."""


def record(root: Path, leave_out: Mapping[str, str] = CACHES) -> dict[str, str]:
    """Return what there is under a folder: of each path its kind, mode, owner and contents, as one text."""
    return {name: _signature(path) for name, path in _walk(root, leave_out)}


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Say what is new, gone or changed, a line each."""
    new = [f"left behind: {name}" for name in after if name not in before]
    gone = [f"gone: {name}" for name in before if name not in after]
    changed = [f"changed: {name}" for name in before if name in after and before[name] != after[name]]
    return sorted(new + gone + changed)


def _walk(root: Path, leave_out: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = [name for name in folders if (here / name).relative_to(root).as_posix() not in leave_out]
        for name in (*folders, *files):
            yield (here / name).relative_to(root).as_posix(), here / name


def _signature(path: Path) -> str:
    found = path.lstat()
    about = f"{stat.filemode(found.st_mode)} {found.st_uid}:{found.st_gid}"
    if path.is_symlink():
        return f"{about} -> {path.readlink()}"
    if path.is_file():
        return f"{about} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return about
