"""What is claimed of outcomes: nothing of cause, nothing without its figures, and the way to an answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.forms.outcomes.test_work_out import END, as_in_2020, offended, outcomes_of, sheet_of, stopped

from iomsa.answers.people import Person, Quarter
from iomsa.answers.review import Figure, KeptFigures
from iomsa.outcomes import claims as said
from iomsa.outcomes.claims import Claims, claims
from iomsa.outcomes.rate_ratio import EXACT, JACKKNIFE, Ratio
from iomsa.outcomes.report_text import as_text, figure_in_words, kept_in_words
from iomsa.outcomes.report_words import ratio_in_words


def of(people: Sequence[Person], look_back: float = 1.0) -> Claims:
    return claims(outcomes_of(sheet_of(people, END._replace(look_back_years=look_back))))


def test_of_the_people_of_2020() -> None:
    found = claims(outcomes_of(as_in_2020()))
    assert found.may[0] == (
        "How many reoffended: 20 of 58 reoffended within a year: 34 % (95 % interval 24 % to 47 %)."
    )
    assert "less often 39, as often 13, more often 6. More than chance alone makes likely" in found.may[1]
    assert found.may_not[0] == said.NOT_CAUSED
    assert said.NOT_THE_TABLE in found.may_not
    assert said.NOT_ALL in found.may_not
    assert said.NOT_COMPARED not in found.may_not


def test_the_route_is_always_told() -> None:
    for found in (of([]), of([stopped()] * 40)):
        assert found.route == said.ROUTE
        text = " ".join(found.route)
        assert "Justice Data Lab" in text
        assert "ask early, from the police or probation system: this program has no names to send" in text.lower()
        assert "an inconclusive answer does not mean no effect" in text.lower()


def test_nothing_is_claimed_of_nobody() -> None:
    found = of([])
    nobody = "nobody has been followed for the 18 months that a settled figure needs."
    assert found.may == (said.NOTHING_YET.format(nobody),)
    assert not {said.NOT_THE_TABLE, said.NOT_ALL} & set(found.may_not)


def test_few_are_not_compared_and_the_missing_not_spoken_for() -> None:
    few = of([*[stopped()] * 20, stopped()._replace(first_reoffence="untraced")])
    assert {said.NOT_COMPARED, said.NOT_MISSING} <= set(few.may_not)
    many = of([stopped()] * 30)
    assert not {said.NOT_COMPARED, said.NOT_MISSING} & set(many.may_not)


def test_the_fall_that_is_to_be_expected_is_said_where_it_is_known() -> None:
    people = [stopped(4)._replace(offences_earlier=2)] * 12
    one_year = next(each for each in of(people).may_not if each.startswith(said.NOT_THE_FALL))
    assert one_year.endswith("Here a fall of 50 % or more may be that alone.")
    assert said.NOT_THE_FALL in of(people, look_back=2.0).may_not


def test_a_result_by_chance_is_not_sold_as_one() -> None:
    people = [offended((3, 2))] * 6 + [offended((2, 3))] * 6
    assert "Chance alone could be that." in next(each for each in of(people).may if each.startswith("How offending"))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Ratio(0.5, (0.25, 1.0), method=JACKKNIFE), f"0.50 ({JACKKNIFE}: 0.25 to 1.00)."),
        (Ratio(0.0, (0.0, 0.4), method=EXACT), f"0.00 ({EXACT}: 0.00 to 0.40)."),
        (Ratio(None, (1.5, None), method=EXACT, reason="Nobody offended before."), "Nobody offended before. That is"),
        (Ratio(0.5, reason="One person committed all."), "0.50. One person committed all."),
        (Ratio(reason="Too few people."), "Too few people."),
    ],
)
def test_a_ratio_in_words(found: Ratio, words: str) -> None:
    assert ratio_in_words(found).startswith(words)


KEPT = KeptFigures("removed", "2026-11-22", 1, 58, (
    Figure("proven_reoffending.rate", "Share", "0.3448", "0.2356", "0.473", "58"),
    Figure("could_show.critical", "Critical", reason="Nobody has a one-year prediction."),
))  # fmt: skip


RATE = Figure("over_time.2025-01.rate", "January to March 2025", "19.6978", "16.3032", "21.7634", reason="Usual.")


def test_a_rate_over_time_is_no_percentage() -> None:
    assert figure_in_words(RATE) == "January to March 2025: 19.6978 (16.3032 to 21.7634). Usual."


def test_what_is_worked_out_here_is_not_told_again_from_what_was_kept() -> None:
    kept = KEPT._replace(figures=(*KEPT.figures, RATE))
    assert "19.6978" in as_text(outcomes_of(sheet_of([])), kept=kept)
    quarters = {f"{year}-01-01": Quarter(20, 1000, 40) for year in (2023, 2024)}
    text = as_text(outcomes_of(sheet_of([])._replace(quarters=quarters)), kept=kept)
    assert "19.6978" not in text
    assert "Over time: 2 settled quarters." in text
    assert "Share: 34 %" in text


def test_kept_figures_say_where_they_are_from() -> None:
    assert kept_in_words(KEPT) == (
        "These figures were kept on 22 November 2026, when the rows of 58 people and 1 case file were removed."
    )
    assert kept_in_words(KEPT._replace(origin="return", cases=2, people=1)).startswith(
        "These figures are from a return of 22 November 2026; the rows of 1 person and 2 case files"
    )
    assert "the rows of 58 people were removed" in kept_in_words(KEPT._replace(cases=0))
    assert "the rows of 1 case file were removed" in kept_in_words(KEPT._replace(people=0))
    assert [figure_in_words(each) for each in KEPT.figures] == [
        "Share: 34 % (24 % to 47 %), n 58",
        "Critical: Nobody has a one-year prediction.",
    ]
    text = as_text(outcomes_of(sheet_of([])), kept=KEPT)
    assert text.startswith("These figures were kept on")
    assert "Share: 34 %" in text
    assert "Nobody has been followed" not in text
    assert "Proven reoffending: 1 of 1" not in text
    assert "2 of 2 reoffended" in as_text(outcomes_of(sheet_of([offended((1, 1))] * 2)), kept=KEPT)
