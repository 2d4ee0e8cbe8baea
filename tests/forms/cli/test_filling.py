"""Fill: what is merged, what is refused with its place, and that a refusal changes nothing at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.forms.cli.verbs import Run, sheet_of

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN

PERIOD = "2026-27"
NAMES = [{"name": "Alex Example", "agency": "police"}, {"name": "Sam Sample", "agency": "probation"}]
ALL_OF_IT: dict[str, Any] = {
    "answers": {
        "1.1.1": 3,
        "1.1.2": {"level": 1, "note": "Since May.", "evidence": ["Minutes", "Plan"], "flag": True},
        "1.1.3": "not-known",
        "1.1.4": 2,
        "4.2.4": {"not_applicable": "in England"},
    },
    "moves": {"1.1": {"to": "good", "reason": "Seen by both.", "by": NAMES}},
    "profile": {"cohort.total": 42, "staff.police": "not-known"},
    "cases": [
        {"ref": "A01", "about": {"cohort": "fixed"}, "answers": {"C1": "yes", "A1": "no", "A2": "not-applicable"}}
    ],
    "people": [],
}


def test_every_part_is_filled(new: Path, fill: Run) -> None:
    done = fill(new, ALL_OF_IT)
    assert (done.code, done.err) == (0, "")
    assert done.out == "2026-27: 5 answers, 2 profile fields, 1 case, 3 case answers, 1 move changed.\n"
    sheet = sheet_of(new, PERIOD)
    assert {id: each.choice for id, each in sheet.answers.items()} == {
        "1.1.1": "3",
        "1.1.2": "1",
        "1.1.3": NOT_KNOWN,
        "1.1.4": "2",
        "4.2.4": NOT_APPLICABLE,
    }
    full = sheet.answers["1.1.2"]
    assert (full.note, full.evidence_items, full.flag) == ("Since May.", ("Minutes", "Plan"), True)
    assert sheet.answers["4.2.4"].reason == "in England"
    assert sheet.profile["cohort.total"].value == "42"
    assert sheet.profile["staff.police"].not_known
    assert dict(sheet.cases["A01"].header.about) == {"cohort": "fixed"}
    assert {id: each.choice for id, each in sheet.cases["A01"].answers.items()} == {
        "C1": "yes",
        "A1": "no",
        "A2": NOT_APPLICABLE,
    }
    assert sheet.moves["1.1"].to == "good"
    assert sheet.moves["1.1"].by == (("Alex Example", "police"), ("Sam Sample", "probation"))


def test_null_clears_and_what_is_absent_is_left_alone(new: Path, fill: Run) -> None:
    assert fill(new, ALL_OF_IT).code == 0
    data = {
        "answers": {"1.1.1": None, "1.1.2": {"note": None}},
        "moves": {"1.1": None},
        "profile": {"cohort.total": None},
        "cases": [{"ref": "A01", "about": {"sex": "male"}, "answers": {"C1": None, "C2": "yes"}}],
    }
    assert fill(new, data).code == 0
    sheet = sheet_of(new, PERIOD)
    assert "1.1.1" not in sheet.answers
    assert sheet.answers["1.1.2"]._replace(by="", on="")[:5] == ("1", "", "", "Minutes\nPlan", True)
    assert sheet.answers["1.1.3"].choice == NOT_KNOWN
    assert "cohort.total" not in sheet.profile
    assert dict(sheet.cases["A01"].header.about) == {"cohort": "fixed", "sex": "male"}
    assert set(sheet.cases["A01"].answers) == {"A1", "A2", "C2"}
    assert sheet.moves == {}


def test_the_same_again_changes_nothing(new: Path, fill: Run) -> None:
    fill(new, ALL_OF_IT)
    before = new.read_bytes()
    done = fill(new, ALL_OF_IT)
    assert done.code == 0
    assert "nothing to change" in done.out
    assert new.read_bytes() == before


def test_the_period_can_be_named(practice: Path, fill: Run) -> None:
    assert fill(practice, {"answers": {"1.1.1": 0}}, "--period", "2023-24").code == 0
    assert sheet_of(practice, "2023-24").answers["1.1.1"].choice == "0"
    assert sheet_of(practice, "2025-26").answers["1.1.1"].choice == "3"


GOOD = {"1.1.1": 3}
REFUSED: list[tuple[object, str]] = [
    ({"answers": {**GOOD, "1.9.9": 1}}, "answers 1.9.9: "),
    ({"answers": {**GOOD, "1.1": 1}}, "answers 1.1: "),
    ({"answers": {**GOOD, "1.1.2": 4}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": -1}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": 1.5}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": True}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": "3"}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": "good"}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": []}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": "not-applicable"}}, "answers 1.1.2: "),
    ({"answers": {**GOOD, "1.1.2": {"not_applicable": "no"}}}, "answers 1.1.2 not_applicable: "),
    ({"answers": {**GOOD, "4.2.4": {"not_applicable": " "}}}, "answers 4.2.4 not_applicable: "),
    ({"answers": {**GOOD, "1.1.2": {"level": 2, "colour": "red"}}}, "answers 1.1.2 colour: "),
    ({"answers": {**GOOD, "1.1.2": {"note": 5}}}, "answers 1.1.2 note: "),
    ({"answers": {**GOOD, "1.1.2": {"note": "x" * 32_001}}}, "answers 1.1.2 note: "),
    ({"answers": {**GOOD, "1.1.2": {"evidence": "one"}}}, "answers 1.1.2 evidence: "),
    ({"answers": {**GOOD, "1.1.2": {"flag": "yes"}}}, "answers 1.1.2 flag: "),
    ({"answers": [1]}, "answers: "),
    ({"answers": GOOD, "moves": {"1.1": {"to": "outstanding", "reason": "x", "by": NAMES}}}, "moves 1.1: "),
    ({"answers": GOOD, "moves": {"7.1": {"to": "good", "reason": "x", "by": NAMES}}}, "moves 7.1: "),
    ({"answers": GOOD, "moves": {"1": {"to": "best", "reason": "x", "by": NAMES}}}, "moves 1 to: "),
    ({"answers": GOOD, "moves": {"99": {"to": "good", "reason": "x", "by": NAMES}}}, "moves 99: "),
    ({"answers": GOOD, "moves": {"1": {"to": "good", "reason": "", "by": NAMES}}}, "moves 1 reason: "),
    ({"answers": GOOD, "profile": {"cohort.total": "many"}}, "profile cohort.total: "),
    ({"answers": GOOD, "profile": {"cohort.total": -1}}, "profile cohort.total: "),
    ({"answers": GOOD, "profile": {"cohort.all": 1}}, "profile cohort.all: "),
    ({"answers": GOOD, "profile": {"period.census": "soon"}}, "profile period.census: "),
    ({"answers": GOOD, "cases": [{"about": {}}]}, "cases number 1: "),
    ({"answers": GOOD, "cases": [{"ref": "A", "answers": {"C99": "yes"}}]}, "cases A answers C99: "),
    ({"answers": GOOD, "cases": [{"ref": "A", "answers": {"C1": "maybe"}}]}, "cases A answers C1: "),
    ({"answers": GOOD, "cases": [{"ref": "A", "about": {"cohort": "blue"}}]}, "cases A about cohort: "),
    ({"answers": GOOD, "cases": [{"ref": "A"}, {"ref": "A"}]}, "cases A: "),
    ({"answers": GOOD, "people": [{"ref": "P1", "entry": "soon"}]}, "people P1 entry: "),
    ({"answers": GOOD, "replies": {}}, "replies: "),
    ([GOOD], "this has to be an object"),
    (b"", "is not valid JSON"),
    (b"{'answers': {}}", "is not valid JSON"),
    (b'{"answers": {"1.1.1": 3, "1.1.1": 2}}', "'1.1.1' stands 2 times"),
    (b'{"answers": {"1.1.1": NaN}}', "NaN is no number"),
    (b'{"answers": {"1.1.1": ' + b"9" * 5000 + b"}}", "is not valid JSON"),
    (b"\xff\xfe\x00", "is not valid JSON"),
    (b"[" * 100_000, "nested too deeply"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused_changes_nothing(new: Path, fill: Run, data: object, words: str) -> None:
    before = new.read_bytes()
    done = fill(new, data)
    assert (done.code, done.out) == (1, "")
    assert words in done.err
    assert new.read_bytes() == before


def test_every_refusal_is_said_at_once(new: Path, fill: Run) -> None:
    data = {"answers": {"1.1.1": 9, "9.9.9": 1}, "profile": {"x": 1}, "cases": [{"ref": ""}], "people": [{}]}
    lines = fill(new, data).err.splitlines()
    assert len(lines) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_what_windows_writes_is_read(new: Path, fill: Run, encoding: str) -> None:
    text = json.dumps({"answers": {"1.1.1": {"level": 2, "note": "ŵythnos – 🦔"}}}, ensure_ascii=False)
    assert fill(new, text.encode(encoding)).code == 0
    assert sheet_of(new, PERIOD).answers["1.1.1"].note == "ŵythnos – 🦔"


def test_a_file_of_answers_that_is_not_there(new: Path, tmp_path: Path, run: Run) -> None:
    done = run("fill", new, tmp_path / "none.json")
    assert (done.code, done.out) == (1, "")
    assert "none.json: this file can't be read" in done.err


def test_an_unknown_period(new: Path, fill: Run) -> None:
    done = fill(new, {"answers": GOOD}, "--period", "1999-00")
    assert (done.code, done.out) == (1, "")
    assert "it has 2026-27" in done.err
