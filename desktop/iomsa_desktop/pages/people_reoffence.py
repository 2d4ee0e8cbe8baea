"""The editor of the first reoffence: none, could not be traced, or the date of the offence."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from iomsa.answers.people import DATE, NONE, UNTRACED
from iomsa.framework.model import Field
from iomsa_desktop.fields.date import date_editor
from iomsa_desktop.fields.editor import FieldEditor
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import field_label
from iomsa_desktop.look import Look

OPTIONS = (
    Option(NONE, "None", "None within the year"),
    Option(DATE, "Yes, on a date", "Yes, on a date"),
    Option(UNTRACED, "Could not be traced", "Could not be traced"),
)


class ReoffenceEditor(FieldEditor):
    """Choose one of three; the date is asked for where there was an offence."""

    def __init__(self, look: Look, field: Field, name: str) -> None:
        super().__init__()
        self.kind = Segments(look, name, OPTIONS)
        self.kind.chosen.connect(self._on_chosen)
        self.kind.cleared.connect(self._on_cleared)
        self.date = date_editor(look, field._replace(hint="", unit=""), f"{name}, date of the first offence")
        self.date.typed.connect(self.typed)
        self.date.left.connect(self.left)
        self._label = field_label(look, "Date of the first offence", self.date.anchor)
        self.anchor = self.kind
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for widget in (self.kind, self._label, self.date):
            column.addWidget(widget)
        self._show_date(on=False)

    def show_value(self, value: str) -> None:
        dated = bool(value) and value not in (NONE, UNTRACED)
        # A date that is still to be typed stays asked for.
        waiting = not value and self.kind.code == DATE
        self.kind.show_code(DATE if dated or waiting else value or None)
        self.date.show_value(value if dated else "")
        self._show_date(on=dated or waiting)

    def text(self) -> str:
        return self.date.text() if self.kind.code == DATE else self.kind.code or ""

    def flush(self) -> None:
        self.date.flush()

    def accept(self) -> None:
        self.date.accept()

    @property
    def pending(self) -> bool:
        return self.kind.code == DATE and self.date.pending

    def lock(self) -> None:
        self.kind.setEnabled(False)
        self.date.lock()

    def focus(self) -> None:
        self.kind.focus()

    def _on_chosen(self, code: str) -> None:
        self._show_date(on=code == DATE)
        if code == DATE:
            self.date.focus()
        else:
            self.date.show_value("")
        self.typed.emit("" if code == DATE else code)

    def _on_cleared(self) -> None:
        self.kind.show_code(None)
        self._show_date(on=False)
        self.typed.emit("")

    def _show_date(self, *, on: bool) -> None:
        self._label.setVisible(on)
        self.date.setVisible(on)
