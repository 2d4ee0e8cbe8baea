"""The form of one person: all that the outcomes are worked out from, saved as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from iomsa.answers.people import Person
from iomsa.scoring.words import counted
from iomsa.session import people_edits
from iomsa.session.changes import ChangeSet, Edit
from iomsa.session.person_cells import Value, cell_value, person_columns
from iomsa_desktop.desk import PEOPLE, PERSON, Desk, Place
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words
from iomsa_desktop.look import STRONG
from iomsa_desktop.models.people_table import is_recent, missing
from iomsa_desktop.pages import people_form_cards as cards
from iomsa_desktop.pages.locked import say_locked
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.people_field import CellField, Kept
from iomsa_desktop.pages.people_words import NO_NAMES, field_of

RECENT = "What comes after is not known yet: they joined recently."
LAST = "This is the last on the list"


class PersonPage(Page):
    """Take what is known about one person; it may be left at any time."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk, f"Person {ref}", NO_NAMES)
        self.ref = ref
        self._cells = {cell.name: cell for cell in person_columns(desk.framework)}
        self.fields: dict[str, CellField] = {}
        self._says = words(desk.look, "", STRONG)
        self._nexts = [Button(desk.look, "Next person", lead=True) for _ in range(2)]
        say_locked(self)
        if self.look.side_below:
            # Beside the buttons a sentence would have no room.
            self.column.addWidget(self._says)
        self.column.addLayout(self._bar())
        for make in (cards.joining, cards.three_years, cards.reoffending, cards.prediction, cards.needs):
            self.column.addWidget(make(desk, self._field))
        self.column.addLayout(self._foot())
        self.end()

    def lead_to(self, field: str) -> None:
        asked = self.fields.get(field)
        if asked is None:
            self.verticalScrollBar().setValue(0)
            self.fields["entry"].editor.focus()
            return
        asked.editor.focus()
        QTimer.singleShot(0, self, lambda: self.bring(asked))

    def on_change(self, change: ChangeSet) -> None:
        if self.ref not in self.desk.sheet.people:
            self.desk.go(Place(PEOPLE))
        elif change.touches("person", self.ref) and change.origin not in self.fields.values():
            self.on_shown()
        elif change.touches("person"):
            self._refresh_bar()

    def on_shown(self) -> None:
        for field in self.fields.values():
            if not field.wrong:
                field.refresh()
        self._refresh_bar()

    @property
    def pending(self) -> bool:
        return any(field.wrong for field in self.fields.values())

    def flush(self) -> None:
        if self.ref in self.desk.sheet.people:
            for field in self.fields.values():
                field.flush()

    def _bar(self) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        if not self.look.side_below:
            row.addWidget(self._says, 1)
        rename = Link(look, "Rename")
        rename.setAccessibleName(f"Rename {self.ref}")
        rename.clicked.connect(self._on_rename)
        if self.desk.read_only:
            rename.hide()
        row.addWidget(rename)
        for button in self._ways(self._nexts[0]):
            row.addWidget(button)
        if self.look.side_below:
            row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        """Offer the same ways on again where somebody has come to the end."""
        return side_by_side(self.look, *self._ways(self._nexts[1]))

    def _ways(self, following: Button) -> tuple[Button, Button]:
        back = Button(self.look, "Back to everyone")
        back.clicked.connect(lambda: self.desk.go(Place(PEOPLE, "", self.ref)))
        following.clicked.connect(self._on_next)
        return back, following

    def _field(self, name: str, *, kind: cards.Kind | None = None) -> CellField:
        desk, ref, cell = self.desk, self.ref, self._cells[name]

        def stored() -> Value:
            return cell_value(cell, desk.sheet.people.get(ref) or Person())

        def change(value: Value) -> tuple[Edit, ...]:
            if ref not in desk.sheet.people:
                return ()
            return people_edits.set_person_cell(desk.framework, desk.sheet, ref, name, value, desk.stamp())

        kept = Kept(cell, stored, change, f"{ref}: {cell.label} changed", f"person {ref}")
        said = f"{ref} {cell.label}"
        editor = None if kind is None else kind(desk.look, field_of(cell), said)
        field = self.fields[name] = CellField(desk, kept, said, editor=editor)
        return field

    def _refresh_bar(self) -> None:
        follow_up = self.desk.sheet.follow_up
        data_to = follow_up.data_to if follow_up is not None else ""
        person = self.desk.sheet.people[self.ref]
        left_out = missing(person, data_to)
        said = f"{counted(left_out, 'main figure')} to fill in." if left_out else "All main figures are here."
        self._says.setText(f"{said} {RECENT}" if is_recent(person, data_to) else said)
        for button in self._nexts:
            button.setEnabled(bool(self._following()))
            button.setToolTip("" if self._following() else LAST)

    def _following(self) -> str:
        refs = list(self.desk.sheet.people)
        place = refs.index(self.ref) + 1 if self.ref in refs else len(refs)
        return refs[place] if place < len(refs) else ""

    def _on_rename(self) -> None:
        # Loaded when it is asked for, which is seldom.
        from iomsa_desktop.dialogs.rename import rename_person

        self.flush()
        new = rename_person(self.desk, self.ref, self)
        if new:
            self.desk.go(Place(PERSON, new))

    def _on_next(self) -> None:
        ref = self._following()
        if ref:
            self.desk.go(Place(PERSON, ref))
