"""Fields that take yes or no."""

from __future__ import annotations

from iomsa.answers.sheet import NO, YES
from iomsa.framework.model import Choice, Field
from iomsa_desktop.fields.choice import SegmentsEditor
from iomsa_desktop.fields.editor import FieldEditor
from iomsa_desktop.look import Look


def yes_no_editor(look: Look, _: Field, name: str) -> FieldEditor:
    """Make the editor of a yes or a no."""
    return SegmentsEditor(look, (Choice(YES, "Yes"), Choice(NO, "No")), name)
