"""How far two reviewers agree on a question: percentage, Gwet's AC1 and Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import fsum, sqrt
from typing import NamedTuple

from iomsa.outcomes.interval import Z_95, wilson
from iomsa.outcomes.special import t_quantile

FEWEST = 10
Pair = tuple[str, str]


class Figure(NamedTuple):
    """Hold a figure with its interval; what can't be had is None and the reason says why."""

    value: float | None = None
    interval: tuple[float, float] | None = None
    reason: str = ""


class Agreement(NamedTuple):
    """Hold on how many files two reviewers gave the same answer, and what that comes to."""

    n: int
    agreed: int
    share: Figure
    ac1: Figure
    kappa: Figure
    reason: str = ""


def agreement(pairs: Sequence[Pair], categories: Sequence[str]) -> Agreement:
    """Compare the first and the second answer of each file; the categories are all that could have been answered.

    Formulas and sources: as for `wilson`, `gwet_ac1` and `cohen_kappa`; the fewest files are ours.
    """
    n, agreed = len(pairs), sum(first == second for first, second in pairs)
    if n < FEWEST:
        reason = f"Too few to measure: answered twice in {n} {'file' if n == 1 else 'files'}, {FEWEST} are needed."
        return Agreement(n, agreed, Figure(reason=reason), Figure(reason=reason), Figure(reason=reason), reason)
    share = Figure(agreed / n, wilson(agreed, n))
    return Agreement(n, agreed, share, gwet_ac1(pairs, categories), cohen_kappa(pairs))


def gwet_ac1(pairs: Sequence[Pair], categories: Sequence[str]) -> Figure:
    """Return Gwet's AC1 with its interval by t(n-1).

    Formula: (pa - pe)/(1 - pe), pe = sum of q(1-q)/(k-1), q the mean share of a category over both reviewers. Variance,
    linearised by subject: 1/(n(n-1)) times the sum of (g - AC1)², g = (a - pe)/(1 - pe) - 2(1 - AC1)(e - pe)/(1 - pe),
    a and e being pa and pe of one subject. Source: K. L. Gwet, British Journal of Mathematical and Statistical
    Psychology 61 (2008), 29-48; Handbook of Inter-Rater Reliability, 4th ed. (2014), chapter 5.
    """
    n, k = len(pairs), len(categories)
    if n < 2 or k < 2:
        return Figure(reason="Two files and two possible answers are needed.")
    counts = Counter(answer for pair in pairs for answer in pair)
    q = {category: counts[category] / (2 * n) for category in categories}
    agreed = sum(first == second for first, second in pairs) / n
    chance = fsum(each * (1 - each) for each in q.values()) / (k - 1)
    value = (agreed - chance) / (1 - chance)
    parts = []
    for first, second in pairs:
        own = (2 - q[first] - q[second]) / (2 * (k - 1))
        part = ((first == second) - chance) / (1 - chance)
        parts.append(part - 2 * (1 - value) * (own - chance) / (1 - chance))
    error = sqrt(fsum((part - value) ** 2 for part in parts) / (n * (n - 1)))
    return _with_interval(value, t_quantile(0.975, n - 1) * error)


def cohen_kappa(pairs: Sequence[Pair]) -> Figure:
    """Return Cohen's kappa with its large-sample interval.

    Formula: (po - pe)/(1 - pe), pe from each reviewer's own shares. Source: J. Cohen, Educational and Psychological
    Measurement 20 (1960), 37-46; standard error: J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72
    (1969), 323-327, formula 13.
    """
    n = len(pairs)
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    # On exact fractions: the variance is a small difference of large terms, and may be nought.
    chance = Fraction(sum(firsts[each] * seconds[each] for each in firsts), n**2) if n else Fraction(1)
    if chance == 1:
        return Figure(reason="Both gave one and the same answer throughout, so chance alone would agree as well.")
    agreed = Fraction(sum(first == second for first, second in pairs), n)
    value = (agreed - chance) / (1 - chance)
    spread = -((agreed * chance - 2 * chance + agreed) ** 2)
    for (first, second), count in Counter(pairs).items():
        margins = Fraction(seconds[first] + firsts[second], n)
        of_cell = (1 - chance) - margins * (1 - agreed) if first == second else (1 - agreed) * margins
        spread += Fraction(count, n) * of_cell**2
    error = sqrt(spread / n) / (1 - chance) ** 2
    return _with_interval(float(value), Z_95 * error)


def _with_interval(value: float, half: float) -> Figure:
    if half < 1e-12:
        return Figure(value, None, "Every file says the same, so there is no spread to take an interval from.")
    return Figure(value, (max(-1.0, value - half), min(1.0, value + half)))


def most_differing(found: Mapping[str, Agreement]) -> tuple[str, ...]:
    """Return the questions they differ on first: by the share of files that differ, then more files, then as given."""
    places: Iterable[tuple[int, str]] = enumerate(found)
    key = {id: (-(each.n - each.agreed) / each.n if each.n else 0.0, -each.n) for id, each in found.items()}
    return tuple(id for _, id in sorted(places, key=lambda item: (*key[item[1]], item[0])))
