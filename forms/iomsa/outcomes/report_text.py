"""The outcomes as a text for a person to read: what was found, how sure it is, and what may be claimed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from iomsa.answers.review import FROM_RETURN, Figure, KeptFigures
from iomsa.answers.values import shown_date
from iomsa.outcomes.agreement import Agreement, most_differing
from iomsa.outcomes.break_even import NOTE
from iomsa.outcomes.claims import claims
from iomsa.outcomes.report_words import (
    OFTEN,
    SERIOUS,
    areas_in_words,
    break_even_in_words,
    direction_in_words,
    over_time_in_words,
    pathway_in_words,
    percent,
    predicted_in_words,
    proven_in_words,
    ratio_in_words,
)
from iomsa.outcomes.work_out import Outcomes

Named = Mapping[str, str]

OVER_TIME, BREAK_EVEN = "over_time.", "break_even."
SHARES = (
    ".rate",
    ".share",
    ".rate_for_power",
    "_fall",
    ".earlier_to_before",
    ".benchmark",
    ".limits_95",
    ".limits_998",
)
"""How the ids of those kept figures end that are read as percentages; a rate over time is none."""


def as_text(
    outcomes: Outcomes,
    names: Named | None = None,
    agreement: Mapping[str, Agreement] | None = None,
    kept: KeptFigures | None = None,
) -> str:
    """Return the outcomes in sentences, one a line; `names` says what pathways and case questions are called."""
    only_kept = kept is not None and outcomes.people == 0
    parts = (
        _kept(kept, outcomes) if kept is not None and only_kept else _people(outcomes, names or {}),
        _agreement(agreement or {}, names or {}),
        ("Over time: " + over_time_in_words(outcomes.over_time),),
        () if only_kept else _areas(outcomes),
        _break_even(outcomes),
        () if only_kept else _claims(outcomes),
    )
    return "\n".join(line for part in parts for line in part if line)


def kept_in_words(kept: KeptFigures) -> str:
    """Say where figures without their rows are from."""
    cases = "1 case file" if kept.cases == 1 else f"{kept.cases} case files"
    people = "1 person" if kept.people == 1 else f"{kept.people} people"
    some = [words for n, words in ((kept.people, people), (kept.cases, cases)) if n]
    rows, when = f"the rows of {' and '.join(some or [people])}", shown_date(kept.made_on)
    if kept.origin == FROM_RETURN:
        return f"These figures are from a return of {when}; {rows} that they rest on are not in this file."
    return f"These figures were kept on {when}, when {rows} were removed."


def figure_in_words(figure: Figure) -> str:
    """Say one figure that was kept."""
    value, low, high = (shown_value(figure.id, text) for text in (figure.value, figure.low, figure.high))
    ends = f" ({low or 'no lower end'} to {high or 'no upper end'})" if low or high else ""
    of = f", n {figure.n}" if figure.n else ""
    said = f"{value}{ends}{of}" if value else ""
    return f"{figure.label}: {'. '.join(part for part in (said, figure.reason) if part) or 'none'}"


def shown_value(id: str, text: str) -> str:
    """Return the value or an end of a figure that was kept: a share as a percentage, all else as it is."""
    is_share = id.endswith(SHARES) and not id.startswith(OVER_TIME)
    return percent(float(text)) if text and is_share else text


def _people(outcomes: Outcomes, names: Named) -> Iterator[str]:
    yield outcomes.reason
    if outcomes.reason:
        yield f"People: {outcomes.people}; have left {outcomes.proven.left}."
    else:
        yield from _followed(outcomes)
    known = {name: found for name, found in outcomes.needs.items() if found.of}
    yield "Needs by pathway:" if known else "Needs by pathway: nobody is known to have had a need."
    yield from (f"  {pathway_in_words(names.get(name, name), found)}" for name, found in known.items())


def _followed(outcomes: Outcomes) -> Iterator[str]:
    proven, ratio = outcomes.proven, outcomes.rate_ratio
    yield (
        f"People: {outcomes.people}; joined too recently {proven.too_recent}, not traced {proven.untraced}, "
        f"not filled in {proven.not_known}, have left {proven.left}."
    )
    yield "Proven reoffending: " + proven_in_words(proven)
    yield from proven.cautions
    yield direction_in_words("How often, as in the 2020 inspection", OFTEN, outcomes.frequency)
    yield direction_in_words("How serious, as in the 2020 inspection", SERIOUS, outcomes.seriousness)
    yield direction_in_words("How often, everybody followed", OFTEN, outcomes.frequency_all)
    yield direction_in_words("How serious, everybody followed", SERIOUS, outcomes.seriousness_all)
    yield f"Offences per year at liberty, after to before: {ratio_in_words(ratio.corrected)}"
    yield f"  without correction for custody: {ratio_in_words(ratio.uncorrected)}"
    yield (
        f"  days in custody: {ratio.custody_before} before, {ratio.custody_after} after; "
        f"left out, as under 30 days at liberty: {ratio.too_short}, "
        f"as not filled in: {proven.n - ratio.people - ratio.too_short}."
    )
    yield "Observed against predicted: " + predicted_in_words(outcomes.predicted)
    yield outcomes.could_show.sentence or outcomes.could_show.reason
    yield "Chosen at their peak: " + (outcomes.regression.sentence or outcomes.regression.reason)


def _kept(kept: KeptFigures, outcomes: Outcomes) -> Iterator[str]:
    # What does not rest on people is told below where it is worked out here.
    here = (
        *((OVER_TIME,) if outcomes.over_time is not None else ()),
        *((BREAK_EVEN,) if any(each.whole is not None for each in outcomes.break_even) else ()),
    )
    figures = [each for each in kept.figures if not (here and each.id.startswith(here))]
    yield kept_in_words(kept)
    yield from (f"  {figure_in_words(figure)}" for figure in figures if figure.value or figure.reason)


def _agreement(found: Mapping[str, Agreement], names: Named) -> Iterator[str]:
    files = max((each.n for each in found.values()), default=0)
    if not files:
        return
    yield f"Reviewed twice: {files} {'file' if files == 1 else 'files'}. Questions that they differ on most:"
    for id in most_differing(found):
        each = found[id]
        if each.agreed < each.n:
            ac1 = "" if each.ac1.value is None else f" AC1 {each.ac1.value:.2f}."
            yield f"  {names.get(id, id)} The same in {each.agreed} of {each.n} files.{ac1} {each.reason}".rstrip()
    alike = sum(each.n > 0 and each.agreed == each.n for each in found.values())
    yield f"  On {alike} of {len(found)} questions every file has the same answer twice."


def _areas(outcomes: Outcomes) -> Iterator[str]:
    if outcomes.other_areas.areas:
        yield f"Other areas: {areas_in_words(outcomes.other_areas)}"


def _break_even(outcomes: Outcomes) -> Iterable[str]:
    reasons = {each.reason for each in outcomes.break_even}
    if len(reasons) == 1 and reasons != {""}:
        # Without a cost or its year all say the same.
        return (f"Break-even: {reasons.pop()}",)
    lacks = next((each.lacks for each in outcomes.break_even if each.lacks), "")
    return ("Break-even:", *(f"  {break_even_in_words(each)}" for each in outcomes.break_even), lacks, NOTE)


def _claims(outcomes: Outcomes) -> Iterator[str]:
    found = claims(outcomes)
    for title, sentences in (
        ("What may be said:", found.may),
        ("What may not be said:", found.may_not),
        ("Did the scheme make a difference?", found.route),
    ):
        yield title
        yield from (f"  {sentence}" for sentence in sentences)
