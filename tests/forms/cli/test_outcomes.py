"""The verb `outcomes`: figures from people who were filled in, in words and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.forms.cli.verbs import Run

from iomsa.store.scheme_file import SchemeFile


def people(count: int) -> list[dict[str, object]]:
    return [
        {
            "ref": f"P{n:03}",
            "entry": "2024-04-03",
            "window_days": 365,
            "offences_before": 4,
            "custody_before": 0,
            "offences_after": n % 3,
            "custody_after": 0,
            "first_reoffence": "2024-08-01" if n % 3 else "none",
        }
        for n in range(count)
    ]


def test_outcomes_of_people_who_were_filled_in(new: Path, tmp_path: Path, run: Run) -> None:
    answers = tmp_path / "people.json"
    answers.write_text(json.dumps({"people": people(30), "follow_up": {"data_to": "2026-09-30"}}), encoding="utf-8")
    filled = run("fill", new, answers)
    assert filled.code == 0
    assert "30 people" in filled.out
    data = json.loads(run("outcomes", new, "--json").out)
    assert (data["proven_reoffending"]["reoffended"], data["proven_reoffending"]["n"]) == (20, 30)
    assert data["rate_ratio"]["people"] == 30
    assert data["rate_ratio"]["interval"][0] < data["rate_ratio"]["ratio"] < 1
    said = run("outcomes", new)
    assert said.code == 0
    assert "20 of 30 reoffended within a year: 67 %" in said.out


def test_outcomes_where_there_is_nobody(new: Path, run: Run) -> None:
    done = run("outcomes", new)
    assert (done.code, done.err) == (0, "")
    assert "has not been given" in done.out
    assert json.loads(run("outcomes", new, "--json").out)["proven_reoffending"]["rate"] is None


def test_outcomes_in_the_shape_that_programs_know(practice: Path, run: Run) -> None:
    data = run("outcomes", practice, "--json").data
    shape = {
        "proven_reoffending": {"n", "reoffended", "rate", "interval", "too_recent", "left", "untraced"},
        "frequency": {"of", "reduced", "same", "increased", "p", "reason"},
        "seriousness": {"of", "reduced", "same", "increased", "p", "reason"},
        "frequency_all": {"of", "reduced", "same", "increased", "p"},
        "seriousness_all": {"of", "reduced", "same", "increased", "p"},
        "rate_ratio": {"ratio", "interval", "people", "years_before", "years_after", "uncorrected"},
        "observed_predicted": {"observed", "predicted", "ratio", "p", "interval"},
        "could_show": {"critical", "rate_for_power"},
        "regression_to_mean": {"earlier_to_before", "expected_fall", "observed_fall"},
    }
    assert {name: names - set(data[name]) for name, names in shape.items()} == {name: set() for name in shape}
    assert len(data["pathways"]) == 9
    assert data["break_even"]["Robbery"]["offences"] > 0
    assert data["over_time"]["points"]
    assert any(each["n"] for each in data["agreement"].values())
    assert run("outcomes", practice, "--json", "--period", "2023-24").data["people"] == 0


def test_outcomes_for_a_person_say_what_may_be_claimed(practice: Path, run: Run) -> None:
    said = run("outcomes", practice).out
    for line in ("What may be said:", "What may not be said:", "Did the scheme make a difference?", "Reviewed twice: "):
        assert line in said
    assert "Education, training and employment, of " in said


def test_outcomes_that_may_be_shared(practice: Path, run: Run) -> None:
    said = run("outcomes", practice, "--share-safe")
    assert (said.code, said.err) == (0, "")
    assert "This is not the return" in said.out
    assert "<5" in said.out
    lines = run("outcomes", practice, "--share-safe", "--json").data["lines"]
    assert {"group", "label", "value", "percent", "note"} == set(lines[0])
    assert not [line for line in lines if line["value"] in {"1", "2", "3", "4"}]


def test_outcomes_of_a_file_whose_rows_were_removed(practice: Path, run: Run) -> None:
    before = run("score", practice, "--json").out
    with SchemeFile.open(practice, clock=lambda: "2026-11-22T10:00:00", who=str) as file:
        file.remove_people([period.name for period in file.periods()])
    assert run("score", practice, "--json").out == before
    said = run("outcomes", practice).out
    assert said.startswith("These figures were kept on 22 November 2026, when the rows of 73 people and 40 case files")
    assert "Of these, reoffended within a year: 20, n 58" in said
    data = run("outcomes", practice, "--json").data
    assert (data["kept"]["origin"], data["proven_reoffending"]["rate"]) == ("removed", None)
    assert "can't be made share-safe" in run("outcomes", practice, "--share-safe").out
