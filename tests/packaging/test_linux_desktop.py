"""What Linux is told about the program: its entry, its file type, its page in the manual, its page in shops."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.xml.functions import fromstring

import project
from iomsa.cli.parser import make_parser
from linux import texts

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
TYPE = "application/x-iomsa"
SCHEMES = sorted((project.ROOT / "tests" / "golden").glob("*.iomsa"))


def filled(name: str) -> str:
    return texts.filled(name, "0.1.0", 0)


def entry() -> dict[str, str]:
    """Read the desktop entry."""
    head, *lines = filled("iomsa.desktop").splitlines()
    assert head == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def verbs(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every verb with its parser, those below verbs too."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield name, below
                yield from verbs(below)


def manual() -> str:
    """Return the page of the manual as it is read, without what sets it."""
    lines = [line for line in filled("iomsa.1").splitlines() if line not in {".TP", ".PP", ".br", ".nf", ".fi"}]
    words = [re.sub(r"^\.[A-Z]+ ", "", line).replace("\\fR", "").replace("\\fP", "") for line in lines]
    return "\n".join(words).replace("\\-", "-").replace('"', "")


def test_the_entry_starts_the_program_with_a_file() -> None:
    said = entry()
    assert (said["Name"], said["Exec"], said["Icon"]) == (project.NAME, "iomsa %f", "iomsa")
    assert said["MimeType"] == f"{TYPE};"
    assert said["Terminal"] == "false"
    assert all(said[key].endswith(";") for key in ("Categories", "Keywords"))


def test_the_window_belongs_to_the_entry() -> None:
    looks = (project.ROOT / "desktop" / "iomsa_desktop" / "looks.py").read_text(encoding="utf-8")
    assert 'setDesktopFileName("iomsa")' in looks
    assert entry()["StartupWMClass"] == "iomsa"


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.name)
def test_the_file_type_knows_a_scheme_by_its_first_bytes(path: Path) -> None:
    first, second = fromstring(filled("iomsa.xml")).iter(f"{MIME}match")
    held = path.read_bytes()
    words = first.attrib["value"].replace("\\x00", "\0").encode("ascii")
    assert held[int(first.attrib["offset"]) :].startswith(words)
    assert held[int(second.attrib["offset"]) :].startswith(int(second.attrib["value"], 16).to_bytes(4, "big"))


def test_the_file_type_is_one_of_sqlite_and_has_our_ending() -> None:
    (found,) = fromstring(filled("iomsa.xml"))
    assert found.attrib["type"] == TYPE
    assert [each.attrib["pattern"] for each in found.iter(f"{MIME}glob")] == ["*.iomsa"]
    assert [each.attrib["type"] for each in found.iter(f"{MIME}sub-class-of")] == ["application/vnd.sqlite3"]
    (magic,) = found.iter(f"{MIME}magic")
    assert int(magic.attrib["priority"]) > 50, "SQLite's own has 50"


def test_the_page_in_shops_names_what_is_installed() -> None:
    page = fromstring(filled("invalid.iomsa.iomsa.metainfo.xml"))
    assert page.findtext("id") == "invalid.iomsa.iomsa"
    assert page.findtext("launchable") == "iomsa.desktop"
    assert page.findtext("name") == entry()["Name"]
    assert page.findtext("summary") == entry()["Comment"]
    assert page.findtext("project_license") == "MIT"
    assert page.findtext("provides/mediatype") == TYPE


def test_the_manual_names_every_verb() -> None:
    names = [name for name, _ in verbs(make_parser())]
    assert {"new", "practice", "verify", "show"} <= set(names)
    said = manual()
    assert [name for name in names if not re.search(rf"^(framework .*)?\b{name}\b", said, re.MULTILINE)] == []


def test_the_manual_names_every_option_and_no_other() -> None:
    parsers = [make_parser(), *(parser for _, parser in verbs(make_parser()))]
    known = {option for parser in parsers for action in parser._actions for option in action.option_strings}
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", manual()))
    assert known - named == set()
    assert named - known == {"--self-check", "--practice"}, "these two are the window's"


def test_the_manual_says_of_each_verb_what_its_help_says() -> None:
    said = manual()
    below = [parser for _, parser in verbs(make_parser()) if len(parser.prog.split()) == 2]
    assert len(below) > 8
    assert [each.prog for each in below if (each.description or "").rstrip(".").partition(";")[0] not in said] == []
