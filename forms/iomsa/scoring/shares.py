"""Rate a key question from the share of cases that are sufficient."""

from __future__ import annotations

from collections.abc import Sequence

from iomsa.framework.model import KeyQuestion
from iomsa.outcomes.proportion import ALL_REVIEWED
from iomsa.scoring.bands import share_place, unrounded_place, whole_percent
from iomsa.scoring.card import QUESTION, Rated
from iomsa.scoring.estimate import Estimated, estimated
from iomsa.scoring.near import near_boundary
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.tally import BY_HAND, Stratum, Tally, over_drawn
from iomsa.scoring.words import NAMED, counted, listed

MIXED = (
    "The groups were not drawn in proportion, but the answers are not known by group, so nothing is weighted, and the "
    "interval is that of an endless list."
)


def rate_share(ruler: Ruler, question: KeyQuestion, tally: Tally) -> Rated:
    """Rate a key question by the whole percentage of its yes among yes and no; not rated at n = 0.

    Where strata were over-drawn, the percentage is that of the exact weighted fraction. Where the rule of the key
    question is shown, the figures stand without a rating. Source: HM Inspectorate of Probation's case bands as
    generally known; half up before banding is ours (design, rating rule 4).
    """
    counts = tally.of(question.case_question)
    yes, n = counts.yes, counts.yes + counts.no
    rated = Rated(
        question.id,
        QUESTION,
        question.text,
        sufficient=yes,
        n=n,
        so_far=tally.so_far,
        started=n + counts.not_applicable > 0,
    )
    shown = question.rule == "shown"
    if n == 0:
        return rated._replace(reason=_without_cases(question.id, tally, shown))
    found = estimated(question.case_question, tally)
    rated = rated._replace(
        percent=whole_percent(*found.share),
        interval=found.interval,
        share=found.share,
        people=found.people,
        parts=found.parts,
    )
    rated = rated._replace(sampling=_sampling(rated, found, tally))
    tail = f"{f' {rated.sampling}' if rated.sampling else ''}{so_far(tally)}"
    if shown:
        return rated._replace(
            reason=f"Yes in {yes} of {counted(n, 'file')}, {_figures(rated)}; shown, not rated.{tail}"
        )
    place = share_place(ruler.rules.share, whole_percent(*found.share))
    judged = f"{yes} of {counted(n, 'file')} sufficient, {_figures(rated)}: {ruler.labels[place]}."
    rated = rated._replace(rating=ruler.ids[place], points=place, max=ruler.top)
    reason = f"{judged}{rounding(ruler, rated)}{tail}"
    return rated._replace(reason=reason, near=near_boundary(ruler, rated))


def weighted_percent(rated: Rated) -> str:
    """Say the percentage, and that it is weighted where it is: 66 % weighted."""
    return f"{rated.percent} %{' weighted' if rated.parts else ''}"


def _figures(rated: Rated) -> str:
    if rated.interval is None:
        return weighted_percent(rated)
    whom = "" if rated.people is None else f" for all {rated.people} people"
    return f"{weighted_percent(rated)} (95 % interval {percents(rated.interval)}{whom})"


def _sampling(rated: Rated, found: Estimated, tally: Tally) -> str:
    """Say what the draw means for this share: all were reviewed, why it is weighted, which groups are left out."""
    parts = [] if rated.interval else [ALL_REVIEWED]
    if rated.parts:
        parts.append(why_weighted(tally.strata))
    if found.left_out:
        them = "it is" if len(found.left_out) == 1 else "they are"
        parts.append(f"No file of {listed(found.left_out)} gave a yes or no, so {them} left out.")
    if tally.mixed:
        parts.append(MIXED)
    return " ".join(parts)


def why_weighted(strata: Sequence[Stratum]) -> str:
    """Say that groups are weighted by their people, and why."""
    drawn = tuple(each for each in strata if each.name != BY_HAND)
    by_hand = sum(each.listed for each in strata if each.name == BY_HAND)
    parts = []
    if over_drawn([each.people for each in drawn], [each.drawn for each in drawn]):
        named = f": {', '.join(f'{each.name} {each.drawn} of {each.people}' for each in drawn)}"
        groups = named if len(drawn) <= NAMED else ""
        parts.append(f"Each group counts by its people, as they were not drawn in proportion{groups}.")
    if by_hand:
        stands = "stands for itself" if by_hand == 1 else "stand for themselves"
        parts.append(f"{counted(by_hand, 'file')} added by hand, not drawn, {stands} alone.")
    return " ".join(parts)


def percents(interval: tuple[float, float]) -> str:
    """Say an interval in whole percent: 44 to 84 %."""
    low, high = (int(100 * end + 0.5) for end in interval)
    return f"{low} to {high} %"


def interval_words(rated: Rated) -> str:
    """Say the interval of a share with n > 0: 44 to 84 %, or that all were reviewed."""
    return "all were reviewed" if rated.interval is None else percents(rated.interval)


def so_far(tally: Tally) -> str:
    """Say how many files are not reviewed; empty where all are."""
    left = tally.listed - tally.reviewed
    if not left:
        return ""
    return f" So far: {left} of {counted(tally.listed, 'file')} {'is' if left == 1 else 'are'} not reviewed."


def rounding(ruler: Ruler, rated: Rated) -> str:
    """Say that rounding made the band; empty where it did not."""
    share, exact = ruler.rules.share, rated.share or (0, 1)
    place = share_place(share, whole_percent(*exact))
    if place == unrounded_place(share, *exact):
        return ""
    what = "The weighted share" if rated.parts else f"{exact[0]} of {exact[1]}"
    return f" {what} is just under {share.bands[place - 1]} %: rounding put this in {ruler.labels[place]}."


def _without_cases(id: str, tally: Tally, shown: bool) -> str:
    head = "Shown, not rated" if shown else "Not rated"
    if not tally.started:
        return f"{head}: no case files have been reviewed."
    return f"{head}: no file gave a yes or no to {id}.{so_far(tally)}"
