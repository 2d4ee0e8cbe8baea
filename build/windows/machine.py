"""A Windows that installers are tried on: what the check asks of it, be it Wine or a real one."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from project import Stop

_VALUE = re.compile(r"^ {4}(.*?) {4}REG_\w+(?: {4}(.*))?$")
DEFAULT = "(Default)"

Registry = dict[tuple[str, str], str]
"""Values by key and name; the key's own value has an empty name."""


class Places(NamedTuple):
    """The folders of a Windows, as this process sees them."""

    programs: Path
    local: Path
    documents: Path
    menus: tuple[Path, ...]


class Machine(ABC):
    """A Windows with a user who may install programs for everyone."""

    described: str
    places: Places
    is_signed: bool
    """Whether the installers on trial are signed at all."""
    opens_for_user: bool
    """Whether a double-click finds an association of one user."""
    self_check: str
    """What it means here that the installed program ends its self-check well."""

    @abstractmethod
    def name(self, path: Path) -> str:
        """Give the name that a file has on this Windows."""

    @abstractmethod
    def run(self, command: Sequence[str | Path], and_children: bool = False) -> int:
        """Run a program to its end, or to that of its children, too; return its exit code."""

    @abstractmethod
    def read(self, command: Sequence[str]) -> str:
        """Run a console program; return what it prints."""

    @abstractmethod
    def open_file(self, path: Path) -> str:
        """Open a file as a double-click does; return the command line of the program that opened."""

    @abstractmethod
    def running(self, program: Path) -> AbstractContextManager[None]:
        """Hold a program open inside a `with`."""

    @abstractmethod
    def signature_holds(self, path: Path) -> bool:
        """Tell whether a file is signed with the certificate of this run and unchanged since."""

    @abstractmethod
    def traces(self) -> set[str]:
        """List every file and registry value, where that can be done."""

    def code(self, code: int) -> int:
        """Give what this machine shows of an exit code."""
        return code

    def registry(self, key: str) -> Registry:
        """Read a registry key and all below it; empty where it is not there."""
        return read_registry(self.read(["reg", "query", key, "/s", "/reg:64"]))


def read_registry(printed: str) -> Registry:
    """Read what `reg query` prints."""
    values: Registry = {}
    key = ""
    for line in printed.splitlines():
        found = _VALUE.match(line.rstrip("\r"))
        if line.startswith("HKEY_"):
            key = line.strip()
        elif found:
            values[key, "" if found[1] == DEFAULT else found[1]] = found[2] or ""
    return values


def long_key(key: str) -> str:
    """Write a registry key as `reg query` prints it."""
    for short, long in (("HKLM", "HKEY_LOCAL_MACHINE"), ("HKCU", "HKEY_CURRENT_USER")):
        if key.startswith(short):
            return long + key[len(short) :]
    return key


def say(text: str) -> None:
    """Print one step."""
    print(text, flush=True)


def check(holds: bool, sentence: str, found: object = "") -> None:
    """Print a sentence that holds; raise Stop with what was found where it does not."""
    if not holds:
        raise Stop(f"This does not hold: {sentence}" + (f"\nFound: {found}" if found != "" else ""))
    print(f"  - {sentence}", flush=True)
