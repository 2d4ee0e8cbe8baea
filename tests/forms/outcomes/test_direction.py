"""Less, the same, more: counts, percentages, the sign test and Holm's adjustment."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles, oracles

from iomsa.outcomes.direction import as_in_2020, by_count, by_rate, everybody_followed
from iomsa.outcomes.exposure import Window
from iomsa.outcomes.needs import pathways
from iomsa.outcomes.sign_test import holm, sign_test

COUNT, DAYS = st.integers(0, 40), st.integers(1, 800)


@given(COUNT, DAYS, COUNT, DAYS)
def test_rates_are_compared_exactly(b: int, tb: int, a: int, ta: int) -> None:
    before, after = Fraction(b, tb), Fraction(a, ta)
    assert by_rate(Window(b, tb), Window(a, ta)) == (after > before) - (after < before)


def test_no_day_at_liberty_is_no_rate() -> None:
    assert by_rate(Window(1, 365, 365), Window(1, 365)) is None
    assert by_rate(Window(1, 365), Window(1, 365, 400)) is None
    assert by_rate(Window(3, 365, 65), Window(1, 100)) == 0


@given(st.integers(0, 300), st.integers(0, 300))
def test_sign_test(fewer: int, more: int) -> None:
    p = sign_test(fewer, more)
    if fewer + more == 0:
        assert p is None
    else:
        assert p == pytest.approx(oracles.sign_test(fewer, more), abs=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm(ps: list[float]) -> None:
    assert holm(ps) == pytest.approx(more_oracles.holm(ps), abs=1e-12)


def test_holm_passes_over_what_was_not_tested() -> None:
    assert holm([None, 0.01, 0.04, None]) == (None, 0.02, 0.04, None)
    assert holm([]) == ()


@pytest.mark.parametrize(
    ("down", "same", "up", "percents"),
    [(1, 13, 6, (5, 65, 30)), (1, 15, 4, (5, 75, 20))],
)
def test_the_table_of_the_2020_inspection(down: int, same: int, up: int, percents: tuple[int, int, int]) -> None:
    found = as_in_2020([-1] * down + [0] * same + [1] * up, 38)
    assert found[:5] == (20, down, same, up, None)
    assert found.percents == percents
    assert found.reason == (
        "This leaves out the 38 who did not reoffend, so it can't show whether offending rose or fell."
    )


def test_2020_with_nobody_left_out_still_has_no_test() -> None:
    found = as_in_2020([by_count(4, 2), by_count(2, 2), None], 0)
    assert (found.of, found.left_out, found.p) == (2, 1, None)
    assert found.reason.startswith("Shown as the 2020 inspection")


@given(st.lists(st.sampled_from([-1, 0, 1, None]), max_size=60))
def test_everybody_followed(moves: list[int | None]) -> None:
    found = everybody_followed(moves)
    assert found.of + found.left_out == len(moves)
    assert found.reduced + found.same + found.increased == found.of
    changed = found.reduced + found.increased
    assert (found.p is None) is (changed == 0) is bool(found.reason)
    assert (found.percents is None) is (found.of == 0)
    if found.p is not None:
        assert found.p == pytest.approx(oracles.sign_test(found.reduced, found.increased), abs=1e-12)


def test_nobody_and_all_ties() -> None:
    assert everybody_followed([]).reason == "Nobody could be compared."
    assert as_in_2020([None], 3).reason == "Nobody who reoffended could be compared."
    assert everybody_followed([0, 0]).reason == "Nobody went up or down, so there is nothing to test."


def test_needs() -> None:
    pairs = [("some", "none")] * 8 + [("none", "serious")] + [("none", "none")] * 4 + [("some", "some")] * 2
    found = pathways({"housing": [*pairs, ("not known", "some"), ("none", "")], "work": [("some", "serious")], "x": []})
    assert found["housing"][:5] == (11, 8, 2, 1, 2)
    assert found["housing"].p == pytest.approx(2 * oracles.sign_test(8, 1))
    assert found["work"].p == 1.0
    assert found["x"].reason == "Nobody is known to have had a need here."
    assert pathways({"y": [("some", "some")]})["y"].reason.startswith("Nobody's need changed")


def test_one_who_did_not_reoffend_is_called_one() -> None:
    assert as_in_2020([0], 1).reason.startswith("This leaves out the one who did not reoffend, so ")
