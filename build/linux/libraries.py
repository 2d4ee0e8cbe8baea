"""Which libraries a Debian package leaves to the system, and which packages it asks for instead."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import project

TOOLS = "sudo apt-get install --no-install-recommends dpkg-dev binutils libwayland-cursor0 libwayland-egl1"
OURS = ("libQt6", "libicu", "libpyside6", "libshiboken6", "libpython")
"""What comes in the wheels or with the interpreter stays, even where the system has one of the same name."""
ELF = b"\x7fELF"


def need_linux(system: str = sys.platform, machine: str = platform.machine()) -> None:
    """Raise Stop where this is not the system that the packages' names promise."""
    if (system, machine) != ("linux", "x86_64"):
        raise project.Stop(f"What is for 64-bit Linux on x86 is made there, not on {system} {machine}.")


def binaries(folder: Path) -> list[Path]:
    """List the programs and libraries under a folder, without links, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_binary(path))


def leave_to_system(internal: Path) -> list[str]:
    """Delete the bundled libraries that a package of this system brings; return their names, in order."""
    provided = of_packages(known_to_linker())
    gone = to_leave((path.name for path in internal.iterdir()), provided)
    for name in gone:
        (internal / name).unlink()
    return gone


def to_leave(names: Iterable[str], provided: Iterable[str]) -> list[str]:
    """Choose from the names of bundled libraries those that the system provides and that are not ours."""
    there = set(provided)
    return sorted(name for name in names if name in there and not name.startswith(OURS))


def known_to_linker() -> set[str]:
    """List the libraries that this system's programs find, by file name."""
    listed = _said(["/sbin/ldconfig", "-p"])
    return set(re.findall(r"^\t(\S+) \(.*x86-64.*\)", listed, re.MULTILINE))


def of_packages(names: set[str]) -> set[str]:
    """Keep of these names of libraries those that belong to an installed package."""
    done = subprocess.run(["dpkg-query", "--search", "*/lib*.so*"], capture_output=True, text=True, check=False)
    return names & {line.rpartition("/")[2] for line in done.stdout.splitlines()}


def depends(stage: Path, internal: Path) -> str:
    """Let dpkg-shlibdeps name the packages for all that is linked to under `stage`; raise Stop where one is unknown."""
    with tempfile.TemporaryDirectory() as folder:
        about = Path(folder) / "debian"
        about.mkdir()
        (about / "control").write_text(
            f"Source: {project.COMMAND}\n\nPackage: {project.COMMAND}\nArchitecture: amd64\n", encoding="utf-8"
        )
        private = [f"-l{path}" for path in (internal, internal / "PySide6" / "Qt" / "lib")]
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", f"-S{stage}", *private]
        said = _said([*command, *map(str, binaries(stage))], cwd=Path(folder))
    found = re.search(r"^shlibs:Depends=(.+)$", said, re.MULTILINE)
    if found is None:
        raise project.Stop("dpkg-shlibdeps named no package; the frozen folder is not of this system.")
    return found[1]


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == ELF


def _said(command: list[str], cwd: Path = project.ROOT) -> str:
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    except OSError as error:
        raise project.Stop(f"{command[0]} is missing. This line installs it: {TOOLS}") from error
    if done.returncode:
        why = [line for line in done.stderr.splitlines() if "warning:" not in line]
        raise project.Stop("\n".join([*why, f"{command[0]} ended with {done.returncode}."]))
    return done.stdout
