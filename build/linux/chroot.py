"""A clean minimal Debian in a folder, entered so that nothing stays mounted or running behind."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import project

SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
TOOLS = "sudo apt-get install --no-install-recommends debootstrap debian-archive-keyring"
DESKTOP = (
    "desktop-file-utils",
    "libglib2.0-bin",
    "openbox",
    "scrot",
    "x11-utils",
    "xauth",
    "xdotool",
    "xvfb",
)
"""A screen, windows with titles, and what a desktop opens files with."""
USER = "lead"
HOME = f"/home/{USER}"
_LOGIN = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": HOME, "USER": USER, "LANG": "C.UTF-8"}
_ROOT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}
_ENTER = """\
set -e
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
exec "$@"
"""
"""Runs as the first process of namespaces of its own: when it ends, its mounts and all it started are gone."""


class Chroot(NamedTuple):
    """Hold the folder of a system and the file that takes down what its programs say."""

    root: Path
    log: Path

    def do(self, command: Sequence[str], *, user: bool = False, network: bool = True, text: str = "") -> str:
        """Run a command in it, as root or as the ordinary user, and return what it printed.

        `text` goes to its standard input. Raise Stop where it fails.
        """
        spaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        who = ["--userspec=1000:1000"] if user else []
        login = [f"{name}={value}" for name, value in (_LOGIN if user else {**_ROOT, **_proxies()}).items()]
        inside = ["chroot", *who, str(self.root), "/usr/bin/env", "-i", "-C", HOME if user else "/", *login, *command]
        done = subprocess.run(
            ["unshare", *spaces, "sh", "-c", _ENTER, "sh", str(self.root), *inside],
            input=text,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"\n$ {' '.join(command)}\n{done.stdout}{done.stderr}[{done.returncode}]\n")
        if done.returncode:
            last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])
            raise project.Stop(f"{last}\n{' '.join(command)[:80]} ended with {done.returncode}; all of it: {self.log}")
        return done.stdout

    def apt(self, *arguments: str) -> None:
        """Let apt alone do something, asking nothing and taking only what is needed."""
        self.do(["apt-get", "-y", "-q", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", *arguments])

    def packages(self) -> list[str]:
        """List the packages of the system with their versions and states."""
        return sorted(self.do(["dpkg-query", "-W", "-f", "${Package} ${Version} ${db:Status-Abbrev}\n"]).splitlines())


def fresh(cache: Path, root: Path, log: Path, extra: Sequence[str] = ()) -> Chroot:
    """Make a system with an ordinary user and `extra` packages in `root`, from `cache` where it was made before."""
    kept = cache / f"{SUITE}-{'desktop' if extra else 'bare'}.tar"
    inside = Chroot(root, log)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    if kept.exists():
        project.do(["tar", "-C", root, "--numeric-owner", "-xpf", kept])
    else:
        if extra:
            fresh(cache, root, log)
        else:
            _bootstrap(inside)
        if extra:
            inside.apt("update")
            inside.apt("install", *extra)
            inside.apt("clean")
        unfinished = kept.with_suffix(".part")
        project.do(["tar", "-C", root, "--numeric-owner", "-cpf", unfinished, "."])
        unfinished.rename(kept)
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    inside.apt("update")
    return inside


def _bootstrap(inside: Chroot) -> None:
    if shutil.which("debootstrap") is None or not KEYS.exists():
        raise project.Stop(f"debootstrap or Debian's keys are missing. This line installs them: {TOOLS}")
    command = ["debootstrap", "--variant=minbase", f"--keyring={KEYS}", SUITE, str(inside.root), MIRROR]
    with inside.log.open("a", encoding="utf-8") as log:
        done = subprocess.run(command, stdout=log, stderr=log, check=False)
    if done.returncode:
        raise project.Stop(f"debootstrap ended with {done.returncode}; all it said: {inside.log}")
    starter = inside.root / "usr" / "sbin" / "policy-rc.d"
    starter.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
    starter.chmod(0o755)
    shutil.copyfile("/etc/resolv.conf", inside.root / "etc" / "resolv.conf")
    inside.do(["useradd", "--create-home", "--uid", "1000", USER])


def _proxies() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.lower() in {"http_proxy", "https_proxy"}}
