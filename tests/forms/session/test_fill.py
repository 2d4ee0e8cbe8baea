"""ANSWERS.json is merged into a sheet, all of it or nothing, with a reason for each refusal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, full, iom, with_answers, with_cases, with_move
from tests.forms.session.drawn import THREE, drawn_24

from iomsa.answers.review import Draw
from iomsa.answers.sheet import Answer, AnswerSheet, CaseAnswer, Counts, Move, ProfileValue, ReturnedCases
from iomsa.problems import Refused
from iomsa.session.changes import apply
from iomsa.session.edits import Stamp
from iomsa.session.fill import fill
from iomsa.session.replacing import replace_edits

STAMP = Stamp("Grace", "2026-03-02T10:00:00")
LATER = Stamp("Ada", "2026-03-03T10:00:00")
NAMES = [{"name": "Ada", "agency": "police"}, {"name": "Grace", "agency": "probation"}]
PAIRS = (("Ada", "police"), ("Grace", "probation"))

EVERYTHING: dict[str, Any] = {
    "answers": {
        "1.1.1": 3,
        "1.1.2": {"level": 1, "note": "Seen", "evidence": ["Board paper", "Photo"], "flag": True},
        "1.1.3": "not-known",
        "4.2.4": {"not_applicable": "in England"},
        "7.1.1": 0,
    },
    "profile": {"cohort.total": 42, "staff.police": "not-known", "staff.probation": 2.5, "period.census": "2026-03-31"},
    "cases": [
        {"ref": "A01", "about": {"cohort": "fixed"}, "answers": {"C1": "yes", "A1": "no", "A2": "not-applicable"}}
    ],
    "people": [],
}


def filled(data: object, sheet: AnswerSheet | None = None, stamp: Stamp = STAMP) -> AnswerSheet:
    sheet = blank(iom()) if sheet is None else sheet
    return apply(sheet, fill(iom(), sheet, data, stamp))


def refused(data: object, sheet: AnswerSheet | None = None) -> dict[str, str]:
    """Demand that data is refused; return the codes by their places."""
    with pytest.raises(Refused) as caught:
        filled(data, sheet)
    for problem in caught.value.problems:
        assert problem.sentence.endswith("."), problem
    return {problem.place: problem.code.removeprefix("fill.") for problem in caught.value.problems}


def test_everything_is_filled_in() -> None:
    sheet = filled(EVERYTHING)
    by, on = STAMP
    assert sheet.answers == {
        "1.1.1": Answer("3", by=by, on=on),
        "1.1.2": Answer("1", "", "Seen", "Board paper\nPhoto", True, by, on),
        "1.1.3": Answer("not-known", by=by, on=on),
        "4.2.4": Answer("not-applicable", "in England", by=by, on=on),
        "7.1.1": Answer("0", by=by, on=on),
    }
    assert sheet.profile["cohort.total"] == ProfileValue("42", by=by, on=on)
    assert sheet.profile["staff.police"] == ProfileValue("", not_known=True, by=by, on=on)
    assert sheet.profile["staff.probation"].value == "2.5"
    assert sheet.profile["period.census"].value == "2026-03-31"
    assert sheet.cases["A01"].header == ((("cohort", "fixed"),), 1, by, on)
    assert sheet.cases["A01"].answers == {
        id: CaseAnswer(choice, by=by, on=on) for id, choice in (("C1", "yes"), ("A1", "no"), ("A2", "not-applicable"))
    }


def test_filling_twice_changes_nothing() -> None:
    sheet = filled(EVERYTHING)
    assert fill(iom(), sheet, EVERYTHING, LATER) == ()


def test_an_absent_key_is_left_alone_and_null_clears() -> None:
    sheet = filled(EVERYTHING)
    after = filled(
        {
            "answers": {"1.1.1": None, "1.1.2": {"note": None, "level": 2}, "4.2.4": {"note": "by letter"}},
            "profile": {"cohort.total": None},
            "cases": [{"ref": "A01", "about": {"sex": "female", "cohort": None}, "answers": {"C1": None, "A1": "yes"}}],
        },
        sheet,
        LATER,
    )
    assert "1.1.1" not in after.answers
    assert after.answers["1.1.2"] == Answer("2", "", "", "Board paper\nPhoto", True, *LATER)
    assert after.answers["4.2.4"] == Answer("not-applicable", "in England", "by letter", by="Ada", on=LATER.on)
    assert after.answers["1.1.3"] == sheet.answers["1.1.3"]
    assert "cohort.total" not in after.profile
    assert after.cases["A01"].header.about == (("sex", "female"),)
    assert {id: each.choice for id, each in after.cases["A01"].answers.items()} == {"A1": "yes", "A2": "not-applicable"}
    assert after.cases["A01"].answers["A2"] == sheet.cases["A01"].answers["A2"]


def test_a_level_takes_the_reason_away_and_null_opens_again() -> None:
    sheet = filled({"answers": {"4.2.4": {"not_applicable": "in England", "note": "n"}}})
    assert filled({"answers": {"4.2.4": {"level": 2}}}, sheet).answers["4.2.4"][:3] == ("2", "", "n")
    assert filled({"answers": {"4.2.4": {"level": None}}}, sheet).answers["4.2.4"][:3] == (None, "", "n")
    assert filled({"answers": {"4.2.4": {"not_applicable": None}}}, sheet).answers["4.2.4"][:3] == (None, "", "n")
    assert filled({"answers": {"4.2.4": "not-known"}}, sheet).answers["4.2.4"][:3] == ("not-known", "", "n")


def test_text_is_cleaned() -> None:
    note = filled({"answers": {"1.1.1": {"note": "two\r\nlines\x00", "evidence": [" a\n b ", "  "]}}}).answers["1.1.1"]
    assert (note.choice, note.note, note.evidence) == (None, "two\nlines", "a b")


def test_new_cases_stand_last_and_counts_of_a_return_give_way() -> None:
    counts = ReturnedCases(3, 2, (("C1", Counts(1, 1, 0)),))
    sheet = filled({"cases": [{"ref": "B"}, {"ref": "A"}]}, blank(iom())._replace(returned_cases=counts))
    assert [(ref, case.header.position) for ref, case in sheet.cases.items()] == [("B", 1), ("A", 2)]
    assert sheet.returned_cases is None
    assert list(filled({"cases": [{"ref": "A"}, {"ref": "0"}]}, sheet).cases) == ["B", "A", "0"]


def test_after_a_draw_known_cases_are_updated_and_new_ones_refused_with_the_reason() -> None:
    drawn = drawn_24()
    first, second = list(drawn.cases)[:2]
    sheet = apply(drawn, replace_edits(iom(), drawn, second, "Restricted", STAMP))
    by = sheet.replaced[second].replacement
    cases = [{"ref": first, "answers": {"C1": "yes"}}, {"ref": by, "about": {"sex": "female"}}]
    after = filled({"cases": cases}, sheet)
    assert after.cases[first].answers["C1"].choice == "yes"
    assert dict(after.cases[by].header.about)["sex"] == "female"
    waiting = next(ref for ref, _ in THREE if ref not in sheet.cases and ref != second)
    new = [*cases, {"ref": second}, {"ref": waiting}, {"ref": "X-1"}]
    with pytest.raises(Refused) as caught:
        filled({"cases": new}, sheet)
    assert [str(problem) for problem in caught.value.problems] == [
        f"cases {second}: this file was drawn and replaced by {by}; undo the replacement to review it.",
        (
            f"cases {waiting}: this file was not drawn, so it can't be added. It can come in as a replacement, "
            "or by drawing again."
        ),
        "cases X-1: this file is not on the list that was drawn from. Correct the reference, or draw again.",
    ]


def test_a_draw_whose_list_is_gone_lets_files_come_in() -> None:
    sheet = blank(iom())._replace(draw=Draw("48213", "2026-01-12", (("", 71, 24),)))
    assert list(filled({"cases": [{"ref": "N-001"}]}, sheet).cases) == ["N-001"]


def moved(to: str, reason: object = "Both saw it.", by: object = NAMES) -> dict[str, Any]:
    return {"to": to, "reason": reason, "by": by}


def test_a_rating_is_moved_as_it_stands_after_the_fill() -> None:
    answers = dict.fromkeys((prompt.id for prompt in iom().standards[0].questions[0].prompts), 2)
    data = {"answers": answers, "moves": {"1.1": moved("outstanding")}}
    assert filled(data).moves == {"1.1": Move("outstanding", "Both saw it.", PAIRS, "2026-03-02")}
    assert refused({"moves": {"1.1": moved("outstanding")}}) == {"moves 1.1": "move"}


def test_a_move_is_merged_dated_by_the_program_and_taken_back() -> None:
    sheet = filled({"moves": {"1.1": moved("outstanding")}}, full(iom()))
    assert fill(iom(), sheet, {"moves": {"1.1": moved("outstanding")}}, LATER) == ()
    after = filled({"moves": {"1.1": {"reason": "Another"}}}, sheet, LATER)
    assert after.moves["1.1"] == Move("outstanding", "Another", PAIRS, "2026-03-03")
    assert filled({"moves": {"1.1": None, "1.2": None}}, sheet).moves == {}


def test_agencies_are_known_by_id_or_label_and_others_are_kept_as_typed() -> None:
    by = [{"name": "A", "agency": "Scheme lead"}, {"name": "B", "agency": "Housing trust"}]
    assert filled({"moves": {"1.1": moved("outstanding", by=by)}}, full(iom())).moves["1.1"].by == (
        ("A", "lead"),
        ("B", "Housing trust"),
    )


def test_a_case_rated_standard_moves_only_with_a_trigger() -> None:
    near = with_cases(iom(), full(iom()), dict.fromkeys(("A1", "A2", "A3"), (26, 40)))
    far = with_cases(iom(), full(iom()), dict.fromkeys(("A1", "A2", "A3"), (30, 40)))
    to = {"moves": {"7": moved("requires-improvement", by=NAMES[:1])}}
    assert filled(to, near).moves["7"].to == "requires-improvement"
    assert refused(to, far) == {"moves 7": "move"}


REFUSALS: list[tuple[object, dict[str, str]]] = [
    ([], {"": "object"}),
    (None, {"": "object"}),
    ({"answer": {}}, {"answer": "unknown"}),
    ({"answers": []}, {"answers": "object"}),
    ({"answers": None}, {"answers": "object"}),
    ({"answers": {"99.1": 1}}, {"answers 99.1": "no-prompt"}),
    ({"answers": {"1.1": 1}}, {"answers 1.1": "no-prompt"}),
    ({"answers": {"1.1.1": 4}}, {"answers 1.1.1": "level"}),
    ({"answers": {"1.1.1": -1}}, {"answers 1.1.1": "level"}),
    ({"answers": {"1.1.1": True}}, {"answers 1.1.1": "level"}),
    ({"answers": {"1.1.1": 2.0}}, {"answers 1.1.1": "level"}),
    ({"answers": {"1.1.1": "2"}}, {"answers 1.1.1": "level"}),
    ({"answers": {"1.1.1": [2]}}, {"answers 1.1.1": "level"}),
    ({"answers": {"1.1.1": {"level": False}}}, {"answers 1.1.1 level": "level"}),
    ({"answers": {"1.1.1": {"levels": 2}}}, {"answers 1.1.1 levels": "unknown"}),
    ({"answers": {"1.1.1": {"not_applicable": "no"}}}, {"answers 1.1.1 not_applicable": "not-applicable"}),
    ({"answers": {"4.2.4": {"not_applicable": " "}}}, {"answers 4.2.4 not_applicable": "empty"}),
    ({"answers": {"4.2.4": {"not_applicable": True}}}, {"answers 4.2.4 not_applicable": "text"}),
    ({"answers": {"4.2.4": {"not_applicable": "x", "level": 1}}}, {"answers 4.2.4": "both"}),
    ({"answers": {"4.2.4": "not-applicable"}}, {"answers 4.2.4": "level"}),
    ({"answers": {"1.1.1": {"note": 3}}}, {"answers 1.1.1 note": "text"}),
    ({"answers": {"1.1.1": {"note": "x" * 32_001}}}, {"answers 1.1.1 note": "too-long"}),
    ({"answers": {"1.1.1": {"evidence": "x"}}}, {"answers 1.1.1 evidence": "list"}),
    ({"answers": {"1.1.1": {"evidence": [1]}}}, {"answers 1.1.1 evidence number 1": "text"}),
    ({"answers": {"1.1.1": {"evidence": ["x" * 20_000] * 2}}}, {"answers 1.1.1 evidence": "too-long"}),
    ({"answers": {"1.1.1": {"flag": 1}}}, {"answers 1.1.1 flag": "flag"}),
    ({"profile": {"cohort.totals": 1}}, {"profile cohort.totals": "no-field"}),
    ({"profile": {"cohort.total": -1}}, {"profile cohort.total": "value"}),
    ({"profile": {"cohort.total": 1.5}}, {"profile cohort.total": "value"}),
    ({"profile": {"cohort.total": True}}, {"profile cohort.total": "value"}),
    ({"profile": {"cohort.total": [1]}}, {"profile cohort.total": "value"}),
    ({"profile": {"cohort.total": "many"}}, {"profile cohort.total": "value"}),
    ({"profile": {"staff.police": float("nan")}}, {"profile staff.police": "value"}),
    ({"profile": {"scheme.name": 4}}, {"profile scheme.name": "value"}),
    ({"profile": {"period.census": "31/02/2026"}}, {"profile period.census": "value"}),
    ({"profile": {"place.nation": "scotland"}}, {"profile place.nation": "value"}),
    ({"cases": {}}, {"cases": "list"}),
    ({"cases": ["A01"]}, {"cases number 1": "ref"}),
    ({"cases": [{}]}, {"cases number 1": "ref"}),
    ({"cases": [{"ref": 1}]}, {"cases number 1 ref": "text"}),
    ({"cases": [{"ref": " "}]}, {"cases number 1 ref": "empty"}),
    ({"cases": [{"ref": "x" * 41}]}, {"cases number 1 ref": "ref"}),
    ({"cases": [{"ref": "A", "name": "x"}]}, {"cases number 1 name": "unknown"}),
    ({"cases": [{"ref": "A"}, {"ref": " A "}]}, {"cases A": "twice"}),
    ({"cases": [{"ref": "A", "about": {"name": "x"}}]}, {"cases A about name": "no-field"}),
    ({"cases": [{"ref": "A", "about": {"cohort": "fixd"}}]}, {"cases A about cohort": "value"}),
    ({"cases": [{"ref": "A", "about": {"months": True}}]}, {"cases A about months": "value"}),
    ({"cases": [{"ref": "A", "about": []}]}, {"cases A about": "object"}),
    ({"cases": [{"ref": "A", "answers": {"C99": "yes"}}]}, {"cases A answers C99": "no-question"}),
    ({"cases": [{"ref": "A", "answers": {"C1": "Yes"}}]}, {"cases A answers C1": "choice"}),
    ({"cases": [{"ref": "A", "answers": {"C1": True}}]}, {"cases A answers C1": "choice"}),
    ({"people": [{"ref": "P1", "entry": "soon"}]}, {"people P1 entry": "date"}),
    ({"people": {}}, {"people": "list"}),
    ({"moves": {"overall": moved("good")}}, {"moves overall": "no-rating"}),
    ({"moves": {"1.1.1": moved("good")}}, {"moves 1.1.1": "no-rating"}),
    ({"moves": {"1.1": moved("great")}}, {"moves 1.1 to": "rating"}),
    ({"moves": {"1.1": moved("good", reason="")}}, {"moves 1.1 reason": "empty"}),
    ({"moves": {"1.1": moved("good", by=[{"name": "Ada"}])}}, {"moves 1.1 by number 1": "name"}),
    ({"moves": {"1.1": moved("good", by=[{"name": "", "agency": "police"}])}}, {"moves 1.1 by number 1 name": "empty"}),
    ({"moves": {"1.1": {"to": "good"}}}, {"moves 1.1": "move"}),
    ({"moves": {"1.1": {**moved("good"), "on": "2026-01-01"}}}, {"moves 1.1 on": "unknown"}),
    ({"moves": {"7.1": moved("good")}}, {"moves 7.1": "move"}),
    ({"moves": {"11": moved("good")}}, {"moves 11": "move"}),
]


@pytest.mark.parametrize(("data", "problems"), REFUSALS)
def test_what_is_wrong_is_refused_with_its_place(data: object, problems: dict[str, str]) -> None:
    assert refused(data) == problems


def test_moves_that_the_rules_do_not_allow_are_refused() -> None:
    sheet = full(iom())
    for id, to, by in (("1.1", "inadequate", NAMES), ("1.1", "good", NAMES), ("1.1", "outstanding", NAMES[:1])):
        assert refused({"moves": {id: moved(to, by=by)}}, sheet) == {f"moves {id}": "move"}


def test_all_refusals_are_said_at_once() -> None:
    data = {
        "answers": {"1.1.1": 7, "9.9.9": 1},
        "profile": {"cohort.total": "x"},
        "cases": [{"ref": "A", "answers": {"C1": "maybe"}}],
        "people": [{}],
        "moves": {"1.1": {}},
    }
    assert len(refused(data)) == 6


def test_an_old_move_that_lost_its_ground_does_not_stop_a_fill() -> None:
    sheet = with_move(with_answers(full(iom()), {"1.1.1": 0}), "1.1", "outstanding")
    assert filled({"answers": {"1.2.1": 1}}, sheet).moves == sheet.moves


KNOWN = ["1.1.1", "4.2.4", "1.1", "7", "cohort.total", "C1", "ref", "about", "answers", "level", "note", "by", "to"]
MORE = ["evidence", "flag", "not_applicable", "reason", "name", "agency"]
KEYS = st.sampled_from([*KNOWN, *MORE]) | st.text(max_size=3)
VALUES = st.none() | st.booleans() | st.integers(-2, 5) | st.floats() | st.text(max_size=5) | st.just("not-known")
JSON = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(
    st.dictionaries(st.sampled_from(["answers", "moves", "profile", "cases", "people", "quarters", "follow_up"]), JSON)
    | JSON
)
def test_whatever_is_given_is_filled_in_or_refused(data: object) -> None:
    sheet = full(iom(), cases=3)
    try:
        after = filled(data, sheet)
    except Refused:
        return
    assert fill(iom(), after, data, LATER) == ()
