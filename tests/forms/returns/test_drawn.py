"""Draws, groups and second reviews in the return, and opening it again: the same ratings, no list, no replaced file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders import full, iom
from tests.forms.returns.desk import cell_of, content, held, open_again, refused, spoil, write
from tests.forms.returns.schemes import QUESTION, drawn
from tests.forms.returns.test_sheets import rows, summary

from iomsa.answers.review import Draw
from iomsa.answers.sheet import AnswerSheet
from iomsa.returns.layout import layouts
from iomsa.scoring.report import as_data
from iomsa.scoring.score import score

CASE_QUESTIONS = len(iom().case_review.questions)


@pytest.fixture(scope="module")
def with_rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a return with rows of cases, written once for all that damage it."""
    return write(content(iom(), drawn(), case_rows=True), tmp_path_factory.mktemp("drawn")).path


def scored(sheet: AnswerSheet) -> object:
    return as_data(iom(), score(iom(), sheet))


def test_each_question_has_a_row_for_all_and_one_for_each_group() -> None:
    found = rows(content(iom(), drawn()), "Cases")
    assert len(found) == 3 * CASE_QUESTIONS
    whole, fixed, flex = found[QUESTION], found[f"{QUESTION}/Fixed"], found[f"{QUESTION}/Flex"]
    assert (whole["stratum"], fixed["stratum"], flex["stratum"]) == ("all", "Fixed", "Flex")
    for heading in ("people", "drawn", "reviewed", "yes", "no", "n"):
        assert int(whole[heading]) == int(fixed[heading]) + int(flex[heading]), heading
    assert (fixed["people"], fixed["drawn"], fixed["reviewed"]) == ("18", "8", "8")


def test_counts_are_those_that_rate() -> None:
    sheet = drawn()
    first = sum(case.answers[QUESTION].choice == "yes" for case in sheet.cases.values())
    rating = sum(case.rates[QUESTION].choice == "yes" for case in sheet.cases.values())
    assert rating != first
    assert rows(content(iom(), sheet), "Cases")[QUESTION]["yes"] == str(rating)


def test_without_groups_there_is_one_row_a_question() -> None:
    sheet = full(iom(), cases=3)
    assert len(rows(content(iom(), sheet), "Cases")) == CASE_QUESTIONS
    one = sheet._replace(draw=Draw("1", "2026-01-12", (("", 71, 3),), tuple((ref, "") for ref in sheet.cases)))
    found = rows(content(iom(), one), "Cases")
    assert len(found) == CASE_QUESTIONS
    assert found[QUESTION]["people"] == "71"


def test_files_added_by_hand_are_a_group_of_their_own() -> None:
    sheet = drawn(cases=9)
    extra = full(iom(), cases=1).cases["N-001"]._replace(ref="H-1")
    sheet = sheet._replace(cases={**sheet.cases, "H-1": extra._replace(header=extra.header._replace(position=99))})
    assert rows(content(iom(), sheet), "Cases")[f"{QUESTION}/added by hand"]["drawn"] == "1"
    assert summary(sheet)["Files added by hand"][0] == "1"
    found = rows(content(iom(), sheet, case_rows=True), "Case files")
    assert (found["H-1"]["drawn"], found["H-1"]["stratum"]) == ("no", "")
    assert (found["N-001"]["drawn"], found["N-001"]["stratum"]) == ("yes", "Flex")


def test_agreement_stands_beside_each_question() -> None:
    found = rows(content(iom(), drawn()), "Cases")
    row = found[QUESTION]
    assert (row["reviewed_twice"], row["agreed"], row["agreed_share"]) == ("10", "5", "0.5")
    assert float(row["ac1_low"]) < float(row["ac1"]) < float(row["ac1_high"])
    assert found[f"{QUESTION}/Fixed"]["reviewed_twice"] == ""


def test_summary_tells_how_files_were_drawn_replaced_and_reviewed_twice() -> None:
    page = summary(drawn())
    assert page["Cases reviewed"] == ("12 of 12", "")
    drawn_of, how = page["How cases were drawn"]
    assert drawn_of == "12 of 32"
    assert how == (
        "At random on 12 January 2026, seed 48213: the first in the order of the SHA-256 of seed|reference, in each "
        "group; drawn once. For a precision of 10 points of percent either way."
    )
    assert page["Groups drawn from"][1].startswith("Fixed: 8 of 18; Flex: 4 of 14.")
    assert page["Files replaced"] == ("1", "The file can't be found (1)")
    value, note = page["Files reviewed twice"]
    assert value == "10 of 10"
    assert note.startswith("By another agency, blind to the first review. Both said the same in ")


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (Draw("7", "2026-01-12", (("", 12, 12),)), "All files on the list on 12 January 2026; drawn once."),
        (Draw("7", "", (("", 40, 12),), times=3), "in each group; drawn 3 times, this is the last."),
    ],
)
def test_a_list_that_was_read_whole_or_drawn_again_is_said_to_be(draw: Draw, said: str) -> None:
    page = summary(full(iom(), cases=12)._replace(draw=draw))
    assert page["How cases were drawn"][1].endswith(said)
    assert "Groups drawn from" not in page


def test_over_drawn_groups_are_said_to_be_weighted() -> None:
    sheet = drawn()
    assert sheet.draw is not None
    heavy = sheet.draw._replace(strata=(("Fixed", 18, 8), ("Flex", 90, 4)))
    assert "Weighted" in summary(sheet._replace(draw=heavy))["Groups drawn from"][1]


@pytest.mark.parametrize("case_rows", [True, False])
@pytest.mark.parametrize("strata", [(("Fixed", 18, 8), ("Flex", 14, 4)), (("Fixed", 18, 8), ("Flex", 90, 4))])
def test_the_ratings_come_back_with_groups_weights_and_second_reviews(
    tmp_path: Path, strata: tuple[tuple[str, int, int], ...], *, case_rows: bool
) -> None:
    sheet = drawn()
    assert sheet.draw is not None
    sheet = sheet._replace(draw=sheet.draw._replace(strata=strata))
    opened = open_again(write(content(iom(), sheet, case_rows=case_rows), tmp_path).path)
    assert opened.problems == ()
    assert scored(opened.sheet) == scored(sheet)
    assert opened.sheet._replace(returned_cases=None) == held(sheet, case_rows=case_rows)
    assert (opened.sheet.returned_cases is None) is case_rows


def test_without_case_rows_the_counts_by_group_come_back(tmp_path: Path) -> None:
    first = write(content(iom(), drawn()), tmp_path)
    opened = open_again(first.path).sheet
    assert opened.returned_cases is not None
    assert [(name, listed, reviewed) for name, listed, reviewed, _ in opened.returned_cases.strata] == [
        ("Fixed", 8, 8),
        ("Flex", 4, 4),
    ]
    second = write(content(iom(), opened), tmp_path)
    assert rows(content(iom(), opened), "Cases") == rows(content(iom(), drawn()), "Cases")
    assert open_again(second.path).sheet == opened
    assert summary(opened)["Files reviewed twice"][0] == "10"


def test_what_was_replaced_comes_back_as_a_count(tmp_path: Path) -> None:
    opened = open_again(write(content(iom(), drawn(), case_rows=True), tmp_path).path).sheet
    assert opened.draw is not None
    assert (opened.draw.replaced, opened.replaced) == (1, {})
    assert summary(opened)["Files replaced"] == ("1", "")


def test_second_reviews_have_columns_only_where_they_hold_something() -> None:
    sheet = drawn()
    found = rows(content(iom(), sheet, case_rows=True), "Case files")["N-001"]
    assert (found["second_agency"], found[f"{QUESTION}.second"], found[f"{QUESTION}.agreed"]) == ("police", "no", "no")
    assert found[f"{QUESTION}.agreed.note"] == "Looked at together."
    assert f"{QUESTION}.agreed.reason" not in found
    without = rows(content(iom(), drawn(twice=0), case_rows=True), "Case files")["N-001"]
    assert [heading for heading in without if "second" in heading or "agreed" in heading] == []
    names = next(each.names for each in layouts(iom()) if each.name == "Case files")
    assert tuple(found)[: len(names)] == names


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("draw.strata", "[[1, 2, 3]]"),
        ("draw.strata", '[["Fixed", 2]]'),
        ("draw.strata", '[["Fixed", -1, 2]]'),
        ("draw.strata", '[["Fixed", true, 2]]'),
        ("draw.strata", '[["A", 3, 2], ["A", 3, 2]]'),
        ("draw.strata", "[]"),
        ("draw.strata", "[" * 5000),
        ("draw.margin", "wide"),
        ("draw.times", "-1"),
        ("draw.replaced", "1" * 40),
        ("draw.drawn_on", "soon"),
    ],
)
def test_a_damaged_draw_is_left_out_and_named(with_rows: Path, item: str, value: str) -> None:
    spoilt = spoil(with_rows, lambda s: setattr(cell_of(s["About"], item, "value", by="item"), "value", value))
    opened = open_again(spoilt)
    assert [(problem.code, problem.place) for problem in opened.problems] == [("return.draw", "About")]
    assert opened.sheet.draw is None
    assert opened.sheet.cases == held(drawn()).cases


@pytest.mark.parametrize(
    ("sheet", "by", "id", "heading", "value"),
    [
        ("Case files", "reference", "N-001", "drawn", "perhaps"),
        ("Case files", "reference", "N-001", f"{QUESTION}.second", "perhaps"),
        ("Case files", "reference", "N-001", f"{QUESTION}.agreed", "perhaps"),
        ("Case files", "reference", "N-001", "second_agency", "x" * 41),
    ],
)
def test_a_bad_file_is_left_out_whole_and_named(
    with_rows: Path, sheet: str, by: str, id: str, heading: str, value: str
) -> None:
    opened = open_again(spoil(with_rows, lambda s: setattr(cell_of(s[sheet], id, heading, by=by), "value", value)))
    assert [problem.code for problem in opened.problems] == ["return.row"]
    assert list(opened.sheet.cases) == list(drawn().cases)[1:]


def test_a_bad_row_of_a_group_is_left_out_and_named(tmp_path: Path) -> None:
    path = write(content(iom(), drawn()), tmp_path).path
    opened = open_again(
        spoil(path, lambda s: setattr(cell_of(s["Cases"], f"{QUESTION}/Fixed", "yes"), "value", "many"))
    )
    assert [problem.code for problem in opened.problems] == ["return.row"]
    assert opened.sheet.returned_cases is not None
    assert QUESTION not in dict(opened.sheet.returned_cases.strata[0][3])
    assert QUESTION in dict(opened.sheet.returned_cases.strata[1][3])


def test_groups_whose_names_look_the_same_stop_a_return(tmp_path: Path) -> None:
    sheet = drawn()._replace(draw=Draw("1", "", (("Zo\u00eb", 3, 1), ("Zoe\u0308", 3, 1))))
    problems = refused(write, content(iom(), sheet), tmp_path)
    assert {problem.code for problem in problems} == {"return.twins"}


@pytest.mark.parametrize("name", ["all", "A/B", "Fïxed & Co", "=1+1", "_x0041_"])
def test_any_name_of_a_group_comes_back(tmp_path: Path, name: str) -> None:
    sheet = drawn()
    assert sheet.draw is not None
    strata = tuple((name if each == "Flex" else each, of, taken) for each, of, taken in sheet.draw.strata)
    people = tuple((ref, name if each == "Flex" else each) for ref, each in sheet.draw.people)
    sheet = sheet._replace(draw=sheet.draw._replace(strata=strata, people=people))
    for case_rows in (True, False):
        opened = open_again(write(content(iom(), sheet, case_rows=case_rows), tmp_path).path)
        assert opened.problems == ()
        assert scored(opened.sheet) == scored(sheet)
