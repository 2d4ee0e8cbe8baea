"""One field of the profile: its label, its editor, Not known, and what is wrong with what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iomsa.answers.sheet import ProfileValue
from iomsa.answers.values import read_field, shown
from iomsa.framework import find
from iomsa.framework.model import Field, ProfileItem
from iomsa.session import edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.fields.registry import make_editor
from iomsa_desktop.kit.check_box import CheckBox
from iomsa_desktop.kit.words import field_label, recolour, words
from iomsa_desktop.look import BODY
from iomsa_desktop.pages.profile_words import changed

LABEL_WIDTH = 150


class ProfileField(QWidget):
    """Ask for one value and store it as soon as it reads well; what reads wrong stays on the screen and says so."""

    def __init__(self, desk: Desk, item: ProfileItem, field: Field) -> None:
        super().__init__()
        self.field = field
        self._desk, self._item = desk, item
        self._name = find.field_name(item, field)
        self._wrong = ""
        self._problem: QLabel | None = None
        self.editor = make_editor(desk.look, field, self._name)
        self.editor.typed.connect(self._on_typed)
        self.editor.left.connect(self.settle)
        self.not_known = CheckBox(desk.look, desk.framework.not_known, f"{self._name}: {desk.framework.not_known}")
        self.not_known.toggled.connect(self._on_not_known)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(4))
        self._column.addLayout(self._row())
        if desk.read_only:
            self.editor.lock()
            self.not_known.setEnabled(False)
        self.refresh()

    @property
    def wrong(self) -> bool:
        """Tell whether something stands on the screen that could not be stored."""
        return bool(self._wrong) or self.editor.pending

    def refresh(self) -> None:
        """Show what is stored."""
        record = self._stored()
        self._wrong = ""
        self.editor.show_value(record.value)
        self.not_known.show_checked(record.not_known)
        self._tell("")

    def flush(self) -> None:
        """Hand over what is still being typed."""
        self.editor.flush()
        self.settle()

    def settle(self) -> None:
        """End the typing: write the stored value back, or say what is wrong."""
        if self._wrong:
            self._tell(self._wrong)
        else:
            self.editor.show_value(self._stored().value)
            self._desk.session.seal()

    def _row(self) -> QBoxLayout:
        look, beside = self._desk.look, not self._desk.look.side_below
        inner = QHBoxLayout()
        inner.setSpacing(look.px(12))
        top = Qt.AlignmentFlag.AlignTop
        inner.addWidget(self.editor, 1, top)
        inner.addWidget(self.not_known, 0, top)
        self.not_known.setMinimumHeight(look.px(32))
        if not self.field.label:
            return inner
        label = field_label(look, self.field.label, self.editor.anchor, BODY)
        row: QBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
        row.setSpacing(look.px(12 if beside else 4))
        if beside:
            label.setFixedWidth(look.px(LABEL_WIDTH))
            label.setContentsMargins(0, look.px(7), 0, 0)
        row.addWidget(label, 0, top)
        row.addLayout(inner, 1)
        return row

    def _stored(self) -> ProfileValue:
        return self._desk.sheet.profile.get(self.field.id) or ProfileValue()

    def _on_typed(self, typed: str) -> None:
        read = read_field(self.field, typed)
        self._wrong = read.wrong
        if read.wrong:
            return
        self._tell("")
        self._store(changed(self._item, self.field, read.value), read.value)
        self.not_known.show_checked(self._stored().not_known)

    def _on_not_known(self, on: bool) -> None:
        self._store(changed(self._item, self.field, "", not_known=on), "", not_known=on)
        self.refresh()

    def _store(self, name: str, value: str, *, not_known: bool = False) -> None:
        desk, id = self._desk, self.field.id
        what = edits.profile(desk.sheet, id, desk.stamp(), value, not_known=not_known)
        if desk.bridge.change(name, what, origin=self, merge="" if not_known else f"profile {id}"):
            self.editor.accept()
        else:
            self._wrong = "This could not be written to the file."
            self._tell(self._wrong)

    def _tell(self, wrong: str) -> None:
        if self._problem is None and wrong:
            self._problem = words(self._desk.look, "")
            recolour(self._problem, self._desk.look.theme.inadequate)
            self._column.addWidget(self._problem)
        if self._problem is None:
            return
        said = f"{wrong} {self._kept()}" if wrong else ""
        if said and said != self._problem.text():
            self._desk.announce(f"{self._name}: {said}")
        self._problem.setText(said)
        self._problem.setVisible(bool(said))
        self.editor.anchor.setAccessibleDescription(said)

    def _kept(self) -> str:
        stored = shown(self.field, self._stored().value)
        return f"Not saved; {stored} is kept until then." if stored else "Not saved yet."
