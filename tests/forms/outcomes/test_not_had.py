"""What can't be had is never nought: without an end, without rows, and where somebody is missing."""

from __future__ import annotations

import pytest
from tests.forms.outcomes.test_work_out import FEWER, MORE, offended, outcomes_of, sheet_of, stopped

from iomsa.answers.people import FollowUp
from iomsa.answers.review import KeptFigures
from iomsa.outcomes.report import as_data
from iomsa.outcomes.report_text import as_text
from iomsa.outcomes.work_out import NO_END

BY_FOLLOW_UP = (
    "proven_reoffending",
    "frequency",
    "seriousness",
    "frequency_all",
    "seriousness_all",
    "rate_ratio",
    "observed_predicted",
    "could_show",
    "regression_to_mean",
)


def test_without_an_end_no_figure_is_nought() -> None:
    people = [stopped()._replace(left="2024-12-01")] * 3 + [offended(MORE)] * 9
    found = outcomes_of(sheet_of(people, FollowUp("", 1.0)))
    data = as_data(found)
    assert (data["people"], data["proven_reoffending"].pop("left")) == (12, 3)
    for name in BY_FOLLOW_UP:
        assert data[name].pop("reason") == NO_END, name
        rest = [
            value for each in data[name].values() for value in (each.values() if isinstance(each, dict) else [each])
        ]
        assert set(map(str, rest)) <= {"None", "[]", NO_END}, name
    text = as_text(found)
    assert "People: 12; have left 3." in text
    assert "too recently" not in text
    assert "Too few people" not in text


def test_figures_that_were_kept_are_not_told_as_nobody() -> None:
    kept = KeptFigures("removed", "2026-11-22", 1, 58, ())
    data = as_data(outcomes_of(sheet_of([])), kept=kept)
    assert data["people"] is None
    for part in (*(data[name] for name in BY_FOLLOW_UP), *data["pathways"].values()):
        assert part["reason"].startswith("The rows about people are not in this file")
        assert {value for name, value in part.items() if name not in {"reason", "uncorrected", "cautions"}} == {None}
    assert data["claims"]["may"] == []
    assert as_data(outcomes_of(sheet_of([stopped()])), kept=kept)["people"] == 1


@pytest.mark.parametrize(
    ("reoffence", "why"),
    [
        (["untraced"] * 4, "nobody could be traced"),
        ([""] * 4, "filled in for nobody"),
        (["untraced", ""], "both traced"),
    ],
)
def test_nobody_counted_is_not_always_too_recent(reoffence: list[str], why: str) -> None:
    found = outcomes_of(sheet_of([stopped()._replace(first_reoffence=each) for each in reoffence]))
    assert (found.proven.n, found.proven.rate) == (0, None)
    assert why in found.proven.reason
    assert "18 months" not in found.proven.reason


def test_the_text_says_who_is_missing() -> None:
    people = [offended(FEWER)._replace(seriousness_after=None), stopped()._replace(first_reoffence=""), stopped()]
    people[2] = people[2]._replace(predicted=40.0, predicted_years=2.0)
    people[0] = people[0]._replace(predicted=40.0, predicted_years=1.0, custody_before=None)
    text = as_text(outcomes_of(sheet_of(people)))
    assert "not filled in 1" in text
    assert "left out, as under 30 days at liberty: 0, as not filled in: 1." in text
    assert (
        "How serious, as in the 2020 inspection: Nobody who reoffended could be compared. Could not be compared: 1."
        in text
    )
    assert "Left out, as their prediction is not for one year: 1." in text
