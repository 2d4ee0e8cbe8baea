"""Days and counts as far off as they can be typed: the check and the outcomes say what they can, and never end."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from tests.builders import blank, iom

from iomsa.answers.people import NONE, UNTRACED, FollowUp, Person, Quarter
from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.check import check
from iomsa.framework.find import pathways
from iomsa.outcomes.report import as_data
from iomsa.outcomes.work_out import work_out
from iomsa.scoring.score import score
from iomsa.session.person_cells import LARGEST

CARD = score(iom(), blank(iom()))
FAR = ("0001-01-01", "1900-01-01", "2023-06-01", "2024-02-29", "9998-07-01", "9999-12-31")
"""The first and the last are what exports of other systems hold where there is no date."""
DAYS = st.sampled_from(["", *FAR])
COUNTS = st.sampled_from([None, 0, 1, 365, LARGEST, 10**9])
PEOPLE = st.builds(
    Person,
    entry=DAYS,
    follow_up_start=DAYS,
    left=DAYS,
    window_days=COUNTS,
    offences_earlier=COUNTS,
    offences_before=COUNTS,
    custody_before=COUNTS,
    offences_after=COUNTS,
    custody_after=COUNTS,
    first_reoffence=st.sampled_from(["", NONE, UNTRACED, *FAR]),
)
QUARTERS = st.dictionaries(
    st.sampled_from(["1990-01-01", "2024-01-01", "2024-07-01", "9999-07-01", "9999-10-01"]),
    st.builds(Quarter, st.integers(0, 9), st.sampled_from([0, 1, 9_000]), st.just(3)),
)
FOLLOW_UPS = st.builds(
    FollowUp,
    data_to=DAYS,
    joined_from=DAYS,
    joined_to=DAYS,
    offence_dates=st.lists(st.sampled_from(FAR), max_size=15).map(lambda days: tuple(sorted(days))),
)
SHEETS = st.builds(
    lambda people, quarters, follow_up: blank(iom())._replace(people=people, quarters=quarters, follow_up=follow_up),
    st.dictionaries(st.sampled_from([f"P-{n}" for n in range(12)]), PEOPLE),
    QUARTERS,
    st.none() | FOLLOW_UPS,
)


def of(person: Person) -> AnswerSheet:
    return blank(iom())._replace(people={"P-1": person}, follow_up=FollowUp("2026-03-31"))


@given(SHEETS)
@example(of(Person(1, entry="2023-06-01", window_days=10**9, offences_after=0, first_reoffence="2024-02-29")))
@example(of(Person(1, entry="9999-12-31", first_reoffence="9999-12-31")))
def test_nothing_ends_over_a_day_or_a_count(sheet: AnswerSheet) -> None:
    assert all(finding.sentence for finding in check(iom(), sheet, CARD))
    assert as_data(work_out(sheet, pathways(iom())))
