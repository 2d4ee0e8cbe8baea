"""The rows of the sheet Outcomes: every figure, then how the figures were made; never a row of a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iomsa.answers.review import Figure
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import pathway_names
from iomsa.framework.model import Framework
from iomsa.returns.canonical import Value
from iomsa.returns.sheets.made import made_rows
from iomsa.returns.table import number

PEOPLE, SHARE, DAYS, YEARS, OFFENCES, RATE = "people", "share of 1", "days", "years", "offences", "per 1,000 days"
_UNITS = {
    "rate": SHARE,
    "share": SHARE,
    "expected_fall": SHARE,
    "observed_fall": SHARE,
    "rate_for_power": SHARE,
    "earlier_to_before": "ratio",
    "ratio": "ratio",
    "uncorrected": "ratio",
    "p": "p",
    "ac1": "coefficient",
    "kappa": "coefficient",
    "files": "files",
    "agreed": "files",
    "settled": "quarters",
    "areas": "areas",
    "benchmark": SHARE,
    "tau_squared": "variance",
    "limits_95": SHARE,
    "limits_998": SHARE,
    "sigma_z": "ratio",
    "outside": "gaps",
    "custody_before": DAYS,
    "custody_after": DAYS,
    "years_before": YEARS,
    "years_after": YEARS,
    "offences_before": OFFENCES,
    "offences_after": OFFENCES,
}


def figures_of(framework: Framework, sheet: AnswerSheet) -> tuple[Figure, ...]:
    """Return every figure of a period, worked out or kept."""
    from iomsa.outcomes.all_figures import all_figures

    asked = tuple(each.id for each in framework.case_review.questions)
    return all_figures(sheet, asked, pathway_names(framework))


def outcome_rows(sheet: AnswerSheet, figures: Sequence[Figure]) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each figure, and one for each thing that the figures rest on; nothing where nothing is there.

    Shares are fractions of one; a figure that can't be had is empty, and the note says why.
    """
    for each in figures:
        yield (
            each.id,
            each.label,
            number(each.value),
            unit(each.id),
            *map(number, (each.n, each.low, each.high)),
            each.reason,
        )
    yield from made_rows(sheet, any(each.value for each in figures if each.id.startswith("break_even.")))


def unit(id: str) -> str:
    """Return what a figure is measured in, from its id."""
    group, _, rest = id.partition(".")
    last = rest.rpartition(".")[2]
    if group == "break_even":
        return OFFENCES
    if group == "over_time" and last in ("rate", "centre", "range_limit"):
        return RATE
    return _UNITS.get(last, PEOPLE)
