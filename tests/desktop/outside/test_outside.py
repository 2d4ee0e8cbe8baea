"""The main job from outside, over AT-SPI, by role and name alone; and again with the keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.builders import iom

from iomsa.cli import main as verb

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def drive(home: Path, client: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a client against the program in a home of its own."""
    command = ["sh", str(HERE / "session.sh"), sys.executable, f"tests.desktop.outside.{client}", *arguments]
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24 -noreset", "dbus-run-session", "--"]
    outside = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_RUNTIME_DIR": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    return subprocess.run(
        [*screen, *command], env=outside, capture_output=True, text=True, timeout=280, check=False, cwd=ROOT
    )


@pytest.mark.needs("xvfb", "openbox", "dbus-daemon", "at-spi2-core")
@pytest.mark.parametrize("client", ["client", "keys"])
def test_a_scheme_is_made_a_standard_answered_and_the_return_written(tmp_path: Path, client: str) -> None:
    (tmp_path / "Documents").mkdir()
    tmp_path.chmod(0o700)
    prompts = [prompt.id for prompt in iom().standards[0].prompts]
    done = drive(tmp_path, client, "Outside scheme", ",".join(prompts))
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-2000:]}"
    books = list(tmp_path.rglob("IOM-SA_*.xlsx"))
    assert len(books) == 1
    assert verb(["verify", str(books[0])]) == 0
