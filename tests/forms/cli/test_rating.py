"""Score and check: the JSON key by key, the sentences, the exit codes."""

from pathlib import Path

import pytest
from tests.forms.cli.verbs import Run

RATINGS = {"inadequate", "requires-improvement", "good", "outstanding"}


def test_score_json_has_every_key_of_a_complete_period(practice: Path, run: Run) -> None:
    data = run("score", practice, "--json").data
    assert list(data) == [
        "framework", "period", "complete", "answered", "prompts",
        "overall", "organisation", "work_with_people", "standards",
    ]  # fmt: skip
    assert (data["framework"], data["period"]) == ("iom@2026.1", "2025-26")
    assert (data["complete"], data["answered"], data["prompts"]) == (True, 82, 82)
    overall = data["overall"]
    assert list(overall) == ["rating", "range", "points", "max", "provisional", "limited_by", "reason"]
    assert (overall["rating"], overall["range"]) == ("requires-improvement", None)
    assert (overall["points"], overall["max"], overall["provisional"]) == (13, 30, False)
    assert overall["limited_by"] is None
    for key, points, most in (("organisation", 7, 18), ("work_with_people", 6, 12)):
        assert data[key] == {
            "rating": "requires-improvement", "range": None, "points": points, "max": most, "so_far": False,
        }  # fmt: skip


def test_score_json_has_every_key_of_standards_and_key_questions(practice: Path, run: Run) -> None:
    standards = run("score", practice, "--json").data["standards"]
    assert [each["id"] for each in standards] == [str(number) for number in range(1, 12)]
    for standard in standards:
        assert list(standard) == ["id", "rating", "range", "moved_to", "points", "so_far", "reason", "questions"]
        assert [each["id"] for each in standard["questions"]] == [f"{standard['id']}.{n}" for n in (1, 2, 3)]
        for each in standard["questions"]:
            assert list(each) == [
                "id", "rating", "range", "moved_to", "points", "sufficient", "n", "percent", "so_far", "reason",
            ]  # fmt: skip
            assert each["reason"]
    by_id = {each["id"]: each for each in standards}
    assert by_id["7"]["moved_to"] == "requires-improvement"
    assert by_id["7"]["rating"] == "good"
    safety = by_id["8"]["questions"][2]
    assert (safety["rating"], safety["sufficient"], safety["n"], safety["percent"]) == (
        "requires-improvement", 21, 40, 53,
    )  # fmt: skip
    assert safety["moved_to"] is None
    organised = by_id["1"]["questions"][0]
    assert (organised["rating"], organised["points"]) == ("good", 2)
    assert (organised["sufficient"], organised["n"], organised["percent"]) == (None, None, None)
    assert by_id["11"]["rating"] is by_id["11"]["points"] is None
    assert [each["rating"] for each in by_id["11"]["questions"]] == [None] * 3
    assert [each["n"] for each in by_id["11"]["questions"]] == [40, 29, 11]


def test_score_of_an_empty_period_is_no_error(new: Path, run: Run) -> None:
    done = run("score", new, "--json")
    assert (done.code, done.err) == (0, "")
    data = done.data
    assert (data["complete"], data["answered"]) == (False, 0)
    assert data["overall"]["rating"] is None
    assert data["standards"][0]["range"] == ["inadequate", "outstanding"]
    assert data["standards"][6]["rating"] is data["standards"][6]["range"] is None


def test_score_says_that_a_stopped_return_is_not_complete(practice: Path, fill: Run, run: Run) -> None:
    assert fill(practice, {"profile": {"scheme.name": None}}).code == 0
    assert run("score", practice, "--json").data["complete"] is False


def test_score_in_sentences(practice: Path, run: Run) -> None:
    done = run("score", practice)
    assert (done.code, done.err) == (0, "")
    assert "The inspectorates have not rated this scheme." in done.out
    assert "moved to Requires improvement" in done.out


def test_score_takes_the_latest_period_unless_one_is_named(practice: Path, run: Run) -> None:
    assert run("score", practice, "--json", "--period", "2023-24").data["period"] == "2023-24"
    assert {each["rating"] for each in run("score", practice, "--json").data["standards"]} <= RATINGS | {None}


@pytest.mark.parametrize("verb", ["score", "check"])
def test_an_unknown_period_is_refused(practice: Path, run: Run, verb: str) -> None:
    done = run(verb, practice, "--period", "1999-00", "--json")
    assert done.code == 1
    assert "it has 2023-24, 2024-25, 2025-26" in done.err
    assert [each["code"] for each in done.data["refused"]] == ["period.unknown"]


def test_reading_verbs_leave_the_file_as_it_is(practice: Path, run: Run) -> None:
    before = practice.read_bytes(), sorted(each.name for each in practice.parent.iterdir())
    run("score", practice)
    run("check", practice)
    assert (practice.read_bytes(), sorted(each.name for each in practice.parent.iterdir())) == before


def test_check_of_what_only_questions(practice: Path, run: Run) -> None:
    done = run("check", practice)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "Questions:"
    assert done.out.splitlines()[-1] == "2025-26: nothing stops the return; 11 questions."


def test_check_of_what_stops(practice: Path, fill: Run, run: Run) -> None:
    assert fill(practice, {"profile": {"scheme.name": None}}).code == 0
    done = run("check", practice)
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("Stops the return:\n  Scheme name and code: ")
    assert done.out.endswith("2025-26: 1 thing stops the return; 11 questions.\n")


def test_check_json(practice: Path, fill: Run, run: Run) -> None:
    fill(practice, {"profile": {"scheme.name": None}})
    done = run("check", practice, "--json")
    assert (done.code, done.err) == (1, "")
    data = done.data
    assert list(data) == ["framework", "period", "stops", "questions", "findings"]
    assert (data["stops"], data["questions"], len(data["findings"])) == (1, 11, 12)
    first = data["findings"][0]
    assert list(first) == ["code", "weight", "kind", "address", "place", "sentence"]
    assert (first["code"], first["weight"]) == ("scheme-name-missing", "stops")
    assert first["address"] == {"kind": "profile", "key": "scheme.name", "part": ""}
