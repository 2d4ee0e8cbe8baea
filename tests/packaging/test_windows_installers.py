"""How the installers are ordered, and what the check reads; the long check is the proof at the end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT, Stop
from windows import found, installed, installers, product, unproved
from windows.machine import check, long_key, read_registry
from windows.room import Room

KEY = r"HKEY_CURRENT_USER\Software\Classes\.iomsa"
PRINTED = (
    f"\r\n{KEY}\r\n    (Default)    REG_SZ    IomSelfAssessment.Scheme\r\n"
    f"    Content Type    REG_SZ    application/x-iomsa\r\n\r\n"
    f"{KEY}\\OpenWithProgids\r\n    IomSelfAssessment.Scheme    REG_SZ    \r\n    Size    REG_DWORD    0x2a\r\n"
)


def test_a_tree_without_the_windows_programs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    with pytest.raises(Stop, match=r"iomsa\.exe"):
        installers.make(installers.Order(tmp_path, "0.1.0", tmp_path / "out", tmp_path, 0))


def test_a_tree_that_was_never_frozen_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="freeze"):
        installers.main("python", [str(tmp_path)])


def test_each_system_uses_its_own_tool_for_the_package() -> None:
    assert installers.msi_command("a.wxs", "a.msi", windows=True)[:2] == ["wix", "build"]
    assert installers.msi_command("a.wxs", "a.msi", windows=False)[0] == "wixl"
    assert installers.nsis_flags(windows=True)[:2] == ["/V2", "/WX"]
    assert installers.nsis_flags(windows=False)[:2] == ["-V2", "-WX"]


def test_a_room_translates_what_lies_in_it_and_refuses_the_rest(tmp_path: Path) -> None:
    room = Room(tmp_path)
    assert room.inside(tmp_path / "a" / "b") == "/a/b"
    assert room.words(["tool", tmp_path / "a"], cwd=tmp_path)[-2:] == ["tool", "/a"]
    assert Room().words(["tool", tmp_path / "a"]) == ["tool", str(tmp_path / "a")]
    with pytest.raises(Stop, match="outside"):
        room.inside(Path("/elsewhere"))


def test_a_tool_that_is_missing_is_named_with_the_line_that_installs_it() -> None:
    with pytest.raises(Stop, match="no-such-tool") as stopped:
        Room().need("no-such-tool")
    assert "apt-get install" in str(stopped.value)


def test_a_tool_that_fails_is_named_with_what_it_said() -> None:
    with pytest.raises(Stop, match="spoke last") as stopped:
        Room().do([sys.executable, "-c", "import sys; print('spoke last'); sys.exit(3)"])
    assert "ended with 3" in str(stopped.value)


def test_a_missing_chroot_is_told_with_the_lines_that_make_it(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="debootstrap"):
        installed.need_chroot(tmp_path)


def test_the_registry_is_read_as_windows_prints_it() -> None:
    assert read_registry(PRINTED) == {
        (KEY, ""): "IomSelfAssessment.Scheme",
        (KEY, "Content Type"): "application/x-iomsa",
        (rf"{KEY}\OpenWithProgids", "IomSelfAssessment.Scheme"): "",
        (rf"{KEY}\OpenWithProgids", "Size"): "0x2a",
    }
    assert long_key(rf"HKCU\{product.CLASSES}\.iomsa") == KEY


def test_a_step_that_does_not_hold_stops_with_what_was_found() -> None:
    check(True, "holds")
    with pytest.raises(Stop, match="seven"):
        check(False, "does not hold", "seven")


def test_what_is_unproved_is_said_in_the_agreed_words() -> None:
    assert unproved.text().startswith("Not run on Windows.")
    assert all(sentence.endswith(".") for sentence in unproved.SENTENCES)


def test_the_page_for_it_says_the_same() -> None:
    page = (ROOT / "docs" / "it.md").read_text(encoding="utf-8")
    assert unproved.NOT_RUN in page
    assert [sentence for sentence in unproved.SENTENCES if sentence not in page] == []


def test_tools_are_found_where_windows_puts_them(tmp_path: Path) -> None:
    assert (found.makensis({}), found.signtool({})) == ("makensis", "signtool")
    for kit in ("10.0.9600.0", "10.0.22621.0"):
        tool = tmp_path / "Windows Kits" / "10" / "bin" / kit / "x64" / "signtool.exe"
        tool.parent.mkdir(parents=True)
        tool.touch()
    (tmp_path / "NSIS").mkdir()
    (tmp_path / "NSIS" / "makensis.exe").touch()
    outside = {"ProgramFiles(x86)": str(tmp_path), "ProgramFiles": str(tmp_path / "none")}
    assert "22621" in found.signtool(outside)
    assert found.makensis(outside) == str(tmp_path / "NSIS" / "makensis.exe")


@pytest.mark.proof
def test_the_installers_live_and_die_in_wine() -> None:
    command = [sys.executable, "build/make.py", "installed", "windows"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert done.stdout.count("nothing else is left: every file and registry value is as before") == 2
    assert "it no longer does after one changed byte" in done.stdout
    assert unproved.text() in done.stdout
