"""What a change is: edits to records, with the name of the step, its cause and who asked."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple, Self

from iomsa.answers.sheet import Address, AnswerSheet, Record

EDIT, UNDO, REDO, FILL, RESTORE, RENAME = "edit", "undo", "redo", "fill", "restore", "rename"


class Edit(NamedTuple):
    """Replace the record at one address; None is no record."""

    address: Address
    before: Record | None
    after: Record | None

    @property
    def reversed(self) -> Self:
        """Return the edit that takes this one back."""
        return self._replace(before=self.after, after=self.before)


class ChangeSet(NamedTuple):
    """Tell what changed, by what cause, under which name, and who asked (any object; views skip their own echo)."""

    number: int
    cause: str
    name: str
    edits: tuple[Edit, ...]
    origin: object | None
    by: str
    at: str

    def touches(self, kind: str, key: str = "") -> bool:
        """Tell whether a record of this kind, and of this key where one is given, has changed."""
        return any(edit.address.kind == kind and key in ("", edit.address.key) for edit in self.edits)


def apply(sheet: AnswerSheet, edits: tuple[Edit, ...]) -> AnswerSheet:
    """Return the sheet after the edits, in order."""
    for edit in edits:
        sheet = sheet.with_record(edit.address, edit.after)
    return sheet
