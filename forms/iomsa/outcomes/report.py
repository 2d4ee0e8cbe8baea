"""The outcomes for programs and in words; every figure with its n, its uncertainty, and what it can't say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from iomsa.outcomes.break_even import NOTE
from iomsa.outcomes.direction import Direction
from iomsa.outcomes.rate_ratio import RateRatio, Ratio
from iomsa.outcomes.reoffending import Reoffending
from iomsa.outcomes.work_out import Outcomes


class _Named(Protocol):
    def _asdict(self) -> dict[str, Any]: ...


def as_data(outcomes: Outcomes) -> dict[str, Any]:
    """Return the outcomes as plain data; a figure that can't be had is null, with its reason beside it."""
    return {
        "people": outcomes.people,
        "reason": outcomes.reason or None,
        "proven_reoffending": _data(outcomes.proven),
        "frequency": _data(outcomes.frequency),
        "seriousness": _data(outcomes.seriousness),
        "frequency_all": _data(outcomes.frequency_all),
        "seriousness_all": _data(outcomes.seriousness_all),
        "rate_ratio": _ratio_data(outcomes.rate_ratio),
        "observed_predicted": _data(outcomes.predicted),
        "could_show": _data(outcomes.could_show),
        "regression_to_mean": _data(outcomes.regression),
        "pathways": {name: _data(pathway) for name, pathway in outcomes.needs.items()},
        "break_even": {
            each.kind: {"offences": each.whole, "price_year": each.price_year or None, "reason": each.reason or None}
            for each in outcomes.break_even
        },
    }


def as_text(outcomes: Outcomes) -> str:
    """Return the outcomes in sentences, one a line."""
    return "\n".join(line for line in _lines(outcomes) if line)


def proven_in_words(proven: Reoffending) -> str:
    """Say how many reoffended, of how many, and how sure that is."""
    if proven.rate is None or proven.interval is None:
        return proven.reason
    low, high = proven.interval
    return (
        f"{proven.reoffended} of {proven.n} reoffended within a year: {_percent(proven.rate)} "
        f"(95 % interval {_percent(low)} to {_percent(high)})."
    )


def direction_in_words(what: str, words: tuple[str, str, str], found: Direction) -> str:
    """Say how many went which way, of how many, with the reason for no test or the chance that it is chance."""
    if found.percents is None:
        return f"{what}: {found.reason}"
    counts = zip(words, (found.reduced, found.same, found.increased), found.percents, strict=True)
    said = ", ".join(f"{word} {count} ({percent} %)" for word, count, percent in counts)
    test = f" Exact sign test: p {found.p:.3f}." if found.p is not None else ""
    return f"{what}, of {found.of}: {said}.{test}{f' {found.reason}' if found.reason else ''}"


def _lines(outcomes: Outcomes) -> Iterable[str]:
    proven, ratio = outcomes.proven, outcomes.rate_ratio
    often, serious = ("less", "the same", "more"), ("less serious", "the same", "more serious")
    yield outcomes.reason
    yield (
        f"People: {outcomes.people}; joined too recently {proven.too_recent}, not traced {proven.untraced}, "
        f"have left {proven.left}."
    )
    yield "Proven reoffending: " + proven_in_words(proven)
    yield from proven.cautions
    yield direction_in_words("How often, as in the 2020 inspection", often, outcomes.frequency)
    yield direction_in_words("How serious, as in the 2020 inspection", serious, outcomes.seriousness)
    yield direction_in_words("How often, everybody followed", often, outcomes.frequency_all)
    yield direction_in_words("How serious, everybody followed", serious, outcomes.seriousness_all)
    yield f"Offences per year at liberty, after to before: {_ratio_in_words(ratio.corrected)}"
    yield f"  without correction for custody: {_ratio_in_words(ratio.uncorrected)}"
    yield (
        f"  days in custody: {ratio.custody_before} before, {ratio.custody_after} after; "
        f"left out, as under 30 days at liberty: {ratio.too_short}."
    )
    yield outcomes.predicted.reason or (
        f"Observed against predicted: {outcomes.predicted.observed} of {outcomes.predicted.n}, "
        f"{outcomes.predicted.predicted:.1f} predicted."
    )
    yield outcomes.could_show.sentence or outcomes.could_show.reason
    yield outcomes.regression.sentence or outcomes.regression.reason
    yield NOTE


def _ratio_in_words(found: Ratio) -> str:
    if found.ratio is None or found.interval is None:
        return found.reason
    low, high = found.interval
    end = f"{high:.2f}" if high is not None else "no upper end"
    return f"{found.ratio:.2f} ({found.method}: {low:.2f} to {end})."


def _ratio_data(found: RateRatio) -> dict[str, Any]:
    return {
        **_data(found.corrected),
        "people": found.people,
        "too_short": found.too_short,
        "custody_before": found.custody_before,
        "custody_after": found.custody_after,
        "uncorrected": _data(found.uncorrected),
    }


def _data(value: _Named) -> dict[str, Any]:
    return {name: _plain(each, name) for name, each in value._asdict().items()}


def _plain(value: object, name: str) -> object:
    if isinstance(value, tuple):
        return list(value)
    return None if name == "reason" and value == "" else value


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
