"""Report a scorecard: as data for programs, as plain sentences for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iomsa.framework.find import rating
from iomsa.framework.model import Framework
from iomsa.scoring.card import OVERALL, Rated, Scorecard, StandardScore


def as_data(framework: Framework, card: Scorecard, *, stopped: bool = False) -> dict[str, Any]:
    """Return the scorecard as JSON values; a field that doesn't apply is None, never absent.

    `stopped` says that a check stops the return: then nothing is complete.
    """
    return {
        "framework": card.framework,
        "period": card.period,
        "complete": card.complete and not stopped,
        "answered": card.answered,
        "prompts": card.prompts,
        "overall": _overall(card.overall),
        **{_key(each.title): _line(each) for each in card.lines if _is_rated(framework, each)},
        "standards": [_standard(each) for each in card.standards],
    }


def _is_rated(framework: Framework, rated: Rated) -> bool:
    return any(line.rated for line in framework.rules.lines if line.id == rated.id)


def _key(title: str) -> str:
    return title.casefold().replace(" ", "_")


def _ends(rated: Rated) -> list[str] | None:
    return None if rated.range is None else list(rated.range)


def _overall(rated: Rated) -> dict[str, Any]:
    return {
        "rating": rated.rating,
        "range": _ends(rated),
        "points": rated.points,
        "max": rated.max,
        "provisional": rated.so_far,
        "limited_by": list(rated.limited_by) or None,
        "reason": rated.reason,
    }


def _line(rated: Rated) -> dict[str, Any]:
    return {
        "rating": rated.rating,
        "range": _ends(rated),
        "points": rated.points,
        "max": rated.max,
        "so_far": rated.so_far,
    }


def _standard(score: StandardScore) -> dict[str, Any]:
    rated = score.rated
    return {
        "id": rated.id,
        "rating": rated.rating,
        "range": _ends(rated),
        "moved_to": rated.moved_to,
        "points": rated.points,
        "so_far": rated.so_far,
        "reason": rated.reason,
        "questions": [_question(each) for each in score.questions],
    }


def _question(rated: Rated) -> dict[str, Any]:
    return {
        "id": rated.id,
        "rating": rated.rating,
        "range": _ends(rated),
        "moved_to": rated.moved_to,
        "points": rated.points,
        "sufficient": rated.sufficient,
        "n": rated.n,
        "percent": rated.percent,
        "so_far": rated.so_far,
        "reason": rated.reason,
    }


def as_text(framework: Framework, card: Scorecard) -> str:
    """Return every self-rating with its reason, best known first: the lines, the overall, the standards."""
    return "\n".join(_lines(framework, card))


def in_words(framework: Framework, rated: Rated) -> str:
    """Return a self-rating in words: Good, so far, moved to Outstanding; Inadequate to Good; Not rated."""
    if rated.rating is not None:
        words = rating(framework, rated.rating).label
    elif rated.range is not None and rated.started:
        words = " to ".join(rating(framework, end).label for end in rated.range)
    elif rated.out:
        words = framework.not_applicable
    else:
        words = "Not rated" if rated.range is None else "Not started"
    if rated.so_far and rated.rating is not None:
        words += ", provisional" if rated.level == OVERALL else ", so far"
    if rated.moved is not None:
        to = rated.moved_to
        words += ", look at this move again" if to is None else f", moved to {rating(framework, to).label}"
    return words


def _lines(framework: Framework, card: Scorecard) -> Iterator[str]:
    yield f"Self-ratings of {card.period}, {card.framework}"
    yield framework.self_rated
    yield f"{card.answered} of {card.prompts} prompts are answered."
    yield ""
    for each in (*card.lines, card.overall):
        yield f"{each.title}: {_said(framework, each)}"
    for score in card.standards:
        yield ""
        yield f"{score.rated.id} {score.rated.title}: {_said(framework, score.rated)}"
        yield from (f"  {text}" for text in (score.rated.near, score.rated.chance, _problem(score.rated)) if text)
        if score.resting_on:
            yield f"  Resting on {', '.join(score.resting_on)}."
        for each in score.questions:
            yield f"  {each.id} {each.title} {_said(framework, each)}"
            if each.moved is not None and each.moved.problem:
                yield f"    {each.moved.problem}"
    if card.worth_changing:
        yield ""
        yield f"Where a real change would count most: {card.worth_changing[0].sentence}"


def _said(framework: Framework, rated: Rated) -> str:
    words = in_words(framework, rated)
    return rated.reason if rated.reason.startswith(words) else f"{words}. {rated.reason}"


def _problem(rated: Rated) -> str:
    return rated.moved.problem if rated.moved else ""
