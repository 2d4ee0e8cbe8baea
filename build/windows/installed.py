"""Installs, checks, upgrades and removes the Windows installers in one go: in Wine on Linux, for real on Windows."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

import project
from project import FROZEN, RELEASE, WORK, Stop
from windows import (
    contents,
    further,
    installers,
    pictures,
    sign,
    stub_tree,
    trial,
    trial_certificate,
    unproved,
)
from windows.machine import Machine, say
from windows.native import Native
from windows.packages import Made, Msi, User
from windows.room import PACKAGES as TOOL_PACKAGES
from windows.room import WINE_PACKAGES, Room
from windows.wine import Wine

CHROOT = WORK / "chroot" / "trixie"
OLDER = "0.0.9"


def main(python: str, arguments: list[str]) -> int:
    """Try the MSI, the per-user installer and the zip through their whole life; print each step."""
    parser = argparse.ArgumentParser(prog="make.py installed windows", description=main.__doc__)
    parser.add_argument("--chroot", type=Path, help="Debian 13 chroot with Wine; else IOMSA_WINE_CHROOT names it")
    asked = parser.parse_args(arguments)
    if os.name == "nt":
        on_windows(python)
    else:
        chroot = asked.chroot or Path(os.environ.get("IOMSA_WINE_CHROOT", CHROOT))
        in_wine(python, need_chroot(chroot.resolve()))
    return 0


def in_wine(python: str, room: Room) -> None:
    """Make installers around a stub program, signed with a certificate of this run, and try them in Wine."""
    with installers.workplace(room) as work:
        certificate = trial_certificate.make(work)
        icons = installers.draw_icons(python)
        made = []
        stubs = stub_tree.Stub(OLDER, "2.0.0", older=True), stub_tree.Stub(project.version(), "1.0.0", older=False)
        for stub in stubs:
            say(f"Installers of version {stub.version}, around a stub program and Qt's own libraries")
            tree = stub_tree.make(python, room, icons, work, stub)
            out = work / "installers"
            installers.make(installers.Order(tree, stub.version, out, icons, project.epoch(), room, certificate))
            made.append(Made(stub.version, out))
        contents.check_package(room, made[1])
        with Wine(room, work, Path(certificate.file)) as machine:
            lead(machine, made[0], made[1], work)
            pictures.take(python, machine, made[1])
    print(unproved.text(), flush=True)


def on_windows(python: str) -> None:
    """Try the release's own installers on this Windows, with an older version made from the same frozen app."""
    newer = Made(project.version(), RELEASE)
    for path in (newer.msi, newer.user, newer.zip):
        if not path.is_file():
            raise Stop(f"{path.name} is missing. Make it first: py build\\make.py windows")
    certificate = sign.configured()
    with installers.workplace(Room()) as work:
        tree = work / "older"
        shutil.copytree(project.need_frozen(FROZEN), tree)
        (tree / stub_tree.OLDER_ONLY).parent.mkdir()
        (tree / stub_tree.OLDER_ONLY).write_text("Only the older version ships this.\n", encoding="utf-8")
        icons, out = installers.draw_icons(python), work / "installers"
        order = installers.Order(tree, OLDER, out, icons, project.epoch(), certificate=certificate)
        installers.make(order)
        lead(Native(is_signed=bool(certificate)), Made(OLDER, out), newer, work)


def lead(machine: Machine, older: Made, newer: Made, work: Path) -> None:
    """Try everything on one machine."""
    trial.live(Msi(machine), older, newer)
    trial.live(User(machine), older, newer)
    further.both(machine, newer)
    further.foreign_association(machine, newer)
    further.archive_runs(machine, older, newer)
    further.tampering(machine, newer, work)


def need_chroot(root: Path) -> Room:
    """Return the chroot as a room; raise Stop with the lines that make it where it is not there or not ready."""
    room = Room(root)
    if (root / "usr" / "bin" / "env").exists() and (root / "proc" / "self").exists() and room.has("wine"):
        return room
    packages = " ".join((*WINE_PACKAGES, *TOOL_PACKAGES))
    raise Stop(f"""There is no ready chroot with Wine in {root}. As root, these lines make one (about 2.6 GB):
  debootstrap --variant=minbase trixie {root}
  mount -t proc proc {root}/proc && mount --rbind /dev {root}/dev
  chroot {root} dpkg --add-architecture i386
  chroot {root} apt-get update
  chroot {root} apt-get install -y --no-install-recommends {packages}
Another folder is named by --chroot or IOMSA_WINE_CHROOT.""")
