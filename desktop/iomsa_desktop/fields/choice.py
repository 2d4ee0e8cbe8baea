"""Fields that take one of a closed list: side by side where it is short, a list to pick from where it is long."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout

from iomsa.framework.model import Choice, Field
from iomsa_desktop.fields.editor import FieldEditor
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.look import STRONG, Look

MOST, ROOM = 4, 300
"""So many choices stand side by side, and in so many pixels of the drawings."""


def choice_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor that suits the length of the list."""
    few = len(field.choices) <= MOST and _width(look, field.choices) <= look.px(ROOM)
    return SegmentsEditor(look, field.choices, name) if few else PickEditor(look, field.choices)


class SegmentsEditor(FieldEditor):
    """Choose one of a few; Delete takes the choice back."""

    def __init__(self, look: Look, choices: tuple[Choice, ...], name: str) -> None:
        super().__init__()
        self._control = Segments(look, name, [Option(each.id, each.label, each.label) for each in choices])
        self._control.chosen.connect(self.typed)
        self._control.cleared.connect(self._on_cleared)
        self.anchor = self._control
        _alone(self).addWidget(self._control)

    def show_value(self, value: str) -> None:
        self._control.show_code(value or None)

    def text(self) -> str:
        return self._control.code or ""

    def focus(self) -> None:
        self._control.focus()

    def _on_cleared(self) -> None:
        self._control.show_code(None)
        self.typed.emit("")


class PickEditor(FieldEditor):
    """Pick one of a longer list, or none."""

    def __init__(self, look: Look, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._list = Pick(look, choices)
        self._list.activated.connect(lambda _: self.typed.emit(self._list.code))
        self.anchor = self._list
        _alone(self).addWidget(self._list)

    def show_value(self, value: str) -> None:
        self._list.show_code(value)

    def text(self) -> str:
        return self._list.code


def _alone(editor: FieldEditor) -> QVBoxLayout:
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    return column


def _width(look: Look, choices: tuple[Choice, ...]) -> int:
    metrics = QFontMetrics(look.font(STRONG))
    return sum(metrics.horizontalAdvance(each.label) + 2 * look.px(12) for each in choices)
