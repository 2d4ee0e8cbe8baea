"""Periods: names that say their dates, names that don't, and what is wrong with others."""

import pytest

from iomsa.answers.period import dates_of, is_date, make_period
from iomsa.answers.sheet import Period
from iomsa.problems import Refused

DATES = [
    ("2025-26", ("2025-04-01", "2026-03-31")),
    ("1999-00", ("1999-04-01", "2000-03-31")),
    ("2025-27", None),
    ("2025-25", None),
    ("2025/26", None),
    ("Spring", None),
]

REFUSED = [
    ("", "", "", ["period.name"]),
    ("x" * 21, "2026-01-01", "2026-02-01", ["period.name"]),
    ("Spring", "", "", ["period.dates"]),
    ("Spring", "2026-01-01", "", ["period.dates"]),
    ("Spring", "2026-02-01", "2026-01-01", ["period.order"]),
    ("Spring", "2026-02-30", "1 May 2026", ["period.date", "period.date"]),
]


@pytest.mark.parametrize(("name", "dates"), DATES)
def test_a_year_says_its_dates(name: str, dates: tuple[str, str] | None) -> None:
    assert dates_of(name) == dates


def test_a_period_is_made() -> None:
    assert make_period(" 2025-26 ", "x@1") == Period("2025-26", "2025-04-01", "2026-03-31", "x@1")
    assert make_period("2025-26", "x@1", end="2026-02-28").end == "2026-02-28"


@pytest.mark.parametrize(("name", "start", "end", "codes"), REFUSED)
def test_a_wrong_period_is_refused(name: str, start: str, end: str, codes: list[str]) -> None:
    with pytest.raises(Refused) as caught:
        make_period(name, "x@1", start, end)
    assert [problem.code for problem in caught.value.problems] == codes


def test_a_date_is_written_in_one_way() -> None:
    assert is_date("2026-03-31")
    assert not any(map(is_date, ("20260331", "2026-3-31", "31/03/2026", "2026-W14-2", "")))
