"""Tell a draw so that anybody can repeat it: the seed, the rule, and every reference in its order with what became."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from iomsa.answers.review import Draw
from iomsa.answers.sheet import AnswerSheet
from iomsa.outcomes.sampling import in_order, rank
from iomsa.scoring.words import listed
from iomsa.session.draw_list import by_group
from iomsa.session.drawing import RULE
from iomsa.session.drawing_words import NOT_HERE, drawn_words, groups_words, replaced_words

DRAWN, REPLACED, WAITING = "drawn", "replaced", "not drawn"
DIGITS = 12
"""So many digits of the SHA-256 are printed beside a reference."""
HOW = (
    "Within a group the references come in the order of the SHA-256 of seed|reference (UTF-8, as hexadecimal digits, "
    "ascending). The first are drawn; the next replace."
)


class Place(NamedTuple):
    """Hold one reference of the list in its order, what became of it, what it replaced and what replaced it."""

    ref: str
    digits: str
    state: str
    instead_of: str = ""
    by: str = ""


def orders(sheet: AnswerSheet, draw: Draw) -> dict[str, tuple[Place, ...]]:
    """Return every reference of each group in the order of the draw; nothing where the list is not here."""
    instead = {replaced.replacement: ref for ref, replaced in sheet.replaced.items() if replaced.replacement}
    groups = by_group(draw.people)
    return {
        name: tuple(_place(sheet, draw.seed, ref, instead.get(ref, "")) for ref in in_order(draw.seed, refs))
        for name, refs in groups.items()
    }


def added_by_hand(sheet: AnswerSheet) -> tuple[str, ...]:
    """Return the files on the list that were not on the list that was drawn from."""
    if sheet.draw is None or not sheet.draw.people:
        return ()
    people = dict(sheet.draw.people)
    return tuple(ref for ref in sheet.cases if ref not in people)


def as_data(sheet: AnswerSheet) -> dict[str, Any]:
    """Return the draw for programs; null where nothing was drawn."""
    draw = sheet.draw
    strata = draw.strata if draw else ()
    return {
        "period": sheet.period.name,
        "seed": draw.seed if draw else None,
        "rule": RULE if draw else None,
        "drawn_on": draw.drawn_on if draw else None,
        "times": draw.times if draw else 0,
        "margin": draw.margin if draw else None,
        "people": sum(people for _, people, _ in strata) if draw else None,
        "drawn": sum(drawn for *_, drawn in strata) if draw else None,
        "groups": [dict(zip(("name", "people", "drawn"), each, strict=True)) for each in strata],
        "files": list(sheet.cases),
        "order": _order_data(sheet, draw) if draw and draw.people else None,
        "replaced": [
            {"ref": ref, "group": each.stratum, "by": each.replacement or None, "reason": each.reason}
            for ref, each in sheet.replaced.items()
        ],
        "replaced_before": draw.replaced if draw else 0,
        "added_by_hand": list(added_by_hand(sheet)),
    }


def as_text(sheet: AnswerSheet) -> str:
    """Return the draw in lines for a person."""
    return "\n".join(filter(None, _lines(sheet)))


def _lines(sheet: AnswerSheet) -> Iterator[str]:
    draw = sheet.draw
    if draw is None:
        yield f"{sheet.period.name}: no files were drawn."
        return
    yield f"{sheet.period.name}: {drawn_words(draw)}"
    yield groups_words(draw.strata)
    yield replaced_words(sheet.replaced, draw.replaced)
    hand = added_by_hand(sheet)
    if hand:
        yield f"Not drawn, but on the list: {listed(hand)}."
    yield f"Seed: {draw.seed}"
    yield f"Rule: {HOW}"
    if not draw.people:
        yield NOT_HERE
    drawn = {name: (people, drawn) for name, people, drawn in draw.strata}
    for name, places in orders(sheet, draw).items():
        yield f"{name or 'The list'}, {drawn[name][1]} of {drawn[name][0]} drawn:"
        yield from (f"  {number:>4}  {_told(place)}" for number, place in enumerate(places, start=1))


def _order_data(sheet: AnswerSheet, draw: Draw) -> list[dict[str, str]]:
    return [
        {"group": name, "ref": place.ref, "sha256": rank(draw.seed, place.ref), "state": place.state}
        for name, places in orders(sheet, draw).items()
        for place in places
    ]


def _place(sheet: AnswerSheet, seed: str, ref: str, instead_of: str) -> Place:
    digits = rank(seed, ref)[:DIGITS]
    if ref in sheet.replaced:
        return Place(ref, digits, REPLACED, instead_of, sheet.replaced[ref].replacement)
    return Place(ref, digits, DRAWN if ref in sheet.cases else WAITING, instead_of)


def _told(place: Place) -> str:
    said = f"in the place of {place.instead_of}" if place.instead_of else place.state
    if place.state == REPLACED:
        came = said if place.instead_of else DRAWN
        said = f"{came}, replaced by {place.by or 'nothing'}"
    return f"{place.ref}  {place.digits}  {said}"
