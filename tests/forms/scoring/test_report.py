"""The scorecard as data and as sentences."""

from __future__ import annotations

import json

from tests.builders import blank, full, iom, library, with_answers, with_cases, with_move, with_open_case

from iomsa.scoring.report import as_data, as_text
from iomsa.scoring.score import score


def test_the_data_of_a_complete_period() -> None:
    data = as_data(iom(), score(iom(), full(iom(), 2)))
    assert list(data) == [
        *("framework", "period", "complete", "answered", "prompts"),
        *("overall", "organisation", "work_with_people", "standards"),
    ]
    assert data["framework"] == "iom@2026.1"
    assert data["period"] == "2025-26"
    assert (data["complete"], data["answered"], data["prompts"]) == (True, 82, 82)
    assert data["overall"] == {
        "rating": "good",
        "range": None,
        "points": 20,
        "max": 30,
        "provisional": False,
        "limited_by": None,
        "reason": "20 of 30 points from standards 1-10: Good.",
    }
    assert data["organisation"] == {"rating": "good", "range": None, "points": 12, "max": 18, "so_far": False}
    assert data["work_with_people"] == {"rating": "good", "range": None, "points": 8, "max": 12, "so_far": False}
    assert [each["id"] for each in data["standards"]] == [str(id) for id in range(1, 12)]
    assert {key: value for key, value in data["standards"][0].items() if key != "questions"} == {
        "id": "1",
        "rating": "good",
        "range": None,
        "moved_to": None,
        "points": 2,
        "so_far": False,
        "reason": "6 of 9 points from 3 key questions: Good.",
    }
    assert data["standards"][0]["questions"][0] == {
        "id": "1.1",
        "rating": "good",
        "range": None,
        "moved_to": None,
        "points": 2,
        "sufficient": None,
        "n": None,
        "percent": None,
        "so_far": False,
        "reason": "8 of 12 points: Good.",
    }
    assert data["standards"][6]["questions"][2] == {
        "id": "7.3",
        "rating": "good",
        "range": None,
        "moved_to": None,
        "points": 2,
        "sufficient": 7,
        "n": 10,
        "percent": 70,
        "so_far": False,
        "reason": "7 of 10 files sufficient, 70 % (95 % interval 40 to 89 %): Good.",
    }


def test_the_shown_standard_stands_in_the_list_without_a_rating() -> None:
    shown = as_data(iom(), score(iom(), full(iom(), 2)))["standards"][10]
    assert (shown["id"], shown["rating"], shown["range"], shown["points"]) == ("11", None, None, None)
    assert [each["id"] for each in shown["questions"]] == ["11.1", "11.2", "11.3"]
    for each in shown["questions"]:
        assert (each["rating"], each["points"]) == (None, None)
        assert (each["sufficient"], each["n"], each["percent"]) == (7, 10, 70)


def test_the_points_of_a_range_are_null() -> None:
    data = as_data(iom(), score(iom(), with_answers(full(iom(), 2), {"1.1.3": None})))
    question = data["standards"][0]["questions"][0]
    assert (question["rating"], question["range"], question["points"]) == (None, ["requires-improvement", "good"], None)
    assert (data["complete"], data["answered"]) == (False, 81)


def test_a_range_of_the_overall() -> None:
    sheet = with_answers(full(iom(), 1), {f"{s}.{q}.{p}": None for s in (5, 6) for q in (1, 2, 3) for p in range(1, 7)})
    overall = as_data(iom(), score(iom(), sheet))["overall"]
    assert (overall["rating"], overall["range"]) == (None, ["requires-improvement", "good"])
    assert (overall["points"], overall["max"], overall["limited_by"]) == (None, 30, None)


def test_a_limit_that_changed_the_overall_is_named() -> None:
    shares = {f"{stage}{place}": (14, 20) for stage in "APDR" for place in (1, 2, 3)} | {"A3": (5, 20)}
    overall = as_data(iom(), score(iom(), with_cases(iom(), full(iom(), 2), shares)))["overall"]
    assert (overall["rating"], overall["limited_by"]) == ("requires-improvement", ["7.3"])


def test_without_cases_what_does_not_apply_is_null() -> None:
    data = as_data(iom(), score(iom(), blank(iom())))
    assert {key: data["overall"][key] for key in ("rating", "range", "points", "max", "limited_by")} == dict.fromkeys(
        ("rating", "range", "points", "max", "limited_by")
    )
    assert data["organisation"]["range"] == ["inadequate", "outstanding"]
    question = data["standards"][7]["questions"][0]
    assert (question["rating"], question["sufficient"], question["n"], question["percent"]) == (None, 0, 0, None)


def test_moves_and_so_far_are_told() -> None:
    sheet = with_open_case(iom(), with_move(full(iom(), 2), "7", "requires-improvement"))
    data = as_data(iom(), score(iom(), sheet))
    assert (data["standards"][6]["rating"], data["standards"][6]["moved_to"]) == ("good", "requires-improvement")
    assert (data["standards"][6]["so_far"], data["standards"][0]["so_far"]) == (True, False)
    assert (data["overall"]["provisional"], data["work_with_people"]["so_far"]) == (True, True)


def test_a_check_that_stops_the_return_leaves_nothing_complete() -> None:
    card = score(iom(), full(iom(), 2))
    assert as_data(iom(), card, stopped=True)["complete"] is False


def test_the_data_is_json() -> None:
    data = as_data(library(), score(library(), full(library(), 1)))
    assert json.loads(json.dumps(data)) == data
    assert {"house", "readers"} < data.keys()


def test_the_sentences_name_every_standard_and_say_self_rated() -> None:
    text = as_text(iom(), score(iom(), with_move(full(iom(), 2), "1", "requires-improvement")))
    assert iom().self_rated in text
    assert "Overall: Good. 20 of 30 points from standards 1-10: Good." in text
    assert "\n1 Strategic leadership: Good, moved to Requires improvement. 6 of 9 points" in text
    assert all(f"\n{each.id} {each.title}: " in text for each in iom().standards)
    assert "Where a real change would count most: " in text


def test_the_sentences_of_an_empty_sheet_say_what_is_missing_once() -> None:
    text = as_text(iom(), score(iom(), blank(iom())))
    assert "\n1 Strategic leadership: Not started: all 14 prompts are open.\n" in text
    assert "\n7 Assessment: Not rated: no case files have been reviewed.\n" in text
