"""Say in words how files were drawn and what was replaced; the same on the screen, in the return and on the line."""

from __future__ import annotations

from collections.abc import Mapping

from iomsa.answers.review import Draw, Replaced
from iomsa.answers.values import shown_date
from iomsa.outcomes.sampling import ALL_OF_THEM
from iomsa.scoring.words import counted, listed, opening
from iomsa.session.drawing import Plan

NOT_HERE = "The list that they were drawn from is not in this file."


def drawn_words(draw: Draw, *, year: bool = True) -> str:
    """Say how many files were drawn from how many, when and with which seed; without the year where that is known."""
    people, drawn = sum(size for _, size, _ in draw.strata), sum(drawn for *_, drawn in draw.strata)
    day = shown_date(draw.drawn_on)
    on = f" on {day if year else day.rpartition(' ')[0] or day}" if day else ""
    again = f" It was drawn again; this is draw number {draw.times}." if draw.times > 1 else ""
    if drawn == people:
        whole = "The one file" if people == 1 else f"All {people} files"
        return f"{whole} of the list taken{on}.{again}"
    return f"{counted(drawn, 'file')} drawn at random from {people}{on} (seed {draw.seed}).{again}"


def groups_words(strata: tuple[tuple[str, int, int], ...]) -> str:
    """Say how many of each group were drawn; empty where there are no groups."""
    if len(strata) < 2:
        return ""
    return f"{listed([f'{drawn} of {people} {name}' for name, people, drawn in strata])}."


def replaced_words(replaced: Mapping[str, Replaced], gone: int = 0, most: int = 0) -> str:
    """Say which files were replaced, by which and why; `gone` counts those whose records are gone, `most` names few."""
    number = len(replaced) + gone
    if not number:
        return ""
    named = [_one(ref, each) for ref, each in replaced.items()]
    rest = len(named) - most if most and len(named) > most else 0
    parts = named[:most] if rest else named
    if rest:
        parts = [*parts, f"and {rest} more"]
    if gone:
        parts = [
            *parts,
            f"for {gone} of them it is no longer known which" if named else "which ones is no longer known",
        ]
    return f"{number} replaced: {'; '.join(parts)}."


def plan_words(plan: Plan) -> str:
    """Say what this many files can show."""
    people = len(plan.people)
    if plan.drawn == people:
        few = f" A list of {ALL_OF_THEM} or fewer is read whole." if people <= ALL_OF_THEM else ""
        whole = "The one file is" if people == 1 else f"All {people} files are"
        return f"{whole} read, so chance plays no part; two reviewers may still differ.{few}"
    return (
        f"With {plan.drawn} of {people} files a share near 60 % is known to about "
        f"{counted(max(1, plan.points), 'point')} either way."
    )


def by_hand_words(plan: Plan) -> str:
    """Say what it means that the number of a group was chosen; empty where none was."""
    if not plan.by_hand:
        return ""
    return (
        f"The number for {listed(plan.by_hand)} is not {'its' if len(plan.by_hand) == 1 else 'their'} share of the "
        "list. The figures are then weighted, so that each group counts as much as it has people."
    )


def _one(ref: str, replaced: Replaced) -> str:
    by = f"{ref} by {replaced.replacement}" if replaced.replacement else f"{ref} by nothing, its group is used up"
    reason = replaced.reason.rstrip(".")
    small = opening(reason) if reason[1:2].islower() or reason[1:2] == " " else reason
    return f"{by}, {small}"
