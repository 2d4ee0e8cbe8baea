"""Try the Debian package in a clean system: install, use, open, upgrade and purge it, and look for traces."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import project
from linux import chroot, deb, traces
from linux.chroot import HOME, Chroot

OLDER = "0.0.9"
SCREEN = Path(__file__).with_name("screen.sh")
SCHEME = f"{HOME}/Documents/Northmoor Überprüfung.iomsa"
"""With a blank and letters beyond ASCII: names that people give."""
TITLE = "Northmoor"
SYSTEMS = ("bare", "desktop")
"""The folders of the two systems; they stay where something failed."""
ANSWERS = {"answers": {"1.1.1": {"level": 1, "note": "Typed before the upgrade."}}}
MIME = "application/x-iomsa"


class Trial:
    """Print one line a step with the seconds it took, and keep what the steps share."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Begin in an empty folder; `cache` keeps the clean systems."""
        self.folder, self.cache = folder, cache
        self.log = folder / "log.txt"
        self._since = time.monotonic()
        shutil.rmtree(folder, ignore_errors=True)
        for path in (folder, cache):
            path.mkdir(parents=True, exist_ok=True)

    def ok(self, what: str) -> None:
        """Say what held."""
        now = time.monotonic()
        print(f"ok: {what} ({now - self._since:.1f} s)", flush=True)
        self._since = now


class Before(NamedTuple):
    """Hold what a system was before anything was installed."""

    files: dict[str, str]
    packages: list[str]


def main(python: str, arguments: list[str]) -> int:
    """Try the package of this version; `--cache` names the folder that keeps the clean systems."""
    parser = argparse.ArgumentParser(prog="make.py installed deb", description="Try the Debian package.")
    parser.add_argument("--cache", type=Path, default=project.WORK / "chroot", help="keeps the clean systems")
    chosen = parser.parse_args(arguments)
    version = project.version()
    package = project.RELEASE / f"{project.COMMAND}_{version}_amd64.deb"
    if not package.exists():
        raise project.Stop("The package is missing. Make it first: python3 build/make.py deb")
    if os.geteuid() != 0:
        raise project.Stop("A clean system is made as root: sudo python3 build/make.py installed deb")
    begin = time.monotonic()
    trial = Trial(project.WORK / "installed" / "deb", chosen.cache)
    try_bare(trial, package)
    older = deb.build(python, OLDER, trial.folder, quick=True)
    trial.ok(f"an older package is made, {older.name}")
    try_desktop(trial, older, package, version)
    for name in SYSTEMS:
        shutil.rmtree(trial.folder / name)
    print(f"All of it held, in {time.monotonic() - begin:.0f} s. Pictures: {trial.folder}", flush=True)
    return 0


def try_bare(trial: Trial, package: Path) -> None:
    """Install into a system with nothing more than apt, check there without a network, purge."""
    system = chroot.fresh(trial.cache, trial.folder / SYSTEMS[0], trial.log)
    trial.ok("a clean minimal Debian 12")
    before = record(system)
    install(trial, system, package, before)
    missing = system.do(["sh", "-c", _LINKED])
    if missing:
        raise project.Stop(f"Libraries that the package does not ask for:\n{missing}")
    trial.ok("every library that it is linked to is there")
    self_check(trial, system, network=False)
    remove(trial, system, before)


def try_desktop(trial: Trial, older: Path, package: Path, version: str) -> None:
    """Install an older package on a small desktop, work, upgrade, open the window and a file, purge."""
    system = chroot.fresh(trial.cache, trial.folder / SYSTEMS[1], trial.log, chroot.DESKTOP)
    trial.ok("a clean Debian 12 with a small desktop")
    before = record(system)
    install(trial, system, older, before)
    scores = work(trial, system)
    upgrade(trial, system, package, version, scores)
    self_check(trial, system, network=True)
    see(trial, system, "start", project.NAME, [project.COMMAND])
    open_by_type(trial, system)
    kept = traces.record(system.root / HOME[1:], {})
    remove(trial, system, before)
    expect(traces.differences(kept, traces.record(system.root / HOME[1:], {})), "The user's files")
    trial.ok(f"the user's {len(kept)} files and folders are untouched")


def record(system: Chroot) -> Before:
    """Note the files and packages of a system."""
    return Before(traces.record(system.root), system.packages())


def install(trial: Trial, system: Chroot, package: Path, before: Before) -> None:
    """Install a package with apt alone."""
    shutil.copy(package, system.root / "var" / "cache")
    system.apt("install", f"/var/cache/{package.name}")
    new = len(system.packages()) - len(before.packages) - 1
    trial.ok(f"{package.name} is installed with apt alone, and {new} packages that it asks for")


def work(trial: Trial, system: Chroot) -> str:
    """Make a scheme and fill something as an ordinary user; return its scores."""
    system.do(["mkdir", "-p", str(Path(SCHEME).parent)], user=True)
    system.do([project.COMMAND, "practice", SCHEME], user=True)
    system.do(["sh", "-c", "cat > answers.json"], user=True, text=json.dumps(ANSWERS))
    system.do([project.COMMAND, "fill", SCHEME, "answers.json"], user=True)
    scores = system.do([project.COMMAND, "score", "--json", SCHEME], user=True)
    trial.ok(f"a user made a scheme and filled it; {json.loads(scores)['overall']['points']} points")
    return scores


def upgrade(trial: Trial, system: Chroot, package: Path, version: str, scores: str) -> None:
    """Upgrade; raise Stop where the scheme file or its scores are not what they were."""
    scheme = system.root / SCHEME[1:]
    held = scheme.read_bytes()
    shutil.copy(package, system.root / "var" / "cache")
    system.apt("install", f"/var/cache/{package.name}")
    now = system.do(["dpkg-query", "-W", "-f", "${Version}", project.COMMAND])
    said = system.do([project.COMMAND, "--version"], user=True).split()[-1]
    if (now, said) != (version, version):
        raise project.Stop(f"After the upgrade, dpkg says {now} and the program says {said}, not {version}.")
    if scheme.read_bytes() != held:
        raise project.Stop("The upgrade changed the scheme file.")
    if system.do([project.COMMAND, "score", "--json", SCHEME], user=True) != scores:
        raise project.Stop("After the upgrade, the scheme has other scores.")
    trial.ok(f"upgraded from {OLDER} to {version}; the scheme file has the same bytes and the same scores")


def self_check(trial: Trial, system: Chroot, *, network: bool) -> None:
    """Let the installed program check itself as the ordinary user."""
    system.do([project.COMMAND, "--self-check", "self-check"], user=True, network=network)
    found = system.root / HOME[1:] / "self-check"
    pictures = len(list(found.glob("*.png")))
    if not (found / "report.txt").exists() or not pictures:
        raise project.Stop(f"The self-check left no report or no pictures in {found}.")
    where = "" if network else " in a namespace without a network"
    trial.ok(f"the program checked itself as a user{where}: report and {pictures} pictures")


def open_by_type(trial: Trial, system: Chroot) -> None:
    """Let the system name the type of a scheme file and open it with what is registered for it."""
    system.do(["cp", SCHEME, "no ending"], user=True)
    for path in (SCHEME, "no ending"):
        shown = system.do(["gio", "info", "-a", "standard::content-type", path], user=True)
        if f"content-type: {MIME}\n" not in shown:
            raise project.Stop(f"A scheme file is not of type {MIME}:\n{shown}")
    opener = system.do(["gio", "mime", MIME], user=True).splitlines()[0]
    if not opener.endswith(": iomsa.desktop"):
        raise project.Stop(f"Scheme files are not opened by the program: {opener}")
    trial.ok(f"a scheme file is of type {MIME}, with its ending and without, and the program opens it")
    see(trial, system, "opened", f"{TITLE}.* - {project.NAME}", ["gio", "open", SCHEME])


def see(trial: Trial, system: Chroot, name: str, title: str, command: Sequence[str]) -> None:
    """Run a command under Xvfb, wait for the window with this title, keep its picture, close it.

    Without a network, also because screens of other programs on this machine can then not be met.
    """
    script = SCREEN.read_text(encoding="utf-8")
    inside = ["timeout", "120", "sh", "-s", title, f"{name}.png", *command]
    said = system.do(inside, user=True, network=False, text=script)
    picture = system.root / HOME[1:] / f"{name}.png"
    kept = trial.folder / picture.name
    shutil.move(picture, kept)
    if kept.stat().st_size < _BLANK:
        raise project.Stop(f"The window shows next to nothing: {kept}")
    told = next(line for line in said.splitlines() if line.startswith("_NET_WM_NAME"))
    trial.ok(f"window {told.partition(' = ')[2]} after `{' '.join(command)}`; picture {kept.name}")


def remove(trial: Trial, system: Chroot, before: Before) -> None:
    """Purge with all that came with it; raise Stop where anything is not as it was."""
    system.apt("purge", project.COMMAND)
    system.apt("autoremove", "--purge")
    after = record(system)
    expect(sorted(set(before.packages) ^ set(after.packages)), "The list of packages")
    expect(traces.differences(before.files, after.files), "The system's files")
    trial.ok(f"purged: {len(after.files)} files and {len(after.packages)} packages, all as before")


def expect(differences: list[str], what: str) -> None:
    """Raise Stop with the first differences, where there are any."""
    if differences:
        raise project.Stop("\n".join([f"{what} should be as before ({len(differences)} differ):", *differences[:20]]))


_BLANK = 8_000
"""Bytes: a screen of one colour and an empty window takes less as PNG."""
_LINKED = """\
LD_LIBRARY_PATH=/usr/lib/iomsa/_internal
export LD_LIBRARY_PATH
find /usr/lib/iomsa -name '*.so*' -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u
"""
