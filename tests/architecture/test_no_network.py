"""The program opens no socket: Python's own audit events and the system calls of a whole self-check say so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOOK = """
import os, sys

def note(event, arguments):
    if event.startswith("socket."):
        line = f"{event} {arguments}\\n".encode()
        seen = os.open(os.environ["SOCKETS_SEEN"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(seen, line)
        os.close(seen)

sys.addaudithook(note)
"""
SELF_CHECK = ("-m", "iomsa_desktop.main", "--self-check")


def watched(folder: Path, *arguments: str, given: Path = Path(os.devnull)) -> str:
    """Run Python with the hook in it and in each Python that it starts without -I; return the socket events."""
    hooks, seen = folder / "hooks", folder / "sockets seen"
    hooks.mkdir(parents=True)
    (hooks / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    inside = {**os.environ, "PYTHONPATH": str(hooks), "SOCKETS_SEEN": str(seen), "QT_QPA_PLATFORM": "offscreen"}
    with given.open("rb") as stdin:
        done = subprocess.run([sys.executable, *arguments], stdin=stdin, env=inside, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return seen.read_text(encoding="utf-8") if seen.exists() else ""


def test_the_main_job_makes_no_socket_call(tmp_path: Path) -> None:
    assert watched(tmp_path, *SELF_CHECK, str(tmp_path / "checked")) == ""
    books = list((tmp_path / "checked").glob("*.xlsx"))
    assert len(books) == 1
    assert watched(tmp_path / "reader", "-m", "iomsa.returns.child", given=books[0]) == ""


@pytest.mark.parametrize(
    "source",
    [
        "import socket; socket.socket().close()",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket().close()'])",
    ],
)
def test_a_socket_call_is_seen(tmp_path: Path, source: str) -> None:
    assert "socket.__new__" in watched(tmp_path, "-c", source)


@pytest.mark.needs("strace")
def test_the_main_job_opens_no_internet_socket(tmp_path: Path) -> None:
    log = traced(tmp_path, *SELF_CHECK, str(tmp_path / "checked"))
    assert "AF_INET" not in log
    assert log.count("+++ exited with 0 +++") > 1


@pytest.mark.needs("strace")
def test_an_internet_socket_is_seen(tmp_path: Path) -> None:
    assert "AF_INET" in traced(tmp_path, "-c", "import socket; socket.socket().close()")


def traced(folder: Path, *arguments: str) -> str:
    """Run Python under strace; return every system call about networks of it and of all that it starts."""
    log = folder / "strace.log"
    command = ["strace", "-f", "-e", "trace=network", "-o", str(log), sys.executable, *arguments]
    inside = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=inside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return log.read_text(encoding="utf-8")
