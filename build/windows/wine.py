"""Wine in a Debian chroot, as the Windows that installers are tried on; where it differs from one is said here."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from project import Stop
from windows.machine import Machine, Places
from windows.room import Room

_STUB_SAYS = "iomsa-stub.txt"
_REGISTRIES = ("system.reg", "user.reg")
_KEPT = (
    "file windows/Installer",
    r"key system.reg Software\Classes\Installer",
    r"key system.reg Software\Classes\Installer\Features",
    r"key system.reg Software\Classes\Installer\Products",
    r"key system.reg Software\Classes\Installer\UpgradeCodes",
    r"key system.reg Software\Microsoft\Windows\CurrentVersion\Installer\UpgradeCodes",
    r"key system.reg Software\Microsoft\Windows\CurrentVersion\Installer\UserData\S-1-5-18\Components",
    r"key system.reg Software\Microsoft\Windows\CurrentVersion\Installer\UserData\S-1-5-18\Products",
    "file users/root/AppData/Local/Programs",
    "file users/root/AppData/Local/Temp/~nsu1.tmp",
    r"key user.reg Software\Classes",
    r"key user.reg Software\Microsoft\Windows\CurrentVersion\Uninstall",
)
"""Empty folders and keys that every Windows has or keeps, made by the first installer of a new prefix."""

_CHANGES = "DriverDateData"
"""A value that Wine writes anew each time that it starts."""

_START = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"


class Wine(Machine):
    """A new Wine prefix with a screen of its own; use it in a `with`."""

    is_signed = True
    # Wine 10 does not join HKEY_CURRENT_USER\Software\Classes into what a double-click looks at.
    opens_for_user = False
    self_check = "the stub in the program's place starts"

    def __init__(self, room: Room, work: Path, certificate: Path) -> None:
        self._room, self._certificate = room, certificate
        self._prefix = work / "prefix"
        self._home = work / "home"
        self._screen: subprocess.Popen[str] | None = None
        self._environment: dict[str, str] = {}
        user = self._drive / "users" / "root"
        self.places = Places(
            programs=self._drive / "Program Files",
            local=user / "AppData" / "Local",
            documents=user / "Documents",
            # Wine puts what is for all users there, too.
            menus=(self._drive / "ProgramData" / _START.split("/", 2)[2], user / _START),
        )
        self.described = ""

    @property
    def display(self) -> str:
        """The X display that it draws on."""
        return self._environment["DISPLAY"]

    def __enter__(self) -> Wine:
        """Start the screen and make the prefix."""
        self._room.need("wine", "wineserver", "wineboot", "Xvfb", "osslsigncode")
        self._home.mkdir()
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"]
        words = self._room.words(command)
        screen = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._screen = screen
        number = screen.stdout.readline().strip() if screen.stdout else ""
        if not number:
            raise Stop("Xvfb did not start; try it by hand in the chroot.")
        self._environment = {
            "HOME": self._room.inside(self._home),
            "WINEPREFIX": self._room.inside(self._prefix),
            "WINEDEBUG": "-all",
            # No .NET, no browser, and no menu entries outside the prefix.
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
            "DISPLAY": f":{number}",
        }
        self.described = self._room.do(["wine", "--version"], env=self._environment).strip() + " on Linux"
        self._room.do(["wineboot", "-i"], env=self._environment)
        self._settle()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything that runs in the prefix, and the screen."""
        self.end_all()
        if self._screen is not None:
            self._screen.terminate()
            self._screen.wait()

    @property
    def _drive(self) -> Path:
        return self._prefix / "drive_c"

    @property
    def _says(self) -> Path:
        return self.places.local / "Temp" / _STUB_SAYS

    def name(self, path: Path) -> str:
        """Give the name that a file has on this Windows."""
        if path.is_relative_to(self._drive):
            return "C:\\" + str(path.relative_to(self._drive)).replace("/", "\\")
        return "Z:" + self._room.inside(path).replace("/", "\\")

    def run(self, command: Sequence[str | Path], and_children: bool = False) -> int:
        """Run a program to its end, or to that of its children, too; return its exit code."""
        code = self._room.run(["wine", *self._named(command)], env=self._environment).returncode
        if and_children:
            self._settle()
        return code

    def read(self, command: Sequence[str]) -> str:
        """Run a console program; return what it prints."""
        return self._room.run(["wine", *command], env=self._environment).stdout

    def start(self, command: Sequence[str | Path]) -> subprocess.Popen[str]:
        """Start a program and go on; its standard input and output are pipes."""
        words = self._room.words(["wine", *self._named(command)], env=self._environment)
        return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def end_all(self) -> None:
        """End every program of the prefix."""
        self._room.run(["wineserver", "-k"], env=self._environment)

    def open_file(self, path: Path) -> str:
        """Open a file as a double-click does; return the command line of the stub that opened."""
        self._says.unlink(missing_ok=True)
        self.run(["start", "/wait", path])
        return self._says.read_text(encoding="utf-8") if self._says.exists() else "nothing opened"

    @contextmanager
    def running(self, program: Path) -> Iterator[None]:
        """Hold the stub open inside a `with`: it runs until its standard input ends."""
        held = self.start([program, "--hold"])
        try:
            line = held.stdout.readline() if held.stdout else ""
            if line.strip() != "open":
                raise Stop(f"{program.name} did not say that it is open.")
            yield
        finally:
            if held.stdin:
                held.stdin.close()
            held.wait(60)

    def signature_holds(self, path: Path) -> bool:
        """Tell whether a file is signed with the certificate of this run and unchanged since."""
        return self._room.run(["osslsigncode", "verify", "-CAfile", self._certificate, "-in", path]).returncode == 0

    def traces(self) -> set[str]:
        """List every file of the drive and every registry value."""
        self._settle()
        self._says.unlink(missing_ok=True)
        found = {f"file {path.relative_to(self._drive)}" for path in self._drive.rglob("*")}
        for name in _REGISTRIES:
            key = ""
            for line in (self._prefix / name).read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("["):
                    key = line[1 : line.rindex("]")].replace("\\\\", "\\")
                    found.add(f"key {name} {key}")
                elif line.startswith(('"', "@")) and _CHANGES not in line:
                    found.add(f"value {name} {key} {line}")
        return found - set(_KEPT)

    def code(self, code: int) -> int:
        """Give what is left of an exit code on Linux: its last eight bits."""
        return code & 0xFF

    def _named(self, command: Sequence[str | Path]) -> list[str]:
        return [self.name(word) if isinstance(word, Path) else word for word in command]

    def _settle(self) -> None:
        """Wait until every process of the prefix has ended; then its registry is on the disk."""
        self._room.do(["wineserver", "-w"], env=self._environment)
