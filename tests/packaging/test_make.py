"""What build/make.py decides, without running anything."""

import subprocess
import sys
from pathlib import Path

import pytest

import environment
import make
import project
import system


def test_without_a_screen_the_app_checks_itself() -> None:
    assert make.app_command([], screen=True) == ["-m", "iomsa_desktop.main", "--practice"]
    assert make.app_command([], screen=False) == ["-m", "iomsa_desktop.main", "--self-check", "self-check"]
    assert make.app_command(["a.iomsa"], screen=False) == ["-m", "iomsa_desktop.main", "a.iomsa"]


@pytest.mark.parametrize("verb", ["test", "proof", "bench"])
def test_what_is_asked_of_pytest_comes_last(verb: str) -> None:
    command = make.pytest_command(verb, ["-k", "scoring"])
    assert command[:2] == ["-m", "pytest"]
    assert command[-2:] == ["-k", "scoring"]


def test_only_proofs_take_long() -> None:
    assert make.test_environment("proof", {})["IOMSA_PROOF"] == "1"
    assert "IOMSA_PROOF" not in make.test_environment("test", {})


def test_no_screen_is_used_unless_one_is_asked_for() -> None:
    assert make.test_environment("test", {})["QT_QPA_PLATFORM"] == "offscreen"
    assert make.test_environment("test", {"QT_QPA_PLATFORM": "xcb"})["QT_QPA_PLATFORM"] == "xcb"


def test_an_unknown_verb_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert make.main(["tset"]) == 2
    assert make.main([]) == 2
    assert make.main(["--help"]) == 0
    assert capsys.readouterr().out.count("run [arguments of the app]") == 3


def test_the_interpreter_lies_where_the_platform_puts_it() -> None:
    venv = Path("project") / ".venv"
    assert environment.python_in(venv, windows=False).parts[-2:] == ("bin", "python")
    assert environment.python_in(venv, windows=True).parts[-2:] == ("Scripts", "python.exe")


def test_an_environment_is_whole_only_with_its_own_stamp(tmp_path: Path) -> None:
    stamp = environment.stamp_text(b"lock", tmp_path)
    interpreter = environment.python_in(tmp_path)
    interpreter.parent.mkdir()
    interpreter.touch()
    assert not environment.is_whole(tmp_path, stamp), "interrupted: no stamp yet"
    (tmp_path / "iomsa-stamp").write_text(stamp, encoding="utf-8")
    assert environment.is_whole(tmp_path, stamp)
    assert not environment.is_whole(tmp_path, environment.stamp_text(b"newer lock", tmp_path))
    assert not environment.is_whole(tmp_path, environment.stamp_text(b"lock", tmp_path / "elsewhere"))
    interpreter.unlink()
    assert not environment.is_whole(tmp_path, stamp), "its Python was removed"


def test_packages_come_in_the_order_of_the_table_and_once() -> None:
    assert system.packages_of(["strace", "dbus-daemon", "strace"]) == ["dbus-daemon", "strace"]
    assert system.install_line(["strace"]) == "sudo apt-get install --no-install-recommends strace"


def test_a_part_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        system.is_there("libreoffice-clac")


def test_a_screen_is_what_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not system.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system.has_screen()


def test_the_date_of_a_build_is_given_or_that_of_the_last_commit() -> None:
    assert project.epoch({"SOURCE_DATE_EPOCH": "1700000000"}) == 1_700_000_000
    written = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=project.ROOT, capture_output=True, check=True)
    assert project.epoch({}) == int(written.stdout)
    assert project.steady({"SOURCE_DATE_EPOCH": "5"}) == {"SOURCE_DATE_EPOCH": "5", "PYTHONHASHSEED": "0"}


def test_a_step_that_fails_says_which(tmp_path: Path) -> None:
    with pytest.raises(project.Stop, match=r"-c .* ended with 3; the lines above say why\."):
        project.do([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(project.Stop, match=r"no-such-program can't be started \(No such file or directory\)"):
        project.do(["no-such-program"])
    with pytest.raises(project.Stop, match=r"Make it first: python3 build/make\.py freeze"):
        project.need_frozen(tmp_path)
