"""The scheme profile: the facts that every figure rests on, the required ones first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.answers.progress import item_done, profile_progress
from iomsa.framework import find
from iomsa.framework.model import ProfileItem
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.words import heading, words
from iomsa_desktop.pages.locked import say_locked
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.profile_field import ProfileField
from iomsa_desktop.pages.profile_item import ItemRow

ABOUT = "Who the scheme is and whom it works with. “Not known” is an answer, and one that inspectors want to see."
START = "Plan half an hour if the scheme's own list is at hand. You can stop anywhere."
LATER = "Inspectors ask for these too. Fill in what you have; each of them can stay empty."


class ProfilePage(Page):
    """Take the facts about the scheme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Scheme profile", ABOUT)
        self._rows: dict[str, ItemRow] = {}
        self._folds: dict[str, Fold] = {}
        self._later = tuple(item for item in desk.framework.profile if not item.required)
        self._required = tuple(item for item in desk.framework.profile if item.required)
        say_locked(self)
        self._progress = words(self.look, soft=True)
        self.column.addWidget(self._progress)
        for group, items in _grouped(self._required):
            card = Card(self.look, group)
            self._fill(card.column, items)
            self.column.addWidget(card)
        if self._later:
            self._add_later()
        self.end()
        self._refresh_progress()

    def lead_to(self, field: str) -> None:
        target = self._field(field)
        if target is None:
            self.verticalScrollBar().setValue(0)
            return
        target.editor.focus()
        self.bring(target)

    def on_change(self, change: ChangeSet) -> None:
        for edit in change.edits:
            field = self._built(edit.address.key) if edit.address.kind == "profile" else None
            if field is not None and field is not change.origin:
                field.refresh()
        if change.touches("profile"):
            for row in self._rows.values():
                row.refresh_sum()
            self._refresh_progress()

    def on_shown(self) -> None:
        for row in self._rows.values():
            for field in row.fields.values():
                if not field.wrong:
                    field.refresh()
            row.refresh_sum()
        self._refresh_progress()

    @property
    def pending(self) -> bool:
        return any(field.wrong for row in self._rows.values() for field in row.fields.values())

    def flush(self) -> None:
        for row in self._rows.values():
            for field in row.fields.values():
                field.flush()

    def _add_later(self) -> None:
        self.column.addWidget(heading(self.look, "If known, and optional"))
        card = Card(self.look)
        card.add(words(self.look, LATER, soft=True))
        for group, items in _grouped(self._later):
            card.add(Rule(self.look))
            fold = Fold(self.look, group, partial(self._unfolded, items))
            self._folds.update((item.id, fold) for item in items)
            card.add(fold)
        self.column.addWidget(card)

    def _unfolded(self, items: tuple[ProfileItem, ...]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, self.look.px(8))
        column.setSpacing(self.look.px(8))
        self._fill(column, items)
        return holder

    def _fill(self, column: QVBoxLayout, items: Iterable[ProfileItem]) -> None:
        for place, item in enumerate(items):
            if place:
                column.addWidget(Rule(self.look))
            self._rows[item.id] = ItemRow(self.desk, item)
            column.addWidget(self._rows[item.id])

    def _built(self, id: str) -> ProfileField | None:
        item = find.item_of_field(self.desk.framework, id)
        row = self._rows.get(item.id) if item is not None else None
        return row.fields[id] if row is not None else None

    def _field(self, id: str) -> ProfileField | None:
        item = find.item_of_field(self.desk.framework, id)
        if item is not None and item.id in self._folds:
            self._folds[item.id].unfold()
        return self._built(id)

    def _refresh_progress(self) -> None:
        sheet = self.desk.sheet
        done, of = profile_progress(sheet, self._required)
        said = f"{done} of {of} required items done."
        self._progress.setText(f"{said} {START}" if done * 2 < of else said)
        for fold in set(self._folds.values()):
            own = [item for item in self._later if self._folds[item.id] is fold]
            fold.head.show_note(f"{sum(item_done(sheet, item) for item in own)} of {len(own)} done")


def _grouped(items: Iterable[ProfileItem]) -> list[tuple[str, tuple[ProfileItem, ...]]]:
    return [(group, tuple(own)) for group, own in groupby(items, key=lambda item: item.group)]
