"""Fields that take text: one line, or as many as it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from iomsa.framework.model import Field
from iomsa_desktop.fields.editor import FieldEditor, LineEditor
from iomsa_desktop.kit.text_box import Boxed, GrowingText
from iomsa_desktop.look import Look


def text_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor of one line of text."""
    return LineEditor(look, field, name)


class LongTextEditor(FieldEditor):
    """Edit text of many lines."""

    def __init__(self, look: Look, field: Field, name: str) -> None:
        super().__init__()
        self._box = GrowingText(look, name, field.hint)
        self._box.paused.connect(self.typed)
        self._box.left.connect(self.left)
        self.anchor = self._box
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Boxed(look, self._box))

    def show_value(self, value: str) -> None:
        self._box.show_text(value)

    def text(self) -> str:
        return self._box.toPlainText()

    def flush(self) -> None:
        self._box.flush()

    def accept(self) -> None:
        self._box.accept()

    @property
    def pending(self) -> bool:
        return self._box.pending

    def lock(self) -> None:
        self._box.setReadOnly(True)
