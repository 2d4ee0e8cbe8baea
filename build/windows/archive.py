"""The archive that runs from any folder: the tree with a page to read first, the same bytes from the same tree."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from project import NAME
from windows import product
from windows.tree import File

READ_ME = "READ ME.txt"
_REGULAR = 0o100644 << 16


def read_me(version: str) -> str:
    """Write the page that lies beside the program."""
    return f"""{NAME} {version} for Windows 10 (1809) and later, 64 bit

Start:   unpack the whole folder, then open {product.PROGRAM}.
         It needs no installation, no administrator and no network.
Files:   a scheme is one file that ends in {product.EXTENSION}; you choose where it lies.
         Windows does not open such files by double-click until you choose {product.PROGRAM} for them once.
Check:   {product.CONSOLE} --self-check FOLDER writes a report into FOLDER and says whether all is well.
Update:  unpack the new folder beside this one, use it, then delete this one.
Remove:  delete this folder. Settings lie in %LOCALAPPDATA%\\{NAME}; delete that too if you like.
         Your scheme files stay where you put them.
"""


def write(folder: Path, files: list[File], version: str, seconds: int, out: Path) -> None:
    """Write the archive of a tree; every entry bears one date, in seconds since 1970."""
    top = out.stem
    entries = {f"{top}/{file.path}": (folder / file.path).read_bytes() for file in files}
    entries[f"{top}/{READ_ME}"] = read_me(version).replace("\n", "\r\n").encode("ascii")
    date = time.gmtime(seconds)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = _REGULAR
            archive.writestr(info, entries[name])
