"""This Windows itself, as the machine that installers are tried on, by an administrator. Not run on Windows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from windows import product
from windows.machine import Machine, Places

_START = Path("Microsoft") / "Windows" / "Start Menu" / "Programs"

_UTF8 = "[Console]::OutputEncoding = [Text.Encoding]::UTF8"
# Waits for the children, too: an uninstaller goes on in a copy of itself.
_RUN = "$p = Start-Process -Wait -PassThru -FilePath $given[0] -ArgumentList $given[1]; exit $p.ExitCode"
_OPEN = """
Start-Process -FilePath $given[0]
for ($i = 0; $i -lt 120; $i++) {
  $found = Get-CimInstance Win32_Process -Filter "Name='PROGRAM'" | Select-Object -First 1
  if ($found) { $found.CommandLine; Stop-Process -Id $found.ProcessId -Force; exit 0 }
  Start-Sleep -Milliseconds 500
}
""".replace("PROGRAM", product.PROGRAM)
_SIGNATURE = "(Get-AuthenticodeSignature -LiteralPath $given[0]).Status"


class Native(Machine):
    """The Windows that this runs on."""

    opens_for_user = True
    self_check = "the installed program checks itself"

    def __init__(self, is_signed: bool) -> None:
        environment = os.environ
        home = Path(environment["USERPROFILE"])
        self.is_signed = is_signed
        self.described = "this Windows"
        self.places = Places(
            programs=Path(environment.get("ProgramW6432") or environment["ProgramFiles"]),
            local=Path(environment["LOCALAPPDATA"]),
            documents=home / "Documents",
            menus=(Path(environment["ProgramData"]) / _START, Path(environment["APPDATA"]) / _START),
        )

    def name(self, path: Path) -> str:
        """Give the name that a file has on this Windows."""
        return str(path)

    def run(self, command: Sequence[str | Path], and_children: bool = False) -> int:
        """Run a program to its end, which is always that of its children, too; return its exit code."""
        program, *arguments = (str(word) for word in command)
        line = subprocess.list2cmdline(arguments) or " "
        return subprocess.run(_powershell(_RUN, program, line), check=False).returncode

    def read(self, command: Sequence[str]) -> str:
        """Run a console program; return what it prints."""
        return subprocess.run(
            list(command), capture_output=True, encoding="utf-8", errors="replace", check=False
        ).stdout

    def open_file(self, path: Path) -> str:
        """Open a file as a double-click does; return the command line of the program that opened, and end it."""
        done = subprocess.run(
            _powershell(_OPEN, str(path)), capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        return done.stdout.strip() or "nothing opened"

    @contextmanager
    def running(self, program: Path) -> Iterator[None]:
        """Hold the program open inside a `with`."""
        held = subprocess.Popen([program])
        try:
            yield
        finally:
            held.kill()
            held.wait()

    def signature_holds(self, path: Path) -> bool:
        """Tell whether a file is signed by a publisher that this Windows trusts, and unchanged since."""
        done = subprocess.run(
            _powershell(_SIGNATURE, str(path)), capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        return done.stdout.strip() == "Valid"

    def traces(self) -> set[str]:
        """List nothing: a whole Windows changes by itself. The places that the installers write to are looked at."""
        return set()


def _powershell(script: str, *arguments: str) -> list[str]:
    quoted = ", ".join("'" + word.replace("'", "''") + "'" for word in arguments)
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", f"{_UTF8}; $given = @({quoted}); {script}"]
