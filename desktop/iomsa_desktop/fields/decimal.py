"""Fields that take a number with at most two decimals."""

from __future__ import annotations

from iomsa.framework.model import Field
from iomsa_desktop.fields.editor import FieldEditor, LineEditor
from iomsa_desktop.look import Look

WIDTH = 96


def decimal_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor of a number such as 2.5, with its unit behind."""
    return LineEditor(look, field, name, width=WIDTH)
