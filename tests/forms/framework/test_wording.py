"""Released wordings stay as they are: each id keeps its hash for ever."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.builders import iom, library

from iomsa.framework.load import framework_from_path
from iomsa.framework.wording import pinned, wording_hash, wordings

CRITERIA = Path(__file__).parents[3] / "forms" / "iomsa" / "criteria"
FRAMEWORKS = sorted(CRITERIA.glob("*/*.toml"))


def test_a_hash_is_the_first_12_hex_digits_of_sha_256() -> None:
    text = "A named board owns IOM and meets as often as it says it will."
    assert wording_hash(text) == hashlib.sha256(text.encode()).hexdigest()[:12]
    assert len(wording_hash("")) == 12


@pytest.mark.parametrize(
    "same", ["Café at  the\tdoor", " Café at\nthe door ", "Cafe\u0301 at the door", "Café at\u00a0the door"]
)
def test_white_space_and_composition_make_no_difference(same: str) -> None:
    assert wording_hash(same) == wording_hash("Café at the door")


@pytest.mark.parametrize("other", ["café at the door", "Café at the doors", "Cafe at the door", "Caféat the door"])
def test_everything_else_does(other: str) -> None:
    assert wording_hash(other) != wording_hash("Café at the door")


def test_every_item_with_a_wording_has_a_hash() -> None:
    assert list(wordings(library())) == [
        *("B", "H", "L", "F", "B.a", "B.b", "H.a", "L.a", "L.b", "F.a"),
        *("B.a.1", "B.a.2", "B.b.1", "H.a.1", "H.a.2", "Q1", "SV", "RT", "CB"),
    ]
    assert len(wordings(iom())) == 11 + 33 + 116 + 29


@pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: path.stem)
def test_no_released_wording_has_changed(path: Path) -> None:
    """A changed wording needs a new id; this file of ids and hashes is written once and never again."""
    released = json.loads(path.with_suffix(".wordings.json").read_text(encoding="utf-8"))
    assert wordings(framework_from_path(path)) == released


def test_the_file_of_a_release_is_what_the_framework_says() -> None:
    assert json.loads(pinned(library())) == wordings(library())
