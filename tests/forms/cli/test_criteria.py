"""Framework check and framework show."""

from pathlib import Path

import pytest
from tests.builders import HERE, iom_data
from tests.forms.cli.verbs import Run

from iomsa.framework.shipped import shipped_data

VILLAGE = HERE / "frameworks" / "village-library.toml"


def test_sound_criteria(run: Run) -> None:
    done = run("framework", "check", VILLAGE)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("village-library@1 is sound: 4 standards, ")


def test_every_problem_is_said_with_its_place(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "bad.toml"
    text = VILLAGE.read_text(encoding="utf-8")
    path.write_text(
        text.replace('scale = "habit"', 'scale = "whim"').replace('tag = "CH"', 'tag = "ZZ"'), encoding="utf-8"
    )
    done = run("framework", "check", path)
    assert (done.code, done.out) == (1, "")
    assert "standards[B]: there is no scale 'whim'." in done.err
    assert "there is no source for the tag 'CH 1'." in done.err


@pytest.mark.parametrize("content", [b"id = ", b"\xff", b"x = 1"])
def test_what_are_no_criteria(tmp_path: Path, run: Run, content: bytes) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    done = run("framework", "check", path)
    assert (done.code, done.out) == (1, "")
    assert done.err


def test_criteria_that_are_not_there(tmp_path: Path, run: Run) -> None:
    assert run("framework", "check", tmp_path / "none.toml").code == 1
    assert run("framework", "check", tmp_path).code == 1


def test_show_names_everything_that_is_asked(run: Run) -> None:
    done = run("framework", "show")
    assert (done.code, done.err) == (0, "")
    assert "11 standards, 33 key questions, 116 prompts, 29 case questions, 44 profile items" in done.out
    assert "    1.1.1 A written local IOM agreement" in done.out
    assert "(rated from P3)" in done.out


def test_show_as_json_is_the_criteria_as_they_are(run: Run) -> None:
    assert run("framework", "show", "iom@2026.1", "--json").data == iom_data() == shipped_data("iom@2026.1")


def test_criteria_that_are_not_carried(run: Run) -> None:
    done = run("framework", "show", "iom@1999.1")
    assert (done.code, done.out) == (1, "")
    assert "it has iom@2026.1" in done.err
