"""Take away everything that was made, and nothing else."""

from __future__ import annotations

import argparse
import os
import shutil
import stat
from pathlib import Path

import project

MOUNTS = Path("/proc/self/mountinfo")


def main(python: str, arguments: list[str]) -> int:
    """Remove dist/ and say what was in it."""
    del python
    argparse.ArgumentParser(prog="make.py clean", description="Remove dist/.").parse_args(arguments)
    told = MOUNTS.read_text(encoding="utf-8") if MOUNTS.exists() else ""
    removed = remove(project.DIST, told)
    print("\n".join(removed) if removed else f"There is no {project.DIST}; nothing was removed.")
    return 0


def remove(folder: Path, mountinfo: str) -> list[str]:
    """Remove a folder and say what was in it, a line each; raise Stop for a link or where something is mounted."""
    if folder.is_symlink():
        raise project.Stop(f"{folder} is a link to another place. Remove the link by hand; nothing was removed.")
    if not folder.exists():
        return []
    mounted = [*mounted_below(folder.resolve(), mountinfo), *places_of_other_disks(folder)]
    if mounted:
        raise project.Stop(f"Something is mounted at {mounted[0]}. Unmount it and try again; nothing was removed.")
    removed = [f"Removed {entry} ({size(entry) / 1e6:.1f} MB)" for entry in sorted(folder.iterdir())]
    loosen(folder)
    shutil.rmtree(folder)
    return [*removed, f"Removed {folder}"]


def mounted_below(folder: Path, mountinfo: str) -> list[str]:
    """List where something is mounted at or below a folder, from what Linux tells about its mounts."""
    places = [line.split()[4] for line in mountinfo.splitlines() if len(line.split()) > 4]
    plain = [Path(place.encode().decode("unicode_escape").encode("latin-1").decode()) for place in places]
    return [str(place) for place in plain if place.is_relative_to(folder)]


def places_of_other_disks(folder: Path) -> list[str]:
    """List the folders below that lie on another disk; this sees mounts where no list tells of them."""
    own = folder.lstat().st_dev
    walk = os.walk(folder, followlinks=False)
    return [str(Path(place)) for place, _, _ in walk if Path(place).lstat().st_dev != own]


def size(path: Path) -> int:
    """Return how many bytes a file, or the files in a folder, hold; a link holds none."""
    if path.is_symlink() or not path.is_dir():
        return 0 if path.is_symlink() else path.lstat().st_size
    return sum(size(entry) for entry in path.iterdir())


def loosen(folder: Path) -> None:
    """Let every folder below be removed, and on Windows every file, whoever made it read-only; follow no link."""
    folder.chmod(folder.lstat().st_mode | stat.S_IRWXU)
    for entry in folder.iterdir():
        if entry.is_symlink():
            continue
        if entry.is_dir():
            loosen(entry)
        elif os.name == "nt":
            entry.chmod(stat.S_IWRITE)
