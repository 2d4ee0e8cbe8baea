"""What every editor of a field is: it shows a canonical value and tells what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from iomsa.framework.model import Field
from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import line
from iomsa_desktop.look import SMALL, Look


class FieldEditor(QWidget):
    """Edit one field; `typed` tells the raw text when typing pauses or a choice is made, `left` that it was left."""

    typed = Signal(str)
    left = Signal()

    anchor: QWidget
    """The widget that takes the focus, for the field's label to point at."""

    def show_value(self, value: str) -> None:
        """Show a canonical value without telling anybody."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what stands on the screen, as typed."""
        raise NotImplementedError

    def flush(self) -> None:
        """Tell what is still being typed."""

    def accept(self) -> None:
        """Take what stands on the screen as stored."""

    @property
    def pending(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return False

    def lock(self) -> None:
        """Let the value be read and no longer changed."""
        self.setEnabled(False)

    def focus(self) -> None:
        """Give the focus to the editor."""
        self.anchor.setFocus(Qt.FocusReason.OtherFocusReason)


class TypedEditor(FieldEditor):
    """Edit what is typed into a box; `display` writes a stored value as a person reads it."""

    def __init__(self, box: LineText | GrowingText, display: Callable[[str], str] = str) -> None:
        super().__init__()
        self._box, self._display = box, display
        self._box.paused.connect(self.typed)
        self._box.left.connect(self.left)
        self.anchor = box

    def show_value(self, value: str) -> None:
        self._box.show_text(self._display(value))

    def text(self) -> str:
        return self._box.text()

    def flush(self) -> None:
        self._box.flush()

    def accept(self) -> None:
        self._box.accept()

    @property
    def pending(self) -> bool:
        return self._box.pending

    def lock(self) -> None:
        self._box.setReadOnly(True)
        # What to type is no help where nothing can be typed.
        self._box.setPlaceholderText("")


class LineEditor(TypedEditor):
    """Edit one line; `width` is in pixels of the drawings (0: as wide as there is room)."""

    def __init__(
        self, look: Look, field: Field, name: str, *, width: int = 0, display: Callable[[str], str] = str
    ) -> None:
        super().__init__(LineText(look, f"{name}, {field.unit}" if field.unit else name, field.hint), display)
        self._place(look, field.unit, width)

    def _place(self, look: Look, unit: str, width: int) -> None:
        box = Boxed(look, self._box)
        row: QLayout
        if width:
            box.setFixedWidth(look.px(width))
            row = Flow(self, gap=look.px(8), row_gap=look.px(4))
            wrap(self)
        else:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        if unit:
            behind = line(look, unit, SMALL, soft=True)
            behind.setMinimumHeight(box.sizeHint().height())
            row.addWidget(behind)
