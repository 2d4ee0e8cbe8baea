"""The share of one case question: exact, with the interval for everybody on the list of the draw."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

from iomsa.outcomes import proportion
from iomsa.outcomes.interval import wilson
from iomsa.scoring.card import Part
from iomsa.scoring.tally import BY_HAND, Stratum, Tally


class Estimated(NamedTuple):
    """Hold a share of n > 0 files; the interval is None where all were reviewed.

    `people` are those that it speaks for, None without a draw. `parts` are the strata that it is weighted by, empty
    where it is plain; `left_out` those that leave the weights, as no file of theirs gave a yes or no.
    """

    share: tuple[int, int]
    interval: tuple[float, float] | None
    people: int | None = None
    parts: tuple[Part, ...] = ()
    left_out: tuple[str, ...] = ()


def estimated(question: str, tally: Tally) -> Estimated:
    """Return the share of the yes among the yes and no to a case question, at least one of which was given.

    A file counts as read for a question once it is answered, not applicable too. Source: design, rating rule 4; the
    formulas are those of `iomsa.outcomes.proportion`.
    """
    counts = tally.of(question)
    yes, n, read = counts.yes, counts.yes + counts.no, sum(counts)
    if tally.people is None:
        return Estimated((yes, n), wilson(yes, n))
    if not tally.weighted:
        listed = proportion.Stratum(max(tally.people, read), n, yes, read)
        return Estimated((yes, n), proportion.estimate([listed]).interval, listed.size)
    kept = tuple(each for each in tally.strata if each.of(question).yes + each.of(question).no)
    strata = tuple(_stratum(question, each) for each in kept)
    found = proportion.estimate(strata)
    parts = tuple(Part(of.name, each.size, each.n, each.successes) for of, each in zip(kept, strata, strict=True))
    several = len(parts) > 1
    return Estimated(
        found.ratio if several else (yes, n),
        found.interval,
        sum(each.size for each in strata),
        parts if several else (),
        tuple(each.name for each in tally.strata if each not in kept and each.name != BY_HAND),
    )


def weigh(parts: tuple[Part, ...]) -> tuple[int, int]:
    """Return the exact weighted share of strata; formula and source as for `weighted_ratio`."""
    return proportion.weighted_ratio([proportion.Stratum(each.people, each.n, each.yes) for each in parts])


def _stratum(question: str, stratum: Stratum) -> proportion.Stratum:
    counts = stratum.of(question)
    n, read = counts.yes + counts.no, sum(counts)
    return proportion.Stratum(max(stratum.people, read), n, counts.yes, read)
