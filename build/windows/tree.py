"""The files of a frozen tree, as installers have to name them: each once, in one order, with ids that stay."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from uuid import UUID, uuid5

from project import Stop

_COMPONENTS = UUID("0a3cf83a-a582-4f1f-9ee8-f97c4ed6ab3d")
"""The space of the component codes. Changing it would make Windows take every file for another one."""

_LONGEST = 180
"""Characters of a path below the folder: a long user name in front of it still stays under Windows' 260."""

_FORBIDDEN = frozenset('<>:"\\|?*$')
"""What Windows forbids in a name, and the dollar sign, which all three tools read as a variable."""

_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"COM{number}" for number in range(1, 10)), *(f"LPT{n}" for n in range(1, 10))]
)


class File(NamedTuple):
    """One file of the tree: its path below the folder with forward slashes, and its size in bytes."""

    path: str
    size: int

    @property
    def folder(self) -> str:
        """The folder it lies in; empty at the top."""
        return folder_of(self.path)

    @property
    def name(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.path).name


def read(folder: Path) -> list[File]:
    """List every file below a folder, sorted by path.

    Raise Stop for a link, for a name that Windows can't hold, and for two names that Windows takes for one.
    """
    files = []
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*"), key=Path.as_posix):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise Stop(f"{name} is a link; an installer for Windows can't hold one. Put a file in its place.")
        if path.is_dir():
            continue
        check_name(name)
        other = seen.setdefault(name.lower(), name)
        if other != name:
            raise Stop(f"{other} and {name} are one file to Windows. Rename one of them.")
        files.append(File(name, path.stat().st_size))
    return files


def check_name(path: str) -> None:
    """Raise Stop where a path below the folder is one that Windows or an installer tool can't hold."""
    if len(path) > _LONGEST:
        raise Stop(f"{path} is longer than {_LONGEST} characters, too long for Windows. Shorten it.")
    for part in path.split("/"):
        if not part.isascii() or not part.isprintable() or _FORBIDDEN & set(part):
            raise Stop(f"{path!r} holds a character that an installer for Windows can't hold. Rename it.")
        if part.endswith((".", " ")) or part.split(".")[0].upper() in _DEVICES:
            raise Stop(f"{path!r} is a name that Windows keeps for itself. Rename it.")
    if "!(" in path:
        raise Stop(f"{path!r} holds a mark that WiX reads as a variable. Rename it.")


def folder_of(path: str) -> str:
    """Give the folder of a path below the tree; empty at the top."""
    parent = PurePosixPath(path).parent.as_posix()
    return "" if parent == "." else parent


def folders(files: list[File]) -> list[str]:
    """List every folder that holds a file or a folder, parents first, without the top."""
    found = set()
    for file in files:
        folder = file.folder
        while folder:
            found.add(folder)
            folder = folder_of(folder)
    return sorted(found)


def identity(kind: str, path: str) -> str:
    """Give an id of a path that stays from version to version: a letter and 24 hexadecimal digits."""
    return kind + hashlib.sha256(path.lower().encode()).hexdigest()[:24]


def component_code(path: str) -> str:
    """Give the GUID of a path, the same in every version: so an upgrade knows which file replaces which."""
    return "{" + str(uuid5(_COMPONENTS, path.lower())).upper() + "}"
