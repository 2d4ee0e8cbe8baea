"""Where a scheme lies among other areas, from the rows of people to the figures of the return."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from scipy import stats
from tests.forms.outcomes.test_work_out import ALIKE, END, offended, outcomes_of, sheet_of, stopped

from iomsa.answers.people import FollowUp
from iomsa.answers.review import REMOVED, Benchmark, Figure, KeptFigures
from iomsa.outcomes.figures import of_outcomes
from iomsa.outcomes.other_areas import NO_AREAS, NOT_RANKED
from iomsa.outcomes.report import as_data
from iomsa.outcomes.report_text import as_text, figure_in_words
from iomsa.outcomes.work_out import Outcomes

AREAS = (("North", 100, 40), ("South", 80, 24), ("East", 60, 26), ("Nobody", 0, 0))
PEOPLE = [offended(ALIKE)] * 8 + [stopped()] * 12


def among(areas: tuple[tuple[str, int, int], ...], end: FollowUp = END, people: int = 20) -> Outcomes:
    return outcomes_of(sheet_of(PEOPLE[:people], end)._replace(benchmark=Benchmark("A report", areas)))


def rows(found: Outcomes) -> dict[str, Figure]:
    return {each.id: each for each in of_outcomes(found, {}) if each.id.startswith("other_areas.")}


def test_ours_lies_beside_limits_from_the_others() -> None:
    found = as_data(among(AREAS))["other_areas"]
    n, again = np.array([100, 80, 60]), np.array([40, 24, 26])
    b = again.sum() / n.sum()
    w = n / (b * (1 - b))
    excess = (w * (again / n - b) ** 2).sum() - 2
    tau = excess / (w.sum() - (w**2).sum() / w.sum())
    error = sqrt(b * (1 - b) / 20 + tau)
    assert (found["areas"], found["people"], found["n"], found["share"]) == (3, 240, 20, 0.4)
    assert (found["benchmark"], found["tau_squared"]) == pytest.approx((b, tau))
    for name, level in (("limits_95", 0.975), ("limits_998", 0.999)):
        half = stats.norm.ppf(level) * error
        assert found[name] == pytest.approx([max(0, b - half), min(1, b + half)])
    assert found["reason"] is None


def test_the_return_holds_them_with_the_warning() -> None:
    found = rows(among(AREAS))
    assert found["other_areas.areas"].value == "3"
    ours = found["other_areas.limits_95"]
    assert (ours.value, ours.n, ours.reason) == ("0.4", "20", NOT_RANKED)
    assert float(ours.low) < 0.375 < float(ours.high)
    assert float(found["other_areas.limits_998"].low) < float(ours.low)


@pytest.mark.parametrize("areas", [(), (("Nobody", 0, 0),)])
def test_without_other_areas_there_is_nothing_to_compare(areas: tuple[tuple[str, int, int], ...]) -> None:
    found = as_data(among(areas))["other_areas"]
    assert (found["benchmark"], found["limits_95"], found["reason"]) == (None, None, NO_AREAS)
    assert rows(among(areas)) == {}


def test_a_benchmark_of_nought_has_no_limits() -> None:
    found = among((("North", 100, 0), ("South", 80, 0)))
    assert (found.other_areas.tau_squared, found.other_areas.limits_95) == (None, None)
    assert "leaves no room for chance" in rows(found)["other_areas.limits_95"].reason


def test_without_a_figure_of_our_own_it_is_said() -> None:
    nobody = among(AREAS, people=0).other_areas
    assert (nobody.share, nobody.limits_95) == (None, None)
    assert nobody.reason.startswith("Nobody has been followed")
    unknown = among(AREAS, FollowUp("", 1.0))
    data = as_data(unknown)["other_areas"]
    assert (data["n"], data["share"], data["reason"]) == (None, None, unknown.reason)
    assert {each.value for each in rows(unknown).values()} == {""}


def test_it_is_said_in_words() -> None:
    said = as_text(among(AREAS))
    assert (
        "Other areas: all 3 together 38 %, here 40 %. Of areas with as many people 95 of 100 would lie within" in said
    )
    assert NOT_RANKED in said
    nobody = as_text(among(AREAS, people=0))
    assert "Other areas: all 3 together 38 %. Nobody has been followed" in nobody
    assert "Other areas" not in as_text(among(()))
    kept = KeptFigures(REMOVED, "2026-04-01", 0, 20, tuple(rows(among(AREAS)).values()))
    only_kept = as_text(among(AREAS, people=0), kept=kept)
    assert "Other areas:" not in only_kept
    assert "Share who reoffended in all of them: 38 %" in only_kept


def test_what_was_kept_reads_as_percentages() -> None:
    found = rows(among(AREAS))
    assert figure_in_words(found["other_areas.benchmark"]).endswith(": 38 %, n 240")
    assert figure_in_words(found["other_areas.limits_95"]).endswith(f"%), n 20. {NOT_RANKED}")
