"""Single outcomes in words: a figure with its n and how sure it is, or why there is none."""

from __future__ import annotations

from iomsa.outcomes.break_even import BreakEven
from iomsa.outcomes.direction import Direction
from iomsa.outcomes.gaps import missing_words
from iomsa.outcomes.marks import COMMON, OUTSIDE
from iomsa.outcomes.needs import Pathway
from iomsa.outcomes.other_areas import NOT_RANKED, OtherAreas
from iomsa.outcomes.over_time import OverTime
from iomsa.outcomes.percent import rounded_percent
from iomsa.outcomes.predicted import ObservedPredicted
from iomsa.outcomes.quarters import PER_DAYS, Chart
from iomsa.outcomes.rate_ratio import Ratio
from iomsa.outcomes.reoffending import Reoffending

OFTEN = ("less", "the same", "more")
SERIOUS = ("less serious", "the same", "more serious")
NO_CHART = "There are no quarters to draw, or it is not known up to which day offences are known."


def proven_in_words(proven: Reoffending) -> str:
    """Say how many reoffended, of how many, and how sure that is."""
    if proven.rate is None or proven.interval is None:
        return proven.reason
    low, high = proven.interval
    return (
        f"{proven.reoffended} of {proven.n} reoffended within a year: {percent(proven.rate)} "
        f"(95 % interval {percent(low)} to {percent(high)})."
    )


def direction_in_words(what: str, words: tuple[str, str, str], found: Direction) -> str:
    """Say how many went which way, of how many, with the reason for no test or the chance that it is chance."""
    lost = f" Could not be compared: {found.left_out}." if found.left_out else ""
    if found.percents is None:
        return f"{what}: {found.reason}{lost}"
    counts = zip(words, (found.reduced, found.same, found.increased), found.percents, strict=True)
    said = ", ".join(f"{word} {count} ({share} %)" for word, count, share in counts)
    test = f" Exact sign test: p {p_in_words(found.p)}." if found.p is not None else ""
    return f"{what}, of {found.of}: {said}.{test}{_behind(found.reason)}{lost}"


def ratio_in_words(found: Ratio) -> str:
    """Say a ratio of rates with its interval, or why there is none."""
    if found.ratio is None and found.interval is not None:
        return f"{found.reason} That is {found.interval[0]:.2f} ({found.method})."
    if found.ratio is None:
        return found.reason
    if found.interval is None:
        return f"{found.ratio:.2f}. {found.reason}"
    return f"{found.ratio:.2f} ({found.method}: {_ends(found.interval)}).{_behind(found.reason)}"


def ratio_figures(found: Ratio) -> str:
    """Say a ratio of rates and its interval in figures alone: 0.72, 95 % interval 0.51 to 1.02."""
    if found.ratio is None:
        return ""
    return f"{found.ratio:.2f}{f', 95 % interval {_ends(found.interval)}' if found.interval else ''}"


def predicted_in_words(found: ObservedPredicted) -> str:
    """Say how many reoffended beside how many were predicted to."""
    if found.observed is None or found.predicted is None:
        return found.reason
    said = f"{found.observed} of {found.n} reoffended, {found.predicted:.1f} were predicted to"
    if found.ratio is not None:
        said += f": {found.ratio:.2f} times as many"
    if found.interval is not None:
        said += f" (95 % interval {found.interval[0]:.2f} to {found.interval[1]:.2f})"
    test = f" Exact test: p {p_in_words(found.p)}." if found.p is not None else ""
    lost = f" Left out, as their prediction is not for one year: {found.left_out}." if found.left_out else ""
    return f"{said}.{test}{_behind(found.reason)}{lost}"


def pathway_in_words(name: str, found: Pathway) -> str:
    """Say how the needs of one pathway went."""
    unknown = f" Not known at one end: {found.not_known}." if found.not_known else ""
    if found.of == 0:
        return f"{name}: {found.reason}{unknown}"
    test = f" Sign test, adjusted for all pathways: p {p_in_words(found.p)}." if found.p is not None else ""
    counts = f"better {found.better}, the same {found.same}, worse {found.worse}"
    return f"{name}, of {found.of} with a need: {counts}.{test}{_behind(found.reason)}{unknown}"


def break_even_in_words(found: BreakEven) -> str:
    """Say how many crimes of a kind the scheme's cost compares with."""
    if found.whole is None or found.unit_pounds is None:
        return f"{found.kind}: {found.reason}"
    each = f"{float(found.unit_pounds):,.0f} pounds each in prices of {found.price_year}"
    return f"{found.kind}: {found.whole:,}, at {each}."


def over_time_in_words(found: OverTime | None) -> str:
    """Say what the chart over time shows."""
    if found is None:
        return NO_CHART
    unit = "days between offences" if found.chart == Chart.T else f"offences per {PER_DAYS:,} days at liberty"
    outside = [each for each in found.points if each.mark.colour != COMMON]
    hollow = sum(each.hollow for each in found.points)
    centre = "" if found.centre is None else f" {found.centre:.1f} {unit} in the middle."
    limits = f" {len(outside)} of {len(found.points) - hollow} points: {_lower(OUTSIDE)}" if outside else ""
    usual = "" if outside or found.centre is None else " No point is outside what is usual for this scheme."
    what = "offences" if found.chart == Chart.T else "quarters"
    to_come = f" Hollow {what}, with convictions still to come: {hollow}." if hollow else ""
    shown = f"{found.settled} settled quarters.{centre}{limits or usual}{_behind(found.reason)}"
    return f"{shown}{to_come}{_behind(gap_words(found))}"


def gap_words(found: OverTime) -> str:
    """Say which quarters the chart has a gap for, and that nothing counts across it; empty where there is none."""
    if not found.missing:
        return ""
    missing = missing_words(found.missing)
    if found.chart == Chart.T:
        left_out = "The days from the last offence before to the first one after are left out."
        return f"There are no figures for {missing}. {left_out}"
    head = f"There is no rate for {missing}."
    if found.centre is None:
        return f"{head} The line breaks there."
    return f"{head} The line breaks there; what lies before and after does not count as one row."


def areas_in_words(found: OtherAreas) -> str:
    """Say where the scheme lies among other areas, and that this does not rank them."""
    together = "" if found.benchmark is None else f"all {found.areas} together {percent(found.benchmark)}"
    here = "" if found.share is None else f", here {percent(found.share)}"
    usual = ""
    if found.limits_95 is not None:
        low, high = found.limits_95
        usual = f" Of areas with as many people 95 of 100 would lie within {percent(low)} to {percent(high)}."
    return f"{together}{here}.{usual}{_behind(found.reason)} {NOT_RANKED}"


def percent(share: float) -> str:
    """Say a share as a whole percentage."""
    return f"{rounded_percent(share)} %"


def p_in_words(p: float) -> str:
    """Say a p to three places; very small ones as less than that."""
    return "less than 0.001" if p < 0.001 else f"{p:.3f}"


def _ends(interval: tuple[float, float | None]) -> str:
    low, high = interval
    return f"{low:.2f} to {f'{high:.2f}' if high is not None else 'no upper end'}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _behind(reason: str) -> str:
    return f" {reason}" if reason else ""
