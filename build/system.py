"""The parts of the system that the program and its tests use: what is there, what is not, how to get it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

# Qt loads these at run time; found by adding one library at a time to a bare Debian 12.
QT_OFFSCREEN = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "fonts-dejavu-core",
)
QT_SCREEN = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-util1",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)

SYSTEM_PYTHON = "/usr/bin/python3"
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0')"
TRIAL = "from PySide6.QtWidgets import QApplication; QApplication([])"


class Part(NamedTuple):
    """Name one part of the system by its Debian package, with its programs and what has to come with it."""

    name: str
    programs: tuple[str, ...]
    packages: tuple[str, ...]
    atspi: bool = False


PARTS = (
    Part("xvfb", ("Xvfb", "xauth"), ("xvfb", "xauth", *QT_SCREEN)),
    Part("openbox", ("openbox",), ("openbox",)),
    Part("dbus-daemon", ("dbus-daemon", "dbus-run-session"), ("dbus-daemon",)),
    Part("at-spi2-core", (), ("at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"), atspi=True),
    Part("libreoffice-calc", ("localc",), ("libreoffice-calc",)),
    Part("strace", ("strace",), ("strace",)),
)


@cache
def is_there(name: str) -> bool:
    """Tell whether a part of `PARTS` is installed; a name that is not in the table is a KeyError."""
    part = {part.name: part for part in PARTS}[name]
    if not all(shutil.which(program) for program in part.programs):
        return False
    return not part.atspi or _runs([SYSTEM_PYTHON, "-c", HAS_ATSPI])


def packages_of(names: Sequence[str]) -> list[str]:
    """List the Debian packages that bring these parts, in the order of the table, each once."""
    wanted = [package for part in PARTS if part.name in names for package in part.packages]
    return list(dict.fromkeys(wanted))


def install_line(packages: Sequence[str]) -> str:
    """Write the one line that installs these Debian packages."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages where that needs no password. True when done."""
    apt = _apt()
    if not apt:
        return False
    print(f"Installing {', '.join(packages)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*apt, "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False)
    fetch = [*apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(fetch, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0


def install_missing_parts() -> None:
    """Install the parts that the tests use and that are missing, where that is possible."""
    missing = [part.name for part in PARTS if not is_there(part.name)]
    if missing and install(packages_of(missing)):
        is_there.cache_clear()


def has_screen() -> bool:
    """Tell whether there is a screen to draw on: on Linux, a display that the environment names."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_starts(python: str, platform: str = "") -> bool:
    """Start and end a Qt application in a process of its own: Qt aborts where a system library is missing."""
    return _runs([python, "-c", TRIAL], QT_QPA_PLATFORM=platform)


def prepare_qt(python: str, packages: Sequence[str] = QT_OFFSCREEN, platform: str = "offscreen") -> bool:
    """Make Qt start, installing its system libraries where needed; where that fails, print the line."""
    if qt_starts(python, platform) or (install(packages) and qt_starts(python, platform)):
        return True
    print("Qt does not start. It may miss system libraries; on Debian and Ubuntu this line installs them:")
    print("  " + install_line(packages), flush=True)
    return False


def prepare_screen(python: str) -> bool:
    """Make Qt start on the screen. False where there is none, or none that can be used."""
    return has_screen() and prepare_qt(python, QT_SCREEN, platform="")


def _apt() -> list[str]:
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    return ["sudo", "-n", "apt-get"] if _runs(["sudo", "-n", "true"]) else []


def _runs(command: list[str], **extra: str) -> bool:
    inside = {**os.environ, **extra}
    try:
        done = subprocess.run(command, env=inside, capture_output=True, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
