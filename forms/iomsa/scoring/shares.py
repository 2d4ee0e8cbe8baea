"""Rate a key question from the share of cases that are sufficient."""

from __future__ import annotations

from iomsa.framework.model import KeyQuestion
from iomsa.framework.rules import Share
from iomsa.outcomes.interval import wilson
from iomsa.scoring.bands import fewest, share_place, unrounded_place, whole_percent
from iomsa.scoring.card import QUESTION, Rated
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.tally import Tally
from iomsa.scoring.words import counted


def rate_share(ruler: Ruler, question: KeyQuestion, tally: Tally) -> Rated:
    """Rate a key question by the whole percentage of its yes among yes and no; not rated at n = 0.

    Where the rule of the key question is shown, the figures stand without a rating. Source: HM Inspectorate of
    Probation's case bands as generally known; half up before banding is ours (design, rating rule 4).
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
    percent, interval = whole_percent(yes, n), wilson(yes, n)
    figures = f"{percent} % (95 % interval {percents(interval)})"
    rated = rated._replace(percent=percent, interval=interval)
    if shown:
        return rated._replace(
            reason=f"Yes in {yes} of {counted(n, 'file')}, {figures}; shown, not rated.{so_far(tally)}"
        )
    place = share_place(ruler.rules.share, percent)
    judged = f"{yes} of {counted(n, 'file')} sufficient, {figures}: {ruler.labels[place]}."
    reason = f"{judged}{rounding(ruler, yes, n)}{so_far(tally)}"
    near = near_boundary(ruler, yes, n)
    return rated._replace(rating=ruler.ids[place], points=place, max=ruler.top, reason=reason, near=near)


def percents(interval: tuple[float, float]) -> str:
    """Say an interval in whole percent: 44 to 84 %."""
    low, high = (int(100 * end + 0.5) for end in interval)
    return f"{low} to {high} %"


def so_far(tally: Tally) -> str:
    """Say how many files are not reviewed; empty where all are."""
    left = tally.listed - tally.reviewed
    if not left:
        return ""
    return f" So far: {left} of {counted(tally.listed, 'file')} {'is' if left == 1 else 'are'} not reviewed."


def rounding(ruler: Ruler, yes: int, n: int) -> str:
    """Say that rounding made the band; empty where it did not."""
    share = ruler.rules.share
    place = share_place(share, whole_percent(yes, n))
    if place == unrounded_place(share, yes, n):
        return ""
    return f" {yes} of {n} is just under {share.bands[place - 1]} %: rounding put this in {ruler.labels[place]}."


def near_boundary(ruler: Ruler, yes: int, n: int) -> str:
    """Say what other counts would mean, where one case or few points of percent lie between here and another band.

    As in: 12 of 18. 11 would be Requires improvement, 13 still Good.
    """
    downwards, upwards = next_below(ruler, yes, n), next_above(ruler, yes, n)
    if downwards is None and upwards is None:
        return ""
    parts = []
    for other, neighbour in ((downwards, yes - 1), (upwards, yes + 1)):
        if other is not None:
            parts.append(f"{other} would be {ruler.labels[_place(ruler.rules.share, other, n)]}")
        elif 0 <= neighbour <= n:
            parts.append(f"{neighbour} still {ruler.labels[_place(ruler.rules.share, neighbour, n)]}")
    return f"{yes} of {n}. {', '.join(parts)}."


def next_below(ruler: Ruler, yes: int, n: int) -> int | None:
    """Return the most yes that would be in the band below, where the boundary to it is near (triggers a and b)."""
    bands, percent = ruler.rules.share.bands, whole_percent(yes, n)
    place = share_place(ruler.rules.share, percent)
    if place == 0:
        return None
    other = fewest(bands[place - 1], n) - 1
    return other if percent - bands[place - 1] <= ruler.rules.moves.near or other == yes - 1 else None


def next_above(ruler: Ruler, yes: int, n: int) -> int | None:
    """Return the fewest yes that would be in the band above, where the boundary to it is near (triggers a and b)."""
    bands, percent = ruler.rules.share.bands, whole_percent(yes, n)
    place = share_place(ruler.rules.share, percent)
    if place == len(bands):
        return None
    other = fewest(bands[place], n)
    return other if bands[place] - percent <= ruler.rules.moves.near or other == yes + 1 else None


def _place(share: Share, yes: int, n: int) -> int:
    return share_place(share, whole_percent(yes, n))


def _without_cases(id: str, tally: Tally, shown: bool) -> str:
    head = "Shown, not rated" if shown else "Not rated"
    if not tally.started:
        return f"{head}: no case files have been reviewed."
    return f"{head}: no file gave a yes or no to {id}.{so_far(tally)}"
