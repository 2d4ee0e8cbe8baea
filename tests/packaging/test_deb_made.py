"""The package made from the frozen app: the same twice, clean for Debian's checkers, and tried in a clean system."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import project
from linux import deb, installed, tar

pytestmark = [pytest.mark.proof, pytest.mark.timeout(1800)]


def said(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a checker; where it is missing, say so."""
    words = [str(word) for word in command]
    if shutil.which(words[0]) is None:
        pytest.fail(f"{words[0]} is missing: sudo apt-get install lintian desktop-file-utils appstream man-db")
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return deb.build(sys.executable, project.version(), tmp_path_factory.mktemp("deb"))


@pytest.fixture(scope="module")
def unpacked(package: Path) -> Path:
    assert said("dpkg-deb", "-x", package, package.parent / "unpacked").returncode == 0
    return package.parent / "unpacked"


def test_two_packages_are_the_same(package: Path, tmp_path: Path) -> None:
    again = deb.build(sys.executable, project.version(), tmp_path)
    assert again.read_bytes() == package.read_bytes()


def test_two_archives_are_the_same(tmp_path: Path) -> None:
    made = [tar.build(project.version(), tmp_path / name) for name in ("a", "b")]
    assert made[0].read_bytes() == made[1].read_bytes()


def test_lintian_finds_nothing(package: Path) -> None:
    done = said("lintian", "--fail-on", "error,warning", "--allow-root", package)
    assert (done.stdout, done.returncode) == ("", 0)


def test_every_override_is_used(package: Path) -> None:
    done = said("lintian", "--display-info", "--allow-root", "--tags", "unused-override", package)
    assert done.stdout == ""


def test_the_desktop_entry_is_valid(unpacked: Path) -> None:
    done = said("desktop-file-validate", unpacked / "usr/share/applications/iomsa.desktop")
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_page_for_shops_is_valid(unpacked: Path) -> None:
    page = unpacked / "usr/share/metainfo/invalid.iomsa.iomsa.metainfo.xml"
    done = said("appstreamcli", "validate", "--no-net", page)
    assert done.returncode == 0, done.stdout


def test_the_manual_sets_without_a_warning(unpacked: Path) -> None:
    inside = {**os.environ, "MANWIDTH": "80", "LANG": "C.UTF-8"}
    page = unpacked / "usr/share/man/man1/iomsa.1.gz"
    assert said("man", "--version").returncode == 0
    done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=False, env=inside)
    assert (done.stderr, done.returncode) == ("", 0)


def test_it_installs_works_upgrades_and_goes_without_a_trace(package: Path, capfd: pytest.CaptureFixture[str]) -> None:
    project.RELEASE.mkdir(parents=True, exist_ok=True)
    shutil.copy(package, project.RELEASE)
    assert installed.main(sys.executable, []) == 0
    assert capfd.readouterr().out.count("\nok: ") >= 12
