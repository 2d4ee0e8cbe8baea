"""What the per-user installer's script includes, and that it deletes only what it brought."""

import re
from pathlib import Path

import pytest

from project import Stop
from windows import product, tree, user_installer

FILES = [tree.File("_internal/deep/x.dll", 2000), tree.File("_internal/a & b's.txt", 1), tree.File("iomsa.exe", 24)]
BUILD = user_installer.Build("1.2.3", FILES, "tree", "out.exe")
SCRIPT = user_installer.SCRIPT.read_text(encoding="utf-8")


def test_every_file_is_unpacked_to_its_folder() -> None:
    folder, found = "", []
    for line in user_installer.install_lines(BUILD).splitlines():
        word, rest = line.split(" ", 1)
        if word == "SetOutPath":
            folder = rest.strip('"')
        else:
            found.append((folder, rest.strip('"')))
    assert found == [
        ("$INSTDIR", r"tree\iomsa.exe"),
        (r"$INSTDIR\_internal", r"tree\_internal\a & b's.txt"),
        (r"$INSTDIR\_internal\deep", r"tree\_internal\deep\x.dll"),
        ("$INSTDIR", product.FILE_LIST),
    ]


def test_just_what_was_unpacked_is_deleted_and_folders_only_when_empty() -> None:
    lines = user_installer.uninstall_lines(FILES).splitlines()
    deleted = [line for line in lines if line.startswith("Delete ")]
    assert deleted == [
        r'Delete "$INSTDIR\_internal\deep\x.dll"',
        r'Delete "$INSTDIR\_internal\a & b' + "'s.txt\"",
        r'Delete "$INSTDIR\iomsa.exe"',
        rf'Delete "$INSTDIR\{product.FILE_LIST}"',
    ]
    assert lines[len(deleted) :] == [r'RMDir "$INSTDIR\_internal\deep"', r'RMDir "$INSTDIR\_internal"']


def test_no_folder_is_ever_deleted_with_what_is_in_it() -> None:
    assert "RMDir" in SCRIPT
    assert not re.search(r"RMDir\s+/r|Delete[^\n]*\*", SCRIPT + user_installer.uninstall_lines(FILES), re.IGNORECASE)


def test_the_list_for_the_next_version_names_every_file() -> None:
    assert user_installer.file_list(FILES).splitlines() == [
        r"_internal\deep\x.dll",
        r"_internal\a & b's.txt",
        "iomsa.exe",
    ]


def test_every_name_in_the_script_is_defined() -> None:
    lines = user_installer.defines(BUILD)
    defined = set(re.findall(r"^!define (\w+) ", lines + SCRIPT, re.MULTILINE))
    used = set(re.findall(r"\$\{([A-Z_]{3,})\}", SCRIPT)) - {"CODE", "FILE", "SENTENCE"}
    assert used <= defined
    assert '!define SIZE_KB "2"' in lines


def test_the_script_asks_for_no_administrator() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert not re.search(r"^\s*(Write|Delete)Reg\w+ HKLM", SCRIPT, re.MULTILINE)


def test_the_numbers_the_check_expects_are_the_script_s_own() -> None:
    from windows.packages import User

    numbers = dict(re.findall(r"^!define (\w+) (\d+)$", SCRIPT, re.MULTILINE))
    expected = {"FOR_ALL": User.for_all_code, "NEWER": User.downgrade_code, "RUNNING": User.running_code}
    assert {name: int(numbers[name]) for name in expected} == expected


def test_the_uninstaller_is_signed_only_with_a_certificate() -> None:
    assert "!uninstfinalize" not in user_installer.defines(BUILD)
    assert "!uninstfinalize `sign it`" in user_installer.defines(BUILD._replace(sign="sign it"))


def test_a_version_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Stop):
        user_installer.write(BUILD._replace(version="1.300.0"), tmp_path)


def test_the_picture_beside_the_first_page_is_a_whole_bitmap() -> None:
    data = user_installer.side_picture()
    assert data[:2] == b"BM"
    assert int.from_bytes(data[2:6], "little") == len(data) == 14 + 40 + 164 * 3 * 314
