"""Read the table of everything that may be shipped with its licence, and tell what of it a frozen folder holds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

LICENCES = Path(__file__).parent / "licences"
TEXTS = LICENCES / "texts"
GROUPS = ("python", "qt", "system")
INSIDE = "_internal"
OURS = ("iomsa", "iomsa_desktop", "iomsa_resources")
BESIDE = ("licences", "sbom.cdx.json")
"""What the build itself lays beside the program."""


class Row(NamedTuple):
    """Hold one thing that may be shipped: its licence, the texts of that, and by what files it is known.

    `version` says how its version is found out (see notices.version_of). `inside` is the key of the row that it is
    compiled into; `systems` are those on which it is; `needs` are the keys of others that it can't run without.
    """

    key: str
    group: str
    name: str
    what: str
    licence: str
    texts: tuple[str, ...]
    source: str
    version: str = ""
    files: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    inside: str = ""
    systems: tuple[str, ...] = ("linux", "windows", "macos")
    needs: tuple[str, ...] = ()


class Held(NamedTuple):
    """Hold what a frozen folder holds: files, by their paths in `_internal`, and modules that are not Python's own."""

    files: tuple[str, ...]
    modules: tuple[str, ...]
    system: str


def table(folder: Path = LICENCES) -> list[Row]:
    """Read all rows, in the order in which they are shown."""
    rows: list[Row] = []
    for group in GROUPS:
        data = tomllib.loads((folder / f"{group}.toml").read_text(encoding="utf-8"))
        for entry in data.get("row", []):
            values: dict[str, Any] = {"group": group, "source": ""}
            values |= {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
            rows.append(Row(**values))
        for entry in data.get("crates", []):
            if not entry.get("built_with", False):
                rows += [_crate(group, name, entry["licence"], tuple(entry["texts"])) for name in entry["names"]]
    return rows


def built_with(folder: Path = LICENCES) -> frozenset[str]:
    """Return the Rust libraries that python-calamine is compiled with and that are not in it."""
    data = tomllib.loads((folder / "python.toml").read_text(encoding="utf-8"))
    return frozenset(name for entry in data["crates"] if entry.get("built_with", False) for name in entry["names"])


def _crate(group: str, name: str, licence: str, texts: tuple[str, ...]) -> Row:
    return Row(
        key=f"crate-{name}",
        group=group,
        name=f"{name} (Rust)",
        what="in python-calamine",
        licence=licence,
        texts=texts,
        source=f"https://crates.io/crates/{name}",
        version=f"crate:{name}",
        inside="python-calamine",
    )


def files_of(frozen: Path) -> list[str]:
    """List a frozen folder, but no links, by the path in `_internal`; what is beside that begins with ../."""
    inside = frozen / INSIDE
    files = (path for path in frozen.rglob("*") if path.is_file() and not path.is_symlink())
    paths = [path for path in files if path.relative_to(frozen).parts[0] not in BESIDE]
    return sorted(
        path.relative_to(inside).as_posix() if path.is_relative_to(inside) else f"../{path.relative_to(frozen)}"
        for path in paths
    )


def system_of(files: Iterable[str]) -> str:
    """Tell which system a frozen folder is for: linux, windows or macos."""
    names = set(files)
    if any(name.endswith((".exe", ".dll")) for name in names):
        return "windows"
    return "macos" if any(name.endswith(".dylib") for name in names) else "linux"


def matches(path: str, pattern: str) -> bool:
    """Tell whether a path is meant by a pattern: * ends at a slash; ** at the end stands for all below."""
    parts, wanted = path.split("/"), pattern.split("/")
    if wanted[-1] == "**":
        wanted = wanted[:-1]
        if len(parts) <= len(wanted):
            return False
        parts = parts[: len(wanted)]
    return len(parts) == len(wanted) and all(fnmatchcase(*pair) for pair in zip(parts, wanted, strict=True))


def is_ours(path: str) -> bool:
    """Tell whether a path in `_internal` is the product's own data."""
    folder, slash, _ = path.partition("/")
    return folder in OURS and bool(slash)


def covering(path: str, rows: Iterable[Row]) -> Row | None:
    """Return the first row that covers a file; None where there is none."""
    return next((row for row in rows if any(matches(path, pattern) for pattern in row.files)), None)


def uncovered(held: Held, rows: Sequence[Row]) -> list[str]:
    """List the files and modules that no row covers."""
    files = [path for path in held.files if not is_ours(path) and covering(path, rows) is None]
    modules = [name for name in held.modules if not any(_names(row, name) for row in rows)]
    return files + modules


def shipped(held: Held, rows: Sequence[Row]) -> list[Row]:
    """Return the rows that a frozen folder holds, with those that are compiled into them."""
    known = {row.key for path in held.files if (row := covering(path, rows)) is not None}
    known |= {row.key for row in rows for name in held.modules if _names(row, name)}
    known |= {row.key for row in rows if row.inside in known and held.system in row.systems}
    return [row for row in rows if row.key in known]


def _names(row: Row, module: str) -> bool:
    return any(fnmatchcase(module, pattern) for pattern in row.modules)
