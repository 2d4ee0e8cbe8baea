"""Every figure of the outcomes and of the agreement as one flat list, each with an id that stays.

The list is what a return holds, what is kept when rows about people are removed, and what a page shows where only
figures are there. It holds no date and no reference of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from iomsa.answers.review import Figure
from iomsa.outcomes.agreement import Agreement
from iomsa.outcomes.agreement import Figure as Measured
from iomsa.outcomes.break_even import NOTE, BreakEven
from iomsa.outcomes.direction import Direction
from iomsa.outcomes.figure import chance, count, figure, said, share
from iomsa.outcomes.needs import Pathway
from iomsa.outcomes.other_areas import area_figures
from iomsa.outcomes.predicted import CouldShow, ObservedPredicted
from iomsa.outcomes.rate_ratio import RateRatio, Ratio
from iomsa.outcomes.regression_to_mean import Regression
from iomsa.outcomes.reoffending import Reoffending
from iomsa.outcomes.time_figures import time_figures
from iomsa.outcomes.work_out import Outcomes

AGREEMENT = "agreement"
FILES_TWICE = f"{AGREEMENT}.files"
"""The id of the number of case files of which both reviews are complete."""

LEFT = "proven_reoffending.left"

_OFTEN = ("less often", "as often", "more often", "how often")
_SERIOUS = ("less seriously", "as seriously", "more seriously", "how seriously")
_DIRECTIONS = (
    ("frequency", "Of those who reoffended, as in the 2020 inspection", _OFTEN),
    ("seriousness", "Of those who reoffended, as in the 2020 inspection", _SERIOUS),
    ("frequency_all", "Of everybody followed", _OFTEN),
    ("seriousness_all", "Of everybody followed", _SERIOUS),
)


def figures(
    outcomes: Outcomes, agreement: Mapping[str, Agreement], pathways: Mapping[str, str] | None = None
) -> tuple[Figure, ...]:
    """Return every figure; one that can't be had has its reason. `pathways` names them in the framework's words."""
    return (*of_outcomes(outcomes, pathways or {}), *of_agreement(agreement))


def of_outcomes(outcomes: Outcomes, pathways: Mapping[str, str]) -> tuple[Figure, ...]:
    """Return every figure that comes from people and quarters."""
    directions = (outcomes.frequency, outcomes.seriousness, outcomes.frequency_all, outcomes.seriousness_all)
    by_follow_up = chain(
        _proven(outcomes.proven),
        *(_direction(id, whom, words, found) for (id, whom, words), found in zip(_DIRECTIONS, directions, strict=True)),
        _rate_ratio(outcomes.rate_ratio),
        _predicted(outcomes.predicted),
        _could_show(outcomes.could_show),
        _regression(outcomes.regression),
    )
    return tuple(
        chain(
            [count("people", "People who joined the scheme", outcomes.people, reason=outcomes.reason)],
            (_without(each, outcomes.reason) for each in by_follow_up),
            *(_pathway(id, pathways.get(id, id), found) for id, found in outcomes.needs.items()),
            _break_even(outcomes.break_even),
            time_figures(outcomes.over_time),
            (_without(each, outcomes.reason) for each in area_figures(outcomes.other_areas)),
        )
    )


def _without(each: Figure, reason: str) -> Figure:
    """Return a figure without its value where there is a reason for none: who has left is known all the same."""
    if not reason or each.id == LEFT:
        return each
    return Figure(each.id, each.label, reason=reason)


def of_agreement(agreement: Mapping[str, Agreement]) -> tuple[Figure, ...]:
    """Return how far two reviewers agreed on each question; nothing where no file was reviewed twice."""
    files = max((each.n for each in agreement.values()), default=0)
    if not files:
        return ()
    head = count(FILES_TWICE, "Case files reviewed twice", files)
    return (head, *chain.from_iterable(_agreed(id, each) for id, each in agreement.items()))


def _agreed(id: str, found: Agreement) -> Iterator[Figure]:
    start = f"{AGREEMENT}.{id}"
    yield count(f"{start}.agreed", f"{id}: files on which both reviewers gave the same answer", found.agreed, found.n)
    for name, label, measured in (
        ("share", "share of files on which both reviewers gave the same answer", found.share),
        ("ac1", "agreement beyond chance, Gwet's AC1", found.ac1),
        ("kappa", "agreement beyond chance, Cohen's kappa", found.kappa),
    ):
        yield _measured(f"{start}.{name}", f"{id}: {label}", measured, found.n)


def _measured(id: str, label: str, found: Measured, n: int) -> Figure:
    return share(id, label, found.value, found.interval, n, found.reason)


def _proven(found: Reoffending) -> Iterator[Figure]:
    start = "proven_reoffending"
    yield count(f"{start}.n", "People followed for 18 months and traced", found.n)
    yield count(f"{start}.reoffended", "Of these, reoffended within a year", found.reoffended, found.n)
    label, reason = "Proven reoffending within a year, as a share", said(found.reason, *found.cautions)
    yield share(f"{start}.rate", label, found.rate, found.interval, found.n, reason)
    for name, words in (
        ("too_recent", "People who joined too recently to be counted"),
        ("left", "People who have left the scheme"),
        ("untraced", "People who could not be traced"),
        ("not_known", "People whose follow-up is not filled in"),
    ):
        yield count(f"{start}.{name}", words, getattr(found, name))


def _direction(id: str, whom: str, words: tuple[str, str, str, str], found: Direction) -> Iterator[Figure]:
    ways, how = (("reduced", found.reduced), ("same", found.same), ("increased", found.increased)), words[3]
    yield count(f"{id}.of", f"{whom}: compared, {how}", found.of)
    for (name, value), word in zip(ways, words[:3], strict=True):
        yield count(f"{id}.{name}", f"{whom}: offended {word} afterwards", value, found.of)
    yield count(f"{id}.left_out", f"{whom}: left out, as something is not known, {how}", found.left_out)
    yield chance(f"{id}.p", f"{whom}: p of the exact sign test, {how}", found.p, found.of, found.reason)


def _rate_ratio(found: RateRatio) -> Iterator[Figure]:
    start = "rate_ratio"
    yield from _ratio(f"{start}.ratio", start, "Offences per year at liberty, after to before", found.corrected, found)
    words = "Offences per year, after to before, without correction for custody"
    yield from _ratio(f"{start}.uncorrected", f"{start}.uncorrected", words, found.uncorrected, found)
    yield count(f"{start}.people", "People in the ratio", found.people)
    yield count(f"{start}.too_short", "People left out, under 30 days at liberty", found.too_short)
    yield count(f"{start}.offences_before", "Offences before", found.offences_before)
    yield count(f"{start}.offences_after", "Offences after", found.offences_after)
    yield count(f"{start}.custody_before", "Days in custody before", found.custody_before)
    yield count(f"{start}.custody_after", "Days in custody after", found.custody_after)


def _ratio(id: str, start: str, label: str, found: Ratio, whole: RateRatio) -> Iterator[Figure]:
    method = f"{found.method[:1].upper()}{found.method[1:]}." if found.method else ""
    yield share(id, label, found.ratio, found.interval, whole.people, said(found.reason, method))
    yield figure(f"{start}.years_before", f"{label}: years before", found.years_before)
    yield figure(f"{start}.years_after", f"{label}: years after", found.years_after)


def _predicted(found: ObservedPredicted) -> Iterator[Figure]:
    start = "observed_predicted"
    yield count(f"{start}.n", "People with a prediction for one year", found.n)
    yield count(f"{start}.left_out", "People left out, predicted for other than one year", found.left_out)
    yield count(f"{start}.observed", "Of those predicted, reoffended", found.observed, found.n, found.reason)
    yield share(f"{start}.predicted", "Of those predicted, expected to", found.predicted, None, found.n, found.reason)
    label = "Reoffended, to those expected to"
    yield share(f"{start}.ratio", label, found.ratio, found.interval, found.n, found.reason)
    yield chance(f"{start}.p", f"{label}: p, two-sided", found.p, found.n, found.reason)


def _could_show(found: CouldShow) -> Iterator[Figure]:
    words = said(found.sentence, found.reason)
    yield count("could_show.critical", "So few or fewer would be unlikely to be chance", found.critical, None, words)
    label = "The true share that would show it four times in five"
    yield share("could_show.rate_for_power", label, found.rate_for_power, None, None, words)


def _regression(found: Regression) -> Iterator[Figure]:
    start, words = "regression_to_mean", said(found.sentence, found.reason)
    for name, label, value in (
        ("earlier_to_before", "Rate of the earlier year to that of the year before", found.earlier_to_before),
        ("expected_fall", "Fall from the year before that may be the choice alone", found.expected_fall),
        ("observed_fall", "Fall from the year before that was seen", found.observed_fall),
    ):
        yield share(f"{start}.{name}", label, value, None, found.people, words)


def _pathway(id: str, name: str, found: Pathway) -> Iterator[Figure]:
    start = f"pathways.{id}"
    yield count(f"{start}.of", f"{name}: people with a need at entry or now", found.of)
    for way, words in (("better", "better now"), ("same", "the same"), ("worse", "worse now")):
        yield count(f"{start}.{way}", f"{name}: {words}", getattr(found, way), found.of)
    yield count(f"{start}.not_known", f"{name}: not known at entry or now", found.not_known)
    yield chance(f"{start}.p", f"{name}: p of the exact sign test, by Holm", found.p, found.of, found.reason)


def _break_even(found: tuple[BreakEven, ...]) -> Iterator[Figure]:
    for id, each in zip(slugs("break_even", [each.kind for each in found]), found, strict=True):
        words = each.reason or said(f"In prices of {each.price_year}.", each.lacks, NOTE)
        yield count(id, f"{each.kind}: as many as the cost compares with", each.whole, None, words)


def slugs(start: str, names: list[str]) -> Iterator[str]:
    """Yield an id for each name, of its plain letters and digits; of two that are alike the second has its place."""
    seen = set()
    for place, name in enumerate(names, start=1):
        plain = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in name.lower())
        slug = "-".join(plain.split()) or str(place)
        slug = f"{slug}-{place}" if slug in seen else slug
        seen.add(slug)
        yield f"{start}.{slug}"
