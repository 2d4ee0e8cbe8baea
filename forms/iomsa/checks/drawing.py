"""What the draw of the case files makes one ask."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.review import Draw
from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.checks.finding import CONTRADICTION, QUESTION, QUESTIONS, Finding
from iomsa.framework.model import Framework
from iomsa.outcomes.sampling import in_order
from iomsa.scoring.card import Scorecard

MOST_REPLACED = 5
"""One file of so many may be replaced before one asks whether those left are still a fair sample."""


def never_drawn(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about files of the list that was drawn from which the draw did not choose, nor put in another's place."""
    draw = sheet.draw
    if draw is None or not draw.people:
        return
    replacements = {each.replacement for each in sheet.replaced.values()}
    chosen = _drawn(draw) | replacements
    known = {ref for ref, _ in draw.people}
    for ref in sheet.cases:
        if ref in known and ref not in chosen:
            sentence = (
                "This file was not drawn, but somebody put it on the list; take it off, or the files are no longer "
                "chosen by chance."
            )
            yield Finding("case-not-drawn", QUESTIONS, CONTRADICTION, Address("case", ref), f"case {ref}", sentence)


def added_by_hand(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about files that were not on the list that was drawn from."""
    known = {ref for ref, _ in sheet.draw.people} if sheet.draw is not None else set()
    for ref in sheet.cases if known else ():
        if ref not in known:
            sentence = (
                "Added by hand: this file is not on the list that was drawn from, so it stands for itself alone. "
                "Look whether it belongs here; if people have joined since, draw again."
            )
            yield Finding("case-by-hand", QUESTIONS, QUESTION, Address("case", ref), f"case {ref}", sentence)


def drawn_again(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask why files were drawn more than once."""
    if sheet.draw is not None and sheet.draw.times > 1:
        sentence = (
            f"Drawn {sheet.draw.times} times: say why in a note, as an inspector will ask whether it was by chance."
        )
        yield Finding("drawn-again", QUESTIONS, QUESTION, Address("draw"), "Case review", sentence)


def many_replaced(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about a draw of which more than a fifth was replaced."""
    if sheet.draw is None:
        return
    drawn = sum(n for _, _, n in sheet.draw.strata)
    replaced = len(sheet.replaced) + sheet.draw.replaced
    if MOST_REPLACED * replaced > drawn > 0:
        sentence = (
            f"{replaced} of {drawn} files drawn were replaced, more than a fifth; look whether those that could not "
            "be read differ from the others, and say so."
        )
        yield Finding("many-replaced", QUESTIONS, QUESTION, Address("draw"), "Case review", sentence)


def _drawn(draw: Draw) -> set[str]:
    """Return the files that the seed chooses: in each stratum the first of its order."""
    lists: dict[str, list[str]] = {}
    for ref, stratum in draw.people:
        lists.setdefault(stratum, []).append(ref)
    return {ref for name, _, drawn in draw.strata for ref in in_order(draw.seed, lists.get(name, ()))[:drawn]}
