"""Rate a standard from cases: it takes the rating of its lowest key question."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from iomsa.framework.model import Standard
from iomsa.scoring.card import STANDARD, Rated, StandardScore
from iomsa.scoring.chance import sentence_on_chance
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.shares import rate_share, rounding, so_far, weighted_percent
from iomsa.scoring.tally import Tally
from iomsa.scoring.words import listed


def judge_lowest(ruler: Ruler, standard: Standard, tally: Tally) -> StandardScore:
    """Rate a standard by its lowest key question, once all of them are rated.

    Source: HM Inspectorate of Probation as generally known; the order among equals is ours (design, rating rule 5).
    """
    questions = tuple(rate_share(ruler, each, tally) for each in standard.questions)
    rated = Rated(
        standard.id,
        STANDARD,
        standard.title,
        so_far=tally.so_far,
        started=any(each.started for each in questions),
    )
    without = tuple(each.id for each in questions if each.rating is None)
    if not tally.started:
        return StandardScore(rated._replace(reason="Not rated: no case files have been reviewed."), questions)
    if without:
        reason = f"Not rated: no file gave a yes or no to {listed(without)}.{so_far(tally)}"
        return StandardScore(rated._replace(reason=reason), questions)
    lowest = lowest_of(questions)
    rated = rated._replace(
        rating=lowest.rating,
        points=lowest.points,
        max=ruler.top,
        reason=_reason(ruler, lowest, tally),
        near=lowest.near,
        chance=sentence_on_chance(ruler, len(questions), min(each.n or 0 for each in questions)),
    )
    return StandardScore(rated, questions)


def judge_shown(ruler: Ruler, standard: Standard, tally: Tally) -> StandardScore:
    """Show the figures of a standard that nobody rates."""
    questions = tuple(rate_share(ruler, each, tally) for each in standard.questions)
    started = any(each.started for each in questions)
    reason = f"These are facts, shown and not rated.{so_far(tally)}"
    rated = Rated(standard.id, STANDARD, standard.title, so_far=tally.so_far, started=started, reason=reason)
    return StandardScore(rated, questions)


def lowest_of(questions: Sequence[Rated]) -> Rated:
    """Return the lowest of rated key questions: the smallest exact share, then the smaller n, then the first."""
    return min(all_lowest(questions), key=lambda each: each.n or 0)


def all_lowest(questions: Sequence[Rated]) -> tuple[Rated, ...]:
    """Return the rated key questions that have the smallest exact share."""
    shares = [each.share or (each.sufficient or 0, each.n or 1) for each in questions]
    # Over one denominator the shares are compared by whole numbers.
    common = lcm(*(bottom for _, bottom in shares))
    tops = [top * (common // bottom) for top, bottom in shares]
    return tuple(each for each, top in zip(questions, tops, strict=True) if top == min(tops))


def _reason(ruler: Ruler, lowest: Rated, tally: Tally) -> str:
    return (
        f"{lowest.id} is the lowest of its key questions ({lowest.sufficient} of {lowest.n}, "
        f"{weighted_percent(lowest)}): "
        f"{ruler.labels[lowest.points or 0]}.{rounding(ruler, lowest)}{so_far(tally)}"
    )
