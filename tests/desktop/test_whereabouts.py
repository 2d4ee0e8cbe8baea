"""Where a file lies: an opened attachment, an archive, a share or a drive of another machine, or the user's own."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from iomsa.store.lock import Holder
from iomsa.store.only_read import held
from iomsa_desktop.whereabouts import OWN, TEMPORARY, is_network, is_temporary, where_by
from iomsa_desktop.windows.status import opened_words

ALEX = "C:\\Users\\Alex"
LOCAL = f"{ALEX}\\AppData\\Local"


def windows(file: str) -> tuple[PurePath, PurePath, PurePath]:
    return PureWindowsPath(file), PureWindowsPath(f"{LOCAL}\\Temp"), PureWindowsPath(ALEX)


def unix(file: str, home: str = "/home/alex", temporary: str = "/T") -> tuple[PurePath, PurePath, PurePath]:
    return PurePosixPath(file), PurePosixPath(temporary), PurePosixPath(home)


@pytest.mark.parametrize(
    ("paths", "temporary"),
    [
        (windows(f"{LOCAL}\\Microsoft\\Windows\\INetCache\\Content.Outlook\\A1B2C3D4\\us.iomsa"), True),
        (windows(f"{LOCAL}\\Microsoft\\Windows\\INETCACHE\\IE\\us.iomsa"), True),
        (windows(f"{LOCAL}\\Microsoft\\Olk\\Attachments\\ooa-1\\us.iomsa"), True),
        (windows(f"{LOCAL}\\Temp\\Temp1_us.zip\\us.iomsa"), True),
        (windows(f"{LOCAL.lower()}\\temp\\7zO4C1\\us.iomsa"), True),
        (windows(f"{ALEX}\\Documents\\us.iomsa"), False),
        (windows(f"{ALEX}\\Documents\\Temp\\us.iomsa"), False),
        (windows(f"{ALEX}\\Documents\\olk.iomsa"), False),
        (windows("\\\\server\\share\\IOM\\us.iomsa"), False),
        (unix("/T/mozilla_alex0/us.iomsa"), True),
        (unix("/home/alex/us.iomsa"), False),
        (unix("/home/alex/tmp/us.iomsa"), False),
        (unix("/home/alex/.tmp/x/us.iomsa", temporary="/home/alex/.tmp"), True),
        (unix("/T/home/us.iomsa", home="/T/home"), False),
        (unix("/T/other/us.iomsa", home="/T/home"), True),
        (unix("/var/folders/x/T/us.iomsa", home="/Users/alex", temporary="/var/folders/x/T"), True),
        (unix("/Users/alex/Library/Containers/com.apple.mail/Data/Library/Mail Downloads/1/us.iomsa"), True),
    ],
)
def test_a_file_that_was_opened_from_elsewhere_lies_in_a_temporary_folder(
    paths: tuple[PurePath, PurePath, PurePath], temporary: bool
) -> None:
    assert is_temporary(*paths) is temporary


@pytest.mark.parametrize(
    ("file", "device", "system", "network"),
    [
        ("\\\\server\\share\\us.iomsa", "", "", True),
        ("\\\\?\\UNC\\server\\share\\us.iomsa", "", "", True),
        ("\\\\?\\C:\\us.iomsa", "\\\\?\\Volume{3f}\\", "NTFS", False),
        ("H:\\us.iomsa", "\\\\server\\homes\\alex", "NTFS", True),
        ("C:\\us.iomsa", "\\\\?\\Volume{3f}\\", "NTFS", False),
        ("E:\\us.iomsa", "\\\\?\\Volume{a0}\\", "FAT32", False),
        ("/mnt/us.iomsa", "server:/export", "nfs4", True),
        ("/mnt/us.iomsa", "//server/share", "cifs", True),
        ("/mnt/us.iomsa", "//server/share", "smb3", True),
        ("/mnt/us.iomsa", "alex@server:", "fuse.sshfs", True),
        ("/run/user/1000/gvfs/us.iomsa", "gvfsd-fuse", "fuse.gvfsd-fuse", True),
        ("/Volumes/share/us.iomsa", "//alex@server/share", "smbfs", True),
        ("/home/alex/us.iomsa", "/dev/vda", "ext4", False),
        ("/mnt/stick/us.iomsa", "/dev/sdb1", "fuseblk", False),
        ("/T/us.iomsa", "tmpfs", "tmpfs", False),
    ],
)
def test_a_file_on_another_machine_is_told_by_its_path_or_its_drive(
    file: str, device: str, system: str, network: bool
) -> None:
    assert is_network(file, device, system) is network


def test_the_folders_are_compared_as_they_really_are(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    where = where_by(tmp_path / "link", tmp_path / "home")
    assert where(tmp_path / "real" / "us.iomsa") == TEMPORARY
    assert where(tmp_path / "link" / "us.iomsa") == TEMPORARY
    assert where(tmp_path / "own" / "us.iomsa") == OWN


def test_the_status_begins_with_what_to_know() -> None:
    assert opened_words("", OWN, "") == "All saved"
    assert opened_words("", "network", "") == (
        "All saved. This file lies in a network folder: keep the connection while you work"
    )
    assert opened_words("Ada has it.", "network", "") == "Read-only: Ada has it"
    held_by = held(Holder("PC-1", "2026-11-22T10:00", "Ada"), Holder("PC-2", "2026-11-22T11:00", "Bob"))
    assert opened_words(held_by, OWN, "") == (
        "Read-only: Ada on the computer PC-1 has this file open, since 10:00. "
        "To change something, ask them to close it, then open it again"
    )
    assert "save a copy in a folder of your own" in opened_words("It is marked.", TEMPORARY, "")
    assert opened_words("", OWN, "/x can't be written").endswith(". Settings can't be kept: /x can't be written")
