"""The limits of a funnel at any size are those at the sizes of its schemes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.outcomes.funnel import Scheme, funnel
from iomsa.outcomes.funnel_limits import limits_at

SCHEMES = st.lists(
    st.tuples(st.integers(1, 400), st.floats(0, 1)).map(lambda pair: Scheme("A", round(pair[0] * pair[1]), pair[0])),
    min_size=2,
    max_size=30,
)


@given(SCHEMES, st.floats(0.05, 0.95))
def test_they_are_the_limits_of_each_scheme(schemes: list[Scheme], benchmark: float) -> None:
    found = funnel(schemes, benchmark)
    for scheme, place in zip(schemes, found.places, strict=True):
        at = limits_at(found, scheme.n)
        assert at.inner == pytest.approx(place.inner)
        assert at.outer == pytest.approx(place.outer)


def test_more_people_give_narrower_limits() -> None:
    found = funnel([Scheme("A", 10, 30), Scheme("B", 40, 90)], 0.4)
    few, many = limits_at(found, 10), limits_at(found, 1000)
    assert few.outer[0] < few.inner[0] < many.inner[0] < 0.4 < many.inner[1] < few.inner[1] < few.outer[1]
