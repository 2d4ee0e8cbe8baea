"""What stands beside a rating's mark: its reason, without what the mark says already."""

from __future__ import annotations

from iomsa.scoring.card import Rated
from iomsa.scoring.words import sentence

NONE_YET = ("Not started: ", "Not rated: ")


def beside_mark(rated: Rated, label: str) -> str:
    """Return the reason and what a step would change; the mark beside it shows `label`."""
    reason = rated.reason.replace(f": {label}.", ".") if label else rated.reason
    for said in NONE_YET:
        if reason.startswith(said):
            reason = sentence(reason.removeprefix(said))
    return " ".join(part for part in (reason, without_count(rated)) if part)


def without_count(rated: Rated) -> str:
    """Return what a step would change, without the count where the reason gives it."""
    count, _, rest = rated.near.partition(". ")
    return rest if rest and count in rated.reason else rated.near
