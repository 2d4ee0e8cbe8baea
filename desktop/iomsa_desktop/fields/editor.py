"""What every editor of a field is: it shows a canonical value and tells what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from iomsa.framework.model import Field
from iomsa_desktop.kit.flow import Flow
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


class LineEditor(FieldEditor):
    """Edit one line; `width` is in pixels of the drawings (0: as wide as there is room), `display` writes it back."""

    def __init__(
        self, look: Look, field: Field, name: str, *, width: int = 0, display: Callable[[str], str] = str
    ) -> None:
        super().__init__()
        self._display = display
        self._line = LineText(look, f"{name}, {field.unit}" if field.unit else name, field.hint)
        self._line.paused.connect(self.typed)
        self._line.left.connect(self.left)
        self.anchor = self._line
        self._place(look, field.unit, width)

    def show_value(self, value: str) -> None:
        self._line.show_text(self._display(value))

    def text(self) -> str:
        return self._line.text()

    def flush(self) -> None:
        self._line.flush()

    def accept(self) -> None:
        self._line.accept()

    @property
    def pending(self) -> bool:
        return self._line.pending

    def lock(self) -> None:
        self._line.setReadOnly(True)

    def _place(self, look: Look, unit: str, width: int) -> None:
        box = Boxed(look, self._line)
        row: QLayout
        if width:
            box.setFixedWidth(look.px(width))
            row = Flow(self, gap=look.px(8), row_gap=look.px(4))
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        if unit:
            behind = line(look, unit, SMALL, soft=True)
            behind.setMinimumHeight(box.sizeHint().height())
            row.addWidget(behind)
