"""Where the tools for Windows run: on this machine, or in a Debian chroot that holds them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from project import Stop

PACKAGES = ("nsis", "wixl", "msitools", "osslsigncode", "gcc-mingw-w64-x86-64-win32", "xvfb", "xauth")
WINE_PACKAGES = ("wine", "wine64", "wine32")
_SEARCHED = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_ON_WINDOWS = "It comes with WiX 5 (dotnet tool install --global wix --version 5.0.2), NSIS or the Windows SDK."
_SETTING = {"PATH": _SEARCHED, "HOME": "/root", "LC_ALL": "C.UTF-8"}


class Room(NamedTuple):
    """A place to run tools in; without a root it is this machine itself."""

    root: Path | None = None

    def inside(self, path: Path) -> str:
        """Give a path as the tools see it; raise Stop where they can't."""
        if self.root is None:
            return str(path)
        try:
            return "/" + path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError as error:
            raise Stop(f"{path} lies outside {self.root}, where the tools run. Put it inside.") from error

    def words(
        self, command: Sequence[str | Path], cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> list[str]:
        """Write a command as this machine has to start it; a Path in it is translated."""
        words = [self.inside(word) if isinstance(word, Path) else word for word in command]
        if self.root is None:
            return words
        setting = [f"{name}={value}" for name, value in {**_SETTING, **(env or {})}.items()]
        where = ["-C", self.inside(cwd)] if cwd else []
        return ["chroot", str(self.root), "/usr/bin/env", "-i", *where, *setting, *words]

    def run(
        self,
        command: Sequence[str | Path],
        cwd: Path | None = None,
        timeout: float = 600,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command; return its status and what it printed."""
        words = self.words(command, cwd, env)
        here = None if self.root else cwd
        inside = {**os.environ, **(env or {})}
        # Into a file: a pipe would stay open as long as a service that Wine started on the way.
        with tempfile.TemporaryFile() as told:
            try:
                done = subprocess.run(
                    words,
                    cwd=here,
                    env=inside,
                    timeout=timeout,
                    stdin=subprocess.DEVNULL,
                    stdout=told,
                    stderr=told,
                    check=False,
                )
            except OSError as error:
                raise Stop(f"{command[0]} can't be started ({error.strerror}). Install it and try again.") from error
            except subprocess.TimeoutExpired as error:
                raise Stop(f"{command[0]} was not done after {timeout:.0f} seconds.") from error
            told.seek(0)
            text = told.read().decode("utf-8", "replace")
        return subprocess.CompletedProcess(words, done.returncode, text)

    def do(self, command: Sequence[str | Path], cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
        """Run a command; return what it printed; raise Stop with the last lines of that where it fails."""
        done = self.run(command, cwd, env=env)
        if done.returncode:
            told = "\n".join(done.stdout.strip().splitlines()[-12:])
            raise Stop(f"{told}\n{command[0]} ended with {done.returncode}; the lines above say why.")
        return done.stdout

    def has(self, tool: str) -> bool:
        """Tell whether a tool is there."""
        if self.root is None:
            return shutil.which(tool) is not None
        return self.run(["sh", "-c", 'command -v "$0"', tool]).returncode == 0

    def need(self, *tools: str) -> None:
        """Raise Stop with what to install where one of these tools is missing."""
        missing = [tool for tool in tools if not self.has(tool)]
        if missing:
            where = f" in {self.root}" if self.root else ""
            line = f"apt-get install --no-install-recommends {' '.join(PACKAGES)}"
            how = _ON_WINDOWS if os.name == "nt" else f"This line installs it on Debian 13:\n  {line}"
            raise Stop(f"Missing{where}: {', '.join(missing)}. {how}")
