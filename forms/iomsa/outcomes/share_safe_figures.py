"""Rates, intervals and tests that may be shared: none that rests on a count that is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iomsa.outcomes.report_words import p_in_words, percent, ratio_figures
from iomsa.outcomes.small_numbers import FEWEST_FOR_PERCENT, Shown, caution, share_figure
from iomsa.outcomes.work_out import Outcomes

NO_TEST = "No test: this leaves out those who did not reoffend, so it can't show whether offending rose or fell."
NO_FIGURE = "There is no figure."
FEW = f"No figure: fewer than {FEWEST_FOR_PERCENT}."
HOLM = "Sign test, p, adjusted for all pathways"
HOLM_HIDDEN = "Not shown: it is adjusted for all pathways, and some of their counts are hidden."


class Line(NamedTuple):
    """Hold one line of the table: what group it is in, what it counts, the count or figure, its share, a note."""

    group: str
    label: str
    value: str
    percent: str = ""
    note: str = ""


def figures(outcomes: Outcomes, kind: str, start: str, shown: Mapping[str, Shown]) -> Iterator[Line]:
    """Walk the figures that follow the rows of a group; `start` is how the names of its counts begin."""
    if kind == "proven" and start == "reoffended":
        yield _proven(outcomes, shown)
    elif kind == "direction":
        yield _test(outcomes, start, shown)
    elif kind == "ratio":
        yield _ratio(outcomes, shown)
    elif kind == "predicted":
        yield from _predicted(outcomes, shown)
    elif kind == "need":
        yield _holm(outcomes, start, shown)


def _proven(outcomes: Outcomes, shown: Mapping[str, Shown]) -> Line:
    label, proven = "Share who reoffended, with its 95 % interval", outcomes.proven
    if proven.rate is None or proven.interval is None:
        return Line("", label, "", note=_bare(proven.reason))
    said = f"{percent(proven.rate)} ({percent(proven.interval[0])} to {percent(proven.interval[1])})"
    return _figure(label, said, (shown["n"], shown["reoffended"]), proven.n)


def _test(outcomes: Outcomes, start: str, shown: Mapping[str, Shown]) -> Line:
    found = outcomes.frequency_all if start.startswith("frequency") else outcomes.seriousness_all
    if not start.endswith("_all"):
        return Line("", "Test", "", note=NO_TEST)
    label = "Exact sign test, p"
    if found.p is None:
        return Line("", label, "", note=_bare(found.reason))
    return _figure(label, p_in_words(found.p), (shown[f"{start}.reduced"], shown[f"{start}.increased"]), found.of)


def _ratio(outcomes: Outcomes, shown: Mapping[str, Shown]) -> Line:
    label, found = "After to before, with 30 days or more in each window", outcomes.rate_ratio
    if found.corrected.ratio is None:
        return Line("", label, "", note=_bare(found.corrected.reason))
    cells = (shown["offences_before"], shown["offences_after"])
    return _figure(label, ratio_figures(found.corrected), cells, found.people)


def _predicted(outcomes: Outcomes, shown: Mapping[str, Shown]) -> Iterator[Line]:
    found = outcomes.predicted
    if found.predicted is None or found.ratio is None or found.p is None:
        yield Line("", "Observed to predicted", "", note=_bare(found.reason))
        return
    yield _figure("Predicted to reoffend", f"{found.predicted:.1f}", (shown["predicted"],), found.n)
    cells = (shown["predicted"], shown["observed"])
    ends = f", 95 % interval {found.interval[0]:.2f} to {found.interval[1]:.2f}" if found.interval else ""
    yield _figure("Observed to predicted", f"{found.ratio:.2f}{ends}", cells, found.n)
    yield _figure("Exact test, p", p_in_words(found.p), cells, found.n)


def _holm(outcomes: Outcomes, name: str, shown: Mapping[str, Shown]) -> Line:
    found = outcomes.needs[name]
    if found.p is None:
        return Line("", HOLM, "", note=_bare(found.reason))
    tested = [each for each, need in outcomes.needs.items() if need.p is not None]
    cells = tuple(shown.get(f"{each}.{way}", Shown(None, "")) for each in tested for way in ("better", "worse"))
    if any(cell.value is None for cell in cells):
        return Line("", HOLM, "", note=HOLM_HIDDEN)
    return _figure(HOLM, p_in_words(found.p), cells, found.of)


def _figure(label: str, said: str, cells: tuple[Shown, ...], of: int) -> Line:
    stands, why = share_figure(1.0, cells)
    if stands is None:
        return Line("", label, "", note=why)
    if of < FEWEST_FOR_PERCENT:
        return Line("", label, "", note=FEW)
    return Line("", label, said, note=caution(of))


def _bare(reason: str) -> str:
    """Return a reason where it holds no number, which might be a count that is hidden."""
    return NO_FIGURE if not reason or any(letter.isdigit() for letter in reason) else reason
