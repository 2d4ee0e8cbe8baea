"""Takes pictures of the installers' first pages in Wine, for people to look at."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from project import WORK
from windows.machine import say
from windows.packages import Made, User
from windows.wine import Wine

FOLDER = WORK / "installed" / "windows"
_GRAB = Path(__file__).with_name("grab.py")


def take(python: str, machine: Wine, made: Made) -> None:
    """Start each installer without a silent flag, take a picture of its first page, and end it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    user = User(machine)
    _one(python, machine, "per-user-installer", [made.user])
    say("The MSI has no pages of its own, so there is no picture of it")
    user.install(made)
    _one(python, machine, "per-user-uninstaller", [user.folder / "Uninstall.exe"])


def _one(python: str, machine: Wine, name: str, command: list[str | Path]) -> None:
    out = FOLDER / f"{name}.png"
    out.unlink(missing_ok=True)
    started = machine.start(command)
    environment = {**os.environ, "DISPLAY": machine.display, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([python, _GRAB, out], env=environment, check=False)
    machine.end_all()
    started.wait(60)
    say(f"Picture: {out}" if out.exists() else f"{name} showed no page within the time, so there is no picture of it")
