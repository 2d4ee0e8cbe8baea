"""Makes the three Windows installers from one frozen tree: on Windows with WiX 5, elsewhere with wixl."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import project
from project import FROZEN, RELEASE, WORK, Stop
from windows import archive, found, msi, product, sign, tree, user_installer
from windows.room import Room

TREE = "tree"


class Order(NamedTuple):
    """What to make installers from, and where to put them."""

    tree: Path
    version: str
    out: Path
    icons: Path
    seconds: int
    room: Room = Room()
    certificate: sign.Certificate = sign.Certificate()


def main(python: str, arguments: list[str]) -> int:
    """Make the .msi, the per-user .exe and the .zip in dist/release."""
    parser = argparse.ArgumentParser(prog="make.py windows", description=main.__doc__)
    parser.add_argument("tree", nargs="?", type=Path, default=FROZEN, help="frozen tree for Windows")
    parser.add_argument("--chroot", type=Path, help="Debian chroot with wixl, makensis and osslsigncode")
    asked = parser.parse_args(arguments)
    folder = project.need_frozen(asked.tree)
    order = Order(
        folder, project.version(), RELEASE, draw_icons(python), project.epoch(), Room(asked.chroot), sign.configured()
    )
    make(order)
    return 0


def draw_icons(python: str) -> Path:
    """Draw the icons with the project's interpreter, without a screen; return their folder."""
    folder = WORK / "icons"
    screenless = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    project.do([python, project.ROOT / "build" / "icons" / "icons.py", folder], env=screenless)
    return folder


def make(order: Order) -> list[Path]:
    """Make the three installers of a tree; return their paths."""
    product.check_version(order.version)
    for program in (product.PROGRAM, product.CONSOLE):
        if not (order.tree / program).is_file():
            raise Stop(f"{program} is not in {order.tree}. This needs the app frozen on Windows.")
    order.room.need(*_tools(order))
    order.out.mkdir(parents=True, exist_ok=True)
    signer = sign.Signer(order.certificate, order.room)
    with workplace(order.room) as work:
        files = stage(order, work, signer)
        made = [_zip(order, work, files), _msi(order, work, files), _user(order, work, files, signer)]
        signer.sign(made[1:])
        results = [_moved(path, order.out / path.name) for path in made]
    for path in results:
        print(f"Made {path} ({path.stat().st_size / 1e6:.1f} MB)", flush=True)
    return results


def _moved(path: Path, to: Path) -> Path:
    to.unlink(missing_ok=True)
    return Path(shutil.move(path, to))


def stage(order: Order, work: Path, signer: sign.Signer) -> list[tree.File]:
    """Copy the tree with its icon to a workplace and sign what is ours in the copy; list its files."""
    folder = work / TREE
    tree.read(order.tree)
    shutil.copytree(order.tree, folder)
    shutil.copyfile(order.icons / product.FILE_ICON, folder / product.FILE_ICON)
    shutil.copyfile(order.icons / product.ICON, work / product.ICON)
    ours = sign.unsigned_programs(folder)
    print(f"{len(ours)} programs and libraries bear no signature yet.", flush=True)
    signer.sign(ours)
    files = tree.read(folder)
    for file in files:
        os.utime(folder / file.path, (order.seconds, order.seconds))
    return files


@contextmanager
def workplace(room: Room) -> Iterator[Path]:
    """Give an empty folder that the tools can see, and remove it afterwards."""
    parent = room.root / "var" / "tmp" if room.root else WORK
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="iomsa-windows-", dir=parent, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _zip(order: Order, work: Path, files: list[tree.File]) -> Path:
    out = work / product.zip_name(order.version)
    archive.write(work / TREE, files, order.version, order.seconds, out)
    return out


def _msi(order: Order, work: Path, files: list[tree.File]) -> Path:
    out, source = work / product.msi_name(order.version), work / "iomsa.wxs"
    dialect = msi.WIX if os.name == "nt" else msi.WIXL
    source.write_text(msi.source(dialect, files, order.version, TREE), encoding="utf-8")
    order.room.do(msi_command(source.name, out.name), cwd=work)
    return out


def _user(order: Order, work: Path, files: list[tree.File], signer: sign.Signer) -> Path:
    out = work / product.user_name(order.version)
    build = user_installer.Build(order.version, files, TREE, out.name, signer.inline())
    user_installer.write(build, work)
    order.room.do([found.makensis(), *nsis_flags(), user_installer.SCRIPT.name], cwd=work)
    return out


def msi_command(source: str, out: str, windows: bool = os.name == "nt") -> list[str]:
    """Give the command that makes the package; both files lie where it is started."""
    if windows:
        return ["wix", "build", "-arch", "x64", "-pdbtype", "none", "-o", out, source]
    return ["wixl", "-a", "x64", "-o", out, source]


def nsis_flags(windows: bool = os.name == "nt") -> list[str]:
    """Give makensis' flags: quiet, and a warning is a failure."""
    sign_of_flag = "/" if windows else "-"
    return [f"{sign_of_flag}{flag}" for flag in ("V2", "WX", "INPUTCHARSET")] + ["UTF8"]


def _tools(order: Order) -> tuple[str, ...]:
    if os.name == "nt":
        return "wix", found.makensis(), *((found.signtool(),) if order.certificate else ())
    return "wixl", "makensis", *(("osslsigncode",) if order.certificate else ())
