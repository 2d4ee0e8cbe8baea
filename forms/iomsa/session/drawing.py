"""Draw case files: how many, which, and the edits that put them on the list; anybody can draw the same again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iomsa.answers.review import Draw, Replaced
from iomsa.answers.sheet import Address, AnswerSheet, Case, CaseHeader, Record
from iomsa.answers.text import clean_line
from iomsa.framework.model import Framework
from iomsa.outcomes import sampling
from iomsa.outcomes.precision import half_width
from iomsa.problems import Problem, Refused
from iomsa.session.changes import Edit
from iomsa.session.draw_list import by_group
from iomsa.session.edits import Stamp, remove_case

MARGINS = (10, 15, 20)
"""The precisions that are offered, in points of percent either way."""
USUAL_MARGIN = 15
LONGEST_SEED = 40
SEEDS = range(10_000, 100_000)
"""The seeds that the program chooses from: five digits, easy to read out."""
RULE = "SHA-256 of seed|reference, ascending"


class Plan(NamedTuple):
    """Hold what decides a draw: the seed, the list, how many of each group are drawn, and the precision wanted.

    `by_hand` names the groups whose number was chosen and is not their share.
    """

    seed: str
    people: tuple[tuple[str, str], ...]
    strata: tuple[tuple[str, int, int], ...]
    margin: int | None = None
    by_hand: tuple[str, ...] = ()

    @property
    def drawn(self) -> int:
        """Count the files that are drawn."""
        return sum(drawn for _, _, drawn in self.strata)

    @property
    def points(self) -> int:
        """Return how far a share near 60 % may lie off either way, in whole points of percent."""
        return round(100 * half_width([(people, drawn) for _, people, drawn in self.strata]))


class Files(NamedTuple):
    """Hold the files that a plan draws, in order, and those that stay replaced, with what replaces them now."""

    refs: tuple[str, ...]
    replaced: Mapping[str, Replaced]


def plan_draw(
    people: Sequence[tuple[str, str]],
    seed: str,
    *,
    margin: int | None = None,
    number: int | None = None,
    by_hand: Mapping[str, int] | None = None,
) -> Plan:
    """Plan a draw by a precision, by a number, or of all; `by_hand` sets single groups, the others keep their share.

    Twenty people or fewer are all taken. Raise Refused with every reason why this can't be drawn.
    """
    groups = by_group(people)
    wanted = _wanted(len(people), margin, number)
    problems = _problems(len(people), clean_line(seed), wanted)
    if problems:
        raise Refused(problems)
    given = sampling.shares([len(refs) for refs in groups.values()], wanted)
    own = {name: share for name, share in (by_hand or {}).items() if name in groups}
    if len(people) <= sampling.ALL_OF_THEM:
        own = {}
    for name, share in own.items():
        if not 1 <= share <= len(groups[name]):
            said = f"{share} can't be drawn from {len(groups[name])}. Choose from 1 to {len(groups[name])}."
            problems.append(Problem("draw.group", name, said))
    if problems:
        raise Refused(problems)
    strata = tuple(
        (name, len(refs), own.get(name, share)) for (name, refs), share in zip(groups.items(), given, strict=True)
    )
    changed = tuple(
        name for (name, _, drawn), share in zip(strata, given, strict=True) if name in own and drawn != share
    )
    kept = None if changed or number is not None or wanted == len(people) else margin
    return Plan(clean_line(seed), tuple(people), strata, kept, changed)


def draw_files(plan: Plan, replaced: Mapping[str, Replaced] | None = None) -> Files:
    """Draw the files of a plan; one that was replaced before and comes up again stays replaced, by the next."""
    before = replaced or {}
    groups = by_group(plan.people)
    refs: list[str] = []
    again: dict[str, Replaced] = {}
    for name, _, drawn in plan.strata:
        order = sampling.in_order(plan.seed, groups[name])
        files, waiting = list(order[:drawn]), iter(order[drawn:])
        while (gone := _first(before, files)) is not None:
            following = next(waiting, "")
            again[gone] = before[gone]._replace(stratum=name, replacement=following)
            place = files.index(gone)
            files[place : place + 1] = [following] if following else []
        refs.extend(files)
    return Files(tuple(sorted(refs, key=lambda ref: (sampling.rank(plan.seed, ref), ref))), again)


def leaving(sheet: AnswerSheet, plan: Plan) -> tuple[str, ...]:
    """Return the files on the list that this draw does not hold: they leave it."""
    drawn = set(draw_files(plan, sheet.replaced).refs)
    return tuple(ref for ref in sheet.cases if ref not in drawn)


def answers_of(case: Case) -> int:
    """Count the answers of a file, of both reviews."""
    return len(case.answers) + len(case.second) + len(case.agreed)


def changes_nothing(sheet: AnswerSheet, plan: Plan) -> bool:
    """Tell whether the files on the list were drawn by this very plan."""
    draw = sheet.draw
    if draw is None or (draw.seed, draw.strata, draw.margin) != (plan.seed, plan.strata, plan.margin):
        return False
    return set(draw.people) == set(plan.people) and set(draw_files(plan, sheet.replaced).refs) == set(sheet.cases)


def draw_edits(framework: Framework, sheet: AnswerSheet, plan: Plan, stamp: Stamp) -> tuple[Edit, ...]:
    """Put the drawn files on the list; files that were not drawn leave it with their answers, those that were stay.

    Nothing where this very plan was drawn. Counts from a return give way to the files.
    """
    if changes_nothing(sheet, plan):
        return ()
    files = draw_files(plan, sheet.replaced)
    times = sheet.draw.times + 1 if sheet.draw is not None else 1
    draw = Draw(plan.seed, stamp.on[:10], plan.strata, plan.people, plan.margin, times, 0, stamp.by, stamp.on)
    edits: list[Edit] = []
    for ref in leaving(sheet, plan):
        edits += remove_case(sheet, ref)
    for ref in (*sheet.replaced, *(each for each in files.replaced if each not in sheet.replaced)):
        edits += _edit(Address("replaced", ref), sheet.replaced.get(ref), files.replaced.get(ref))
    edits += _edit(Address("draw"), sheet.draw, draw)
    if sheet.returned_cases is not None:
        edits.append(Edit(Address("returned-cases"), sheet.returned_cases, None))
    last = max((case.header.position for case in sheet.cases.values()), default=0)
    groups = dict(plan.people)
    for place, ref in enumerate((each for each in files.refs if each not in sheet.cases), start=last + 1):
        about = about_of(framework, plan.strata, groups[ref])
        edits.append(Edit(Address("case", ref), None, CaseHeader(about, place, stamp.by, stamp.on)))
    return tuple(edits)


def about_of(framework: Framework, strata: Sequence[tuple[str, int, int]], group: str) -> tuple[tuple[str, str], ...]:
    """Return what the group of a file says about it: a field of its head that has all the groups as choices."""
    for field in framework.case_review.about:
        choices = {choice.label.casefold(): choice.id for choice in field.choices}
        if all(name.casefold() in choices for name, *_ in strata):
            return ((field.id, choices[group.casefold()]),)
    return ()


def group_of(sheet: AnswerSheet, ref: str) -> str | None:
    """Return the group that a file was drawn from; None where it stands on no list that was drawn from."""
    return None if sheet.draw is None else dict(sheet.draw.people).get(ref)


def not_drawn(sheet: AnswerSheet, ref: str) -> str:
    """Say why a new file can't be put on the list by hand once files were drawn; empty where it can."""
    if sheet.draw is None or not sheet.draw.people:
        return ""
    if ref in sheet.replaced:
        by = sheet.replaced[ref].replacement
        return f"this file was drawn and replaced{f' by {by}' if by else ''}; undo the replacement to review it."
    if group_of(sheet, ref) is None:
        return "this file is not on the list that was drawn from. Correct the reference, or draw again."
    return "this file was not drawn, so it can't be added. It can come in as a replacement, or by drawing again."


def _wanted(people: int, margin: int | None, number: int | None) -> int:
    if people <= sampling.ALL_OF_THEM:
        return people
    if number is not None:
        return number
    return people if margin is None else sampling.size_wanted(people, margin / 100)


def _problems(people: int, seed: str, wanted: int) -> list[Problem]:
    if not people:
        return [Problem("draw.nobody", "", "The list is empty. Give the references of everybody on the scheme.")]
    found = []
    if not seed:
        found.append(Problem("draw.seed", "", "The draw needs a number or a word to begin with, such as 48213."))
    elif len(seed) > LONGEST_SEED:
        said = f"What the draw begins with has at most {LONGEST_SEED} characters."
        found.append(Problem("draw.seed", "", said))
    if not 1 <= wanted <= people:
        found.append(Problem("draw.number", "", f"{wanted} can't be drawn from {people}. Choose from 1 to {people}."))
    return found


def _first(before: Mapping[str, Replaced], refs: Sequence[str]) -> str | None:
    """Return which of these files was replaced first; None where none was."""
    return min((ref for ref in refs if ref in before), key=lambda ref: before[ref].on, default=None)


def _edit(address: Address, before: Record | None, after: Record | None) -> tuple[Edit, ...]:
    return () if before == after else (Edit(address, before, after),)
