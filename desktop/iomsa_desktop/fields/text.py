"""Fields that take text: one line, or as many as it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from iomsa.framework.model import Field
from iomsa_desktop.fields.editor import FieldEditor, LineEditor, TypedEditor
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.look import Look


def text_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor of one line of text."""
    return LineEditor(look, field, name)


class LongTextEditor(TypedEditor):
    """Edit text of many lines."""

    def __init__(self, look: Look, field: Field, name: str) -> None:
        super().__init__(GrowingText(look, name, field.hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Boxed(look, self._box))
