"""What the profile page says about an item: who is asked, what its fields add up to, what changed."""

from __future__ import annotations

from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import shown
from iomsa.framework import find
from iomsa.framework.model import Field, Framework, ProfileItem

NEEDS = {"required": "Required", "if-known": "If known", "optional": "Optional"}
LONGEST_SHOWN = 40


def asked(framework: Framework, item: ProfileItem) -> str:
    """Say whether an item is required, where it comes from and who usually has it."""
    sources = find.source_words(framework, (item.source,)) if item.source else ()
    who = find.label(framework.agencies, item.who) if item.who else ""
    parts = (NEEDS[item.need], *sources, f"{who} has it" if who else "")
    return " · ".join(part for part in parts if part)


def changed(item: ProfileItem, field: Field, value: str, *, not_known: bool = False) -> str:
    """Name the step that sets a field."""
    name = find.field_name(item, field)
    if not_known:
        return f"{name} is not known"
    if not value:
        return f"{name} emptied"
    said = shown(field, value)
    return f"{name} changed to {said}" if len(said) <= LONGEST_SHOWN and "\n" not in said else f"{name} changed"


def sum_words(framework: Framework, sheet: AnswerSheet, item: ProfileItem) -> str:
    """Say what the fields of an item add up to beside their total; too many or too few is a question, not an error."""
    given = [_whole(sheet, field) for field in item.fields]
    if not item.sums_to or all(value is None for value in given):
        return ""
    added = sum(value or 0 for value in given)
    total_field = find.field(framework, item.sums_to)
    total = _whole(sheet, total_field) if total_field is not None else None
    if total is None:
        return f"Adds up to {added}."
    if added == total:
        return f"Adds up to {total} of {total}."
    if added > total:
        return f"Adds up to {added}; the total is {total}. Is somebody counted twice?"
    if any(value is None and not _not_known(sheet, each) for value, each in zip(given, item.fields, strict=True)):
        return f"Adds up to {added} of {total}; {total - added} missing so far."
    missing = total - added
    return f"Adds up to {added} of {total}. {'Is' if missing == 1 else 'Are'} {missing} missing, or not recorded?"


def _whole(sheet: AnswerSheet, field: Field) -> int | None:
    record = sheet.profile.get(field.id)
    return int(record.value) if record is not None and record.value.isdigit() else None


def _not_known(sheet: AnswerSheet, field: Field) -> bool:
    record = sheet.profile.get(field.id)
    return record is not None and record.not_known
