"""The flat list of figures: everything that outcomes --json holds, each once, with a reason where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom
from tests.forms.returns.schemes import QUESTION, drawn, followed, person

from iomsa.answers.people import FollowUp, Quarter
from iomsa.answers.review import FROM_RETURN, Figure, KeptFigures
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import pathway_names
from iomsa.outcomes.agreement import Agreement, agreement
from iomsa.outcomes.all_figures import all_figures
from iomsa.outcomes.figure import chance, decimal, share
from iomsa.outcomes.figures import figures, slugs
from iomsa.outcomes.report import as_data
from iomsa.outcomes.work_out import NO_END, Outcomes, work_out
from iomsa.returns.canonical import canonical
from iomsa.returns.table import number

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "return" / "figure-ids.txt"
ASKED = tuple(each.id for each in iom().case_review.questions)
NAMES = pathway_names(iom())
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2} (January|February|March|April|June|July|August)")


def outcomes(sheet: AnswerSheet) -> Outcomes:
    return work_out(sheet, tuple(NAMES))


def by_id(found: tuple[Figure, ...]) -> dict[str, Figure]:
    assert len({each.id for each in found}) == len(found)
    return {each.id: each for each in found}


def listed(sheet: AnswerSheet) -> dict[str, Figure]:
    return by_id(all_figures(sheet, ASKED, NAMES))


def flat(data: Mapping[str, object], start: str = "") -> Iterator[tuple[str, object]]:
    for name, value in data.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{start}{name}.")
        elif isinstance(value, int | float) or value is None:
            yield f"{start}{name}", value


GROUPS = (
    "people",
    "proven_reoffending",
    "frequency",
    "seriousness",
    "frequency_all",
    "seriousness_all",
    "observed_predicted",
    "could_show",
    "regression_to_mean",
    "pathways",
)
NOT_FIGURES = {"reason", "sentence", "method", "interval", "percents"}
"""What stands beside a figure: in its reason, or as its low and high."""


@pytest.mark.parametrize("people", [0, 1, 40])
def test_every_figure_that_the_command_line_gives_is_there(people: int) -> None:
    found = outcomes(followed(people))
    have = by_id(figures(found, {}, NAMES))
    data = as_data(found)
    wanted = dict(flat({name: data[name] for name in GROUPS}))
    for id, value in wanted.items():
        if id.rpartition(".")[2] in NOT_FIGURES or (id.startswith("regression") and id.endswith(".people")):
            continue
        least = 0.0001 if id.endswith(".p") else float("-inf")
        assert have[id].value == ("" if value is None else decimal(max(float(str(value)), least))), id
    for id in ("ratio", "people", "years_before", "years_after", "custody_before", "custody_after", "too_short"):
        value = data["rate_ratio"][id]
        assert have[f"rate_ratio.{id}"].value == ("" if value is None else decimal(value))
    value = data["rate_ratio"]["uncorrected"]["ratio"]
    assert have["rate_ratio.uncorrected"].value == ("" if value is None else decimal(value))
    kinds = [each["offences"] for each in data["break_even"].values()]
    told = [each for each in have.values() if each.id.startswith("break_even.")]
    assert [each.value for each in told] == ["" if each is None else str(each) for each in kinds]


@pytest.mark.parametrize("people", [0, 1, 9, 40])
def test_a_figure_that_can_not_be_had_is_empty_and_says_why(people: int) -> None:
    found = figures(outcomes(followed(people)), {QUESTION: agreement([("yes", "no")] * 3, ("yes", "no"))}, NAMES)
    assert [each for each in found if not each.value and not each.reason] == []
    assert [each for each in found if not each.label] == []


def test_values_are_canonical_decimal_text() -> None:
    for each in listed(followed()).values():
        for text in (each.value, each.low, each.high, each.n):
            if text:
                assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d{0,3}[1-9])?", text), each
        if each.value and each.low and each.high:
            assert Decimal(each.low) <= Decimal(each.value) <= Decimal(each.high), each


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (0.0, "0"), (-0.00001, "0"), (0.5, "0.5"), (1 / 3, "0.3333"), (100.0, "100"), (-0.25, "-0.25")],
)
def test_a_rate_has_four_places_at_most(value: float | None, text: str) -> None:
    assert decimal(value) == text


def test_a_very_small_p_is_not_said_to_be_nought() -> None:
    assert chance("x.p", "p", 0.04, 40) == Figure("x.p", "p", "0.04", n="40")
    assert chance("x.p", "p", 0.0001, 40) == Figure("x.p", "p", "0.0001", n="40")
    for least in (0.0, 5e-324, 0.00006, 0.00009999):
        assert chance("x.p", "p", least, 4) == Figure("x.p", "p", "0.0001", n="4", reason="This or less.")


@given(st.floats(0, 1))
def test_a_p_is_a_number_above_nought_that_a_return_can_hold_and_give_back(p: float) -> None:
    found = chance("x.p", "p", p, 4)
    assert 0 < float(found.value) == pytest.approx(max(p, 0.0001), abs=0.00005)
    value = number(found.value)
    assert isinstance(value, int | Decimal)
    assert canonical(float(value)) == canonical(value) == found.value


def test_an_interval_without_an_upper_end_says_so() -> None:
    found = share("x", "x", None, (1.5, None), 12, "Nobody offended before.")
    assert (found.low, found.high) == ("1.5", "")
    assert found.reason == "Nobody offended before. The interval has no upper end."


def test_the_table_of_2020_and_proven_reoffending_come_out_with_their_n() -> None:
    found = listed(followed())
    data = as_data(outcomes(followed()))["proven_reoffending"]
    rate = found["proven_reoffending.rate"]
    assert rate.n == str(data["n"]) == found["proven_reoffending.n"].value
    assert (rate.low, rate.high) == tuple(decimal(end) for end in data["interval"])
    parts = [int(found[f"frequency.{way}"].value) for way in ("reduced", "same", "increased")]
    assert sum(parts) == int(found["frequency.of"].value) == int(found["frequency.same"].n)
    assert found["frequency.p"].value == ""
    assert "can't show whether offending rose or fell" in found["frequency.p"].reason


def test_no_two_figures_are_called_alike() -> None:
    found = [each.label for each in listed(followed()).values()]
    assert sorted(found) == sorted(set(found))


def test_pathways_are_named_in_the_frameworks_words() -> None:
    found = listed(followed())
    assert found["pathways.drugs-alcohol.better"].label == "Drugs and alcohol: better now"


def test_costs_of_other_alphabets_and_twins_have_ids_of_their_own() -> None:
    assert list(slugs("b", ["Arson", "arson!", "Ŵ", "Theft of a car"])) == [
        "b.arson",
        "b.arson-2",
        "b.3",
        "b.theft-of-a-car",
    ]


def test_a_hollow_quarter_is_said_to_be_one_and_has_no_limits() -> None:
    found = listed(followed())
    hollow, settled = found["over_time.2025-10.rate"], found["over_time.2023-01.rate"]
    assert (hollow.low, hollow.high) == ("", "")
    assert hollow.reason == "Convictions still to come: not compared."
    assert settled.label == "Offences per 1,000 days at liberty, January to March 2023"


def test_of_the_days_between_offences_no_date_and_no_single_gap_goes_in() -> None:
    sheet = followed()
    first = date(2023, 1, 9)
    days = tuple((first + timedelta(31 * place + place % 5)).isoformat() for place in range(24))
    quarters = {day: each._replace(offences=2) for day, each in sheet.quarters.items()}
    follow_up = FollowUp("2026-03-31", 1.0, offence_dates=days)
    found = listed(sheet._replace(quarters=quarters, follow_up=follow_up))
    assert found["over_time.centre"].label == "Days between offences: centre of the t-chart"
    assert "give the dates away" in found["over_time.outside"].reason
    assert not [id for id in found if id.startswith("over_time.") and id.endswith(".rate")]


def test_without_quarters_or_an_end_it_says_so() -> None:
    found = listed(followed()._replace(quarters={}))
    assert "No quarters have been filled in" in found["over_time.centre"].reason
    assert listed(followed()._replace(follow_up=None))["people"].reason.startswith("The day up to which")


def test_agreement_is_listed_by_question_with_intervals() -> None:
    found = listed(drawn(30, 20, twice=20))
    assert found["agreement.files"].value == "20"
    assert (found[f"agreement.{QUESTION}.agreed"].value, found[f"agreement.{QUESTION}.agreed"].n) == ("10", "20")
    ac1 = found[f"agreement.{QUESTION}.ac1"]
    assert ac1.low
    assert float(ac1.low) < float(ac1.value) < float(ac1.high)
    few = listed(drawn(30, 20, twice=9))
    assert few[f"agreement.{QUESTION}.kappa"].reason.startswith("Too few to measure")


def test_where_no_file_was_reviewed_twice_there_is_nothing_on_agreement() -> None:
    nothing: Mapping[str, Agreement] = {QUESTION: agreement([], ("yes", "no"))}
    assert not [each for each in figures(outcomes(followed(1)), nothing) if each.id.startswith("agreement")]
    assert not [id for id in listed(drawn(twice=0)) if id.startswith("agreement")]


KEPT = KeptFigures(
    FROM_RETURN,
    "2026-01-22",
    12,
    58,
    (
        Figure("agreement.files", "Case files reviewed twice", "11"),
        Figure("over_time.centre", "Mean", "7"),
        Figure("people", "People who joined the scheme", "58"),
    ),
)


def test_without_an_end_no_figure_of_the_follow_up_is_nought() -> None:
    people = [each._replace(left="2024-12-01") for each in followed(12).people.values()]
    sheet = blank(iom())._replace(people={f"P-{n}": each for n, each in enumerate(people)})
    have = by_id(figures(outcomes(sheet), {}, NAMES))
    assert [have[id].value for id in ("people", "proven_reoffending.left")] == ["12", "12"]
    for group in ("proven_reoffending", "frequency_all", "rate_ratio", "could_show", "regression_to_mean"):
        of_group = [each for id, each in have.items() if id.startswith(f"{group}.") and not id.endswith(".left")]
        assert of_group
        assert {(each.value, each.n, each.reason) for each in of_group} == {("", "", NO_END)}


def test_an_empty_period_has_no_figures() -> None:
    assert listed(blank(iom())) == {}


def test_kept_figures_stand_in_for_rows_that_are_not_here() -> None:
    assert list(listed(blank(iom())._replace(figures=KEPT))) == ["people", "over_time.centre", "agreement.files"]


def test_rows_that_are_here_again_replace_what_was_kept() -> None:
    with_people = listed(followed()._replace(figures=KEPT, cases={}))
    assert (with_people["people"].value, with_people["agreement.files"].value) == ("40", "11")
    assert with_people["over_time.centre"].value != "7"
    quarters_only = listed(followed()._replace(figures=KEPT, people={}, cases={}))
    assert quarters_only["people"].value == "58"
    assert quarters_only["over_time.centre"].value != "7"
    assert "proven_reoffending.rate" not in quarters_only
    files = listed(drawn(12, twice=10)._replace(figures=KEPT))
    assert files["agreement.files"].value == "10"
    assert "agreement.files" not in listed(drawn(12, twice=0)._replace(figures=KEPT))


def test_quarters_alone_give_the_chart_alone() -> None:
    found = listed(followed()._replace(people={}))
    assert {id.partition(".")[0] for id in found} == {"over_time"}


dates = st.dates(date(2015, 1, 1), date(2025, 12, 30)).map(date.isoformat)


@given(st.lists(st.tuples(dates, dates, dates), max_size=30), st.lists(dates, max_size=30))
def test_no_day_of_anybody_is_in_any_figure(rows: list[tuple[str, str, str]], offences: list[str]) -> None:
    people = {
        f"P-{place}": person(place)._replace(entry=entry, follow_up_start=max(entry, start), first_reoffence=first)
        for place, (entry, start, first) in enumerate(rows, start=1)
    }
    sheet = followed(0)._replace(people=people)
    follow_up = FollowUp("2025-12-31", 1.0, offence_dates=tuple(sorted(offences)))
    sheet = sheet._replace(follow_up=follow_up, quarters={"2024-01-01": Quarter(2, 900, 10), **sheet.quarters})
    for each in listed(sheet).values():
        assert not DAY.search(" ".join(each)), each
        assert "P-" not in " ".join(each)


def test_no_id_of_a_figure_is_ever_lost() -> None:
    """Returns of every release hold these ids; one may be added, none may go or change its meaning."""
    sheet = drawn()
    people = followed()
    found = listed(people._replace(cases=sheet.cases, draw=sheet.draw))
    released = set(GOLDEN.read_text(encoding="utf-8").split())
    assert released - found.keys() == set()
    assert found.keys() - released == set(), "add the new ids to the golden list"
