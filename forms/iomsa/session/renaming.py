"""Give a case file or a person another reference, and all that hangs on it with it."""

from __future__ import annotations

from collections.abc import Container

from iomsa.answers.sheet import LONGEST_REFERENCE, Address, AnswerSheet
from iomsa.answers.text import plain_line
from iomsa.problems import refuse
from iomsa.session.changes import Edit
from iomsa.session.drawing import not_drawn
from iomsa.session.edits import remove_case


def why_fixed(sheet: AnswerSheet, ref: str) -> str:
    """Say why a case file keeps its reference; empty where it may have another.

    What is drawn follows from the references, so none that was drawn from changes: the draw could not be repeated.
    """
    draw = sheet.draw
    if draw is None or (draw.people and ref not in dict(draw.people)):
        return ""
    return (
        f"which files are drawn follows from their references, so that anybody can repeat it. {ref} stays as it is: "
        "note the right reference beside it in your own list, or correct the list and draw again. If nobody has this "
        "reference, replace the file."
    )


def rename_case(sheet: AnswerSheet, ref: str, typed: str) -> tuple[Edit, ...]:
    """Put a case file with both reviews and what was agreed under another reference; raise Refused where it can't."""
    fixed = why_fixed(sheet, ref)
    if fixed:
        raise refuse("rename.drawn", ref, fixed)
    new = _read(sheet.cases, ref, typed)
    on_the_list = sheet.draw is not None and new in dict(sheet.draw.people)
    if on_the_list or new in sheet.replaced:
        raise refuse("rename.taken", new, not_drawn(sheet, new))
    away = remove_case(sheet, ref)
    return (*away, *(Edit(each.address._replace(key=new), None, each.before) for each in reversed(away)))


def rename_person(sheet: AnswerSheet, ref: str, typed: str) -> tuple[Edit, ...]:
    """Put the row of a person under another reference; raise Refused where it can't."""
    new, person = _read(sheet.people, ref, typed), sheet.people[ref]
    return (Edit(Address("person", ref), person, None), Edit(Address("person", new), None, person))


def _read(known: Container[str], ref: str, typed: str) -> str:
    new = plain_line(typed)
    if not new:
        raise refuse("rename.empty", ref, "give the reference that it should have.")
    if len(new) > LONGEST_REFERENCE:
        raise refuse("rename.long", ref, f"a reference has at most {LONGEST_REFERENCE} characters.")
    if new == ref:
        raise refuse("rename.same", ref, "this is its reference already; change it, or cancel.")
    if new in known:
        raise refuse("rename.taken", new, f"{new} is on the list already. Two can't have the same reference.")
    return new
