"""The list of what is shipped is well-formed, complete, the same each time, and names no place it was fetched from."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import project
from freezing import notices_facts, notices_table, sbom, sbom_child
from freezing.notices_facts import Facts, Package
from freezing.notices_table import Held

FILES = ("../iomsa", "libglib-2.0.so.0", "libz.so.1", "PySide6/QtCore.abi3.so", "PySide6/Qt/lib/libQt6Core.so.6")
FACTS = Facts(
    Held(FILES, ("openpyxl", "python_calamine"), "linux"),
    {"python": "3.11.7", "qt": "6.11.3"},
    {"openpyxl": "3.1.5", "pyside6-essentials": "6.11.3"},
    {"zip": "9.2.2"},
    {"libglib-2.0.so.0": Package("libglib2.0-0", "2.74.6-2", "glib2.0", "2.74.6-2")},
    "debian",
)
LOCK = """\
openpyxl==3.1.5 \\
    --hash=sha256:{0}
    # via iomsa
click==8.5.1 \\
    --hash=sha256:{1} \\
    --hash=sha256:{2}
et-xmlfile==2.0.0 \\
    --hash=sha256:{1}
""".format("a" * 64, "b" * 64, "c" * 64)


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of FACTS, about which the same is found out each time."""
    for name in FILES:
        path = tmp_path / sbom_child.location(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    monkeypatch.setattr(notices_facts, "find", lambda folder: FACTS)
    return tmp_path


def parts_of(listed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {part["bom-ref"]: part for part in listed["components"]}


def test_it_is_well_formed_and_the_same_each_time(frozen: Path) -> None:
    text = sbom_child.make(frozen, "1.2.3", 1_735_689_600)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert text == sbom_child.make(frozen, "1.2.3", 1_735_689_600)
    listed = json.loads(text)
    assert listed["specVersion"] == "1.6"
    assert listed["metadata"]["timestamp"] == "2025-01-01T00:00:00+00:00"
    assert listed["metadata"]["component"]["version"] == "1.2.3"
    assert json.loads(sbom_child.make(frozen, "1.2.4", 0))["serialNumber"] != listed["serialNumber"]


def test_each_part_has_its_version_licence_and_package(frozen: Path) -> None:
    parts = parts_of(json.loads(sbom_child.make(frozen, "1.2.3", 0)))
    shipped = notices_table.shipped(FACTS.held, notices_table.table())
    assert set(parts) == {row.key for row in shipped}
    assert parts["openpyxl"]["purl"] == "pkg:pypi/openpyxl@3.1.5"
    assert parts["crate-zip"]["purl"] == "pkg:cargo/zip@9.2.2"
    assert parts["glib"]["purl"] == "pkg:deb/debian/libglib2.0-0@2.74.6-2"
    assert parts["qt"]["purl"] == "pkg:generic/qt@6.11.3"
    assert parts["qt"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert parts["pyside6"]["evidence"] == {"occurrences": [{"location": "_internal/PySide6/QtCore.abi3.so"}]}
    assert "purl" not in parts["qt-zlib"]


def test_a_single_file_has_its_hash(frozen: Path) -> None:
    parts = parts_of(json.loads(sbom_child.make(frozen, "1.2.3", 0)))
    assert [found["alg"] for found in parts["zlib"]["hashes"]] == ["SHA-256"]
    (frozen / "_internal" / "libz.so.1").write_bytes(b"other")
    assert parts_of(json.loads(sbom_child.make(frozen, "1.2.3", 0)))["zlib"]["hashes"] != parts["zlib"]["hashes"]


def test_the_program_needs_all_that_nothing_else_does(frozen: Path) -> None:
    listed = json.loads(sbom_child.make(frozen, "1.2.3", 0))
    needs = {entry["ref"]: set(entry.get("dependsOn", [])) for entry in listed["dependencies"]}
    assert {"pyside6", "openpyxl", "python-calamine", "pyinstaller"} <= needs["iomsa"]
    assert "qt" in needs["pyside6"]
    assert "qt-zlib" in needs["qt"]
    assert "crate-zip" in needs["python-calamine"]
    reached: set[str] = set()
    waiting = ["iomsa"]
    while waiting:
        new = needs[waiting.pop()] - reached
        reached |= new
        waiting += new
    assert reached == set(parts_of(listed))


def test_it_names_no_index(frozen: Path) -> None:
    text = sbom_child.make(frozen, "1.2.3", 0)
    for place in ("pypi.org", "pythonhosted", "crates.io", "simple/", str(project.ROOT), str(frozen)):
        assert place not in text


def test_a_hash_is_taken_from_the_lock_only_where_it_is_the_only_one() -> None:
    assert sbom_child.single_hashes(LOCK) == {"openpyxl": "a" * 64, "et-xmlfile": "b" * 64}


def test_a_folder_without_a_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no frozen program"):
        notices_facts.modules_of(tmp_path)


@pytest.mark.frozen
def test_the_list_beside_the_frozen_app_is_that_of_its_files(tmp_path: Path) -> None:
    frozen = project.need_frozen()
    sbom.write(sys.executable, frozen, tmp_path / "sbom.cdx.json")
    text = (tmp_path / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    located = [found["location"] for part in json.loads(text)["components"] for found in files_of(part)]
    held = [path for path in notices_table.files_of(frozen) if not notices_table.is_ours(path)]
    assert sorted(located) == sorted(sbom_child.location(path) for path in held)
    lying = json.loads((frozen / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert lying["components"] == json.loads(text)["components"]


def files_of(part: dict[str, Any]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = part.get("evidence", {}).get("occurrences", [])
    return found
