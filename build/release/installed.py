"""Find who checks an installed program: the folder of its platform."""

from __future__ import annotations

import sys
from importlib import import_module

import project

CHECKS = {
    "deb": "linux.installed",
    "tar": "release.unpacked",
    "windows": "windows.installed",
    "macos": "macos.installed",
}
USUAL = {"linux": "deb", "win32": "windows", "darwin": "macos"}


def main(python: str, arguments: list[str]) -> int:
    """Install, check and remove what was made for a target: the one that is named, else this system's."""
    module, rest = choose(arguments, sys.platform)
    status: int = import_module(module).main(python, rest)
    return status


def choose(arguments: list[str], system: str) -> tuple[str, list[str]]:
    """Return the module that checks and what it is told; raise Stop where no target fits."""
    named = bool(arguments) and not arguments[0].startswith("-")
    target = arguments[0] if named else USUAL.get(system, "")
    if target not in CHECKS:
        raise project.Stop(f"Say what to install: {', '.join(CHECKS)}.")
    return CHECKS[target], arguments[1:] if named else arguments
