"""What a release is called: its platform, its list of parts, its tag."""

from __future__ import annotations

import platform
import sys

import project

_SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_MACHINES = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}


def platform_name(system: str = sys.platform, machine: str = platform.machine()) -> str:
    """Name a platform as the files of a release do: linux-x86_64, windows-x64, macos-arm64, macos-x86_64."""
    kind = _MACHINES.get(machine.lower(), machine.lower())
    if system == "win32" and kind == "x86_64":
        kind = "x64"
    return f"{_SYSTEMS.get(system, system)}-{kind}"


def sbom_name(version: str, platform: str) -> str:
    """Name the list of parts of one platform."""
    return f"{project.COMMAND}-{version}-{platform}.cdx.json"


def check_tag(tag: str, version: str) -> None:
    """Raise Stop unless a tag is the version's."""
    if tag != f"v{version}":
        raise project.Stop(
            f"The tag is {tag} and the version is {version}. Tag v{version}, or set __version__ in "
            "forms/iomsa/__init__.py to the tag's."
        )
