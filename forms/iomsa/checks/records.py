"""Findings held by the record that they are about, so that records that are the same need not be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from iomsa.checks.finding import STOPS, Finding
from iomsa.checks.order import OF_A_CASE, Place


class Row(NamedTuple):
    """Hold a finding with its place in the form and the number of the rule that found it."""

    place: Place
    rule: int
    finding: Finding

    @property
    def key(self) -> tuple[bool, Place, int]:
        """Return what findings are sorted by: what stops a return is first, then the form, then the rules."""
        return self.finding.weight != STOPS, self.place, self.rule

    @property
    def within(self) -> tuple[bool, int, int]:
        """Return what findings of one record are sorted by, wherever it stands among others."""
        return self.finding.weight != STOPS, self.place[2] if self.finding.address.part else 0, self.rule


class Block(NamedTuple):
    """Hold the findings about one file or one person, in order: all with their rules, and those of each weight."""

    rows: tuple[Row, ...]
    stops: tuple[Finding, ...]
    questions: tuple[Finding, ...]


EMPTY = Block((), (), ())


def block(rows: Iterable[Row]) -> Block:
    """Put the findings about one record in order."""
    ordered = tuple(sorted(rows, key=lambda row: row.within))
    if not ordered:
        return EMPTY
    found = [row.finding for row in ordered]
    stops = sum(each.weight == STOPS for each in found)
    return Block(ordered, tuple(found[:stops]), tuple(found[stops:]))


def by_record(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """Group findings by the reference of the file or person that they are about; under "" those about another."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        address = row.finding.address
        found.setdefault(address.key if address.kind in OF_A_CASE or address.kind == "person" else "", []).append(row)
    return {ref: tuple(each) for ref, each in found.items()}


def together(blocks: Mapping[str, Block], others: Iterable[Row]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what stops a return and what questions it in all records, with what other rules found in some."""
    added = {ref: block((*blocks[ref].rows, *rows)) for ref, rows in by_record(others).items()}
    whole = {**blocks, **added}.values()
    return (
        tuple(chain.from_iterable([each.stops for each in whole])),
        tuple(chain.from_iterable([each.questions for each in whole])),
    )
