"""The practice scheme is complete, made up, and has something to show."""

import re

import pytest
from tests.builders import iom, library

from iomsa.answers.privacy import look_for_personal
from iomsa.answers.progress import cases_progress, profile_progress, prompts_progress
from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, AnswerSheet
from iomsa.answers.values import read_field
from iomsa.checks.check import check, stopping
from iomsa.framework.find import counted_standards, fields, pathways, prompts
from iomsa.outcomes.sampling import second_reviews
from iomsa.outcomes.work_out import work_out
from iomsa.practice.scheme import practice_sheets
from iomsa.problems import Refused
from iomsa.scoring.score import score
from iomsa.session.drawing import draw_files, plan_draw

SHEETS = practice_sheets(iom())
LATEST = SHEETS[-1]

ORGANISATION = {
    "2023-24": ["requires-improvement"] * 2 + ["inadequate", "requires-improvement"] + ["inadequate"] * 2,
    "2024-25": ["requires-improvement", "inadequate"] + ["requires-improvement"] * 3 + ["inadequate"],
    "2025-26": ["good"] + ["requires-improvement"] * 3 + ["good", "inadequate"],
}
PEOPLE = {
    "2023-24": ["requires-improvement", "inadequate", "requires-improvement", "inadequate"],
    "2024-25": ["requires-improvement", "inadequate", "requires-improvement", "requires-improvement"],
    "2025-26": ["good", "requires-improvement", "good", "requires-improvement"],
}


def texts(sheet: AnswerSheet) -> list[str]:
    found = [text for each in sheet.answers.values() for text in (each.reason, each.note, each.evidence)]
    found += [text for each in sheet.profile.values() for text in (each.value, each.note)]
    found += [each.note for case in sheet.cases.values() for each in case.answers.values()]
    found += [each.reason for each in sheet.moves.values()]
    return [text for text in found if text]


def test_it_is_the_same_each_time() -> None:
    assert practice_sheets(iom()) == SHEETS


def test_it_holds_three_periods_earliest_first() -> None:
    assert [sheet.period.name for sheet in SHEETS] == ["2023-24", "2024-25", "2025-26"]
    assert [len(sheet.cases) for sheet in SHEETS] == [20, 24, 40]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.period.name)
def test_every_period_is_complete(sheet: AnswerSheet) -> None:
    counted = [prompt for standard in counted_standards(iom()) for prompt in standard.prompts]
    assert len(counted) == prompts_progress(sheet, counted).done == 82
    assert cases_progress(iom(), sheet).complete
    assert profile_progress(sheet, [item for item in iom().profile if item.need == "required"]).complete
    assert score(iom(), sheet).complete


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.period.name)
def test_nothing_stops_its_return(sheet: AnswerSheet) -> None:
    assert stopping(check(iom(), sheet, score(iom(), sheet))) == ()


def test_the_latest_is_answered_throughout() -> None:
    assert prompts_progress(LATEST, prompts(iom())).done == 116
    assert sum(bool(each.note) for each in LATEST.answers.values()) >= 90
    choices = [each.choice for each in LATEST.answers.values()]
    assert choices.count(NOT_KNOWN) == 5
    assert choices.count(NOT_APPLICABLE) == 3
    if_known = profile_progress(LATEST, [item for item in iom().profile if item.need == "if-known"])
    assert if_known.done >= if_known.of - 2


def test_the_check_has_a_few_things_to_ask() -> None:
    codes = [each.code for each in check(iom(), LATEST, score(iom(), LATEST))]
    assert codes == [
        "sum-differs",
        "top-without-evidence",
        "flagged",
        "flagged",
        "top-without-evidence",
        "top-without-evidence",
        "flagged",
        "no-without-reason",
        "reviews-differ",
        "flagged",
        "prediction-unusable",
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.period.name)
def test_the_ratings_tell_the_story(sheet: AnswerSheet) -> None:
    card = score(iom(), sheet)
    rated = [each.rated.rating for each in card.standards]
    assert rated[:6] == ORGANISATION[sheet.period.name]
    assert rated[6:10] == PEOPLE[sheet.period.name]
    assert rated[10] is None


def test_the_latest_shows_every_rating_and_a_move_that_holds() -> None:
    card = score(iom(), LATEST)
    assert {each.rating for standard in card.standards[:10] for each in standard.questions} == {
        "inadequate",
        "requires-improvement",
        "good",
        "outstanding",
    }
    assert card.standard("7").rated.moved_to == "requires-improvement"
    assert [card.question(id).percent for id in ("7.3", "8.3", "10.3")] == [65, 53, 63]
    assert card.overall.rating == "requires-improvement"


def test_profile_values_are_written_as_the_program_writes_them() -> None:
    by_id = {field.id: field for field in fields(iom())}
    for sheet in SHEETS:
        for id, value in sheet.profile.items():
            assert read_field(by_id[id], value.value) == (value.value, "")


def test_nothing_is_pasted_twice() -> None:
    notes = [each.note for each in LATEST.answers.values() if each.note]
    assert len(notes) == len(set(notes))


def test_a_case_reference_stands_in_one_period_alone() -> None:
    references = [ref for sheet in SHEETS for ref in sheet.cases]
    assert len(references) == len(set(references))


def test_its_words_are_the_words_of_the_field() -> None:
    banned = re.compile(r"offenders?\b|nominal|de-select|pays for itself|prevent|at their worst|a red\b", re.IGNORECASE)
    assert [text for sheet in SHEETS for text in texts(sheet) if banned.search(text)] == []


def test_nothing_in_it_looks_like_an_identifier() -> None:
    found = [
        text
        for sheet in SHEETS
        for text in (*texts(sheet), *sheet.cases, *sheet.people)
        if look_for_personal(text, 2026)
    ]
    assert found == []


def test_it_is_for_its_own_framework_alone() -> None:
    with pytest.raises(Refused, match=r"iom@2026\.1"):
        practice_sheets(library())


def test_anybody_can_draw_its_files_again() -> None:
    draw = LATEST.draw
    assert draw is not None
    plan = plan_draw(draw.people, draw.seed, number=len(LATEST.cases))
    assert plan.strata == draw.strata
    again = draw_files(plan, LATEST.replaced)
    assert set(again.refs) == set(LATEST.cases)
    assert again.replaced == LATEST.replaced


def test_ten_files_were_reviewed_twice_by_the_other_agency() -> None:
    twice = [case for case in LATEST.cases.values() if case.second_review]
    assert len(twice) == second_reviews(len(LATEST.cases)) == 10
    for case in twice:
        assert case.second_review is not None
        assert {dict(case.header.about)["reviewing-agency"], case.second_review.agency} == {"police", "probation"}
        assert len(case.second) == len(iom().case_review.questions)
        differ = {id for id, answer in case.second.items() if answer.choice != case.answers[id].choice}
        assert set(case.agreed) <= differ
    assert any(case.agreed for case in twice)


def test_its_people_show_what_the_2020_inspection_showed() -> None:
    found = work_out(LATEST, pathways(iom()))
    assert (found.proven.reoffended, found.proven.n, found.proven.too_recent) == (20, 58, 13)
    assert (found.frequency.reduced, found.frequency.same, found.frequency.increased) == (1, 13, 6)
    assert (found.seriousness.reduced, found.seriousness.same, found.seriousness.increased) == (1, 15, 4)
    assert found.regression.expected_fall is not None
    assert found.over_time is not None
    assert (found.over_time.settled, found.over_time.centre is not None) == (13, True)
