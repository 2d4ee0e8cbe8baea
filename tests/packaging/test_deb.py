"""What the Debian package says of itself: control fields, changes, licences."""

from email.parser import Parser
from pathlib import Path

import pytest

import project
from linux import texts

NOON = 1_800_000_000
CHANGES = """\
# Changes

## [Unreleased]

- Not yet out.

## [0.10.0] - 2027-02-01

### Added

- A first point that goes on
  in a second line.
- Another.

## [0.9.0] - 2026-12-24

- The one before.
"""
MIT = "MIT License\n\nCopyright (c) 2026 Somebody\n\nYou may.\n\nNo warranty.\n"


def test_the_control_file_has_what_dpkg_needs() -> None:
    fields = Parser().parsestr(texts.control("0.1.0", "libc6 (>= 2.35), libgl1", 1234))
    assert (fields["Package"], fields["Version"], fields["Architecture"]) == ("iomsa", "0.1.0", "amd64")
    assert fields["Installed-Size"] == "1234"
    needed = fields["Depends"].split(", ")
    assert needed[:2] == ["libc6 (>= 2.35)", "libgl1"]
    assert set(needed[2:]) == {"fontconfig", "hicolor-icon-theme", "shared-mime-info"}
    assert not fields.defects


def test_the_description_keeps_to_the_form() -> None:
    first, *rest = texts.DESCRIPTION.rstrip("\n").splitlines()
    assert len(first) <= 80
    assert not first.startswith(("The ", "A "))
    assert all(line.startswith(" ") and len(line) <= 80 for line in rest)


def test_nobody_owns_the_names_that_have_to_be_there() -> None:
    assert texts.MAINTAINER.endswith(".invalid>")


def test_changes_are_shown_from_this_version_down() -> None:
    said = texts.changelog(CHANGES, "0.10.0", NOON)
    heads = [line for line in said.splitlines() if line.startswith("iomsa (")]
    assert heads == ["iomsa (0.10.0) stable; urgency=medium", "iomsa (0.9.0) stable; urgency=medium"]
    assert "  * A first point that goes on in a second line.\n  * Another.\n" in said
    assert f" -- {texts.MAINTAINER}  Mon, 01 Feb 2027 12:00:00 +0000\n" in said
    assert "Not yet out" not in said


def test_an_older_version_shows_no_newer_change() -> None:
    said = texts.changelog(CHANGES, "0.9.5", NOON)
    assert said.startswith("iomsa (0.9.5) stable; urgency=medium\n\n  * Not released.\n")
    assert "0.10.0" not in said
    assert "The one before." in said


def test_the_changes_of_this_version_are_in_the_real_list() -> None:
    changes = (project.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = texts.changelog(changes, project.version(), NOON).splitlines()
    assert first[0] == f"iomsa ({project.version()}) stable; urgency=medium"
    assert first[2] != "  * Not released."


def test_the_copyright_names_every_licence() -> None:
    own = (project.ROOT / "LICENSE").read_text(encoding="utf-8")
    names = sorted(path.name for path in (project.ROOT / "build" / "freezing" / "licences" / "texts").iterdir())
    assert len(names) > 5
    said = texts.copyright_text(own, names)
    assert [name for name in names if f"\n /usr/lib/iomsa/licences/{name}\n" not in said] == []


def test_the_copyright_holds_our_own_licence_whole() -> None:
    said = texts.copyright_text(MIT, [])
    assert said.startswith("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n")
    assert "Files: *\nCopyright: 2026 Somebody\nLicense: MIT\n You may.\n .\n No warranty.\n" in said


def test_another_licence_of_our_own_stops_the_package() -> None:
    with pytest.raises(project.Stop, match="MIT"):
        texts.copyright_text("Apache License\n\nCopyright\n\nText", [])


def test_the_templates_have_no_blank_left(tmp_path: Path) -> None:
    for path in sorted(texts.PACKAGE.iterdir()):
        said = texts.filled(path.name, "1.2.3", NOON).replace("@GLIBC@", "")
        assert [word for word in said.split() if word.startswith("@") and word.endswith("@")] == [], path.name
    assert '<release version="1.2.3" date="2027-01-15"/>' in texts.filled(
        "invalid.iomsa.iomsa.metainfo.xml", "1.2.3", NOON
    )
