"""Frozen twice from the same sources, the app is the same to the byte, whoever freezes it, where and when."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import project

SOURCES = ("forms", "desktop", "resources", "build", "pyproject.toml", "README.md", "LICENSE", "requirements.lock")
DATE = "1750000000"
FREEZE = "import sys; from freezing import freeze; sys.exit(freeze.main(sys.executable, []))"


def hashes(folder: Path) -> dict[str, str]:
    """Return what each file of a folder holds, and where each link points."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def freeze(tree: Path, home: Path, **differs: str) -> tuple[dict[str, str], set[int]]:
    """Freeze a tree as another user would; return what came out, and the dates of its files in seconds."""
    home.mkdir()
    inside = {**os.environ, "PYTHONPATH": str(tree / "build"), "SOURCE_DATE_EPOCH": DATE, "HOME": str(home), **differs}
    done = subprocess.run(
        [sys.executable, "-c", FREEZE], cwd=tree, env=inside, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    frozen = tree / "dist" / "frozen" / "iomsa"
    return hashes(frozen), {int(path.lstat().st_mtime) for path in frozen.rglob("*") if not path.is_symlink()}


def copy_tree(target: Path) -> None:
    """Copy the sources, with the date of today."""
    target.mkdir(parents=True)
    for name in SOURCES:
        source = project.ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / name, ignore=ignored, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, target / name)


@pytest.mark.proof
def test_two_freezes_are_the_same_to_the_byte(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    here, there = tmp_path / "tree", tmp_path / "another folder" / "tree"
    copy_tree(here)
    first, dates = freeze(here, tmp_path / "one", TZ="Europe/London", LANG="C.UTF-8")
    assert dates == {int(DATE)}
    copy_tree(there)
    second, _ = freeze(there, tmp_path / "another", TZ="Pacific/Auckland", LANG="C", PYTHONHASHSEED="7")
    assert {"iomsa", "sbom.cdx.json", "licences/NOTICES.txt", "_internal/base_library.zip"} <= set(first)
    assert {path for path in {*first, *second} if first.get(path) != second.get(path)} == set()
    record_property("counted", f"{len(first)} files are the same in two freezes")
