"""What the chart over time says: no more than it shows, every run once, hollow quarters named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.builders import blank, iom

from iomsa.answers.people import FollowUp
from iomsa.answers.people import Quarter as Entered
from iomsa.answers.review import FROM_RETURN, REMOVED, Figure, KeptFigures
from iomsa.outcomes.marks import OUTSIDE
from iomsa.outcomes.over_time import OverTime, over_time
from iomsa.outcomes.quarters import Chart, Quarter
from iomsa_desktop.pages.outcomes_time_words import (
    BETWEEN,
    BY_QUARTER,
    NO_LIMITS,
    chart_title,
    dates_words,
    finding_words,
    method_words,
    series_of,
    spoken_words,
    time_rows,
)

END = date(2026, 3, 31)
STEADY = [80, 84] * 6
UNEVEN = [70, 100] * 6


def found(*offences: int, start: int = 2020, data_to: date = END, days: int = 4000) -> OverTime:
    return over_time(made(*offences, start=start, days=days), data_to)


def made(*offences: int, start: int = 2020, days: int = 4000) -> list[Quarter]:
    firsts = (date(start + n // 4, 1 + 3 * (n % 4), 1) for n in range(len(offences)))
    return [Quarter(first, count, days, 44) for first, count in zip(firsts, offences, strict=True)]


def test_nothing_outside_is_said_once_with_the_hollow_quarters() -> None:
    shown = found(*STEADY, 82, 80, 40, start=2022, data_to=date(2025, 12, 31))
    assert shown.chart is Chart.XMR
    assert finding_words(shown) == (
        "Nothing outside what is usual for this scheme. The last two quarters are hollow: convictions still to come."
    )
    one = found(*STEADY, 70, start=2022, data_to=date(2025, 12, 30))
    assert finding_words(one).endswith("The last quarter is hollow: convictions still to come.")


def test_runs_outside_are_said_once_each_with_side_shape_and_reason() -> None:
    shown = found(*STEADY, *[50, 52] * 5)
    assert finding_words(shown) == (
        f"{OUTSIDE} 12 quarters from January 2020 to December 2022 are higher, a concern (orange diamonds). "
        "Ten quarters from January 2023 to June 2025 are lower, an improvement (blue triangles)."
    )
    assert finding_words(found(*UNEVEN, 200, *UNEVEN, start=2019)).startswith(
        f"{OUTSIDE} January to March 2022 is higher, a concern (the orange diamond)."
    )


def test_a_screen_reader_is_told_each_point_outside_with_its_rule() -> None:
    shown = found(*UNEVEN, 200, *UNEVEN, start=2019)
    said = spoken_words(shown)
    assert said.startswith(finding_words(shown))
    assert f"January to March 2022: 50.0. {OUTSIDE} Here: beyond the limit." in said
    assert spoken_words(found(*STEADY)) == finding_words(found(*STEADY))


def test_too_few_quarters_are_a_line_without_limits() -> None:
    shown = found(80, 84, 90)
    assert (shown.chart, chart_title(shown)) == (Chart.LINE, BY_QUARTER)
    assert finding_words(shown) == f"3 settled quarters: limits by quarter need 12. {NO_LIMITS}"
    assert series_of(shown).limited == ()
    assert [row[-2:] for row in time_rows(shown, {}).rows] == [("none", "no limits")] * 3


def test_few_offences_are_shown_by_the_days_between_them() -> None:
    dates = [date(2020, 1, 9) + timedelta(n * 31) for n in range(60)]
    quarters = [Quarter(date(2020 + n // 4, 1 + 3 * (n % 4), 1), 3, 4000, 44) for n in range(20)]
    shown = over_time(quarters, END, dates)
    assert (shown.chart, chart_title(shown)) == (Chart.T, BETWEEN)
    words = finding_words(shown)
    assert words.startswith("Fewer than 5 offences a quarter: too few for limits by quarter. So this shows the days")
    assert "more days are better." in words
    rows = time_rows(shown, {})
    assert rows.headings[:2] == ("Day of the offence", "Days since the one before")
    assert rows.rows[0][:2] == ("9 February 2020", "31")


def test_the_table_holds_what_was_entered_and_what_each_point_says() -> None:
    shown = found(*STEADY, *[50, 52] * 5, 30, 20)
    entered = {each.day.isoformat(): Entered(int(each.value * 4), 4000, 44) for each in shown.points}
    rows = time_rows(shown, entered).rows
    assert rows[0] == ("Jan to Mar 2020", "80", "4,000", "44", "20.0", rows[0][5], "higher: concern")
    assert rows[12][-1] == "lower: improvement"
    assert rows[-1][-2:] == ("none", "still to come")
    assert rows[0][5].endswith(f" to {shown.points[0].high:.1f}")


def test_the_axis_names_each_year_where_it_began() -> None:
    named = [dot.axis for dot in series_of(found(*STEADY)).dots if dot.axis]
    assert named == ["Jan 2020", "Jan 2021", "Jan 2022"]


def test_a_missing_quarter_is_named_in_words_and_in_the_table_and_no_run_is_counted_across_it() -> None:
    quarters = [each for each in made(*STEADY, *[50, 52] * 5) if each.start != date(2021, 7, 1)]
    shown = over_time(quarters, END)
    words = finding_words(shown)
    assert words.endswith(
        " There is no rate for July to September 2021. The line breaks there; what lies before and after does not "
        "count as one row."
    )
    assert "from January 2020 to December 2022" not in words
    assert [dot.after_gap for dot in series_of(shown).dots].index(True) == 6
    assert time_rows(shown, {}).rows[6] == ("Jul to Sep 2021", "–", "–", "–", "–", "none", "missing")
    held = {"2021-07-01": Entered(3, 0, 1)}
    assert time_rows(shown, held).rows[6][1:] == ("3", "0", "1", "–", "none", "no days at liberty")
    few = over_time(quarters[:3] + quarters[4:6], END)
    assert finding_words(few).endswith("There is no rate for October to December 2020. The line breaks there.")


@pytest.mark.parametrize(
    ("origin", "why"), [(FROM_RETURN, "are never in a return"), (REMOVED, "were removed with the")]
)
def test_a_line_that_was_a_chart_of_days_says_where_the_dates_are(origin: str, why: str) -> None:
    shown = over_time(made(*[2, 3] * 12), END)
    kept = KeptFigures(origin, "2026-05-04", 0, 58, (Figure("over_time.outside", "Gaps", "0"),))
    sheet = blank(iom())
    assert dates_words(shown, sheet._replace(figures=kept)) == (
        f"The dates of single offences {why}"
        f"{' rows' if origin == REMOVED else ''}, so what was a chart of the days between offences is a line here."
    )
    for other in (sheet, sheet._replace(figures=kept._replace(figures=()))):
        assert dates_words(shown, other) == "The dates of single offences would show change sooner."


def test_nothing_is_said_of_dates_where_they_are_held_or_are_not_needed() -> None:
    sheet, dates = blank(iom()), tuple(f"2024-01-{day:02}" for day in range(1, 9))
    held = sheet._replace(follow_up=FollowUp("2026-03-31", offence_dates=dates))
    assert dates_words(found(2, 3), held) == ""
    assert dates_words(found(*STEADY), sheet) == ""
    apart = over_time(made(*[80] * 30, start=2015)[::2], END)
    assert apart.chart is Chart.LINE
    assert dates_words(apart, sheet) == ""


def test_the_chart_is_named_for_those_who_check_it() -> None:
    rules = "Points are marked by the rules of NHS England's Making Data Count."
    assert method_words(found(*STEADY)) == (
        f"XmR chart of 12 settled quarters: the mean, and 2.66 mean moving ranges to each side. {rules}"
    )
    assert method_words(found(*[6] * 12)).startswith("Laney's u' chart of 12 settled quarters: limits are wider where")
    assert method_words(found(80, 84)) == ""


def test_days_between_offences_that_stand_out_came_sooner_or_later() -> None:
    dates = [date(2020, 1, 9)]
    for gap in [20, 25, 22, 18, 24, 21, 23, 19, 22, 20, 24, 21, 23, 200, 21, 22, 20, 23]:
        dates.append(dates[-1] + timedelta(gap))
    words = finding_words(over_time(made(*[3] * 12), END, dates))
    said = "came later than usual after the one before, an improvement (the blue triangle)."
    assert f"The offence of 5 May 2021 {said}" in words
    assert method_words(over_time(made(*[3] * 12), END, dates)).startswith("t-chart: limits as in an XmR chart")
