"""What other counts would mean: how near a share is to another band, and what one file judged otherwise changes."""

from __future__ import annotations

from iomsa.scoring.bands import fewest, share_place, whole_percent
from iomsa.scoring.card import Part, Rated
from iomsa.scoring.estimate import weigh
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.words import listed, sentence

DOWN, UP = -1, 1


def near_boundary(ruler: Ruler, rated: Rated) -> str:
    """Say what other counts would mean, where one case or few points of percent lie between here and another band.

    As in: 12 of 18. 11 would be Requires improvement, 13 still Good.
    """
    if rated.parts:
        return _near_with_weights(ruler, rated)
    yes, n = rated.sufficient or 0, rated.n or 0
    downwards, upwards = _next_below(ruler, yes, n), _next_above(ruler, yes, n)
    if downwards is None and upwards is None:
        return ""
    parts = []
    for other, neighbour in ((downwards, yes - 1), (upwards, yes + 1)):
        if other is not None:
            parts.append(f"{other} would be {ruler.labels[_place(ruler, (other, n))]}")
        elif 0 <= neighbour <= n:
            parts.append(f"{neighbour} still {ruler.labels[_place(ruler, (neighbour, n))]}")
    return f"{yes} of {n}. {', '.join(parts)}."


def is_near(ruler: Ruler, rated: Rated, direction: int) -> bool:
    """Tell whether the whole percentage is near the boundary that lies in a direction (trigger a)."""
    boundary = _boundary(ruler, rated, direction)
    return boundary is not None and abs((rated.percent or 0) - boundary) <= ruler.rules.moves.near


def crossing(ruler: Ruler, rated: Rated, direction: int) -> tuple[str, ...]:
    """Name the strata in which one case judged otherwise, n the same, gives the next band (trigger b).

    Without weights there is one, without a name.
    """
    here = _place(ruler, rated.share)
    return tuple(name for name, share in _otherwise(rated, direction) if _place(ruler, share) == here + direction)


def _otherwise(rated: Rated, direction: int) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return the share with one case judged otherwise, in each stratum that has one to judge so."""
    parts = rated.parts or (Part("", 1, rated.n or 0, rated.sufficient or 0),)
    found = []
    for place, part in enumerate(parts):
        other = part._replace(yes=part.yes + direction)
        if 0 <= other.yes <= other.n:
            found.append((part.name, weigh((*parts[:place], other, *parts[place + 1 :]))))
    return tuple(found)


def _near_with_weights(ruler: Ruler, rated: Rated) -> str:
    sides = {direction: _side(ruler, rated, direction) for direction in (DOWN, UP)}
    if not any(near for _, near in sides.values()):
        return ""
    head = f"{rated.sufficient} of {rated.n}, {rated.percent} % weighted."
    return f"{head} {sentence(', '.join(words for words, _ in sides.values() if words))}."


def _side(ruler: Ruler, rated: Rated, direction: int) -> tuple[str, bool]:
    """Say what lies in one direction, and whether the boundary there is near."""
    what = "one yes more" if direction == UP else "one yes fewer"
    here, others, crossed = _place(ruler, rated.share), _otherwise(rated, direction), crossing(ruler, rated, direction)
    if crossed:
        where = "" if len(crossed) == len(others) else f" in {listed(crossed)}"
        return f"{what}{where} would be {ruler.labels[here + direction]}", True
    boundary = _boundary(ruler, rated, direction)
    if boundary is not None and is_near(ruler, rated, direction):
        percent = boundary if direction == UP else boundary - 1
        return f"{percent} % would be {ruler.labels[here + direction]}", True
    return (f"{what} still {ruler.labels[here]}" if others else "", False)


def _boundary(ruler: Ruler, rated: Rated, direction: int) -> int | None:
    bands, here = ruler.rules.share.bands, _place(ruler, rated.share)
    place = here if direction == UP else here - 1
    return bands[place] if 0 <= place < len(bands) else None


def _next_below(ruler: Ruler, yes: int, n: int) -> int | None:
    """Return the most yes that would be in the band below, where the boundary to it is near (triggers a and b)."""
    bands, percent = ruler.rules.share.bands, whole_percent(yes, n)
    place = share_place(ruler.rules.share, percent)
    if place == 0:
        return None
    other = fewest(bands[place - 1], n) - 1
    return other if percent - bands[place - 1] <= ruler.rules.moves.near or other == yes - 1 else None


def _next_above(ruler: Ruler, yes: int, n: int) -> int | None:
    """Return the fewest yes that would be in the band above, where the boundary to it is near (triggers a and b)."""
    bands, percent = ruler.rules.share.bands, whole_percent(yes, n)
    place = share_place(ruler.rules.share, percent)
    if place == len(bands):
        return None
    other = fewest(bands[place], n)
    return other if bands[place] - percent <= ruler.rules.moves.near or other == yes + 1 else None


def _place(ruler: Ruler, share: tuple[int, int] | None) -> int:
    return share_place(ruler.rules.share, whole_percent(*share)) if share else 0
