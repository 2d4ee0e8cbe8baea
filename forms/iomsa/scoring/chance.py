"""Say what chance does to a standard that takes the lowest of its key questions from few files."""

from __future__ import annotations

from functools import cache
from math import exp, lgamma, log

from iomsa.scoring.bands import fewest
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.words import counted, number


def sentence_on_chance(ruler: Ruler, questions: int, n: int) -> str:
    """Say how often a sound scheme would come out as its rating with n > 0 files (design, rating rule 5)."""
    sound, place = ruler.rules.sound, ruler.places[ruler.rules.sound.rating]
    probability = lowest_lands(ruler.rules.share.bands, place, sound.share, questions, n)
    each = "it" if questions == 1 else f"each of the {number(questions)}"
    return (
        f"With {counted(n, 'file')} a scheme in which {sound.share} % are sufficient on {each} comes out as "
        f"{ruler.labels[place]} in about {int(10 * probability + 0.5)} of 10 reviews; treat the rating as a question, "
        "not an answer."
    )


@cache
def lowest_lands(bands: tuple[int, ...], place: int, percent: int, questions: int, n: int) -> float:
    """Return the probability that the lowest of so many independent binomial shares of n is banded at this place.

    Each count is rounded to a whole percentage before it is banded, as in the rating. Formula: P(X >= a)^q less
    P(X >= b)^q, X binomial, a and b the fewest that reach the band and the one above. Source: design, rating rule 5.
    """
    reaches = at_least(fewest(bands[place - 1], n), n, percent / 100) if place > 0 else 1.0
    passes = at_least(fewest(bands[place], n), n, percent / 100) if place < len(bands) else 0.0
    return reaches**questions - passes**questions


def at_least(fewest: int, n: int, p: float) -> float:
    """Return the probability of at least so many successes in n trials, 0 < p < 1.

    Formula: the sum of C(n, k) p^k (1-p)^(n-k).
    """
    ways = (lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) for k in range(max(fewest, 0), n + 1))
    return sum(exp(way + k * log(p) + (n - k) * log(1 - p)) for k, way in enumerate(ways, max(fewest, 0)))
