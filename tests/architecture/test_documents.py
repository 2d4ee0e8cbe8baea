"""What the documents name exists: paths, links, commands and their arguments, the version, the dependencies."""

from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import make
from iomsa import __version__
from iomsa.cli.parser import make_parser
from iomsa.returns.layout import SHEETS

DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/accessibility.md",
    "docs/cases.md",
    "docs/it.md",
    "docs/lead.md",
    "docs/outcomes.md",
    "docs/ratings.md",
    "docs/return.md",
)
MADE_BY_RUNNING = (".venv/", "self-check/", "dist/", "./iomsa_", "sbom.")
WHERE = ("", "tests", "build", "desktop/iomsa_desktop")
LAUNCHERS = ("make", "python3 build/make.py", "py build\\make.py")
PATH = re.compile(r"[\w.-]+(?:/[\w.-]*)+|[\w.-]+\.(?:py|md|toml|lock|json)")
PICTURES = ("overview", "standard", "cases", "outcomes", "return")


def said(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def code(text: str) -> list[str]:
    """List what is set as code: between backticks, and the lines set in by four spaces."""
    lines = [line.partition("#")[0].strip() for line in re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)]
    return re.findall(r"`([^`\n]+)`", text) + lines


def links(text: str) -> list[str]:
    """List the links and pictures that stay inside the project."""
    return [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]


def paths(text: str) -> list[str]:
    """List the paths in code, each with a folder or an ending that we use, without what running makes."""
    words = [word.replace("\\", "/") for piece in code(text) for word in piece.split() if "<" not in word]
    return [word for word in words if PATH.fullmatch(word) and not word.startswith(MADE_BY_RUNNING)]


def commands(text: str, *launchers: str) -> list[list[str]]:
    """List the commands in code that one of these launches, as words; a lone launcher is none."""
    lines = [piece.removeprefix(".venv/bin/") for piece in code(text)]
    return [
        line.removeprefix(launcher).split()
        for line in lines
        for launcher in launchers
        if line.startswith(f"{launcher} ") and not line.startswith(f"{launcher} build")
    ]


def is_verb(words: list[str]) -> bool:
    """Tell whether these words name a verb of the command line: it can then be asked for help."""
    with pytest.raises(SystemExit) as stopped:
        make_parser().parse_args([*words, "--help"])
    return stopped.value.code == 0


def examples(text: str) -> list[list[str]]:
    """List the command lines that stand as lines of their own, as words."""
    return [line.split()[1:] for line in re.findall(r"^ {4}(iomsa .*)$", text, re.MULTILINE)]


def names(text: str) -> set[str]:
    """Return what is set as code and written as only code is: with a capital, a dot or an underscore."""
    pieces = [piece for piece in re.findall(r"`([A-Za-z_.]{4,})`", text) if re.search(r"[A-Z_]|\w\.\w", piece)]
    return {piece.rpartition(".")[2] for piece in pieces if not PATH.fullmatch(piece)}


def table(text: str, head: str) -> list[list[str]]:
    """Return the rows of the table whose first line begins so."""
    lines = itertools.takewhile(lambda line: line.startswith("|"), text[text.index(head) :].splitlines())
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in list(lines)[2:]]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_exists(root: Path, name: str) -> None:
    found = paths(said(root, name))
    assert [path for path in found if not any((root / place / path).exists() for place in WHERE)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_name_in_code_is_there(root: Path, name: str) -> None:
    files = [path for folder in ("forms", "desktop", "build", "tests") for path in (root / folder).rglob("*.py")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    words = set(re.findall(r"\w+", source + said(root, "pyproject.toml")))
    assert names(said(root, name)) - words == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_somewhere(root: Path, name: str) -> None:
    here = (root / name).parent
    assert [link for link in links(said(root, name)) if not (here / link).exists()] == []


def test_the_readme_shows_the_pages(root: Path) -> None:
    shown = re.findall(r"!\[[^\]]+\]\(docs/pictures/([\w-]+)\.png\)", said(root, "README.md"))
    assert sorted(shown) == sorted(PICTURES)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_verb_of_make_exists(root: Path, name: str) -> None:
    asked = [words[0] for words in commands(said(root, name), *LAUNCHERS)]
    targets = re.findall(r"^([\w ]+):$", said(root, "Makefile"), re.MULTILINE)[0].split()
    assert set(asked) <= set(targets)
    assert all(f"  {target} " in make.USAGE for target in targets)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_verb_of_the_command_exists(root: Path, name: str) -> None:
    asked = [[word for word in words if re.fullmatch(r"[a-z]+", word)] for words in commands(said(root, name), "iomsa")]
    assert [words for words in asked if not is_verb(words)] == []


def test_the_command_lines_of_the_readme_can_be_typed(root: Path) -> None:
    lines = examples(said(root, "README.md"))
    assert len(lines) == 3
    assert all(make_parser().parse_args(line).run for line in lines)


def test_the_changelog_has_this_version(root: Path) -> None:
    heads = re.findall(r"^## \[([^\]]+)\](.*)$", said(root, "CHANGELOG.md"), re.MULTILINE)
    assert [head for head, _ in heads][:2] == ["Unreleased", __version__]
    assert all(re.fullmatch(r" - \d{4}-\d\d-\d\d", rest) for _, rest in heads[1:])


def test_every_dependency_has_its_reason(root: Path) -> None:
    project = tomllib.loads(said(root, "pyproject.toml"))
    text = said(root, "ARCHITECTURE.md")
    asked = [Requirement(each).name for each in project["project"]["dependencies"]]
    assert [(name, bool(why), bool(licence)) for name, why, licence in table(text, "| package | why | licence |")] == [
        (name, True, True) for name in asked
    ]
    named = [name for row in table(text, "| package | why |\n") for name in row[0].split(", ")]
    assert sorted(named) == sorted(Requirement(each).name for each in project["dependency-groups"]["dev"])


def test_the_page_about_the_return_names_every_sheet_in_order(root: Path) -> None:
    rows = table(said(root, "docs/return.md"), "| sheet | what stands on it |")
    assert [name for row in rows for name in row[0].split(", ")] == [sheet.name for sheet in SHEETS]


def test_what_does_not_exist_is_seen(root: Path) -> None:
    text = "`forms/gone.py` and [this](gone.md) by `make gone`, `iomsa gone`\n\n    iomsa gone FILE\n"
    assert paths(text) == ["forms/gone.py"]
    assert links(text) == ["gone.md"]
    assert commands(text, "make") == [["gone"]]
    assert examples(text) == [["gone", "FILE"]]
    assert names("`Gone` and `gone.for_ever`, not `gone` or `gone.md`") == {"Gone", "for_ever"}
    assert not is_verb(["gone"])
    assert is_verb(["framework", "check"])
    assert not is_verb(["framework", "gone"])
