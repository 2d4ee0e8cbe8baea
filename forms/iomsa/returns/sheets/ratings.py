"""The rows of the sheet Ratings: overall, lines, standards and key questions, with what rates them."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.framework.model import Framework
from iomsa.returns.canonical import Value
from iomsa.returns.names import join_names
from iomsa.returns.table import dated
from iomsa.scoring.card import Rated, Scorecard

PLACES = 4


def rating_rows(framework: Framework, card: Scorecard) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each level, the widest first."""
    return (_row(framework, rated) for rated in levels(card))


def levels(card: Scorecard) -> Iterator[Rated]:
    """Walk every level of a scorecard, the widest first, each standard before its key questions."""
    yield card.overall
    yield from card.lines
    for standard in card.standards:
        yield standard.rated
        yield from standard.questions


def label(framework: Framework, rating: str | None) -> str:
    """Return the label of a rating, or empty for none."""
    return next((each.label for each in framework.ratings if each.id == rating), "")


def _row(framework: Framework, rated: Rated) -> tuple[Value, ...]:
    return (
        rated.level,
        rated.id,
        rated.title,
        rated.rating,
        label(framework, rated.rating),
        *_moved(rated),
        rated.reason,
        "yes" if rated.so_far else "",
        rated.points,
        rated.n,
        rated.sufficient,
        rated.percent,
        *_interval(rated),
        " to ".join(rated.range or ()),
        rated.open,
        rated.not_known,
        rated.not_applicable,
        rated.threes_without_evidence,
        "",
        "",
    )


def _moved(rated: Rated) -> tuple[Value, ...]:
    if rated.moved is None or rated.moved.to is None:
        return "", "", "", ""
    moved = rated.moved
    return moved.to, join_names(moved.by), dated(moved.on), moved.reason


def _interval(rated: Rated) -> tuple[Value, ...]:
    if rated.interval is None:
        return "", ""
    low, high = rated.interval
    return round(low, PLACES), round(high, PLACES)
