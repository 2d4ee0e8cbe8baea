"""The table of figures that were kept: shares as percentages, rates and ratios as they are."""

from __future__ import annotations

from iomsa.answers.review import Figure
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.outcomes_kept import kept_rows

SHARE = Figure("proven_reoffending.rate", "Share", "0.3448", "0.2356", "0.4733", "58")
RATIO = Figure("rate_ratio.ratio", "Ratio", "0.4974", "0.3475", "", "55")
RATE = Figure("over_time.2025-01.rate", "January to March 2025", "19.6978", "16.3032", "21.7634")
NONE = Figure("could_show.critical", "Critical", reason="Nobody.")


def test_only_shares_are_percentages() -> None:
    assert kept_rows((SHARE, RATIO, RATE, NONE)).rows == (
        ("Share", "34 %", "24 % to 47 %", "58"),
        ("Ratio", "0.4974", "0.3475 to no upper end", "55"),
        ("January to March 2025", "19.6978", "16.3032 to 21.7634", ""),
        ("Critical", "none", "", ""),
    )


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    few = Figure("rate_ratio.people", "People", "1234", n="")
    assert kept_rows((few,)) == Rows(("Figure", "Value"), (("People", "1,234"),))
