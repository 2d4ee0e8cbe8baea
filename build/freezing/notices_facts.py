"""Find out, with the project's interpreter, what modules a frozen folder holds and the version of all that is in it."""

from __future__ import annotations

import decimal
import json
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import zlib
from collections.abc import Iterable, Mapping
from importlib import import_module, metadata
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from freezing import notices_table

PROGRAMS = ("iomsa", "iomsa.exe")
_ICU = re.compile(r"(?:^|/)libicuuc\.(?:so\.)?(\d+)")
_QUERY = "${Package}\t${Version}\t${source:Package}\t${source:Version}\n"


class Package(NamedTuple):
    """Name the system's package that a library was taken from, and the one of its source, each with its version."""

    name: str
    version: str
    source: str
    source_version: str


class Facts(NamedTuple):
    """Hold what is in a frozen folder, and the versions: of parts, of distributions, of Rust libraries, of packages.

    `packages` are by the name of the library; `system` is the id of the distribution that they come from.
    """

    held: notices_table.Held
    versions: Mapping[str, str]
    distributions: Mapping[str, str]
    crates: Mapping[str, str]
    packages: Mapping[str, Package]
    system: str


def find(frozen: Path) -> Facts:
    """Find everything out about a frozen folder; the libraries' packages only where there is dpkg."""
    files = notices_table.files_of(frozen)
    held = notices_table.Held(tuple(files), tuple(modules_of(frozen)), notices_table.system_of(files))
    libraries = [path for path in files if "/" not in path and ".so" in path]
    return Facts(
        held,
        versions(files),
        {canonical(found.name): found.version for found in metadata.distributions()},
        crates(),
        packages(libraries) if held.system == "linux" and shutil.which("dpkg-query") else {},
        distribution() if held.system == "linux" else "",
    )


def canonical(name: str) -> str:
    """Return the name of a Python distribution as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def distribution() -> str:
    """Return the id of the Linux distribution, as debian; empty where it does not say."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def modules_of(frozen: Path) -> list[str]:
    """List the top-level modules in a frozen program that are neither Python's own nor ours."""
    program = next((frozen / name for name in PROGRAMS if (frozen / name).is_file()), None)
    if program is None:
        raise SystemExit(f"{frozen} holds no frozen program.")
    # PyInstaller has no types.
    reader = import_module("PyInstaller.archive.readers").CArchiveReader(str(program))
    names: set[str] = set()
    for name in reader.toc:
        if name.endswith(".pyz"):
            names |= {module.partition(".")[0] for module in reader.open_embedded_archive(name).toc}
    pythons = {*sys.stdlib_module_names, *notices_table.OURS}
    return sorted(name for name in names if name not in pythons and not name.startswith("_sysconfigdata_"))


def versions(files: Iterable[str]) -> dict[str, str]:
    """Return the versions of Python, of the libraries in it, and of Qt."""
    from PySide6.QtCore import qVersion

    icu = next((found[1] for path in files if (found := _ICU.search(path))), "")
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "expat": expat.EXPAT_VERSION.removeprefix("expat_"),
        "mpdecimal": str(getattr(decimal, "__libmpdec_version__", "")),
        "qt": qVersion(),
        "icu": icu,
    }


def crates() -> dict[str, str]:
    """Return the Rust libraries that python-calamine was compiled from, as its wheel lists them."""
    for file in metadata.files("python-calamine") or []:
        if file.name.endswith(".cyclonedx.json"):
            listed = json.loads(file.read_text(encoding="utf-8"))
            return {part["name"]: part["version"] for part in listed["components"]}
    return {}


def packages(libraries: Iterable[str]) -> dict[str, Package]:
    """Ask dpkg which package each library is from."""
    wanted = sorted(libraries)
    asked = ["dpkg-query", "-S", *(f"*/{name}" for name in wanted)]
    found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    owners: dict[str, str] = {}
    for line in found.splitlines():
        owner, _, path = line.partition(": ")
        # Another processor's copy stands in another folder.
        if str(sysconfig.get_config_var("MULTIARCH")) in path:
            owners.setdefault(Path(path).name, owner.partition(", ")[0])
    if not owners:
        return {}
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", _QUERY, *sorted(set(owners.values()))], capture_output=True, text=True, check=True
    ).stdout
    known = {line.split("\t")[0]: Package(*line.split("\t")) for line in told.splitlines()}
    return {name: known[owner.partition(":")[0]] for name, owner in owners.items() if name in wanted}


def to_text(facts: Facts) -> str:
    """Write facts as JSON."""
    plain = facts._asdict() | {"held": facts.held._asdict()}
    return json.dumps(plain, indent=1, sort_keys=True)


def from_text(text: str) -> Facts:
    """Read facts back."""
    plain = json.loads(text)
    held = plain.pop("held")
    listed = {name: Package(*value) for name, value in plain.pop("packages").items()}
    files, modules = tuple(held["files"]), tuple(held["modules"])
    return Facts(held=notices_table.Held(files, modules, held["system"]), packages=listed, **plain)


if __name__ == "__main__":
    sys.stdout.write(to_text(find(Path(sys.argv[1]))))
