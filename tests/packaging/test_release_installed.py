"""Who checks an installed program, and the check of the archive, on a program that is none."""

import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import make
from project import Stop
from release import installed, trial, unpacked

PROGRAM = """#!/bin/sh
here=$(dirname "$0")
[ "$1" = --version ] && exit 0
mkdir -p "$2"
{extra}
echo done > "$2/report.txt"
"""


@pytest.mark.parametrize(
    ("arguments", "system", "module", "rest"),
    [
        ([], "linux", "linux.installed", []),
        ([], "win32", "windows.installed", []),
        ([], "darwin", "macos.installed", []),
        (["tar", "--folder", "x"], "linux", "release.unpacked", ["--folder", "x"]),
        (["windows"], "linux", "windows.installed", []),
        (["--keep"], "linux", "linux.installed", ["--keep"]),
    ],
)
def test_a_target_is_named_or_the_systems_own(arguments: list[str], system: str, module: str, rest: list[str]) -> None:
    assert installed.choose(arguments, system) == (module, rest)


@pytest.mark.parametrize(("arguments", "system"), [(["rpm"], "linux"), ([], "freebsd")])
def test_an_unknown_target_is_refused_with_those_there_are(arguments: list[str], system: str) -> None:
    with pytest.raises(Stop, match="Say what to install: deb, tar, windows, macos"):
        installed.choose(arguments, system)


def test_every_verb_and_every_check_has_its_module() -> None:
    modules = [*make.MAKES.values(), *installed.CHECKS.values()]
    assert [name for name in modules if find_spec(name) is None] == []


def archive(folder: Path, extra: str = "", beside: str = "") -> Path:
    """Pack a program that writes a report, and in `extra` does something else as well."""
    source = folder / "iomsa-0.1.0"
    (source / "_internal").mkdir(parents=True)
    (source / "_internal" / "data").write_text("data", encoding="utf-8")
    program = source / "iomsa"
    program.write_text(PROGRAM.format(extra=extra), encoding="utf-8")
    program.chmod(0o755)
    made = folder / "iomsa.tar.xz"
    with tarfile.open(made, "w:xz") as packed:
        packed.add(source, beside or source.name)
    return made


def test_an_archive_that_keeps_to_its_folder_passes(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    unpacked.try_archive(archive(tmp_path), place)
    assert sorted(path.name for path in place.iterdir()) == ["checked", "home"]


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        ("chmod u+w $here; echo > $here/log", r"Running the program changed log"),
        ("chmod u+w $here/_internal/data; echo longer > $here/_internal/data", r"changed _internal/data"),
        ("echo > $here/../trace", r"More than what the check wrote is left: checked, home, trace\."),
        ("echo why; exit 3", r"why(.|\n)*The self-check of .* ended with 3"),
    ],
)
def test_an_archive_that_does_not_is_refused(tmp_path: Path, extra: str, sentence: str) -> None:
    place = tmp_path / "place"
    place.mkdir()
    with pytest.raises(Stop, match=sentence):
        unpacked.try_archive(archive(tmp_path, extra), place)


def test_a_self_check_that_leaves_nothing_is_none(tmp_path: Path) -> None:
    program = tmp_path / "iomsa"
    program.write_text('#!/bin/sh\nmkdir "$2"\n', encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(Stop, match=r"left no report\.txt"):
        trial.self_check(program, tmp_path / "checked", tmp_path)
