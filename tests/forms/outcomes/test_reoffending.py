"""Proven reoffending: who counts, when, and what is said of the others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles

from iomsa.outcomes.reoffending import Followed, reoffended, reoffending, settled

DATA_TO = date(2026, 3, 31)
START = date(2024, 5, 10)
IN_TIME, NEVER = Followed(START, date(2024, 8, 1)), Followed(START, "none")


@pytest.mark.parametrize(
    ("start", "data_to", "counts"),
    [
        ("2024-09-30", "2026-03-30", True),
        ("2024-09-30", "2026-03-29", False),
        ("2024-08-31", "2026-02-28", True),
        ("2024-08-31", "2026-02-27", False),
        ("2022-08-31", "2024-02-28", False),
        ("2022-08-31", "2024-02-29", True),
    ],
)
def test_eighteen_calendar_months_with_the_day_clipped(start: str, data_to: str, counts: bool) -> None:
    assert settled(date.fromisoformat(start), date.fromisoformat(data_to)) is counts


@pytest.mark.parametrize(
    ("first", "within"),
    [("2024-05-09", False), ("2024-05-10", True), ("2025-05-09", True), ("2025-05-10", False)],
)
def test_the_year_begins_with_the_start(first: str, within: bool) -> None:
    assert reoffended(START, date.fromisoformat(first)) is within


def test_the_example_of_the_2020_inspection() -> None:
    found = reoffending([IN_TIME] * 20 + [NEVER] * 38, DATA_TO)
    assert (found.n, found.reoffended, found.reason, found.cautions) == (58, 20, "", ())
    assert found.rate == pytest.approx(20 / 58)
    assert found.interval == pytest.approx(more_oracles.wilson(20, 58), abs=1e-9)


@given(*[st.integers(0, 40)] * 5)
def test_everybody_is_somewhere(yes: int, no: int, recent: int, untraced: int, blank: int) -> None:
    people = [IN_TIME] * yes + [NEVER] * no + [Followed(date(2024, 10, 1), "none")] * recent
    people += [Followed(START, "untraced")] * untraced + [Followed(None, "none"), Followed(START, None)] * blank
    found = reoffending(people, DATA_TO)
    assert (found.n, found.reoffended, found.too_recent) == (yes + no, yes, recent)
    assert (found.untraced, found.not_known) == (untraced, 2 * blank)
    assert (found.rate is None) is (found.n == 0) is bool(found.reason)
    if found.n:
        assert found.interval == pytest.approx(more_oracles.wilson(yes, yes + no), abs=1e-9)


def test_too_recent_goes_before_untraced() -> None:
    assert reoffending([Followed(date(2025, 1, 1), "untraced")], DATA_TO)[4:7] == (1, 0, 0)


def test_who_left_counts_like_the_others() -> None:
    gone = [each._replace(left=True) for each in [IN_TIME, NEVER]]
    found = reoffending([*gone, *[NEVER] * 38], DATA_TO)
    assert (found.n, found.reoffended, found.left, found.cautions) == (40, 1, 2, ())


def test_cautions() -> None:
    few = reoffending([NEVER] * 29, DATA_TO)
    assert [text[:20] for text in few.cautions] == ["Fewer than 30 people"]
    lost = reoffending([NEVER] * 90 + [Followed(START, "untraced")] * 10, DATA_TO)
    assert lost.cautions == ()
    lost = reoffending([NEVER] * 89 + [Followed(START, "untraced")] * 11, DATA_TO)
    assert lost.cautions[0].startswith("11 of 100 could not be followed up, more than 10 %")
    gone = reoffending([NEVER] * 89 + [NEVER._replace(left=True)] * 11, DATA_TO)
    assert gone.cautions[0].startswith("11 of 100 have left the scheme, more than 10 %")


def test_nobody() -> None:
    found = reoffending([], DATA_TO)
    assert (found.rate, found.interval, found.cautions) == (None, None, ())
    assert "18 months" in found.reason
