"""Names with their agencies in one cell: written, and read again exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r"([\\;,])")


def join_names(people: Iterable[tuple[str, str]]) -> str:
    """Return names and agencies as `name, agency; name, agency`; a comma or semicolon in one has a backslash."""
    return "; ".join(", ".join(_SPECIAL.sub(r"\\\1", each) for each in person) for person in people)


def split_names(text: str) -> tuple[tuple[str, str], ...]:
    """Return the names and agencies that `join_names` wrote; a name without a comma has no agency."""
    return tuple(_person(found) for found in _split(text, ";")) if text else ()


def _person(text: str) -> tuple[str, str]:
    name, *agency = _split(text, ",")
    return _plain(name), _plain(", ".join(agency))


def _split(text: str, mark: str) -> list[str]:
    pieces, piece, escaped = [], "", False
    for character in text:
        if character == mark and not escaped:
            pieces.append(piece)
            piece = ""
        else:
            piece += character
        escaped = character == "\\" and not escaped
    pieces.append(piece)
    return [pieces[0], *(each.removeprefix(" ") for each in pieces[1:])]


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
