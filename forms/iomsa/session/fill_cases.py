"""Read the case files of ANSWERS.json: known ones are updated, new ones put on the list where none was drawn."""

from __future__ import annotations

from iomsa.answers.sheet import CASE_CHOICES, NO, Address, AnswerSheet, Case, CaseAnswer, CaseHeader
from iomsa.framework.model import Framework
from iomsa.session.changes import Edit
from iomsa.session.drawing import not_drawn
from iomsa.session.edits import Stamp
from iomsa.session.fill_profile import value_of
from iomsa.session.given import Given, reference

KEYS = ("ref", "about", "answers")


def fill_cases(framework: Framework, sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edits of all cases that are given; counts from a return give way to cases. Complain to `given`."""
    found: list[Edit] = []
    seen: set[str] = set()
    last = max((case.header.position for case in sheet.cases.values()), default=0)
    for row in given.rows():
        parts = row.table(KEYS)
        ref = reference(row, parts, "case")
        if not ref:
            continue
        place = given.inside(row.value, ref)
        if ref in seen:
            place.refuse("twice", "this case stands in the list twice; give it once.")
        if ref not in sheet.cases and ref not in seen:
            last += 1
            if refused := not_drawn(sheet, ref):
                place.refuse("not-drawn", refused)
        seen.add(ref)
        known = sheet.cases.get(ref, Case(ref, CaseHeader(position=last), {}))
        found += _about(framework, known, ref not in sheet.cases, place, stamp)
        found += _answers(framework, known, place, stamp)
    if sheet.returned_cases is not None and found:
        found.insert(0, Edit(Address("returned-cases"), sheet.returned_cases, None))
    return found


def _about(framework: Framework, case: Case, new: bool, given: Given, stamp: Stamp) -> list[Edit]:
    fields = {field.id: field for field in framework.case_review.about}
    about = dict(case.header.about)
    for id, part in _part(given, "about").items():
        if id in fields:
            about[id] = value_of(fields[id], part)
        else:
            part.refuse("no-field", f"a case of {framework.ref} has no field of this id.")
    pairs = tuple(sorted((id, text) for id, text in about.items() if text))
    if pairs == case.header.about and not new:
        return []
    header = CaseHeader(pairs, case.header.position, stamp.by, stamp.on)
    return [Edit(Address("case", case.ref), None if new else case.header, header)]


def _answers(framework: Framework, case: Case, given: Given, stamp: Stamp) -> list[Edit]:
    questions = {question.id for question in framework.case_review.questions}
    found: list[Edit] = []
    for id, part in _part(given, "answers").items():
        before = case.answers.get(id)
        if id not in questions:
            part.refuse("no-question", f"the case review of {framework.ref} has no question of this id.")
        elif part.value is None:
            found += [Edit(Address("case-answer", case.ref, id), before, None)] if before else []
        elif part.value not in CASE_CHOICES:
            part.refuse("choice", f"give one of {', '.join(CASE_CHOICES)}.")
        elif before is None or before.choice != part.value:
            old = before or CaseAnswer()
            reason = old.reason if part.value == NO else ""
            after = old._replace(choice=str(part.value), reason=reason, by=stamp.by, on=stamp.on)
            found.append(Edit(Address("case-answer", case.ref, id), before, after))
    return found


def _part(given: Given, name: str) -> dict[str, Given]:
    row = given.value
    return dict(given.inside(row[name], name).table()) if isinstance(row, dict) and name in row else {}
