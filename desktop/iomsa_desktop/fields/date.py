"""Fields that take a date, typed and shown as 31/03/2026."""

from __future__ import annotations

import datetime

from iomsa.framework.model import Field
from iomsa_desktop.fields.editor import FieldEditor, LineEditor
from iomsa_desktop.look import Look

WIDTH = 136
PATTERN = "dd/mm/yyyy"


def date_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor of a date; its hint says the order of day, month and year."""
    asked = field if field.hint else field._replace(hint=PATTERN)
    return LineEditor(look, asked, name, width=WIDTH, display=british)


def british(iso: str) -> str:
    """Return an ISO date as 31/03/2026; other text comes back as it is."""
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day:02}/{day.month:02}/{day.year}"
