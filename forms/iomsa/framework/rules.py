"""The kinds of rating rule that the engine knows; which apply, and to what, is a framework's data."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple


class Mean(NamedTuple):
    """Band a sum of points: the rating of place k holds while `2 * sum <= steps[k] * n`."""

    steps: tuple[int, ...]
    source: str


class Share(NamedTuple):
    """Band a whole percentage: the rating of place k holds while `percent < bands[k]`."""

    bands: tuple[int, ...]
    source: str


class Limit(NamedTuple):
    """Hold a rating at or below one rating when something is so.

    `applies` is question, standard, line or overall. `kind` is one of
    prompt-under (any prompt under `points` or not known), essential-at (an essential prompt at `points` or not known),
    questions-at (`number` or more key questions at `rating`), nth-lowest (never above the `number`-th of `of`, rising),
    question-at (one of the key questions `of` at `rating`).
    """

    id: str
    applies: str
    kind: str
    at_most: str
    rating: str
    points: int
    number: int
    of: tuple[str, ...]
    source: str


class Line(NamedTuple):
    """Name one of the lines above the overall and the standards that it sums.

    A line that is not rated shows the figures of its `headline`, a key question; empty where it has none.
    """

    id: str
    title: str
    standards: tuple[str, ...]
    rated: bool
    headline: str = ""


class Moves(NamedTuple):
    """Say when a rating may be moved by hand: nearness in percentage points, small n, names needed."""

    near: int
    few: int
    names_up: int
    names_down: int
    source: str


class Sound(NamedTuple):
    """Describe the sound scheme of the sentence on chance: percent sufficient, and the rating it earns."""

    share: int
    rating: str


class Rules(NamedTuple):
    """Hold all rating rules of a framework."""

    mean: Mean
    share: Share
    limits: tuple[Limit, ...]
    lines: tuple[Line, ...]
    moves: Moves
    sound: Sound
