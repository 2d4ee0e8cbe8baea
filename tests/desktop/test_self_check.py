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
STEPS = [
    "practice scheme made",
    "scores worked out",
    "return written and read back",
    "return verified",
    "pictures of the pages",
]
BROKEN = """
import sys
from iomsa_desktop import pictures, self_check
import tempfile

{0}
sys.exit(self_check.self_check(self_check.Path(sys.argv[1])))
"""
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
    assert report.endswith("\n\nEverything held.\n")
    assert len(report.splitlines()) < 60
    for name in ("Program", "System", "Python", "SQLite", "Encodings", "Qt", "Screen", "Fonts"):
        assert any(line.startswith(f"{name} ") for line in report.splitlines()), name
    assert report.count("Receipt: cordial-gazelle-23") == 2
    assert [line.split(maxsplit=1)[1] for line in report.splitlines() if line.startswith("ok")] == STEPS
    assert "Overall: Requires improvement" in (folder / "scores.txt").read_text(encoding="utf-8")
    assert not (folder / "settings.ini").exists()
    assert f"verified: {books[0].name}" in report
    assert len(pictures) == 22
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


@pytest.mark.parametrize(
    ("fault", "step", "said"),
    [
        ("tempfile.tempdir = '/nowhere'", STEPS[2], "folder for temporary files, which workbooks are put together in,"),
        ("pictures.snap = None", STEPS[4], "TypeError: 'NoneType' object is not callable"),
        ("self_check.SMALLEST = 10**9", STEPS[4], "these pictures are empty"),
        ("self_check.BOOKS = '*.none'", STEPS[3], "ValueError: not enough values"),
    ],
)
def test_what_fails_is_said_at_its_step_and_at_the_end(tmp_path: Path, fault: str, step: str, said: str) -> None:
    done = run("-c", BROKEN.format(fault), str(tmp_path))
    assert done.returncode == 1
    report = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert report.splitlines()[-1] == f"This failed: {step}."
    assert f"\nFAILED       {step}\n" in report
    assert said in report
    assert said in done.stdout
    assert "Everything held" not in report + done.stdout
    assert ("Traceback" in done.stderr) is ("Error: " in said)


def test_what_an_earlier_check_left_does_not_pass_for_this_ones(tmp_path: Path) -> None:
    for name in ("report.txt", "overview.png", "IOM-SA_old.xlsx", "mine.txt"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    assert run("-c", BROKEN.format("self_check._return = None"), str(tmp_path)).returncode == 1
    assert {path.name for path in tmp_path.iterdir()} == {"practice.iomsa", "scores.txt", "report.txt", "mine.txt"}
