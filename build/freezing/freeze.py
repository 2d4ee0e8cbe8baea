"""Freeze the wheel: one folder with its own Python, as small as it goes, the same each time, checked by itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import project
import system
from freezing import modules, notices, programs, prune, sbom
from linux import libraries, runpath
from project import FROZEN, ROOT, WHEEL, WORK, Stop

SPEC = Path(__file__).parent / "iomsa.spec"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
NOT_FOUND = "Library not found"
_LEFT_OUT = re.compile(r"excluded module named '?([\w.]+)'? - imported by (.*)")
_IMPORTER = re.compile(r"([\w.]+)(?: \(([^)]*)\))?(?:, |$)")
HARMLESS = ("libqgtk3.so",)
"""Qt's GTK theme, which is left out with all that it asks for."""


def main(python: str, arguments: list[str]) -> int:
    """Build the wheel, freeze it, and let the frozen app check itself."""
    if arguments:
        raise Stop("freeze takes no arguments.")
    begin = time.monotonic()
    build_wheel(python)
    step("wheel", begin)
    project.do([python, ROOT / "build" / "icons" / "icons.py", programs.ICONS], env={**os.environ, **OFFSCREEN})
    step("icons", begin)
    frozen = freeze(python, WORK / "frozen")
    step("frozen", begin, frozen)
    if sys.platform == "linux":
        prune.prune(frozen)
        runpath.clear(libraries.binaries(frozen))
        step("pruned", begin, frozen)
    notices.put(frozen, python)
    sbom.write(python, frozen, frozen / "sbom.cdx.json")
    step("licences and list of contents", begin, frozen)
    date(frozen, project.epoch())
    check(program(frozen))
    step("checked by itself", begin, frozen)
    # Only now: what is at its place is always whole.
    shutil.rmtree(FROZEN.parent, ignore_errors=True)
    frozen.parent.rename(FROZEN.parent)
    print(f"{FROZEN} is ready.", flush=True)
    return 0


def step(what: str, begin: float, folder: Path | None = None) -> None:
    """Print one line: what is done, the size of the folder, the seconds so far."""
    size = f"{size_of(folder) / 1e6:.1f} MB, " if folder is not None else ""
    print(f"freeze: {what} ({size}{time.monotonic() - begin:.0f} s)", flush=True)


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder; a link counts nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def build_wheel(python: str, target: Path = WHEEL) -> None:
    """Build the wheel from this tree and unpack it to `target`."""
    made = WORK / "wheel"
    for folder in (made, target):
        shutil.rmtree(folder, ignore_errors=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "-q"]
    inside = project.steady()
    project.do([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", made, ROOT], env=inside)
    (wheel,) = made.glob("iomsa-*.whl")
    project.do([*pip, "install", "--no-deps", "--no-compile", "--target", target, wheel], env=inside)


def freeze(python: str, dist: Path, plan: Sequence[str] = (), work: Path = WORK / "pyinstaller") -> Path:
    """Run PyInstaller on the wheel; return the folder that it made. `plan` is what programs.plan reads."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(dist, ignore_errors=True)
    work.mkdir(parents=True)
    inside = {
        **project.steady(),
        "PYTHONPATH": str(WHEEL),
        "PYINSTALLER_CONFIG_DIR": str(work / "config"),
        # Unpacking each module costs a tenth of the start; the installers compress all of it, and better.
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
    }
    command = [python, "-m", "PyInstaller", "--noconfirm", "--distpath", str(dist), "--workpath", str(work), str(SPEC)]
    log = work / "log.txt"
    with log.open("wb") as into:
        done = subprocess.run([*command, "--", *plan], cwd=ROOT, env=inside, stdout=into, stderr=into, check=False)
    text = log.read_text(encoding="utf-8", errors="replace")
    if done.returncode:
        raise Stop("\n".join(text.splitlines()[-12:]) + f"\nPyInstaller ended with {done.returncode}; all of it: {log}")
    if missing := missing_libraries(text):
        raise Stop("\n".join(missing) + "\nInstall these libraries and freeze again: without them a part would fail.")
    if torn := torn_imports((work / SPEC.stem / f"warn-{SPEC.stem}.txt").read_text(encoding="utf-8")):
        raise Stop("\n".join(torn) + "\nThese imports would fail: take the modules off the lists in modules.py.")
    (made,) = (path for path in dist.iterdir() if path.suffix != ".app")
    return made


def missing_libraries(log: str) -> list[str]:
    """List the lines of PyInstaller's log that say that a library we need is not on this machine."""
    return [line for line in log.splitlines() if NOT_FOUND in line and not any(name in line for name in HARMLESS)]


def torn_imports(warnings: str) -> list[str]:
    """List what PyInstaller says of modules that we left out and that another one loads with itself."""
    torn = []
    for line in warnings.splitlines():
        if not (found := _LEFT_OUT.match(line)) or found[1] in modules.QT_EXCLUDED:
            continue
        # Each importer comes with how it imports: (delayed), (optional), (conditional), (top-level).
        ways = _IMPORTER.findall(found[2])
        torn += [f"{name} loads {found[1]}" for name, how in ways if not how or "top-level" in how]
    return torn


def program(frozen: Path, platform: str = sys.platform) -> Path:
    """Return the program of a frozen folder that can print."""
    return frozen / (f"{project.COMMAND}-cli.exe" if platform == "win32" else project.COMMAND)


def date(folder: Path, epoch: int) -> None:
    """Give every file and folder the date of the build."""
    for path in (*folder.rglob("*"), folder):
        if not path.is_symlink():
            os.utime(path, (epoch, epoch))


def check(executable: Path, target: Path = WORK / "self-check") -> None:
    """Let a frozen app check itself; raise Stop where it finds something."""
    shutil.rmtree(target, ignore_errors=True)
    inside = dict(os.environ)
    if not system.has_screen():
        inside |= OFFSCREEN
    command = [str(executable), "--self-check", str(target)]
    done = subprocess.run(command, env=inside, capture_output=True, check=False, timeout=600)
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace")
        raise Stop("\n".join(said.splitlines()[-25:]) + f"\nThe frozen app's self-check ended with {done.returncode}.")
