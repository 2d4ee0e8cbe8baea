"""The folders of whoever started the program: without HOME, without documents, and where nothing can be written."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from iomsa_desktop.folders import for_files, name_home
from iomsa_desktop.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
AS_NOBODY = """
import sys
from pathlib import Path
from iomsa_desktop.folders import for_files
from iomsa_desktop.settings import Settings
from tests.forms.store.unprivileged import drop_rights

drop_rights()
home = Path(sys.argv[1])
print(for_files(home / "ro", home / "own").name)
print(for_files(home / "ro" / "Documents", home / "own").name)
print(for_files(home / "own" / "Documents", home / "own").name)
print(for_files(home / "ro" / "Documents", home / "ro").name)
print(for_files(home / "shut" / "a" / "Documents", home / "own").name)
for folder in ("ro", "own", "shut"):
    settings = Settings(home / folder / "settings.ini")
    print(settings.problem.removeprefix(str(home)))
    settings.scale = 1.5
    print(settings.scale)
"""


def test_without_a_home_it_is_the_one_that_the_system_knows() -> None:
    nameless: tuple[dict[str, str], ...] = ({}, {"HOME": ""})
    for environment in nameless:
        name_home(environment)
        assert environment == {"HOME": pwd.getpwuid(os.getuid()).pw_dir}
    named = {"HOME": "/somewhere"}
    name_home(named)
    assert named == {"HOME": "/somewhere"}


def test_a_user_whom_the_system_does_not_know_stays_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    environment: dict[str, str] = {}
    name_home(environment)
    assert environment == {}


def test_files_go_to_the_documents_or_home(tmp_path: Path) -> None:
    assert for_files(tmp_path / "Documents", tmp_path).name == "Documents"
    (tmp_path / "Documents").touch()
    assert for_files(tmp_path / "Documents", tmp_path) == tmp_path


def test_settings_that_can_be_kept_are_no_problem(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "not there yet" / "settings.ini")
    assert settings.problem == ""


def test_what_may_not_be_written_is_said_and_harms_nothing() -> None:
    home = Path(tempfile.mkdtemp(prefix="iomsa-test-"))
    try:
        home.chmod(0o755)
        for name, rights in (("ro", 0o555), ("own", 0o777), ("shut", 0o000)):
            (home / name).mkdir()
            (home / name).chmod(rights)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(home)], cwd=ROOT, capture_output=True, text=True, check=True
        )
    finally:
        (home / "shut").chmod(0o700)
        shutil.rmtree(home)
    folders, settings = done.stdout.splitlines()[:5], done.stdout.splitlines()[5:]
    assert folders == ["own", "own", "Documents", "Documents", "own"]
    assert settings == ["/ro can't be written", "1.5", "", "1.5", "/shut can't be written", "1.5"]
