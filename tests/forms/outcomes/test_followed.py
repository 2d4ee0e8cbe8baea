"""How many were followed, told without working figures out: the same people as the figures count."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom

from iomsa.answers.people import NONE, UNTRACED, FollowUp, Person
from iomsa.outcomes.followed import FollowedSoFar, followed_so_far, latest_start
from iomsa.outcomes.reoffending import settled
from iomsa.outcomes.work_out import work_out

DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))
ISO = DAYS.map(date.isoformat)
PEOPLE = st.builds(
    Person,
    entry=st.sampled_from(["", "2023-08-31", "2024-02-29"]) | ISO,
    follow_up_start=st.just("") | ISO,
    first_reoffence=st.sampled_from(["", NONE, UNTRACED]) | ISO,
)


@given(DAYS)
def test_the_latest_start_is_the_last_that_is_settled(data_to: date) -> None:
    last = latest_start(data_to)
    assert settled(last, data_to)
    assert not settled(last + timedelta(1), data_to)


@given(st.lists(PEOPLE, max_size=12), DAYS)
def test_it_counts_whom_the_figures_count(people: list[Person], data_to: date) -> None:
    sheet = blank(iom())._replace(
        people={f"P-{n}": person for n, person in enumerate(people)}, follow_up=FollowUp(data_to.isoformat())
    )
    proven = work_out(sheet, ()).proven
    assert followed_so_far(people, data_to.isoformat()) == FollowedSoFar(proven.n, proven.not_known)


def test_nobody_is_followed_to_the_end_while_no_end_is_known() -> None:
    assert followed_so_far([Person(entry="2020-01-01", first_reoffence=NONE), Person()], "") == FollowedSoFar(0, 1)
