"""The sums of what is handed out: written as other tools read them; what is not as it was, is said."""

import shutil
import subprocess
from pathlib import Path

import pytest

from project import Stop
from release import checksums, naming


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "release"
    made.mkdir()
    (made / "b.zip").write_bytes(b"second")
    (made / "a_0.1.0_amd64.deb").write_bytes(b"first")
    checksums.write(made)
    return made


def test_sums_are_sorted_and_other_tools_read_them(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_bytes().decode().splitlines(keepends=True)
    assert [line[64:] for line in lines] == ["  a_0.1.0_amd64.deb\n", "  b.zip\n"]
    assert shutil.which("sha256sum")
    done = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert checksums.verify(folder) == 2


def test_sums_written_twice_are_the_same(folder: Path) -> None:
    before = (folder / "SHA256SUMS").read_bytes()
    assert checksums.write(folder).encode() == before


def test_a_changed_a_missing_and_an_extra_file_are_each_said(folder: Path) -> None:
    (folder / "b.zip").write_bytes(b"secone")
    (folder / "a_0.1.0_amd64.deb").unlink()
    (folder / "c.exe").touch()
    assert checksums.problems(folder) == [
        "b.zip is not the file that was summed: its SHA-256 differs. Do not use it.",
        "a_0.1.0_amd64.deb is missing, and its sum is in SHA256SUMS.",
        "c.exe has no sum in SHA256SUMS: nobody vouches for it.",
    ]
    with pytest.raises(Stop, match=r"differs(.|\n)*missing(.|\n)*no sum"):
        checksums.verify(folder)


@pytest.mark.parametrize("line", ["nonsense", "0" * 64 + "  ../b.zip", "0" * 64 + " b.zip", "A" * 64 + "  b.zip"])
def test_a_line_that_is_no_sum_is_refused(folder: Path, line: str) -> None:
    sums = folder / "SHA256SUMS"
    sums.write_text(sums.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(Stop, match=r"Line 3 of .* is not a sum of one more file"):
        checksums.verify(folder)


def test_a_file_is_summed_once(folder: Path) -> None:
    sums = folder / "SHA256SUMS"
    sums.write_text(sums.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(Stop, match="Line 3"):
        checksums.verify(folder)


def test_only_plain_files_are_handed_out(folder: Path) -> None:
    (folder / "link.zip").symlink_to("b.zip")
    with pytest.raises(Stop, match=r"link\.zip in .* is not a plain file"):
        checksums.write(folder)
    (folder / "link.zip").unlink()
    (folder / "two\nlines").touch()
    with pytest.raises(Stop, match="name that a list of sums can't hold"):
        checksums.write(folder)


def test_nothing_to_sum_and_no_sums_are_said(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="There is nothing in"):
        checksums.write(tmp_path / "none")
    with pytest.raises(Stop, match="SHA256SUMS is missing"):
        checksums.verify(tmp_path)


def test_what_several_machines_made_comes_together_unchanged(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "gathered" / "windows"
    other.mkdir(parents=True)
    (other / "c.msi").write_bytes(b"third")
    checksums.write(other)
    shutil.copytree(folder, tmp_path / "gathered" / "linux")
    target = tmp_path / "all"
    checksums.gather(tmp_path / "gathered", target)
    assert [path.name for path in checksums.handed_out(target)] == ["a_0.1.0_amd64.deb", "b.zip", "c.msi"]
    checksums.write(target)
    assert checksums.verify(target) == 3


def test_what_was_changed_on_the_way_or_made_twice_is_not_gathered(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(folder, tmp_path / "gathered" / name)
    with pytest.raises(Stop, match=r"a_0\.1\.0_amd64\.deb was made twice, the second time in two"):
        checksums.gather(tmp_path / "gathered", tmp_path / "all")
    (tmp_path / "gathered" / "one" / "b.zip").write_bytes(b"changed")
    with pytest.raises(Stop, match=r"b\.zip is not the file that was summed"):
        checksums.gather(tmp_path / "gathered", tmp_path / "again")
    with pytest.raises(Stop, match="no folder"):
        checksums.gather(tmp_path / "none", tmp_path / "again")


def test_the_list_of_parts_is_copied_where_there_is_one(tmp_path: Path) -> None:
    assert checksums.copy_sbom(tmp_path, tmp_path / "release", "parts.json") is None
    (tmp_path / "sbom.cdx.json").write_text("{}", encoding="utf-8")
    copied = checksums.copy_sbom(tmp_path, tmp_path / "release", "parts.json")
    assert copied is not None
    assert copied.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", "linux-x86_64"),
        ("win32", "AMD64", "windows-x64"),
        ("darwin", "arm64", "macos-arm64"),
        ("darwin", "x86_64", "macos-x86_64"),
    ],
)
def test_a_platform_is_named_as_its_files_are(system: str, machine: str, name: str) -> None:
    assert naming.platform_name(system, machine) == name
    assert naming.sbom_name("0.1.0", name) == f"iomsa-0.1.0-{name}.cdx.json"


def test_a_tag_is_the_version_with_a_v() -> None:
    naming.check_tag("v0.1.0", "0.1.0")
    for tag in ("0.1.0", "v0.1.1", "v0.1.0-rc1", "main", ""):
        with pytest.raises(Stop, match=r"Tag v0\.1\.0, or set __version__"):
            naming.check_tag(tag, "0.1.0")
