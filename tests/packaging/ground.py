"""An installed frozen app that may not be written, and a user without rights who runs it; root writes anywhere."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from tests.packaging.screen import Screen

from iomsa.cli import main as verb

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
IS_ROOT = os.geteuid() == 0
WHO: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": ()} if IS_ROOT else {}
BARE = {"PATH": "/usr/bin:/bin"}
"""All that a user's programs are told of the world; no home, no language."""


class Ground(NamedTuple):
    """Name the installed program, which may not be written, and a folder that may be written by all."""

    program: Path
    folder: Path

    def run(
        self, *arguments: str | Path, before: Sequence[str | Path] = (), env: Mapping[str, str] = BARE
    ) -> subprocess.CompletedProcess[str]:
        """Run the program as a user without rights, to its end."""
        return subprocess.run(
            [*before, self.program, *arguments],
            env=dict(env),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=280,
            check=False,
            cwd="/",
            **WHO,
        )

    def home(self, name: str, rights: int = 0o777) -> dict[str, str]:
        """Make a home with these rights; return the environment of a user who lives there."""
        home = self.folder / "home" / name
        home.mkdir(parents=True)
        home.chmod(rights)
        temporary = self.folder / "temporary"
        temporary.mkdir(exist_ok=True)
        temporary.chmod(0o777)
        return {**BARE, "HOME": str(home), "USER": name, "LC_ALL": "C.UTF-8", "TMPDIR": str(temporary)}

    def scheme(self, *folders: str, rights: int = 0o777) -> Path:
        """Make the practice scheme in a folder with these rights."""
        path = self.folder.joinpath(*folders) / "Zoë’s – scheme.iomsa"
        path.parent.mkdir(parents=True)
        assert verb(["practice", str(path)]) == 0
        path.chmod(0o666)
        path.parent.chmod(rights)
        return path


@contextmanager
def installed_for_all(frozen: Path) -> Iterator[Path]:
    """Install the frozen app read-only, in a folder whose name is not of this country; give the program."""
    place = Path(tempfile.mkdtemp(prefix="iomsa-installed-"))
    place.chmod(0o755)
    target = place / "Programme für Zoë 程序" / "iomsa"
    shutil.copytree(frozen, target, symlinks=True)
    for path in (target.parent, target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444)
    try:
        yield target / "iomsa"
    finally:
        take_away(place)


@contextmanager
def ground_for_all(program: Path) -> Iterator[Ground]:
    """Give a folder that everybody may enter and write; pytest's own belong to one user."""
    folder = Path(tempfile.mkdtemp(prefix="iomsa-test-"))
    folder.chmod(0o777)
    try:
        yield Ground(program, folder)
    finally:
        take_away(folder)


def take_away(folder: Path) -> None:
    """Remove a folder in which some may not be written."""
    for each, _, _ in os.walk(folder):
        Path(each).chmod(0o777)
    shutil.rmtree(folder)


@contextmanager
def window(
    ground: Ground, screen: Screen, *arguments: str | Path, env: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Run the program with a window on this screen until the end of the `with`; it has to be alive then."""
    outside = {**env, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
    said = subprocess.DEVNULL
    program = subprocess.Popen([ground.program, *arguments], env=outside, stdout=said, stderr=said, cwd="/", **WHO)
    try:
        yield program
        assert program.poll() is None
    finally:
        program.kill()
        program.wait()


SAID = "said: "
READ = """
programs=
for path in "$@"; do "$PROGRAM" ${path:+"$path"} > /dev/null & programs="$programs $!"; done
/usr/bin/python3 -W ignore -m tests.packaging.said "$WORDS"; result=$?
kill $programs
exit $result
"""


def read(ground: Ground, screen: Screen, words: str, *files: Path, env: Mapping[str, str]) -> str:
    """Open each file in a window; wait for these words in any of them, and return the text that they stand in."""
    runtime = ground.folder / "runtime"
    runtime.mkdir(mode=0o700)
    if IS_ROOT:
        os.chown(runtime, NOBODY, NOBODY)
    outside = {
        **env,
        "DISPLAY": screen.name,
        "PROGRAM": str(ground.program),
        "WORDS": words,
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    command = ["dbus-run-session", "--", "sh", "-c", READ, "sh", *(map(str, files) if files else ("",))]
    said = complained = subprocess.PIPE
    with subprocess.Popen(
        command, env=outside, stdout=said, stderr=complained, cwd=ROOT, start_new_session=True, **WHO
    ) as reader:
        try:
            text, trouble = (each.decode() for each in reader.communicate(timeout=280))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(reader.pid, signal.SIGKILL)
    assert reader.returncode == 0, text + trouble
    return str(text).partition(SAID)[2]
