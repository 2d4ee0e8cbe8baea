"""Read the scheme profile of ANSWERS.json: each field as its kind asks, or not known."""

from __future__ import annotations

from iomsa.answers.sheet import NOT_KNOWN, Address, AnswerSheet
from iomsa.answers.values import read_field
from iomsa.framework.find import fields
from iomsa.framework.model import Field, Framework
from iomsa.scoring.words import opening
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.given import Given


def fill_profile(framework: Framework, sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edits of all profile fields that are given; complain to `given`."""
    known = {field.id: field for field in fields(framework)}
    found: list[Edit] = []
    for id, part in given.table().items():
        before = sheet.profile.get(id)
        if id not in known:
            part.refuse("no-field", f"the profile of {framework.ref} has no field of this id.")
        elif part.value is None:
            found += [Edit(Address("profile", id), before, None)] if before else []
        elif part.value == NOT_KNOWN:
            found += edits.profile(sheet, id, stamp, not_known=True)
        else:
            found += edits.profile(sheet, id, stamp, value_of(known[id], part))
    return found


def value_of(field: Field, given: Given) -> str:
    """Return the canonical text of a value by the field's kind; null and empty text are nothing."""
    value = given.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool) and field.is_number:
        typed = str(value)
    elif isinstance(value, str):
        typed = value
    else:
        wanted = "a number" if field.is_number else "text, in quotation marks"
        given.refuse("value", f"this has to be {wanted}.")
        return ""
    read = read_field(field, typed)
    if read.wrong:
        given.refuse("value", opening(read.wrong))
    return read.value
