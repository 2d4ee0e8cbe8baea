"""All that is shipped has a row in the table of licences, with its texts, and the page in plain words names it."""

from __future__ import annotations

import re
import shutil
from importlib import metadata
from pathlib import Path

import pytest
from cyclonedx.spdx import is_expression

import project
from freezing import notices, notices_facts, notices_table, notices_words
from freezing.notices_facts import Facts, Package
from freezing.notices_table import Held, Row

ROWS = notices_table.table()
BY_KEY = {row.key: row for row in ROWS}
DISTRIBUTED = [row for row in ROWS if row.version.startswith("dist:")]
WINDOWS = (
    "../iomsa.exe",
    "../iomsa-cli.exe",
    "base_library.zip",
    "python311.dll",
    "python3.dll",
    "VCRUNTIME140.dll",
    "VCRUNTIME140_1.dll",
    "MSVCP140.dll",
    "libffi-8.dll",
    "sqlite3.dll",
    "_ctypes.pyd",
    "select.pyd",
    "PySide6/Qt6Core.dll",
    "PySide6/QtCore.pyd",
    "PySide6/MSVCP140_2.dll",
    "PySide6/pyside6.abi3.dll",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/translations/qtbase_en.qm",
    "shiboken6/Shiboken.pyd",
    "shiboken6/shiboken6.abi3.dll",
    "shiboken6/MSVCP140.dll",
    "python_calamine/_python_calamine.cp311-win_amd64.pyd",
)
MACOS = (
    "../iomsa",
    "base_library.zip",
    "Python.framework/Versions/3.11/Python",
    "python3.11/lib-dynload/math.cpython-311-darwin.so",
    "PySide6/QtCore.abi3.so",
    "PySide6/libpyside6.abi3.6.11.dylib",
    "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "shiboken6/Shiboken.abi3.so",
    "shiboken6/libshiboken6.abi3.6.11.dylib",
)
LINUX = (
    "../iomsa",
    "libpython3.11.so.1.0",
    "libglib-2.0.so.0",
    "PySide6/QtCore.abi3.so",
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
)
GLIB = Package("libglib2.0-0", "2.74.6-2", "glib2.0", "2.74.6-2")


def facts(files: tuple[str, ...], *modules: str) -> Facts:
    return Facts(
        Held(files, modules, notices_table.system_of(files)),
        {"python": "3.11.7", "qt": "6.11.3"},
        {"openpyxl": "3.1.5"},
        {"zip": "9.2.2"},
        {"libglib-2.0.so.0": GLIB},
        "debian",
    )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_every_row_is_known_by_something_and_its_texts_are_there() -> None:
    assert len(BY_KEY) == len(ROWS)
    for row in ROWS:
        assert row.files or row.modules or row.inside, row.key
        assert not row.inside or row.inside in BY_KEY, row.key
        assert set(row.needs) <= set(BY_KEY), row.key
        assert row.source or row.inside, row.key
        assert row.texts, row.key
        for name in row.texts:
            assert len((notices_table.TEXTS / name).read_text(encoding="utf-8")) > 100, name


def test_every_text_belongs_to_a_row() -> None:
    texts = {path.name for path in notices_table.TEXTS.iterdir()}
    assert texts == {name for row in ROWS for name in row.texts}


@pytest.mark.parametrize("licence", sorted({row.licence for row in ROWS}))
def test_licences_are_named_as_spdx_names_them(licence: str) -> None:
    # A licence that SPDX has no name for is a LicenseRef, which any expression may hold.
    assert is_expression(re.sub(r"LicenseRef-[A-Za-z0-9.-]+", "MIT", licence))


@pytest.mark.parametrize("row", DISTRIBUTED, ids=[row.key for row in DISTRIBUTED])
def test_the_texts_of_python_packages_are_those_that_came_with_them(row: Row) -> None:
    ours = " ".join(words("\n".join((notices_table.TEXTS / name).read_text(encoding="utf-8") for name in row.texts)))
    found = metadata.distribution(row.version.partition(":")[2])
    for file in found.files or []:
        if re.match(r"(?i)(licen[cs]e|copying)", file.name) and ".dist-info" in str(file):
            assert " ".join(words(file.read_text(encoding="utf-8"))) in ours, f"{file} has changed"


def test_the_rust_libraries_are_those_that_the_wheel_names() -> None:
    listed = {row.version.partition(":")[2] for row in ROWS if row.version.startswith("crate:")}
    assert listed | notices_table.built_with() == set(notices_facts.crates())
    assert not listed & notices_table.built_with()


@pytest.mark.parametrize(
    ("path", "pattern", "meant"),
    [
        ("libz.so.1", "libz.*", True),
        ("libzstd.so.1", "libz.*", False),
        ("PySide6/QtCore.pyd", "*.pyd", False),
        ("a/b/c", "a/**", True),
        ("a", "a/**", False),
        ("../iomsa", "../iomsa", True),
        ("PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/*/*", True),
    ],
)
def test_a_pattern_means_one_folder(path: str, pattern: str, meant: bool) -> None:
    assert notices_table.matches(path, pattern) is meant


@pytest.mark.parametrize("files", [WINDOWS, MACOS, LINUX], ids=["windows", "macos", "linux"])
def test_what_each_system_has_is_covered(files: tuple[str, ...]) -> None:
    held = Held(files, ("PySide6", "openpyxl"), notices_table.system_of(files))
    assert notices_table.uncovered(held, ROWS) == []
    assert notices_table.uncovered(held._replace(files=(*files, "libnew.so.1")), ROWS) == ["libnew.so.1"]
    assert notices_table.uncovered(held._replace(modules=("numpy",)), ROWS) == ["numpy"]


def test_our_own_files_need_no_row() -> None:
    held = Held(("iomsa/criteria/iom/2026.1.toml", "iomsa.so"), (), "linux")
    assert notices_table.uncovered(held, ROWS) == ["iomsa.so"]


def test_a_part_counts_where_it_is_compiled_in() -> None:
    keys = {
        system: {row.key for row in notices_table.shipped(Held(files, ("python_calamine",), system), ROWS)}
        for system, files in (("windows", WINDOWS), ("linux", LINUX), ("macos", MACOS))
    }
    assert {"qt-wintab", "msvc-runtime", "crate-zip"} <= keys["windows"]
    assert {"qt-wayland-protocols", "glib", "crate-zip"} <= keys["linux"]
    assert "qt-cocoa" in keys["macos"]
    assert not {"qt-cocoa", "glib", "qt-wayland-protocols"} & keys["windows"]


def test_the_page_says_what_is_in_and_what_everybody_may_do() -> None:
    known = facts(LINUX, "openpyxl")
    page = notices.page(notices_table.shipped(known.held, ROWS), known, "1.2.3")
    said = " ".join(page.split())
    for sentence in (
        "IOM Self-Assessment 1.2.3: licences",
        "free software under the MIT licence",
        "GNU Lesser General Public License, version 3 (LGPL-3.0.txt",
        "reverse engineer",
        "copy the whole folder to a place of your own",
        "https://download.qt.io/archive/qt/6.11/6.11.3/submodules/",
        "pyside-setup-everywhere-src-6.11.3.tar.xz",
        "_internal/PySide6/Qt/lib/libQt6Core.so.6",
        "_internal/libglib-2.0.so.0",
        "Debian source package glib2.0 2.74.6-2",
        "openpyxl 3.1.5",
        "The FreeType Project",
    ):
        assert sentence in said
    assert "SQLite" not in said


def test_versions_are_those_found() -> None:
    known = facts(LINUX)
    assert notices.version_of(BY_KEY["qt"], known) == "6.11.3"
    assert notices.version_of(BY_KEY["openpyxl"], known) == "3.1.5"
    assert notices.version_of(BY_KEY["crate-zip"], known) == "9.2.2"
    assert notices.version_of(BY_KEY["glib"], known) == "2.74.6-2"
    assert notices.version_of(BY_KEY["rust"], known) == ""


def test_facts_come_back_as_they_were_written() -> None:
    known = facts(LINUX, "openpyxl")
    assert notices_facts.from_text(notices_facts.to_text(known)) == known


def test_every_group_has_a_heading() -> None:
    assert tuple(notices_words.GROUPS) == notices_table.GROUPS


@pytest.mark.frozen
def test_all_that_is_frozen_is_covered_and_its_texts_lie_beside_it() -> None:
    frozen = project.need_frozen()
    known = notices.facts_of(frozen)
    assert notices_table.uncovered(known.held, ROWS) == []
    shipped = notices_table.shipped(known.held, ROWS)
    assert {"python", "qt", "pyside6", "sqlite-utils", "crate-calamine"} <= {row.key for row in shipped}
    texts = {path.name for path in (frozen / "licences").iterdir()}
    assert texts == {notices.NOTICES, notices.OUR_LICENCE} | {name for row in shipped for name in row.texts}
    page = (frozen / "licences" / notices.NOTICES).read_text(encoding="utf-8")
    assert page == notices.page(shipped, known, project.version())
    assert "\x20\n" not in page


@pytest.mark.frozen
def test_a_file_without_a_row_stops_the_build(tmp_path: Path) -> None:
    frozen = tmp_path / "iomsa"
    shutil.copytree(project.need_frozen(), frozen, symlinks=True)
    (frozen / "_internal" / "libnew.so.1").touch()
    with pytest.raises(project.Stop, match=r"No licence is known .*libnew\.so\.1"):
        notices.put(frozen)
