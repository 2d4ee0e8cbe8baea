"""The frozen app where little is allowed: no network, no home, nothing to be written, odd names, any screen."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.packaging.ground import BARE, IS_ROOT, NOBODY, Ground, ground_for_all, installed_for_all, read, window
from tests.packaging.screen import Box, Screen, box, sharp, wait_until

pytestmark = pytest.mark.frozen


@pytest.fixture(scope="module")
def installed(frozen: Path) -> Iterator[Path]:
    with installed_for_all(frozen) as program:
        yield program


@pytest.fixture
def ground(installed: Path) -> Iterator[Ground]:
    with ground_for_all(installed) as ground:
        yield ground


def held(done: subprocess.CompletedProcess[str], folder: Path) -> str:
    """Demand that a self-check held; return its report."""
    assert done.returncode == 0, done.stdout + done.stderr
    text = (folder / "report.txt").read_text(encoding="utf-8")
    assert text.endswith("\nEverything held.\n")
    return text


def test_without_a_network(ground: Ground) -> None:
    """In a namespace of its own there is one network card, which leads to itself."""
    apart = ["unshare", "--net"] if IS_ROOT else ["unshare", "--map-root-user", "--net"]
    inside = ["sh", "-c", 'grep -c : /proc/net/dev && exec "$@"', "sh"]
    as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if IS_ROOT else []
    folder = ground.folder / "checked"
    command = [*apart, *inside, *as_nobody, str(ground.program), "--self-check", str(folder)]
    done = subprocess.run(command, env=BARE, capture_output=True, text=True, timeout=280, check=False)
    assert done.stdout.splitlines()[0] == "1", done.stderr
    held(done, folder)


def test_nothing_is_written_into_the_folder_of_the_program(ground: Ground) -> None:
    def files() -> dict[str, tuple[int, float]]:
        return {str(each): (each.lstat().st_size, each.lstat().st_mtime) for each in ground.program.parent.rglob("*")}

    before = files()
    held(ground.run("--self-check", ground.folder / "checked"), ground.folder / "checked")
    assert files() == before
    assert not any("__pycache__" in path for path in before)


def test_without_a_home_and_without_a_language(ground: Ground) -> None:
    folder = ground.folder / "Prüfung – ’Zoë’ 検査"
    done = ground.run("--self-check", folder, env={})
    assert "Traceback" not in done.stderr
    assert "frozen" in held(done, folder)
    assert str(folder) in done.stdout


def test_with_names_that_are_not_of_this_country(ground: Ground) -> None:
    env = ground.home("Zoë Ødegård")
    path = ground.scheme("Ünïcode 方案")
    for language in ("C", "POSIX", "C.UTF-8", "xx_XX.ISO-8859-1"):
        done = ground.run("score", path, env={**env, "LC_ALL": language})
        assert (done.returncode, done.stderr) == (0, "")
    done = ground.run("practice", path, env={**env, "LC_ALL": "C"})
    assert (done.returncode, "Zoë" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    books = path.parent / "Rückgabe"
    books.mkdir(mode=0o777)
    books.chmod(0o777)
    done = ground.run("return", path, "-o", books, env={**env, "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    assert ground.run("verify", next(books.iterdir()), env=env).returncode == 0


def test_where_a_folder_can_not_be_written_one_sentence_says_so(ground: Ground) -> None:
    shut = ground.folder / "shut"
    shut.mkdir()
    shut.chmod(0o555)
    tries: tuple[tuple[str | Path, ...], ...] = (
        ("practice", shut / "a.iomsa"),
        ("new", shut / "a.iomsa", "--scheme", "A", "--period", "2025-26"),
        ("return", ground.scheme("own"), "-o", shut),
        ("--self-check", shut / "checked"),
    )
    for arguments in tries:
        done = ground.run(*arguments)
        said = (done.stdout + done.stderr).splitlines()
        assert (done.returncode, len(said)) == (1, 1), said
        assert str(shut) in said[0]
        assert any(advice in said[0] for advice in ("hoose another", "Name another")), said
    assert list(shut.iterdir()) == []


@pytest.mark.needs("xvfb")
@pytest.mark.parametrize(
    ("width", "height", "factor", "expected"),
    [
        (1024, 768, "1", Box(0, 0, 1008, 720)),
        (3840, 2160, "1", Box(0, 0, 1280, 800)),
        (3840, 2160, "2", Box(0, 0, 2560, 1600)),
        (1366, 768, "1.5", Box(0, 0, 1343, 696)),
    ],
    ids=["1024x768", "4K", "4K at 200 %", "1366x768 at 150 %"],
)
def test_the_window_keeps_to_the_screen_and_is_sharp(
    ground: Ground, tmp_path: Path, width: int, height: int, factor: str, expected: Box
) -> None:
    path = ground.scheme("read only", rights=0o555)
    env = {**ground.home("Zoë"), "QT_SCALE_FACTOR": factor}
    with Screen(tmp_path, width, height) as screen, window(ground, screen, path, env=env):
        screen.wait_for(lambda rows: box(rows) == expected and sharp(rows) > 2000, f"a sharp window at {expected}")


@pytest.mark.needs("xvfb")
def test_a_file_that_is_opened_by_its_name_is_locked_while_it_is_open(ground: Ground, tmp_path: Path) -> None:
    path = ground.scheme("Ünïcode 方案")
    lock = path.with_name(f"{path.name}.lock")
    with Screen(tmp_path, 1024, 768) as screen, window(ground, screen, path, env=ground.home("Zoë")):
        wait_until(lock.exists, "the lock")
        second = ground.run("fill", path, os.devnull, env=BARE)
        assert second.returncode == 1


@pytest.mark.needs("xvfb", "dbus-daemon", "at-spi2-core")
def test_a_home_that_can_not_be_written_is_said(ground: Ground, tmp_path: Path) -> None:
    env = ground.home("Zoë", rights=0o555)
    with Screen(tmp_path, 1024, 768) as screen:
        said = read(ground, screen, "can't be written, so the text size", env=env)
    assert said.startswith(f"{env['HOME']}/.config/IOM Self-Assessment can't be written")


@pytest.mark.needs("xvfb", "dbus-daemon", "at-spi2-core")
def test_a_file_in_a_read_only_folder_says_what_to_do(ground: Ground, tmp_path: Path) -> None:
    path = ground.scheme("read only", rights=0o555)
    with Screen(tmp_path, 1024, 768) as screen:
        said = read(ground, screen, "Read-only: ", path, env=ground.home("Zoë"))
    assert "its folder is read-only. To work on it, copy it to a folder of your own" in said


@pytest.mark.needs("xvfb", "dbus-daemon", "at-spi2-core")
def test_an_attachment_that_is_opened_is_called_a_temporary_copy(ground: Ground, tmp_path: Path) -> None:
    path = ground.scheme("temporary", "attachments")
    with Screen(tmp_path, 1024, 768) as screen:
        said = read(ground, screen, "Save it to a folder of your own first", path, env=ground.home("Zoë"))
    assert said.startswith("It was opened from an e-mail, an archive or a browser")


@pytest.mark.needs("xvfb", "dbus-daemon", "at-spi2-core")
def test_a_file_that_is_open_in_another_window_says_since_when(ground: Ground, tmp_path: Path) -> None:
    path = ground.scheme("own")
    with Screen(tmp_path, 1024, 768) as screen:
        said = read(ground, screen, "has this file open, since ", path, path, env=ground.home("Zoë"))
    assert said.startswith(f"Read-only: A window on this computer {os.uname().nodename} has this file open, since ")
    assert "close it there, then open it again" in said
