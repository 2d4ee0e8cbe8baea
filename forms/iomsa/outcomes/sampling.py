"""How many files to read and which: an order that anybody can work out again from the seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import ceil

from iomsa.outcomes.interval import Z_95

ALL_OF_THEM = 20
"""A list of so many files or fewer is read whole."""
REVIEWED_TWICE = 10


def size_wanted(population: int, margin: float) -> int:
    """Return how many of a list to read so that any share is known to within this margin (0.1: ten points).

    Formula: n0 = z² p(1-p)/d² with p = 1/2, which asks for most; n = n0/(1 + (n0-1)/N), rounded up. Source: Cochran
    (1977), 4.1 and 4.2. Twenty or fewer: all of them.
    """
    if population <= ALL_OF_THEM:
        return population
    first = Z_95**2 / 4 / margin**2
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


def second_reviews(files: int) -> int:
    """Return how many files are to be reviewed twice: 10 or 20 %, whichever is more; all where there are fewer."""
    return min(files, max(REVIEWED_TWICE, -(-files // 5)))
