"""Outcomes from entered people: the figures of the 2020 inspection, and what can't be had with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from tests.builders import blank, iom

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.review import UnitCosts
from iomsa.answers.sheet import AnswerSheet, ProfileValue
from iomsa.framework.find import pathways
from iomsa.outcomes.break_even import NO_SOURCE
from iomsa.outcomes.figures import of_outcomes
from iomsa.outcomes.quarters import Chart
from iomsa.outcomes.report import as_data
from iomsa.outcomes.report_text import as_text
from iomsa.outcomes.stopping import STOPPED
from iomsa.outcomes.work_out import NO_END, Outcomes, cost_of, work_out
from iomsa.problems import Refused

JOINED, END = "2024-04-03", FollowUp("2026-09-30", 1.0)
FEWER, ALIKE, MORE = (6, 3), (4, 4), (2, 5)
AGAIN, RECENT = "2024-09-12", "2026-01-01"
FOLLOWED = Person(entry=JOINED, window_days=365, custody_earlier=0, custody_before=0, custody_after=0)


def offended(counts: tuple[int, int], seriousness: tuple[int, int] = (2, 2)) -> Person:
    return FOLLOWED._replace(
        first_reoffence=AGAIN,
        offences_before=counts[0],
        offences_after=counts[1],
        seriousness_before=seriousness[0],
        seriousness_after=seriousness[1],
    )


def stopped(before: int = 3) -> Person:
    return FOLLOWED._replace(
        first_reoffence="none", offences_before=before, offences_after=0, seriousness_before=2, seriousness_after=None
    )


def sheet_of(people: Iterable[Person], follow_up: FollowUp | None = END) -> AnswerSheet:
    named = {f"P{n:03}": person for n, person in enumerate(people, 1)}
    return blank(iom())._replace(people=named, follow_up=follow_up)


def outcomes_of(sheet: AnswerSheet) -> Outcomes:
    return work_out(sheet, pathways(iom()))


def as_in_2020() -> AnswerSheet:
    """The 58 people of the 2020 table: 20 reoffended, and of these 1/13/6 less, as and more often, 1/15/4 serious."""
    often = [FEWER] + [ALIKE] * 13 + [MORE] * 6
    serious = [(3, 2)] + [(2, 2)] * 15 + [(2, 3)] * 4
    return sheet_of([*map(offended, often, serious), *(stopped() for _ in range(38))])


def test_the_table_of_2020_comes_out_of_entered_people() -> None:
    found = outcomes_of(as_in_2020())
    assert (found.proven.reoffended, found.proven.n) == (20, 58)
    assert found.frequency[:4] == (20, 1, 13, 6)
    assert found.seriousness[:4] == (20, 1, 15, 4)
    assert (found.frequency.percents, found.seriousness.percents) == ((5, 65, 30), (5, 75, 20))
    assert (found.frequency.p, found.seriousness.p) == (None, None)
    text = as_text(found)
    assert "20 of 58 reoffended within a year: 34 % (95 % interval 24 % to 47 %)." in text
    assert "as in the 2020 inspection, of 20: less 1 (5 %), the same 13 (65 %), more 6 (30 %)." in text
    assert "This leaves out the 38 who did not reoffend, so it can't show whether offending rose or fell." in text


def test_sixty_per_cent_of_108() -> None:
    found = outcomes_of(sheet_of([offended(ALIKE)] * 65 + [stopped()] * 43))
    assert "65 of 108 reoffended within a year: 60 %" in as_text(found)


def test_everybody_followed_counts_those_who_stopped() -> None:
    found = outcomes_of(as_in_2020())
    assert found.frequency_all[:4] == (58, 39, 13, 6)
    assert found.seriousness_all[:4] == (58, 39, 15, 4)
    assert found.frequency_all.p is not None
    assert found.frequency_all.p < 0.001


def test_who_joined_too_recently_or_can_not_be_traced_is_counted_apart() -> None:
    people = [stopped(), stopped()._replace(entry=RECENT), stopped()._replace(first_reoffence="untraced")]
    found = outcomes_of(sheet_of([*people, stopped()._replace(left="2025-01-01")]))
    assert found.proven[:2] == (2, 0)
    assert (found.proven.too_recent, found.proven.untraced, found.proven.left) == (1, 1, 1)
    assert found.rate_ratio.people == 2


def test_following_up_begins_with_the_release() -> None:
    held = stopped()._replace(follow_up_start="2025-06-01")
    assert outcomes_of(sheet_of([held])).proven.too_recent == 1


@pytest.mark.parametrize("follow_up", [None, FollowUp("", 1.0)])
def test_without_an_end_nothing_is_settled_and_it_says_so(follow_up: FollowUp | None) -> None:
    found = outcomes_of(sheet_of([stopped()] * 12, follow_up))
    assert (found.reason, found.proven.rate, found.over_time) == (NO_END, None, None)
    assert found.proven.too_recent == 12
    assert as_text(found).startswith(NO_END)


@pytest.mark.parametrize(("again", "n", "percent"), [(5, 8, 63), (57, 200, 29), (1, 8, 13), (20, 58, 34)])
def test_every_percentage_is_rounded_half_up(again: int, n: int, percent: int) -> None:
    found = outcomes_of(sheet_of([offended(FEWER)] * again + [stopped(0)] * (n - again)))
    assert f"{again} of {n} reoffended within a year: {percent} %" in as_text(found)
    assert found.frequency_all.percents is not None
    assert found.frequency_all.percents[0] == percent


def test_nobody_gives_null_and_a_reason_everywhere() -> None:
    data = as_data(outcomes_of(sheet_of([])))
    json.dumps(data)
    for name, figure in (
        ("proven_reoffending", "rate"),
        ("frequency_all", "p"),
        ("rate_ratio", "ratio"),
        ("observed_predicted", "ratio"),
        ("could_show", "critical"),
        ("regression_to_mean", "expected_fall"),
    ):
        assert data[name][figure] is None
        assert data[name]["reason"]


def test_a_two_year_prediction_is_not_compared() -> None:
    two = [stopped()._replace(predicted=60.0, predicted_years=2.0)] * 12
    assert outcomes_of(sheet_of(two)).predicted.reason.startswith("A two-year figure")
    unsaid = [stopped()._replace(predicted=60.0)] * 12
    assert outcomes_of(sheet_of(unsaid)).predicted.left_out == 12
    one = [stopped()._replace(predicted=60.0, predicted_years=1.0)] * 12
    found = outcomes_of(sheet_of(one)).predicted
    assert (found.n, found.observed) == (12, 0)
    assert found.predicted == pytest.approx(7.2)


def test_the_fall_to_be_expected_needs_the_earlier_year_and_a_score_of_one_year() -> None:
    people = [stopped()._replace(offences_earlier=2)] * 12
    found = outcomes_of(sheet_of(people)).regression
    assert found.expected_fall == pytest.approx(1 / 3)
    assert found.observed_fall == pytest.approx(1)
    assert outcomes_of(sheet_of(people, END._replace(look_back_years=2.0))).regression.expected_fall is None


def test_needs_by_pathway_and_not_known_is_not_the_same() -> None:
    people = [
        stopped()._replace(needs=(("accommodation", "serious", "none"),)),
        stopped()._replace(needs=(("accommodation", "serious", "not-known"),)),
        stopped(),
    ]
    found = outcomes_of(sheet_of(people)).needs["accommodation"]
    assert (found.of, found.better, found.not_known) == (1, 1, 2)
    assert len(as_data(outcomes_of(sheet_of(people)))["pathways"]) == 9


def test_break_even_needs_the_price_year_of_the_cost() -> None:
    money = {"money.police": ProfileValue("100000"), "money.price-year": ProfileValue("2015/16")}
    data = as_data(outcomes_of(sheet_of([])._replace(profile=money)))
    burglary = data["break_even"]["Domestic burglary"]
    assert burglary.items() >= {"offences": 17, "price_year": "2015/16", "reason": None}.items()
    assert (burglary["unit_cost"], burglary["unit_price_year"]) == (5930, "2015/16")
    unknown = money | {"money.health": ProfileValue(not_known=True)}
    lacks = outcomes_of(sheet_of([])._replace(profile=unknown))
    expected = "What one partner spent is not known, so the cost is more than these 100,000 pounds."
    assert as_data(lacks)["break_even"]["Domestic burglary"]["reason"] == expected
    assert as_text(lacks).count(expected) == 1
    assert all(expected in each.reason for each in of_outcomes(lacks, {}) if each.id.startswith("break_even."))
    two = cost_of(sheet_of([])._replace(profile=unknown | {"money.other": ProfileValue(not_known=True)}))
    assert two.lacks.startswith("What 2 partners spent is not known")
    del money["money.price-year"]
    without = as_data(outcomes_of(sheet_of([])._replace(profile=money)))["break_even"]["Domestic burglary"]
    assert without["offences"] is None
    assert "has not been given" in without["reason"]


OWN = UnitCosts(
    (("Shoplifting", 500, "2020/21", "our council"), ("Robbery", 10_000, "2015/16", "the shipped table")),
    (("2015/16", "80"), ("2020/21", " 1,00 "), ("no year", "no number")),
)


def test_the_scheme_s_own_unit_costs_and_price_index() -> None:
    money = {"money.police": ProfileValue("100000"), "money.price-year": ProfileValue(" 2020/21 ")}
    sheet = sheet_of([])._replace(profile=money, unit_costs=OWN)
    same_year, other = outcomes_of(sheet).break_even
    assert (same_year.kind, same_year.whole, same_year.prices_source) == ("Shoplifting", 200, "")
    assert (other.whole, other.reason) == (None, NO_SOURCE)
    other = outcomes_of(sheet._replace(unit_costs=OWN._replace(prices_source="HM Treasury"))).break_even[1]
    assert (other.whole, other.price_year, other.prices_source) == (8, "2020/21", "HM Treasury")
    assert other.unit is not None
    assert other.unit.source == "the shipped table"
    bare = outcomes_of(sheet._replace(unit_costs=UnitCosts(()))).break_even
    assert len(bare) == 10
    assert "no price index for 2015/16 and 2020/21" in bare[0].reason


def test_offence_dates_become_the_days_between() -> None:
    quarters = {f"{2022 + n // 4}-{3 * (n % 4) + 1:02}-01": Quarter(2, 1000, 11) for n in range(14)}
    days = tuple(f"{2022 + n // 12}-{n % 12 + 1:02}-10" for n in range(36))
    sheet = sheet_of([stopped()], END._replace(offence_dates=days))._replace(quarters=quarters)
    chart = outcomes_of(sheet).over_time
    assert chart is not None
    assert chart.chart == Chart.T
    data = as_data(outcomes_of(sheet))["over_time"]
    json.dumps(data)
    assert (data["chart"], data["points"][0]["value"]) == ("t", 31.0)


def test_predictions_are_not_worked_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [stopped()._replace(predicted=63.0, predicted_years=1.0)] * 11
    first = outcomes_of(sheet_of(people))
    monkeypatch.setattr("iomsa.outcomes.work_out.observed_predicted", None)
    again = outcomes_of(sheet_of([each._replace(cohort="free") for each in people]))
    assert again.predicted == first.predicted


def test_work_that_takes_long_is_stopped_within_its_longest_loop() -> None:
    people = [stopped()._replace(predicted=float(n % 89 + 1), predicted_years=1.0) for n in range(300)]
    asked = iter(range(1000))
    with pytest.raises(Refused) as refused:
        work_out(sheet_of(people), pathways(iom()), lambda: next(asked) < 100)
    assert [problem.code for problem in refused.value.problems] == [STOPPED]
    assert next(asked) == 101
    assert outcomes_of(sheet_of(people)).predicted.p is not None


def test_the_data_say_what_the_text_says() -> None:
    data = as_data(outcomes_of(as_in_2020()))
    json.dumps(data)
    assert data["frequency"]["percents"] == [5, 65, 30]
    assert data["frequency"]["p"] is None
    assert data["claims"]["route"]
    assert data["kept"] is None
    assert (data["rate_ratio"]["offences_before"], data["over_time"]["chart"]) == (184, None)


def test_quarters_become_a_chart() -> None:
    quarters = {f"{2021 + n // 4}-{3 * (n % 4) + 1:02}-01": Quarter(12, 1000, 11) for n in range(16)}
    chart = outcomes_of(sheet_of([stopped()])._replace(quarters=quarters)).over_time
    assert chart is not None
    assert chart.settled == 16
    assert chart.centre == pytest.approx(12)


def test_the_text_says_how_many_quarters_are_hollow() -> None:
    quarters = {f"{2021 + n // 4}-{3 * (n % 4) + 1:02}-01": Quarter(12, 1000, 11) for n in range(22)}
    text = as_text(outcomes_of(sheet_of([stopped()])._replace(quarters=quarters)))
    assert "Over time: 20 settled quarters." in text
    assert "Hollow quarters, with convictions still to come: 2." in text
