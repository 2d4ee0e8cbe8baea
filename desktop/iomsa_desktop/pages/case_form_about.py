"""The head of the form of one case file: what is noted about it, without saying who the person is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iomsa.answers.values import read_field
from iomsa.framework.model import Field
from iomsa.session import edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.fields.registry import make_editor
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import field_label, show_words, small
from iomsa_desktop.look import BODY
from iomsa_desktop.pages.case_form_offer import HeadOffer

HINT = "No names, no dates of birth. Help with each field appears here when you come to it."


class AboutField(QWidget):
    """Ask for one thing about a file and save it as it is given."""

    def __init__(self, desk: Desk, ref: str, field: Field) -> None:
        super().__init__()
        self._desk, self._ref, self.field = desk, ref, field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(6))
        self.editor = make_editor(desk.look, field._replace(hint=""), f"{ref} {field.label}")
        self.editor.anchor.setAccessibleDescription(field.hint)
        self.editor.setToolTip(field.hint)
        label = field_label(desk.look, field.label, self.editor.anchor, BODY)
        self._wrong = small(desk.look, "")
        for widget in (label, self.editor, self._wrong):
            column.addWidget(widget)
        column.addStretch(1)
        self.editor.typed.connect(self._on_typed)
        self.editor.left.connect(desk.session.seal)
        if desk.read_only:
            self.editor.lock()
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        case = self._desk.sheet.cases.get(self._ref)
        self.editor.show_value(dict(case.header.about).get(self.field.id, "") if case else "")
        self._say("")

    def _on_typed(self, typed: str) -> None:
        desk = self._desk
        if self._ref not in desk.sheet.cases:
            return
        value, wrong = read_field(self.field, typed)
        self._say(wrong)
        if not wrong:
            what = edits.case_about(desk.sheet, self._ref, self.field.id, value, desk.stamp())
            name = f"{self._ref}: {self.field.label} changed"
            if desk.bridge.change(name, what, origin=self, merge=f"{self._ref} {self.field.id}"):
                self.editor.accept()

    def _say(self, wrong: str) -> None:
        show_words(self._wrong, wrong)
        self.editor.anchor.setAccessibleDescription(wrong or self.field.hint)


class AboutCard(Card):
    """Lay the fields out in two columns, or one below the other where the text is large."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk.look, "About this file")
        columns = 1 if desk.look.side_below else 2
        grid = QGridLayout()
        grid.setHorizontalSpacing(desk.look.px(32))
        grid.setVerticalSpacing(desk.look.px(10))
        self.fields: dict[str, AboutField] = {}
        rows = -(-len(desk.framework.case_review.about) // columns)
        for place, field in enumerate(desk.framework.case_review.about):
            asked = AboutField(desk, ref, field)
            self.fields[field.id] = asked
            grid.addWidget(asked, place % rows, place // rows)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.offer = HeadOffer(desk, ref)
        grid.addLayout(side_by_side(desk.look, self.offer), rows, columns - 1)
        self.column.addLayout(grid)
        self._hint = small(desk.look, HINT)
        self.add(self._hint)
        for asked in self.fields.values():
            for widget in asked.editor.findChildren(QWidget):
                widget.installEventFilter(self)

    def refresh(self, origin: object | None = None) -> None:
        """Show what is stored; the field that changed it shows that already."""
        for asked in self.fields.values():
            if asked is not origin:
                asked.refresh()
        self.offer.refresh()

    def flush(self) -> None:
        """Hand over what is still being typed."""
        for asked in self.fields.values():
            asked.editor.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            field = next((each.field for each in self.fields.values() if each.isAncestorOf(watched)), None)
            self._hint.setText(f"{field.label}. {field.hint}" if field is not None and field.hint else HINT)
        return super().eventFilter(watched, event)
