"""The frozen app as `make freeze` made it, and what is in it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import project
from freezing import freeze

READ = """
import json, sys
from PyInstaller.archive.readers import CArchiveReader
program = CArchiveReader(sys.argv[1])
(modules,) = [name for name in program.toc if name.endswith(".pyz")]
print(json.dumps([*program.toc, *program.open_embedded_archive(modules).toc]))
"""


@pytest.fixture(scope="session")
def frozen() -> Path:
    """Return the frozen folder, which `python3 build/make.py freeze` makes."""
    return project.need_frozen()


@pytest.fixture(scope="session")
def program(frozen: Path) -> Path:
    """Return the frozen program that can print."""
    return freeze.program(frozen)


@pytest.fixture(scope="session")
def held_files(frozen: Path) -> set[str]:
    """List the files and links of the frozen folder, by their paths with slashes."""
    return {path.relative_to(frozen).as_posix() for path in frozen.rglob("*") if path.is_symlink() or path.is_file()}


@pytest.fixture(scope="session")
def held_modules(frozen: Path, program: Path) -> set[str]:
    """List the modules of Python in the frozen folder: in the program, in the base library, and as files."""
    read = subprocess.run([sys.executable, "-c", READ, str(program)], capture_output=True, text=True, check=True)
    inside = frozen / "_internal"
    with zipfile.ZipFile(inside / "base_library.zip") as base:
        names = {name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in base.namelist()}
    compiled = [path.relative_to(inside) for end in ("so", "pyd") for path in inside.rglob(f"*.{end}")]
    return {*json.loads(read.stdout), *names, *(".".join(module_of(path)) for path in compiled)}


def module_of(path: Path) -> tuple[str, ...]:
    """Give the parts of the name of a compiled module by its path; what Python keeps apart has a name of one part."""
    stem = path.name.split(".")[0]
    return (stem,) if "lib-dynload" in path.parts else (*path.parent.parts, stem)
