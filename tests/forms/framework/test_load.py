"""Reading a framework: what comes of good data, and every problem of bad data at once, with its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.builders import iom, library, library_data

from iomsa.framework.digest import hash_of
from iomsa.framework.load import framework_from_data, framework_from_path
from iomsa.framework.shipped import DEFAULT, shipped, shipped_data
from iomsa.problems import Refused

Data = dict[str, Any]


def changed(change: Callable[[Data], object]) -> Data:
    """Return the library's data after a change in place."""
    data: Data = copy.deepcopy(dict(library_data()))
    change(data)
    return data


def problems_of(data: object) -> list[tuple[str, str]]:
    """Return code and place of every problem for which data is refused."""
    with pytest.raises(Refused) as refused:
        framework_from_data(data if isinstance(data, dict) else {})
    return [(each.code, each.place) for each in refused.value.problems]


def test_the_carried_criteria_load() -> None:
    assert DEFAULT in shipped()
    assert iom().ref == DEFAULT
    assert [each.id for each in iom().standards] == [str(id) for id in range(1, 12)]


def test_a_framework_of_another_kind_loads() -> None:
    assert library().ref == "village-library@1"
    first = library().standards[0].questions[0].prompts[0]
    assert (first.id, first.essential, first.not_applicable, first.agency) == ("B.a.1", True, False, ("librarian",))
    assert library().rules.mean.steps == (1, 3)
    assert library().rules.moves.few == 2


def test_data_that_went_through_json_gives_the_same_framework() -> None:
    again = framework_from_data(json.loads(json.dumps(dict(library_data()))))
    assert again == library()
    assert again.hash == library().hash


def test_the_hash_is_of_content_not_of_order() -> None:
    backwards = dict(reversed(list(library_data().items())))
    assert hash_of(backwards) == hash_of(library_data())
    assert hash_of(changed(lambda data: data.update(title="Another"))) != hash_of(library_data())


def test_an_unknown_framework_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        shipped_data("iom@1999.1")
    assert "iom@2026.1" in str(refused.value)


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "criteria.toml"
    path.write_text("title = ", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        framework_from_path(path)
    assert [each.code for each in refused.value.problems] == ["framework.not-toml"]
    assert str(path) in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "criteria.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="not valid TOML"):
        framework_from_path(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        framework_from_path(tmp_path / "none.toml")
    assert [each.code for each in refused.value.problems] == ["framework.unreadable"]


def test_every_problem_is_told_at_once_with_its_place() -> None:
    def spoil(data: Data) -> None:
        del data["title"]
        data["ratings"][1]["points"] = "one"
        data["standards"][0]["rule"] = "median"
        data["standards"][1]["questions"][0]["prompts"][0]["minutes"] = True
        data["standards"][1]["questions"][0]["prompts"][1]["agency"] = "council"
        data["standards"][1]["questions"][0]["prompts"][1]["colour"] = "blue"
        data["rules"]["share"]["bands"] = [85, 60]
        data["glossary"] = "none"

    assert set(problems_of(changed(spoil))) == {
        ("framework.missing", "framework.title"),
        ("framework.wrong-value", "framework.ratings[fair].points"),
        ("framework.wrong-value", "framework.standards[B].rule"),
        ("framework.wrong-value", "framework.standards[H].questions[H.a].prompts[H.a.1].minutes"),
        ("framework.wrong-value", "framework.standards[H].questions[H.a].prompts[H.a.2].agency"),
        ("framework.unknown-key", "framework.standards[H].questions[H.a].prompts[H.a.2].colour"),
        ("framework.not-rising", "framework.rules.share.bands"),
        ("framework.wrong-value", "framework.glossary"),
    }


def test_a_problem_says_what_was_found_and_what_is_expected() -> None:
    with pytest.raises(Refused) as refused:
        framework_from_data(changed(lambda data: data["standards"][0].update(rule="median")))
    assert "framework.standards[B].rule: found 'median', expected one of: mean, lowest, shown." in str(refused.value)


def test_empty_text_is_no_text() -> None:
    data = changed(lambda data: data["standards"][0]["questions"][0]["prompts"][0].update(meaning="  "))
    place = "framework.standards[B].questions[B.a].prompts[B.a.1].meaning"
    assert problems_of(data) == [("framework.wrong-value", place)]


@pytest.mark.parametrize("missing", ["meaning", "evidence", "text", "minutes"])
def test_a_prompt_without_its_guidance_is_refused(missing: str) -> None:
    data = changed(lambda data: data["standards"][0]["questions"][0]["prompts"][0].pop(missing))
    place = f"framework.standards[B].questions[B.a].prompts[B.a.1].{missing}"
    assert problems_of(data) == [("framework.missing", place)]


def test_nothing_at_all_is_refused_not_a_crash() -> None:
    assert ("framework.missing", "framework.id") in problems_of({})


def test_a_table_where_a_value_should_be_and_the_other_way_round() -> None:
    found = problems_of(changed(lambda data: data.update(title={"en": "x"}, case_review="no", standards=["B"])))
    assert ("framework.wrong-value", "framework.title") in found
    assert ("framework.not-a-table", "framework.case_review") in found
    assert ("framework.not-a-table", "framework.standards[1]") in found
