"""Read the list that files are drawn from: the scheme's own references, each with its group where there are groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from iomsa.answers.privacy import like_a_name, look_for_personal
from iomsa.answers.sheet import LONGEST_REFERENCE, Period
from iomsa.answers.text import plain_line
from iomsa.problems import Problem

MOST_PEOPLE = 10_000
MOST_GROUPS = 20
LONGEST_GROUP = 40
HEADINGS = frozenset(
    ("ref", "refs", "reference", "references", "file", "files", "case", "cases", "id", "case reference")
)
"""What stands above a column of references, in small letters."""
ADVICE = "Use a reference that says nothing of the person."


class Line(NamedTuple):
    """Hold one line of a list as it was given; `cells` counts what stands in it."""

    number: int
    ref: str
    group: str = ""
    cells: int = 2


class Listed(NamedTuple):
    """Hold who is on a list, each once with their group, what stops a draw from it, and what looks odd in it."""

    people: tuple[tuple[str, str], ...]
    wrong: tuple[Problem, ...]
    odd: tuple[Problem, ...]

    @property
    def groups(self) -> Mapping[str, int]:
        """Return how many people each group has, by name; one without a name where there are no groups."""
        return {name: len(refs) for name, refs in by_group(self.people).items()}


def typed_lines(text: str) -> tuple[Line, ...]:
    """Take typed or pasted text apart: a reference a line, and behind a tab or a comma its group; without a heading."""
    lines = [_typed(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    first = next((place for place, line in enumerate(lines) if line.ref), None)
    if first is not None and lines[first].ref.casefold() in HEADINGS:
        del lines[first]
    return tuple(lines)


def read_list(lines: Iterable[Line], period: Period) -> Listed:
    """Read a list; each reference counts once, and every line that stops the draw or looks odd is named."""
    found: dict[str, tuple[int, str]] = {}
    groups: dict[str, str] = {}
    wrong: list[Problem] = []
    odd: list[Problem] = []
    capitals: dict[str, str] = {}
    for line in lines:
        ref, group = plain_line(line.ref), plain_line(line.group)
        if not ref and not group:
            continue
        place, refused = f"line {line.number}", _refused(line, ref, group)
        if refused:
            wrong.append(Problem("list.line", place, refused))
            continue
        group = groups.setdefault(group.casefold(), group)
        if ref in found:
            (odd if found[ref][1] == group else wrong).append(_twice(place, ref, group, *found[ref]))
            continue
        other = capitals.setdefault(ref.casefold(), ref)
        if other != ref:
            said = f"{ref} differs from {other} only in capital letters. They count as two people."
            odd.append(Problem("list.capitals", place, said))
        odd.extend(Problem("list.personal", place, said) for said in _personal(ref, period))
        found[ref] = line.number, group
    wrong += _of_the_whole(found, groups)
    people = tuple((ref, group) for ref, (_, group) in found.items())
    return Listed(people, tuple(sorted(wrong, key=_number)), tuple(odd))


def by_group(people: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the references of each group, groups by their names, so that the order of the list changes no share."""
    found: dict[str, list[str]] = {}
    for ref, group in people:
        found.setdefault(group, []).append(ref)
    return {name: tuple(found[name]) for name in sorted(found, key=lambda name: (name.casefold(), name))}


def _number(problem: Problem) -> int:
    return int(problem.place.removeprefix("line ") or 0)


def _typed(number: int, line: str) -> Line:
    cells = [cell.strip() for cell in re.split(r"\t" if "\t" in line else ",", line)]
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return Line(number, cells[0], cells[1] if len(cells) > 1 else "", len(cells))


def _refused(line: Line, ref: str, group: str) -> str:
    if line.cells > 2:
        return (
            f"{line.cells} things stand here. Give a reference and at most a group, "
            "or read the list from a file and choose its columns."
        )
    if not ref:
        return f"“{group}” has no reference before it. Give one, or take this line out."
    if len(ref) > LONGEST_REFERENCE:
        return f"“{ref[:20]}…” is too long; a reference has at most {LONGEST_REFERENCE} characters."
    if len(group) > LONGEST_GROUP:
        return f"the group “{group[:20]}…” is too long; {LONGEST_GROUP} characters are the most."
    return ""


def _twice(place: str, ref: str, group: str, before: int, group_before: str) -> Problem:
    if group == group_before:
        return Problem("list.twice", place, f"{ref} stands in line {before} already. It counts once.")
    stood = f"{ref} stands in line {before} as {group_before or 'one without a group'}"
    here = f"and here as {group or 'one without a group'}"
    return Problem("list.two-groups", place, f"{stood} {here}. Keep one of the two lines.")


def _personal(ref: str, period: Period) -> Iterator[str]:
    hint = next(iter(look_for_personal(ref, int(period.end[:4]))), None)
    if hint is not None:
        yield f"“{ref[hint.start : hint.end]}” looks like {hint.what}. {ADVICE}"
    elif like_a_name(ref):
        yield f"“{ref}” looks like a name. {ADVICE}"


def _of_the_whole(found: Mapping[str, tuple[int, str]], groups: Mapping[str, str]) -> Iterator[Problem]:
    if len(groups) > 1 and "" in groups:
        for ref, (number, group) in found.items():
            if not group:
                said = f"{ref} has no group, but others have. Give it one, or take all groups out."
                yield Problem("list.no-group", f"line {number}", said)
    if len(groups) > MOST_GROUPS:
        said = f"{len(groups)} groups are too many to draw from; {MOST_GROUPS} are the most. Leave the groups out."
        yield Problem("list.groups", "", said)
    if len(found) > MOST_PEOPLE:
        said = f"{len(found):,} references are more than one scheme has people; {MOST_PEOPLE:,} are the most."
        yield Problem("list.people", "", said)
