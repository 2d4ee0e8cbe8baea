"""Clean text once, on entry, so that screen, file and return agree on every character."""

from __future__ import annotations

import re

LIMIT = 32_000
"""The longest text, in UTF-16 units: Excel cuts a cell at 32,767 without a word."""

# Text until it is used: to compile a pattern takes time, and the program starts without one.
_NOT_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_SURROGATE = "[\ud800-\udfff]"
_UNSEEN = "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
"""Soft hyphens, empty spaces and marks of direction: copies bring them, and two texts that look alike differ."""


def clean(text: str) -> str:
    """Return the text with XML 1.0 characters only, LF, lone surrogates as U+FFFD, only-white as empty."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(_SURROGATE, "\ufffd", text)
    text = re.sub(_NOT_XML, "", text)
    return text if text.strip() else ""


def clean_line(text: str) -> str:
    """Return the cleaned text on one line, without white space at its edges."""
    return " ".join(clean(text).split())


def plain_line(text: str) -> str:
    """Return the cleaned line without characters that nobody sees, so that what looks alike is alike."""
    return clean_line(re.sub(_UNSEEN, "", text))


def units(text: str) -> int:
    """Return the length of the text in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def too_long(text: str) -> bool:
    """Tell whether the text is longer than a cell of the return can hold."""
    # A character is two units at most, so hardly any text has to be walked.
    return 2 * len(text) > LIMIT and units(text) > LIMIT
