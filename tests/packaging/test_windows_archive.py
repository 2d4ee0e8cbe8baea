"""The archive that runs from any folder."""

import os
import zipfile
from pathlib import Path

from windows import archive, tree

SECONDS = 1_735_689_600


def make(folder: Path, out: Path) -> bytes:
    archive.write(folder, tree.read(folder), "0.1.0", SECONDS, out)
    return out.read_bytes()


def test_the_same_tree_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "tree"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "b.txt").write_text("b" * 1000, encoding="ascii")
    (folder / "iomsa.exe").write_bytes(b"MZ")
    first = make(folder, tmp_path / "one.zip")
    os.utime(folder / "iomsa.exe", (1, 1))
    (folder / "iomsa.exe").chmod(0o700)
    (tmp_path / "again").mkdir()
    assert make(folder, tmp_path / "again" / "one.zip") == first


def test_it_unpacks_to_one_folder_with_a_page_to_read(tmp_path: Path) -> None:
    folder = tmp_path / "tree"
    folder.mkdir()
    (folder / "iomsa.exe").write_bytes(b"MZ")
    out = tmp_path / "iomsa-0.1.0-windows-x64.zip"
    make(folder, out)
    with zipfile.ZipFile(out) as opened:
        assert opened.namelist() == [f"{out.stem}/READ ME.txt", f"{out.stem}/iomsa.exe"]
        assert {info.date_time for info in opened.infolist()} == {(2025, 1, 1, 0, 0, 0)}
        page = opened.read(f"{out.stem}/READ ME.txt").decode("ascii")
    assert "\r\n" in page
    assert "0.1.0" in page
    assert "%LOCALAPPDATA%\\IOM Self-Assessment" in page
