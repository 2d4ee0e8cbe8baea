"""Rate the lines above the standards and the overall: the mean of standards, with limits, or a sentence why not."""

from __future__ import annotations

from collections.abc import Sequence

from iomsa.framework.find import standard
from iomsa.framework.model import Framework
from iomsa.framework.rules import Line
from iomsa.scoring.card import LINE, OVERALL, Rated, StandardScore
from iomsa.scoring.reasons import opened, reason_of_sum, why_ratings
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.shares import so_far
from iomsa.scoring.sums import Summed, add, overall_caps
from iomsa.scoring.tally import Tally
from iomsa.scoring.words import listed, sentence, standards


def rate_line(framework: Framework, ruler: Ruler, line: Line, scores: Sequence[StandardScore], tally: Tally) -> Rated:
    """Rate one line; a line that is only shown has figures and no rating (design, rating rule 6)."""
    own = tuple(each for each in scores if each.rated.id in line.standards)
    rated = _counted(Rated(line.id, LINE, line.title), own)
    if not line.rated:
        return rated._replace(reason=f"These are facts, shown and not rated.{so_far(tally)}")
    return _rate(ruler, rated, own, tally, _why_none(framework, own, tally, f"self-rating of {line.title}", ""))


def rate_overall(framework: Framework, ruler: Ruler, scores: Sequence[StandardScore], tally: Tally) -> Rated:
    """Rate the overall from the standards of all rated lines.

    Source: HM Inspectorate of Probation's table for ten standards as generally known; the two limits of iom@2026.1
    are ours (design, rating rule 6).
    """
    ids = {id for line in framework.rules.lines if line.rated for id in line.standards}
    own = tuple(each for each in scores if each.rated.id in ids)
    rated = _counted(Rated("overall", OVERALL, "Overall"), own)
    organised = tuple(each.rated.id for each in own if not _from_cases(framework, each))
    besides = ""
    if organised:
        says = "says" if len(organised) == 1 else "say"
        besides = f" {sentence(standards(organised))} {says} how the scheme is organised, not how well it works."
    return _rate(ruler, rated, own, tally, _why_none(framework, own, tally, "overall self-rating", besides))


def _counted(rated: Rated, scores: Sequence[StandardScore]) -> Rated:
    own = tuple(each.rated for each in scores)
    return rated._replace(
        so_far=any(each.so_far for each in own),
        started=any(each.started for each in own),
        open=sum(each.open for each in own),
        not_known=sum(each.not_known for each in own),
        not_applicable=sum(each.not_applicable for each in own),
        threes_without_evidence=sum(each.threes_without_evidence for each in own),
    )


def _from_cases(framework: Framework, score: StandardScore) -> bool:
    found = standard(framework, score.rated.id)
    return found is not None and found.rule == "lowest"


def _why_none(framework: Framework, scores: Sequence[StandardScore], tally: Tally, what: str, besides: str) -> str:
    """Say why there is no rating, for want of cases; empty where there can be one."""
    asked = tuple(each for score in scores if _from_cases(framework, score) for each in score.questions)
    without = tuple(each.id for each in asked if each.rating is None)
    if not without:
        return ""
    if not tally.started:
        return f"No {what}: no case files have been reviewed.{besides}"
    return f"No {what}: no file gave a yes or no to {listed(without)}.{so_far(tally)}"


def _rate(ruler: Ruler, rated: Rated, scores: Sequence[StandardScore], tally: Tally, why_none: str) -> Rated:
    if why_none:
        return rated._replace(reason=why_none)
    parts = {each.rated.id: ends for each in scores if (ends := ruler.ends(each.rated)) is not None}
    questions = {each.id: ends for s in scores for each in s.questions if (ends := ruler.ends(each)) is not None}
    summed = add(ruler, parts.values(), lambda end: overall_caps(ruler, parts, questions, end))
    if summed is None:
        return rated._replace(out=True, reason="Everything is not applicable, so there is no self-rating.")
    rated = rated._replace(max=ruler.top * summed.n, reason=_reason(ruler, summed, rated, tuple(parts), tally))
    if summed.low.place != summed.high.place:
        return rated._replace(range=(ruler.ids[summed.low.place], ruler.ids[summed.high.place]))
    return rated._replace(
        rating=ruler.ids[summed.high.place],
        points=summed.points[0] if summed.points[0] == summed.points[1] else None,
        limited_by=tuple(name for cap in summed.high.by for name in cap.names),
    )


def _reason(ruler: Ruler, summed: Summed, rated: Rated, parts: Sequence[str], tally: Tally) -> str:
    whys = {cap.limit.id: why_ratings(ruler, cap) for cap in summed.high.caps}
    reason = reason_of_sum(ruler, summed, f" from {standards(parts)}", opened(rated.open), whys)
    if not rated.so_far:
        return reason
    return reason + so_far(tally).replace("So far", "Provisional") if rated.level == OVERALL else reason + so_far(tally)
