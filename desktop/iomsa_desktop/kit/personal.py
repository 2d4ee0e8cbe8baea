"""What is said beside a text that looks as if it could identify a person, or that is too long to be kept."""

from __future__ import annotations

from collections.abc import Sequence

from iomsa.answers.privacy import like_a_name, look_for_personal
from iomsa.answers.sheet import Period
from iomsa.answers.text import too_long

NOTE_HINT = "Note. No names, no intelligence."
TOO_LONG = (
    "This text is longer than 32,000 characters, the most that a return can hold. Shorten it; it is not saved yet."
)


def text_hint(texts: Sequence[str], period: Period) -> str:
    """Return a sentence about texts of which one is too long or looks like an identifier; empty where none does."""
    if any(map(too_long, texts)):
        return TOO_LONG
    found = next(filter(None, (personal(text, period) for text in texts)), "")
    return f"{found} Leave out what identifies a person." if found else ""


def personal(text: str, period: Period) -> str:
    """Return a sentence that names the first thing in a text that looks like an identifier; empty where none does."""
    hint = next(iter(look_for_personal(text, int(period.end[:4]))), None)
    return "" if hint is None else f"“{text[hint.start : hint.end]}” looks like {hint.what}."


def personal_reference(ref: str, period: Period) -> str:
    """Return a sentence about a reference that looks like an identifier or a name; empty where it does not."""
    return personal(ref, period) or (f"“{ref.strip()}” looks like a name." if like_a_name(ref) else "")
