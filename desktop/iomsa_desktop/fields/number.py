"""Fields that take a number, whole or with two decimals; how it reads is the kind's own."""

from __future__ import annotations

from iomsa.framework.model import Field
from iomsa_desktop.fields.editor import FieldEditor, LineEditor
from iomsa_desktop.look import Look

WIDTH = 96


def number_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor of a number, with its unit behind."""
    return LineEditor(look, field, name, width=WIDTH)
