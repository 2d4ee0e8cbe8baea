"""The criteria `iom@2026.1` as a person reads them: how many, each with its four parts, in the words that we use."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

Table = dict[str, Any]

CRITERIA = Path(__file__).parents[3] / "forms/iomsa/criteria/iom/2026.1.toml"
SILENT = {"roles", "id", "tag", "sums_to", "old", "kind", "rule", "domain", "stage", "scale", "case_question", "source"}
NAMES = re.compile(r"Integrated Offender Management|police offender managers?", re.IGNORECASE)
FORBIDDEN = re.compile(
    r"pays for itself|\bprevents\b|reduced by the scheme|at their worst|\bnominals?\b|\boffenders?\b|\bcohorts?\b"
    r"|\bdesist\w*|\bde-?select\w*|\binterfaces?\b|\bsequenced\b|\ba (red|amber|green)\b",
    re.IGNORECASE,
)
LEADS = {"organisation": "In place and working here usually means ", "frequency": "Nearly always here usually means "}
RATED_BY_FILES = {f"{standard}.{place}" for standard in (7, 8, 9, 10) for place in (1, 2, 3)}


@pytest.fixture(scope="module")
def iom() -> Table:
    return tomllib.loads(CRITERIA.read_text(encoding="utf-8"))


def questions(iom: Table) -> list[Table]:
    return [question for standard in iom["standards"] for question in standard["questions"]]


def prompts(iom: Table, scale: str = "") -> list[Table]:
    standards = [each for each in iom["standards"] if not scale or each.get("scale") == scale]
    return [prompt for each in standards for question in each["questions"] for prompt in question.get("prompts", [])]


def fields(iom: Table) -> list[Table]:
    return [field for item in iom["profile"] for field in item["fields"]]


def sentences(value: object, key: str = "") -> Iterator[str]:
    """Yield every text that a person may read, old names apart."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from sentences(inner, name) if name not in SILENT else ()
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner, key)
    elif isinstance(value, str):
        yield value


def words(text: str) -> int:
    return len(text.split())


def test_there_are_as_many_of_each_as_the_criteria_say(iom: Table) -> None:
    assert [len(iom["domains"]), len(iom["standards"]), len(questions(iom)), len(prompts(iom))] == [3, 11, 33, 116]
    assert [len(prompts(iom, "organisation")), len(prompts(iom, "frequency"))] == [82, 34]
    assert [len(each["questions"]) for each in iom["standards"]] == [3] * 11
    assert len(iom["case_review"]["questions"]) == 29
    assert Counter(each["need"] for each in iom["profile"])["required"] == 14
    assert 25 <= len(iom["glossary"]) <= 40


def test_the_marks_are_where_they_belong(iom: Table) -> None:
    essential = [each["id"] for each in prompts(iom) if each.get("essential")]
    assert essential == ["1.1.1", "1.2.5", "2.1.2", "2.3.2", "3.1.4", "3.3.1", "5.1.1", "5.1.3", "5.2.1"]
    optional = [each["id"] for each in prompts(iom) if each.get("not_applicable")]
    assert optional == [
        "1.3.2",
        "3.2.2",
        "4.2.1",
        "4.2.4",
        "4.2.5",
        "4.3.3",
        "6.2.2",
        "6.3.2",
        "6.3.6",
        "8.1.2",
        "9.3.5",
    ]
    assert [each["id"] for each in questions(iom) if each.get("safety")] == ["7.3", "8.3", "9.3", "10.3"]


@pytest.mark.parametrize("kind", ["questions asked", "profile items", "profile fields", "header", "glossary"])
def test_ids_are_unique(iom: Table, kind: str) -> None:
    review = iom["case_review"]
    asked = [each["id"] for each in [*iom["standards"], *questions(iom), *prompts(iom), *review["questions"]]]
    ids = {
        "questions asked": asked,
        "profile items": [each["id"] for each in iom["profile"]],
        "profile fields": [each["id"] for each in fields(iom)],
        "header": [each["id"] for each in review["about"]],
        "glossary": [each["term"] for each in iom["glossary"]],
    }[kind]
    assert [id for id, count in Counter(ids).items() if count > 1] == []


def test_every_id_begins_with_the_one_above_it(iom: Table) -> None:
    for standard in iom["standards"]:
        for place, question in enumerate(standard["questions"], start=1):
            assert question["id"] == f"{standard['id']}.{place}"
            inner = [each["id"] for each in question.get("prompts", [])]
            assert inner == [f"{question['id']}.{each}" for each in range(1, len(inner) + 1)]


@pytest.mark.parametrize("scale", LEADS)
def test_every_prompt_has_its_four_parts(iom: Table, scale: str) -> None:
    for prompt in prompts(iom, scale):
        assert prompt["meaning"].startswith(LEADS[scale]), prompt["id"]
        assert prompt["meaning"].endswith("."), prompt["id"]
        assert 20 <= words(prompt["meaning"]) <= 45, prompt["id"]
        assert 10 <= words(prompt["evidence"]) <= 25, prompt["id"]
        assert 1 <= len(set(prompt["agency"])) == len(prompt["agency"]) <= 3, prompt["id"]
        assert 3 <= prompt["minutes"] <= 20, prompt["id"]


@pytest.mark.parametrize("part", ["text", "meaning", "evidence"])
def test_no_two_prompts_say_the_same(iom: Table, part: str) -> None:
    assert len({each[part] for each in prompts(iom)}) == 116


def test_what_may_be_not_applicable_says_when(iom: Table) -> None:
    told = [each["id"] for each in prompts(iom) if "not applicable" in each["meaning"].lower()]
    assert told == [each["id"] for each in prompts(iom) if each.get("not_applicable")]


def test_short_labels_fit(iom: Table) -> None:
    limits = [(24, iom["standards"]), (28, questions(iom)), (24, iom["case_review"]["questions"])]
    assert [each["short"] for most, group in limits for each in group if not 0 < len(each["short"]) <= most] == []


def test_forbidden_words_are_absent(iom: Table) -> None:
    found = [text for text in sentences(iom) if FORBIDDEN.search(NAMES.sub("", text))]
    assert found == []


def test_fixed_flex_and_free_come_with_a_gloss(iom: Table) -> None:
    everything = [*iom["profile"], *iom["case_review"]["about"]]
    named = [each for each in everything if re.search(r"\b(Fixed|Flex|Free)\b", each["label"] + each["hint"])]
    assert named
    assert [each["id"] for each in named if "neighbourhood crime" not in each["hint"].lower()] == []


def test_every_reference_resolves(iom: Table) -> None:
    review = iom["case_review"]
    agencies = {each["id"] for each in iom["agencies"]}
    assert {id for each in prompts(iom) for id in each["agency"]} | {each["who"] for each in iom["profile"]} <= agencies
    cited = [tag for each in [*questions(iom), *prompts(iom), *review["questions"]] for tag in each["sources"]]
    cited += [each["source"] for each in iom["profile"] if each["source"]]
    sources = tuple(each["tag"] for each in iom["sources"])
    assert [tag for tag in cited if not tag.startswith(sources)] == []
    assert {each["id"] for each in iom["domains"]} == {each["domain"] for each in iom["standards"]}
    assert {each["stage"] for each in review["questions"]} == {each["id"] for each in review["stages"]}
    assert {each["standard"] for each in review["stages"]} == {"7", "8", "9", "10", "11"}


def test_each_summary_question_rates_one_key_question(iom: Table) -> None:
    review = iom["case_review"]
    summary = [each["id"] for each in review["questions"] if each.get("summary")]
    asked = {each["id"]: each["case_question"] for each in questions(iom) if "case_question" in each}
    assert sorted(asked.values()) == sorted(summary)
    assert {id for id in asked if not id.startswith("11.")} == RATED_BY_FILES
    themes = [id for theme in review["themes"] for id in theme["questions"]]
    assert sorted(themes) == sorted(asked[id] for id in RATED_BY_FILES)


def test_breakdowns_close_with_not_recorded(iom: Table) -> None:
    sums = [each for each in iom["profile"] if each.get("sums_to")]
    assert {each["sums_to"] for each in sums} == {"cohort.total"}
    assert [each["id"] for each in sums if not each["fields"][-1]["id"].endswith("not-recorded")] == []


def test_sources_are_said_in_the_agreed_words(iom: Table) -> None:
    assert {each["words"] for each in iom["sources"]} == {
        "2014 inspection",
        "2020 inspection",
        "HM Inspectorate of Probation standards",
        "earlier HM Inspectorate of Probation criteria",
        "Home Office key principles",
        "national guidance",
        "research",
        "data protection and handling",
    }
