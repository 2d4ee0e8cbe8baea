"""How the files of a Windows tree are listed, named and refused."""

from pathlib import Path

import pytest

from project import Stop
from windows import product, tree

NAMES = ["iomsa.exe", "_internal/b/c.dll", "_internal/a.pyd", "licences/A & b's (c).txt"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_every_file_is_listed_once_in_one_order(folder: Path) -> None:
    files = tree.read(folder)
    assert [file.path for file in files] == sorted(NAMES)
    assert {file.size for file in files} == {5}
    assert tree.folders(files) == ["_internal", "_internal/b", "licences"]


def test_ids_and_codes_stay_from_version_to_version() -> None:
    assert tree.identity("f", "_internal/a.pyd") == "fbeece24aa09f06d4fb0e423f"
    assert tree.component_code("iomsa.exe") == "{8FED1E8C-92FA-5DE0-9AF2-C707D2E16DB9}"
    assert tree.component_code("IOMSA.exe") == tree.component_code("iomsa.exe"), "one file to Windows"
    assert product.product_code("0.1.0") == "{550BA7B4-C196-5D1E-A8E3-90B3EA8F32DF}"
    assert product.UPGRADE_CODE == "{8F7B9ECD-B7C6-475E-86D2-21D38D2A9163}"


@pytest.mark.parametrize(
    "name",
    ["a$b", "ü.txt", "a:b", 'a"b', "dot.", "space ", "sub/CON.txt", "lpt1", "a!(loc.b)", "new\nline", "long" * 60],
)
def test_names_that_windows_or_the_tools_cannot_hold_are_refused(name: str) -> None:
    with pytest.raises(Stop):
        tree.check_name(name)


def test_two_names_that_are_one_to_windows_are_refused(tmp_path: Path) -> None:
    (tmp_path / "A.txt").touch()
    (tmp_path / "a.TXT").touch()
    with pytest.raises(Stop, match="one file to Windows"):
        tree.read(tmp_path)


def test_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(Stop, match="is a link"):
        tree.read(tmp_path)


@pytest.mark.parametrize("version", ["256.0.0", "0.256.0", "0.0.65536", "1.2", "1.2.3.4", "1.2.3-rc1", ""])
def test_versions_that_windows_installer_cannot_hold_are_refused(version: str) -> None:
    with pytest.raises(Stop):
        product.check_version(version)


def test_the_largest_version_is_taken() -> None:
    assert product.check_version("255.255.65535") == "255.255.65535"
    assert product.product_code("0.1.0") != product.product_code("0.1.1")
