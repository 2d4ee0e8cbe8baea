"""Say which programs are frozen into one folder, by what names, with what icon, version and document type."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import project
from freezing import modules

HERE = Path(__file__).parent
ICONS = project.WORK / "icons"
IDENTIFIER = "org.iomsa.iomsa"
DOCUMENT = f"{IDENTIFIER}.scheme"


class Program(NamedTuple):
    """Name one program of the folder, the script that it runs, and whether it has a console on Windows."""

    name: str
    script: Path
    console: bool


class Plan(NamedTuple):
    """Hold what the spec needs to know."""

    folder: str
    programs: tuple[Program, ...]
    packages: tuple[str, ...]
    hidden: tuple[str, ...]
    icon: str | None = None
    version_info: str | None = None
    datas: tuple[tuple[str, str], ...] = ()

    @property
    def scripts(self) -> tuple[Path, ...]:
        """Return the scripts, each once."""
        return tuple(dict.fromkeys(program.script for program in self.programs))

    @property
    def own(self) -> frozenset[str]:
        """Return the modules that come with a measurement."""
        return frozenset(self.hidden)


def plan(arguments: Sequence[str], platform: str) -> Plan:
    """Make the plan: the product; with `--also SCRIPT` another program in it; with `--only SCRIPT` that one alone."""
    parser = argparse.ArgumentParser(prog="iomsa.spec")
    parser.add_argument("--also", type=Path)
    parser.add_argument("--only", type=Path)
    parser.add_argument("--hidden", action="append", default=[])
    asked = parser.parse_args(arguments)
    hidden = tuple(asked.hidden)
    if asked.only is not None:
        only = Program(asked.only.stem, asked.only.resolve(), console=True)
        return Plan(only.name, (only,), (), hidden)
    programs = product(platform)
    if asked.also is not None:
        programs = (*programs, Program(asked.also.stem, asked.also.resolve(), console=True))
    # Beside the program's own, which PyInstaller copies.
    datas = ((str(ICONS / "iomsa-file.icns"), "."),) if platform == "darwin" else ()
    return Plan(project.COMMAND, programs, modules.OURS, hidden, icon(platform), version_info(platform), datas)


def product(platform: str) -> tuple[Program, ...]:
    """Name the programs of the product: two on Windows, where one with a window has no console to print to."""
    start = HERE / "start.py"
    if platform == "win32":
        return (
            Program(project.COMMAND, start, console=False),
            Program(f"{project.COMMAND}-cli", start, console=True),
        )
    return (Program(project.COMMAND, start, console=platform != "darwin"),)


def icon(platform: str) -> str | None:
    """Return the icon that goes into the program; None where a program holds none."""
    name = {"win32": "iomsa.ico", "darwin": "iomsa.icns"}.get(platform)
    return str(ICONS / name) if name else None


def version_info(platform: str) -> str | None:
    """Write the version resource that Windows shows under Properties; return its file, None elsewhere."""
    if platform != "win32":
        return None
    file = project.WORK / "version-info.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(version_text(project.version()), encoding="utf-8")
    return str(file)


def version_text(version: str) -> str:
    """Write a version resource as PyInstaller reads it."""
    numbers = (*(int(part) for part in version.split(".")), 0)
    strings = {
        "CompanyName": project.PUBLISHER,
        "FileDescription": project.NAME,
        "FileVersion": version,
        "InternalName": project.COMMAND,
        "LegalCopyright": f"{project.PUBLISHER}, MIT licence",
        "ProductName": project.NAME,
        "ProductVersion": version,
    }
    lines = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=[\n"
        f"  StringFileInfo([StringTable('080904b0', [{lines}])]),\n"
        f"  VarFileInfo([VarStruct('Translation', [0x0809, 1200])]),\n"
        f"])\n"
    )


def info_plist() -> dict[str, object]:
    """Return what macOS is told: the oldest system, and that .iomsa files are ours and open here."""
    return {
        "CFBundleName": project.NAME,
        "CFBundleDisplayName": project.NAME,
        "CFBundleShortVersionString": project.version(),
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "IOM scheme file",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "iomsa-file.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [DOCUMENT],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": DOCUMENT,
                "UTTypeDescription": "IOM scheme file",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["iomsa"],
                    "public.mime-type": "application/x-iomsa",
                },
            }
        ],
    }
