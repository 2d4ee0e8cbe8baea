"""Small words for sentences: lists, counts, ordinals, runs of ids."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "lowest", "second-lowest", "third-lowest", "fourth-lowest")
NAMED = 4
"""So many ids are named in a sentence; more are counted."""


def listed(items: Sequence[str]) -> str:
    """Join items as a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def number(n: int) -> str:
    """Return a number in words up to ten."""
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def counted(n: int, noun: str, nouns: str = "") -> str:
    """Return a count with its noun: 1 prompt, 3 prompts; `nouns` is for those that take more than an s."""
    return f"{n} {noun}" if n == 1 else f"{n} {nouns or noun + 's'}"


def lowest(place: int) -> str:
    """Return lowest, second-lowest and so on; the first is 1."""
    return _ORDINALS[place] if place < len(_ORDINALS) else f"number {place} from below"


def be(ids: Sequence[str]) -> str:
    """Return the verb for so many."""
    return "is" if len(ids) == 1 else "are"


def standards(ids: Sequence[str]) -> str:
    """Name standards: standard 7, standards 1-6, standards 1, 3 and 4."""
    if len(ids) == 1:
        return f"standard {ids[0]}"
    if all(id.isdigit() for id in ids) and [int(id) for id in ids] == list(range(int(ids[0]), int(ids[-1]) + 1)):
        return f"standards {ids[0]}-{ids[-1]}"
    return f"standards {listed(ids)}"


def opening(text: str) -> str:
    """Return the text with its first letter small, as inside a sentence."""
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Return the text with its first letter large, as at the start of a sentence."""
    return text[:1].upper() + text[1:]
