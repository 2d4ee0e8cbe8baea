"""Say what a list of people would change: typed, pasted, imported, or sent back by a colleague."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from iomsa.answers.people import TEXT, Person
from iomsa.answers.period import is_date
from iomsa.answers.privacy import like_a_name, look_for_personal
from iomsa.answers.sheet import LONGEST_REFERENCE, Address, AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.merge import merge
from iomsa.handover.preview import Choice, Preview
from iomsa.handover.rows import Kind, gather
from iomsa.handover.table import Table
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.people_edits import person_with
from iomsa.session.person_cells import REF, Cell, cell_text, cell_value, person_columns, read_reference

REFERENCE = Cell(REF, "Reference", "What your scheme calls this person; it must not say who that is.", TEXT)
EXPECTED = f"a reference of at most {LONGEST_REFERENCE} characters"


def preview_people(
    framework: Framework,
    sheet: AnswerSheet,
    tables: Sequence[Table],
    stamp: Stamp,
    take: Collection[Choice] = frozenset(),
    *,
    own: bool = True,
) -> Preview:
    """Say what tables of people would change; those of the scheme itself (`own`) change values, others fill blanks."""
    kind = people_kind(framework, sheet)
    merged = merge(kind, gather(kind, tables), take, own=own)
    last = max((person.position for person in sheet.people.values()), default=0)
    edits = []
    for ref, values in merged.taken.items():
        before = sheet.people.get(ref)
        last += before is None
        after = person_with(framework, before or Person(last), values)
        edits.append(Edit(Address("person", ref), before, after._replace(by=stamp.by, on=stamp.on)))
    return merged.preview._replace(edits=tuple(edits), doubts=tuple(_doubts(sheet, edits)))


def people_kind(framework: Framework, sheet: AnswerSheet) -> Kind:
    """Describe the rows about people, beside those that are there."""

    def ours(ref: str, column: Cell) -> str:
        person = sheet.people.get(ref)
        return cell_text(column, cell_value(column, person)) if person else ""

    return Kind(REFERENCE, read_reference, EXPECTED, person_columns(framework), sheet.people, ours)


def _doubts(sheet: AnswerSheet, edits: Sequence[Edit]) -> Iterator[str]:
    """Point out what looks as if it could tell who a person is."""
    year = int(sheet.period.end[:4]) if is_date(sheet.period.end) else 0
    for edit in edits:
        person = edit.after
        if edit.before is None and like_a_name(edit.address.key):
            yield f"{edit.address.key} looks like a name. Use a reference that says nothing of the person."
        text = f"{edit.address.key}\n{person.left_reason}" if isinstance(person, Person) else ""
        for what in dict.fromkeys(hint.what for hint in look_for_personal(text, year)):
            yield f"{edit.address.key} holds what looks like {what}; if it can identify a person, take it out."
