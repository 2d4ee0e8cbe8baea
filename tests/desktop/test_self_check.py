"""The check without a person: a verified return, pictures and a report in a folder, or one sentence why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from iomsa.cli import main as verb

ROOT = Path(__file__).resolve().parents[2]
PNG = b"\x89PNG\r\n"
AS_NOBODY = """
import sys
from iomsa_desktop.main import main
from tests.forms.store.unprivileged import drop_rights

main(["practice", sys.argv[2]])  # What is imported later may lie where nobody may read.
drop_rights()
sys.exit(main(["--self-check", sys.argv[1]]))
"""


def self_check(folder: Path) -> subprocess.CompletedProcess[str]:
    return run("-m", "iomsa_desktop.main", "--self-check", str(folder))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    inside = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=inside, capture_output=True, text=True, check=False)


def test_it_leaves_a_verified_return_pictures_and_a_report_and_says_where(tmp_path: Path) -> None:
    folder = tmp_path / "a new" / "folder"
    for _ in range(2):
        done = self_check(folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert str(folder) in done.stdout.splitlines()[-1]
    books, pictures = list(folder.glob("*.xlsx")), list(folder.glob("*.png"))
    assert len(books) == 1
    assert verb(["verify", str(books[0])]) == 0
    report = (folder / "report.txt").read_text(encoding="utf-8")
    assert f"verified: {books[0].name}" in report
    assert len(pictures) == 16
    for picture in pictures:
        assert picture.read_bytes().startswith(PNG)
        assert picture.stat().st_size > 10_000
        assert f"picture: {picture.name}" in report


def test_a_folder_that_is_a_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("something else", encoding="utf-8")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "inside"):
        done = self_check(folder)
        assert done.returncode == 1
        assert len(done.stdout.splitlines()) == 1
        assert str(folder) in done.stdout
        assert "can't be written" in done.stdout
        assert done.stderr == ""


@pytest.mark.parametrize("occupied", ["practice.iomsa", "report.txt"])
def test_a_name_that_is_taken_by_a_folder_is_said(tmp_path: Path, occupied: str) -> None:
    (tmp_path / occupied).mkdir()
    done = self_check(tmp_path)
    assert done.returncode == 1
    assert "can't be written" in done.stdout.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_folder_without_rights_is_said(tmp_path: Path) -> None:
    done = run("-c", AS_NOBODY, str(tmp_path / "mine" / "checked"), str(tmp_path / "made.iomsa"))
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith("can't be written: Permission denied. Name another one.")
