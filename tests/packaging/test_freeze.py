"""What freezing decides, without running PyInstaller: programs, versions, libraries to drop, logs to stop at."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import project
from freezing import freeze, modules, programs, prune


def test_windows_gets_two_programs_and_others_one() -> None:
    windows = programs.plan([], "win32")
    assert [(one.name, one.console) for one in windows.programs] == [("iomsa", False), ("iomsa-cli", True)]
    assert windows.scripts == (programs.HERE / "start.py",), "one script, in both"
    assert [one.name for one in programs.plan([], "linux").programs] == ["iomsa"]
    assert not programs.plan([], "darwin").programs[0].console


def test_icons_are_asked_for_where_programs_hold_one() -> None:
    assert str(programs.plan([], "win32").icon).endswith("iomsa.ico")
    assert str(programs.plan([], "darwin").icon).endswith("iomsa.icns")
    assert programs.plan([], "darwin").datas[0][0].endswith("iomsa-file.icns")
    assert programs.plan([], "linux").icon is None


def test_a_measurement_is_frozen_beside_the_product_or_alone(tmp_path: Path) -> None:
    also = programs.plan(["--also", str(tmp_path / "start_app.py"), "--hidden", "start_watched"], "linux")
    assert [one.name for one in also.programs] == ["iomsa", "start_app"]
    assert also.packages == modules.OURS
    assert also.own == {"start_watched"}
    only = programs.plan(["--only", str(tmp_path / "bare.py")], "linux")
    assert (only.folder, only.packages, len(only.programs)) == ("bare", (), 1)


def test_the_version_resource_says_who_what_and_which() -> None:
    calls = [node for node in ast.walk(ast.parse(programs.version_text("1.2.30"))) if isinstance(node, ast.Call)]
    (fixed,) = [call for call in calls if ast.unparse(call.func) == "FixedFileInfo"]
    assert {ast.unparse(given.value) for given in fixed.keywords} == {"(1, 2, 30, 0)"}
    pairs = [call.args for call in calls if ast.unparse(call.func) == "StringStruct"]
    said = {ast.literal_eval(key): ast.literal_eval(value) for key, value in pairs}
    assert said["ProductName"] == "IOM Self-Assessment"
    assert said["CompanyName"] == "IOM Self-Assessment project"
    assert said["FileVersion"] == "1.2.30"
    (table,) = [call for call in calls if ast.unparse(call.func) == "StringTable"]
    assert ast.literal_eval(table.args[0]) == "080904b0", "British English, Unicode"


def test_macos_is_told_that_scheme_files_are_ours() -> None:
    told: Any = programs.info_plist()
    (document,) = told["CFBundleDocumentTypes"]
    (exported,) = told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert document["LSHandlerRank"] == "Owner"
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == ["iomsa"]
    assert told["LSMinimumSystemVersion"] == "13.0"


def test_a_library_that_is_not_found_stops_unless_it_is_for_gtk() -> None:
    log = """1 INFO: Looking for dynamic libraries
2 WARNING: Library not found: could not resolve 'libgtk-3.so.0', dependency of 'libqgtk3.so'.
3 WARNING: Library not found: could not resolve 'libxcb-cursor.so.0', dependency of 'libqxcb.so'."""
    assert [line[:1] for line in freeze.missing_libraries(log)] == ["3"]


def test_what_is_left_out_must_not_be_loaded_by_what_is_in() -> None:
    said = """missing module named winreg - imported by mimetypes (top-level)
excluded module named socket - imported by platform (delayed, optional), uuid (delayed)
excluded module named 'xml.sax' - imported by one (conditional), two, three.four (top-level), five (delayed)
excluded module named PySide6.QtDBus - imported by PySide6.QtGui (top-level)"""
    assert freeze.torn_imports(said) == ["two loads xml.sax", "three.four loads xml.sax"]


def test_a_library_stays_where_something_that_is_loaded_needs_it(tmp_path: Path) -> None:
    qt, module = tmp_path / "PySide6" / "Qt", tmp_path / "PySide6" / "QtGui.abi3.so"
    plugin, gui, core = (
        qt / "plugins" / "platforms" / "libqxcb.so",
        qt / "lib" / "libGui.so.6",
        qt / "lib" / "libCore.so.6",
    )
    python, x11, lonely, chain = (
        tmp_path / name for name in ("libpython3.so.1", "libX11.so.6", "libgtk.so", "libatk.so")
    )
    needs = {
        module: frozenset({"libGui.so.6", "libc.so.6"}),
        gui: frozenset({"libCore.so.6"}),
        core: frozenset[str](),
        plugin: frozenset({"libX11.so.6"}),
        x11: frozenset[str](),
        python: frozenset[str](),
        lonely: frozenset({"libatk.so"}),
        chain: frozenset[str](),
    }
    assert prune.unneeded(tmp_path, needs) == sorted([lonely, chain])


def test_only_pythons_own_libraries_are_stripped() -> None:
    own = [Path("a/libpython3.11.so.1.0"), Path("a/python3.11/lib-dynload/_json.so")]
    assert prune.to_strip([*own, Path("a/PySide6/Qt/lib/libQt6Core.so.6"), Path("a/libsqlite3.so.0")]) == own


@pytest.mark.parametrize("name", ["libatk-1.0.so.0", "plugin.so", "_json.cpython-311-x86_64-linux-gnu.so"])
def test_a_library_is_known_by_its_name(name: str) -> None:
    assert prune.LIBRARY.search(name)
    assert not prune.LIBRARY.search(name + ".txt")


def test_without_binutils_the_sentence_says_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(project.Stop, match=r"needs objdump and strip: sudo apt-get install .* binutils"):
        prune.needed(tmp_path)


def test_every_file_gets_the_date_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    freeze.date(tmp_path, 1_700_000_000)
    assert {(tmp_path / name).stat().st_mtime for name in ("", "in", "in/file")} == {1_700_000_000}


def test_a_self_check_that_fails_says_what_was_said(tmp_path: Path) -> None:
    program = tmp_path / "iomsa"
    program.write_text(f"#!{sys.executable}\nprint('no fonts')\nraise SystemExit(7)\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(project.Stop, match="no fonts\nThe frozen app's self-check ended with 7"):
        freeze.check(program, tmp_path / "checked")


@pytest.mark.parametrize(("original", "seen"), [("/theirs", "/theirs"), (None, "none")])
def test_what_the_program_starts_gets_its_own_libraries(tmp_path: Path, original: str | None, seen: str) -> None:
    package = tmp_path / "iomsa_desktop"
    package.mkdir()
    (package / "__init__.py").touch()
    shows = "import os\ndef main():\n    print(os.environ.get('LD_LIBRARY_PATH', 'none'))\n    return 5\n"
    (package / "main.py").write_text(shows, encoding="utf-8")
    inside = {**os.environ, "PYTHONPATH": str(tmp_path), "LD_LIBRARY_PATH": "/ours"}
    if original is not None:
        inside["LD_LIBRARY_PATH_ORIG"] = original
    done = subprocess.run([sys.executable, programs.HERE / "start.py"], env=inside, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode().strip()) == (5, seen)


def test_freeze_takes_no_arguments() -> None:
    with pytest.raises(project.Stop, match="no arguments"):
        freeze.main(sys.executable, ["--fast"])
