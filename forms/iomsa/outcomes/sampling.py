"""How many files to read and which: an order that anybody can work out again from the seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import ceil
from typing import NamedTuple

from iomsa.outcomes.interval import normal_quantile

ALL_OF_THEM = 20
"""A list of so many files or fewer is read whole."""
REVIEWED_TWICE = 10


class Replaced(NamedTuple):
    """Say which file left, which took its place (None where nothing was left to draw), and why."""

    ref: str
    by: str | None
    reason: str


class Drawn(NamedTuple):
    """Hold what was drawn from a stratum, what waits in order, and what was replaced."""

    name: str
    size: int
    refs: tuple[str, ...]
    waiting: tuple[str, ...]
    replaced: tuple[Replaced, ...] = ()


def size_wanted(population: int, margin: float, confidence: float = 0.95, share: float = 0.5) -> int:
    """Return how many of a list to read so that a share is known to within this margin (0.1: ten points).

    Formula: n0 = z² p(1-p)/d², n = n0/(1 + (n0-1)/N), rounded up. Source: Cochran (1977), 4.1 and 4.2. Twenty or
    fewer: all of them.
    """
    if population <= ALL_OF_THEM:
        return population
    first = normal_quantile(confidence) ** 2 * share * (1 - share) / margin**2
    return min(population, max(1, ceil(first / (1 + (first - 1) / population) - 1e-9)))


def shares(sizes: Sequence[int], total: int) -> tuple[int, ...]:
    """Share a sample out over strata in proportion to their sizes.

    By largest remainder (Hamilton's method), on integers; ties go to the larger stratum, then to the earlier. At least
    one of each that has any, so a total under the number of strata is raised to it; never more than a stratum has.
    A stratum that this leaves with none gets one, and the rest is shared out anew over the others. Source: M. L.
    Balinski and H. P. Young, Fair Representation (1982).
    """
    total = min(total, sum(sizes))
    given = {place: 0 for place, size in enumerate(sizes) if size == 0}
    while len(given) < len(sizes):
        rest = {place: size for place, size in enumerate(sizes) if place not in given}
        found = _by_largest_remainder(rest, max(0, total - sum(given.values())))
        without = [place for place, share in found.items() if share == 0]
        given.update(dict.fromkeys(without, 1) if without else found)
    return tuple(given[place] for place in range(len(sizes)))


def _by_largest_remainder(sizes: Mapping[int, int], total: int) -> dict[int, int]:
    whole = sum(sizes.values())
    found = {place: total * size // whole for place, size in sizes.items()}
    by_remainder = sorted(sizes, key=lambda place: (-(total * sizes[place] % whole), -sizes[place], place))
    for place in by_remainder[: total - sum(found.values())]:
        found[place] += 1
    return found


def in_order(seed: str, refs: Sequence[str]) -> tuple[str, ...]:
    """Return the references by the SHA-256 of `seed|ref` (UTF-8), as hexadecimal, ascending; each once."""
    return tuple(sorted(dict.fromkeys(refs), key=lambda ref: (rank(seed, ref), ref)))


def rank(seed: str, ref: str) -> str:
    """Return the hexadecimal digits that a reference is ordered by."""
    return sha256(f"{seed}|{ref}".encode()).hexdigest()


def draw(strata: Mapping[str, Sequence[str]], total: int, seed: str) -> tuple[Drawn, ...]:
    """Draw so many files over the strata, the first of each in order; all of them where 20 or fewer are listed."""
    orders = {name: in_order(seed, refs) for name, refs in strata.items()}
    sizes = [len(refs) for refs in orders.values()]
    if sum(sizes) <= ALL_OF_THEM:
        total = sum(sizes)
    return tuple(
        Drawn(name, len(refs), refs[:n], refs[n:])
        for (name, refs), n in zip(orders.items(), shares(sizes, total), strict=True)
    )


def replace(drawn: Drawn, ref: str, reason: str) -> Drawn:
    """Put the next file of the order in the place of one that can't be read; none where the stratum is used up."""
    place, (by, waiting) = drawn.refs.index(ref), (drawn.waiting[:1], drawn.waiting[1:])
    note = Replaced(ref, by[0] if by else None, reason)
    refs = (*drawn.refs[:place], *by, *drawn.refs[place + 1 :])
    return drawn._replace(refs=refs, waiting=waiting, replaced=(*drawn.replaced, note))


def second_reviews(files: int) -> int:
    """Return how many files are to be reviewed twice: 10 or 20 %, whichever is more; all where there are fewer."""
    return min(files, max(REVIEWED_TWICE, -(-files // 5)))
