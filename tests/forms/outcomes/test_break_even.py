"""Break-even: one price year or no figure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.outcomes.break_even import NOTE, UnitCost, break_even
from iomsa.outcomes.unit_costs import UNIT_COSTS

BURGLARY = UnitCost("Domestic burglary", 5930, "2015/16", "a table")
INDEX = {"2015/16": Fraction(80), "2025/26": Fraction(100)}


@given(st.integers(1, 10**8), st.integers(1, 10**6), st.integers(50, 200), st.integers(50, 200))
def test_both_costs_are_in_one_price_year(cost: int, pounds: int, then: int, now: int) -> None:
    found = break_even(cost, "b", UnitCost("x", pounds, "a", ""), {"a": Fraction(then), "b": Fraction(now)})
    assert found.offences is not None
    assert found.whole is not None
    assert float(found.offences) == pytest.approx(cost / (pounds * now / then))
    assert found.whole - 1 < found.offences <= found.whole


def test_an_example() -> None:
    found = break_even(400_000, "2025/26", BURGLARY, INDEX)
    assert (found.unit_pounds, found.whole, found.price_year) == (Fraction(14825, 2), 54, "2025/26")
    assert break_even(59_300, "2015/16", BURGLARY, {}).whole == 10


def test_without_a_year_there_is_no_figure() -> None:
    assert "has not been given" in break_even(1, "", BURGLARY, INDEX).reason
    found = break_even(1, "2030/31", BURGLARY, {})
    assert (found.offences, found.whole) == (None, None)
    assert "no price index for 2015/16 and 2030/31" in found.reason
    assert "no price index for 2030/31" in break_even(1, "2030/31", BURGLARY, INDEX).reason
    assert "more than nothing" in break_even(0, "2015/16", BURGLARY, INDEX).reason


def test_it_says_what_it_is() -> None:
    assert "A size to compare with, not a result" in NOTE
    assert {each.price_year for each in UNIT_COSTS} == {"2015/16"}
    assert all(each.source.endswith("check the text") for each in UNIT_COSTS)
