"""A Windows tree for the check where nothing can be frozen: a stub program with the real libraries of Qt.

It is laid out as PyInstaller lays out its folder and is never handed out.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import NamedTuple

import project
from project import NAME, PUBLISHER, ROOT, WORK
from windows import product
from windows.room import Room

WHEELS = WORK / "windows-wheels"
QT = "6.11.3"
OLDER_ONLY = "_internal/older/left behind.txt"
CHANGED = "_internal/part.dll"
"""A library whose own version goes down from the older to the newer tree: the upgrade must replace it all the same.

wixl writes no versions into the package, so in Wine the MSI does not meet this; on Windows one from WiX does.
"""

COMPILER = "x86_64-w64-mingw32"
_SOURCE = Path(__file__).with_name("stub.c")
_FROM_PYSIDE = (
    *(f"Qt6{part}.dll" for part in ("Core", "Gui", "Widgets", "PrintSupport")),
    *(f"Qt{part}.pyd" for part in ("Core", "Gui", "Widgets", "PrintSupport")),
    *(f"msvcp140{part}.dll" for part in ("", "_1", "_2", "_codecvt_ids")),
    "vcruntime140.dll",
    "vcruntime140_1.dll",
    "pyside6.abi3.dll",
    "plugins/platforms/qoffscreen.dll",
    "plugins/platforms/qwindows.dll",
    "plugins/styles/qmodernwindowsstyle.dll",
)
_WANTED = (*(f"PySide6/{name}" for name in _FROM_PYSIDE), "shiboken6/Shiboken.pyd", "shiboken6/shiboken6.abi3.dll")


class Stub(NamedTuple):
    """One of the two trees: its version, and what tells the older from the newer."""

    version: str
    part_version: str
    older: bool


def make(python: str, room: Room, icons: Path, work: Path, stub: Stub) -> Path:
    """Make a tree in a folder of its own below `work`, which the tools must see; return it."""
    room.need(f"{COMPILER}-gcc", f"{COMPILER}-windres")
    tree, built = work / f"stub-{stub.version}", work / f"built-{stub.version}"
    internal = tree / "_internal"
    internal.mkdir(parents=True)
    built.mkdir()
    shutil.copyfile(icons / product.ICON, built / product.ICON)
    shutil.copyfile(_SOURCE, built / _SOURCE.name)
    for name, flag in ((product.PROGRAM, "-mwindows"), (product.CONSOLE, "-mconsole"), ("part.dll", "-shared")):
        version = stub.part_version if name == "part.dll" else stub.version
        shutil.move(_compiled(room, built, name, flag, version), tree / (CHANGED if name == "part.dll" else name))
    for wheel in wheels(python):
        _unpack(wheel, internal)
    licences = tree / "licences"
    licences.mkdir()
    shutil.copyfile(ROOT / "LICENSE", licences / "IOM Self-Assessment.txt")
    (licences / "Notes & texts' list (stub).txt").write_text(f"{NAME} {stub.version}, a stub\n", encoding="utf-8")
    (tree / "sbom.cdx.json").write_text("{}\n", encoding="utf-8")
    if stub.older:
        (tree / OLDER_ONLY).parent.mkdir()
        (tree / OLDER_ONLY).write_text("Only the older version ships this.\n", encoding="utf-8")
    return tree


def wheels(python: str) -> list[Path]:
    """Return Qt's wheels for Windows, fetched by pip the first time."""
    if len(list(WHEELS.glob("*.whl"))) < 2:
        wanted = [f"{name}=={QT}" for name in ("PySide6-Essentials", "shiboken6")]
        only = ["--no-deps", "--platform", "win_amd64", "--only-binary=:all:", "--python-version", "3.12"]
        project.do([python, "-m", "pip", "download", "-q", *only, "-d", WHEELS, *wanted])
    return sorted(WHEELS.glob("*.whl"))


def _unpack(wheel: Path, internal: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(internal, [name for name in archive.namelist() if name in _WANTED])


def _compiled(room: Room, built: Path, name: str, flag: str, version: str) -> Path:
    (built / "stub.rc").write_text(_resources(name, version), encoding="ascii")
    room.do([f"{COMPILER}-windres", "stub.rc", "stub.o"], cwd=built)
    flags = ["-O1", "-s", "-Wl,--no-insert-timestamp", flag]
    room.do([f"{COMPILER}-gcc", *flags, "-o", name, _SOURCE.name, "stub.o"], cwd=built)
    return built / name


def _resources(name: str, version: str) -> str:
    numbers = version.replace(".", ",") + ",0"
    texts = {"CompanyName": PUBLISHER, "ProductName": NAME, "FileVersion": version, "OriginalFilename": name}
    values = "\n".join(f'      VALUE "{key}", "{value}"' for key, value in texts.items())
    return f"""1 ICON "{product.ICON}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "080904b0"
    BEGIN
{values}
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x809, 1200
  END
END
"""
