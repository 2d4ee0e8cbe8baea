"""Make a frozen folder smaller on Linux: drop libraries that nothing is linked to, strip Python's own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import project

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
LIBRARY = re.compile(r"\.so(\.[0-9.]+)?$")


def prune(frozen: Path) -> None:
    """Drop what is not linked to and strip what may be stripped; raise Stop where binutils are missing."""
    inside = frozen / "_internal"
    libraries = sorted(path for path in inside.rglob("*") if path.is_file() and LIBRARY.search(path.name))
    needs = {path: needed(path) for path in (*libraries, *programs(frozen))}
    for path in unneeded(inside, needs):
        path.unlink()
    for link in [path for path in inside.rglob("*") if path.is_symlink() and not path.exists()]:
        link.unlink()
    for path in to_strip(path for path in libraries if path.exists()):
        project.do(["strip", "--strip-unneeded", path])


def programs(frozen: Path) -> list[Path]:
    """Return the programs of a frozen folder: the files beside `_internal`."""
    return [path for path in frozen.iterdir() if path.is_file()]


def needed(path: Path) -> frozenset[str]:
    """Read which libraries a file is linked to; raise Stop where objdump is missing."""
    try:
        done = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False)
    except OSError as error:
        raise project.Stop(
            "Freezing needs objdump and strip: sudo apt-get install --no-install-recommends binutils"
        ) from error
    return frozenset(_NEEDED.findall(done.stdout))


def unneeded(inside: Path, needs: Mapping[Path, frozenset[str]]) -> list[Path]:
    """List the files that nothing loads: neither a program, nor a plugin or module, nor what these are linked to.

    `needs` tells of each file what it is linked to. A file counts as loaded by name where it stands in the top folder
    or among Qt's libraries, for such are only ever loaded as somebody's dependency; all others are loaded by path.
    """
    homes = {inside, inside / "PySide6" / "Qt" / "lib"}
    by_name: dict[str, set[Path]] = {}
    for path in needs:
        if path.parent in homes:
            by_name.setdefault(path.name, set()).add(path)
    waiting = [path for path in needs if path.parent not in homes or path.name.startswith("libpython")]
    reached = set(waiting)
    while waiting:
        for name in needs[waiting.pop()]:
            new = by_name.get(name, set()) - reached
            reached |= new
            waiting += new
    return sorted(set(needs) - reached)


def to_strip(libraries: Iterable[Path]) -> list[Path]:
    """List the libraries that come with names for a debugger and bear losing them: Python's. Qt's never."""
    return [path for path in libraries if path.name.startswith("libpython") or "lib-dynload" in path.parts]
