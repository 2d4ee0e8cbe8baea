"""Check the archive for Linux as a person without rights uses it: unpack it, run it, remove it, look for traces."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

import project
from release import trial


def main(python: str, arguments: list[str]) -> int:
    """Unpack dist/release's archive in a folder of its own, run its self-check there, remove it."""
    del python
    parser = argparse.ArgumentParser(prog="make.py installed tar", description="Check the archive for Linux.")
    parser.add_argument("--folder", type=Path, default=project.RELEASE, help="where the archive lies")
    chosen = parser.parse_args(arguments)
    archive: Path = chosen.folder / f"{project.COMMAND}-{project.version()}-linux-x86_64.tar.xz"
    if not archive.is_file():
        raise project.Stop(f"{archive.name} is missing. Make it first: python3 build/make.py tar")
    with tempfile.TemporaryDirectory(prefix="iomsa ") as place:
        try_archive(archive, Path(place))
    print("Nothing of it is left.", flush=True)
    return 0


def try_archive(archive: Path, place: Path) -> None:
    """Unpack an archive in an empty folder, check it and remove it; raise Stop where something is wrong."""
    print(f"Unpack {archive.name}", flush=True)
    project.do(["tar", "-xf", archive], cwd=place)
    (folder,) = list(place.iterdir())
    home = place / "home"
    home.mkdir()
    trial.forbid_writing(folder)
    before = trial.listing(folder)
    trial.self_check(folder / project.COMMAND, place / "checked", home)
    trial.expect_same(before, trial.listing(folder), "Running the program")
    print("Its folder, which is read-only, is as it was unpacked.", flush=True)
    project.do([folder / project.COMMAND, "--version"], cwd=place, env={**os.environ, "HOME": str(home)})
    trial.allow_writing(folder)
    shutil.rmtree(folder)
    left = sorted(path.name for path in place.iterdir())
    if left != ["checked", "home"]:
        raise project.Stop(f"More than what the check wrote is left: {', '.join(left)}.")
