"""One value about people on the screen: its label, a hint, its editor, and what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from iomsa.answers.people import WORD
from iomsa.session.changes import Edit
from iomsa.session.person_cells import Cell, Value, cell_text, read_cell
from iomsa_desktop.desk import Desk
from iomsa_desktop.fields.editor import FieldEditor
from iomsa_desktop.fields.registry import make_editor
from iomsa_desktop.kit.words import field_label, recolour, show_words, small, unwidowed, words
from iomsa_desktop.pages.people_words import field_of

NOT_WRITTEN = "This could not be written to the file."


class Kept(NamedTuple):
    """Say how one value is kept: as which cell it reads, what is stored, what changes it, and what the step is called.

    `owner` and the cell's name tell what goes together as one step while it is typed.
    """

    cell: Cell
    stored: Callable[[], Value]
    edits: Callable[[Value], tuple[Edit, ...]]
    step: str
    owner: str


class CellField(QWidget):
    """Ask for one value and store it as soon as it reads well; what reads wrong stays and says so."""

    def __init__(self, desk: Desk, kept: Kept, name: str, *, editor: FieldEditor | None = None) -> None:
        super().__init__()
        self._desk, self.kept, self._name = desk, kept, name
        self._wrong = ""
        self._problem: QLabel | None = None
        field = field_of(kept.cell)
        self.editor = editor or make_editor(desk.look, field._replace(hint=""), name)
        self.editor.typed.connect(self._on_typed)
        self.editor.left.connect(self.settle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(4))
        self._column.addWidget(self.editor)
        self._column.addStretch(1)
        self.editor.anchor.setAccessibleDescription(field.hint)
        if desk.read_only:
            self.editor.lock()
        self.refresh()

    @property
    def wrong(self) -> bool:
        """Tell whether something stands on the screen that could not be stored."""
        return bool(self._wrong) or self.editor.pending

    def refresh(self) -> None:
        """Show what is stored."""
        self._wrong = ""
        self.editor.show_value(self._stored())
        self._tell("")

    def flush(self) -> None:
        """Hand over what is still being typed."""
        # A field at rest would only end the step of the one that is being typed in.
        if self.wrong:
            self.editor.flush()
            self.settle()

    def settle(self) -> None:
        """End the typing: write the stored value back, or say what is wrong."""
        if self._wrong:
            self._tell(self._wrong)
        else:
            self.editor.show_value(self._stored())
            self._desk.session.seal()

    def _stored(self) -> str:
        cell, value = self.kept.cell, self.kept.stored()
        return str(value or "") if cell.kind == WORD else cell_text(cell, value)

    def _on_typed(self, typed: str) -> None:
        value, self._wrong = read_cell(self.kept.cell, typed)
        if self._wrong:
            return
        self._tell("")
        kept = self.kept
        merge = f"{kept.owner} {kept.cell.name}"
        if self._desk.bridge.change(kept.step, kept.edits(value), origin=self, merge=merge):
            self.editor.accept()
        else:
            self._wrong = NOT_WRITTEN
            self._tell(NOT_WRITTEN)

    def _tell(self, wrong: str) -> None:
        if self._problem is None:
            if not wrong:
                return
            self._problem = words(self._desk.look, "")
            recolour(self._problem, self._desk.look.theme.inadequate)
            self._column.insertWidget(self._column.count() - 1, self._problem)
        said = f"{wrong} Not saved yet." if wrong else ""
        if said and said != self._problem.text():
            self._desk.announce(f"{self._name}: {said}")
        show_words(self._problem, said)
        self.editor.anchor.setAccessibleDescription(said or self.kept.cell.hint)


def labelled(desk: Desk, fields: Iterable[CellField], columns: int) -> QGridLayout:
    """Lay fields out in columns, each under its label and its hint, with the boxes of a row on one line."""
    look = desk.look
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(28))
    grid.setVerticalSpacing(look.px(4))
    top = Qt.AlignmentFlag.AlignTop
    for place, field in enumerate(fields):
        row, column = place // columns, place % columns
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        cell = field.kept.cell
        head.addWidget(field_label(look, cell.label, field.editor.anchor))
        head.addWidget(small(look, unwidowed(cell.hint)))
        head.addStretch(1)
        grid.addLayout(head, 3 * row, column)
        grid.addWidget(field, 3 * row + 1, column, top)
        if row:
            grid.setRowMinimumHeight(3 * row - 1, look.px(6))
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid
