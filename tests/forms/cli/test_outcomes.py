"""The verb `outcomes`: figures from people who were filled in, in words and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.forms.cli.verbs import Run


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
