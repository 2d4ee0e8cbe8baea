"""The per-user installer: what iomsa.nsi includes for one tree and one version."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

from project import NAME, PUBLISHER
from windows import product, tree
from windows.tree import File

SCRIPT = Path(__file__).with_name("iomsa.nsi")
SIDE = "side.bmp"
_BLUE = (0x8C, 0x4E, 0x1F)
"""The icon's own blue, as bitmaps hold colours: blue, green, red."""

_FIXED = {
    "NAME": NAME,
    "PUBLISHER": PUBLISHER,
    "ICON": product.ICON,
    "SIDE": SIDE,
    "FILE_ICON": product.FILE_ICON,
    "FILE_LIST": product.FILE_LIST,
    "PROGRAM": product.PROGRAM,
    "CONSOLE": product.CONSOLE,
    "SHORTCUT": product.SHORTCUT,
    "UNINSTALLER": product.UNINSTALLER,
    "EXTENSION": product.EXTENSION,
    "PROG_ID": product.PROG_ID,
    "FILE_TYPE": product.FILE_TYPE,
    "MIME_TYPE": product.MIME_TYPE,
    "CLASSES": product.CLASSES,
    "MACHINE_KEY": product.MACHINE_KEY,
    "USER_KEY": product.USER_KEY,
    "OLDEST_BUILD": str(product.OLDEST_BUILD),
    "TOO_OLD_SENTENCE": product.TOO_OLD,
    "NEWER_SENTENCE": product.NEWER_IS_HERE,
}


class Build(NamedTuple):
    """One build of the installer: its version, its files, where the tree lies and what it is written to."""

    version: str
    files: list[File]
    folder: str
    out: str
    sign: str = ""


def write(build: Build, where: Path) -> None:
    """Write everything that makensis reads into a folder; `build.folder` and `build.out` are seen from there."""
    texts = {
        SCRIPT.name: SCRIPT.read_text(encoding="utf-8"),
        "product.nsh": defines(build),
        "install.nsh": install_lines(build),
        "uninstall.nsh": uninstall_lines(build.files),
    }
    for name, text in texts.items():
        (where / name).write_text(text, encoding="utf-8", newline="\r\n")
    (where / SIDE).write_bytes(side_picture())
    (where / product.FILE_LIST).write_text(file_list(build.files), encoding="ascii", newline="\r\n")


def side_picture() -> bytes:
    """Draw the picture beside the first page, one quiet colour: a Windows bitmap of 24 bits."""
    width, height = 164, 314
    row = bytes(_BLUE) * width
    row += bytes(-len(row) % 4)
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(row) * height, 2835, 2835, 0, 0)
    size = 14 + len(head) + len(row) * height
    return struct.pack("<2sIHHI", b"BM", size, 0, 0, 14 + len(head)) + head + row * height


def defines(build: Build) -> str:
    """Write the names, keys and sentences that the script uses, and how the uninstaller is signed."""
    size = -(-sum(file.size for file in build.files) // 1024)
    values = {
        **_FIXED,
        "VERSION": product.check_version(build.version),
        "OUT": build.out,
        "SIZE_KB": str(size),
    }
    lines = [f"!define {name} {quoted(value)}" for name, value in values.items()]
    if build.sign:
        lines.append(f"!uninstfinalize `{build.sign}`")
    return "\n".join(lines) + "\n"


def install_lines(build: Build) -> str:
    """Write the commands that unpack every file, and the list of them."""
    lines: list[str] = []
    last = None
    for file in sorted(build.files, key=lambda file: (file.folder, file.name)):
        if file.folder != last:
            lines.append(f"SetOutPath {quoted(below(file.folder))}")
            last = file.folder
        lines.append(f"File {quoted(windows_path(f'{build.folder}/{file.path}'))}")
    lines += ['SetOutPath "$INSTDIR"', f"File {quoted(product.FILE_LIST)}"]
    return "\n".join(lines) + "\n"


def uninstall_lines(files: list[File]) -> str:
    """Write the commands that delete what was unpacked, then each folder that is empty, deepest first."""
    lines = [f"Delete {quoted(below(file.path))}" for file in files]
    lines.append(f"Delete {quoted(below(product.FILE_LIST))}")
    lines += [f"RMDir {quoted(below(folder))}" for folder in reversed(tree.folders(files))]
    return "\n".join(lines) + "\n"


def file_list(files: list[File]) -> str:
    """Write the list that the next version reads: one path a line."""
    return "".join(windows_path(file.path) + "\n" for file in files)


def below(path: str) -> str:
    """Name a path of the tree in the folder that it is installed to."""
    return "$INSTDIR" + (f"\\{windows_path(path)}" if path else "")


def windows_path(path: str) -> str:
    """Write a path of the tree as Windows does."""
    return path.replace("/", "\\")


def quoted(text: str) -> str:
    """Quote a text for the script; names with a dollar sign or a quotation mark were refused before."""
    return f'"{text}"'
