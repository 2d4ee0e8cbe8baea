"""Decide value by value what tables may change here: blank says nothing, and nobody is overruled unasked.

Where tables disagree, none of them is taken, so that their order makes no difference.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from iomsa.handover.preview import Change, Choice, Conflict, Preview
from iomsa.handover.rows import Gathered, Kind
from iomsa.session.person_cells import Value


class Merged(NamedTuple):
    """Hold the values that are taken, by key and column, and the preview without its edits."""

    taken: Mapping[str, Mapping[str, Value]]
    preview: Preview


def merge(kind: Kind, gathered: Gathered, take: Collection[Choice], *, own: bool) -> Merged:
    """Merge what good rows say; `own` tables are the scheme's and change values, others only fill blanks.

    `take` chooses among conflicts of an earlier preview of the same tables.
    """
    taken: dict[str, Mapping[str, Value]] = {}
    changed: list[Change] = []
    conflicting: list[Conflict] = []
    same: list[str] = []
    for key, columns in gathered.said.items():
        values: dict[str, Value] = {}
        quiet = True
        for cell in kind.columns:
            said = columns.get(cell.name, {})
            places = {text: each.places for text, each in said.items()}
            text, conflicts = decide((key, cell.label, kind.ours(key, cell)), places, take, own=own)
            conflicting += conflicts
            quiet = quiet and not conflicts
            if text:
                values[cell.name] = said[text].value
                if key in kind.known:
                    changed.append(Change(key, cell.label, kind.ours(key, cell), text))
        if values if key in kind.known else all(name in values for name in kind.needed):
            taken[key] = values
        elif quiet:
            same.append(key)
    new = tuple(key for key in taken if key not in kind.known)
    preview = Preview(
        new,
        tuple(changed),
        tuple(same),
        tuple(conflicting),
        gathered.unknown,
        gathered.faults,
        rows=gathered.rows,
        left_out=gathered.left_out,
    )
    return Merged(taken, preview)


def decide(
    where: tuple[str, str, str], said: Mapping[str, Collection[str]], take: Collection[Choice], *, own: bool
) -> tuple[str, tuple[Conflict, ...]]:
    """Return the text that is taken for one value, empty for none, and its conflicts.

    `where` is key, column and our own text; `said` are the texts of the tables, each with the places that say so.
    """
    key, column, ours = where
    others = sorted(text for text in said if text != ours)
    chosen = [text for text in others if Choice(key, column, text) in take]
    if len(chosen) == 1:
        return chosen[0], ()
    if len(said) == 1 and others and (own or not ours):
        return others[0], ()
    return "", tuple(Conflict(key, column, ours, text, ", ".join(said[text])) for text in others)
