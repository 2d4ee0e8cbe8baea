"""One item of the profile: what is asked on the left, its fields on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework import find
from iomsa.framework.model import ProfileItem
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.words import field_label, show_words, small, words
from iomsa_desktop.look import SMALL
from iomsa_desktop.pages.profile_field import ProfileField
from iomsa_desktop.pages.profile_words import asked, sum_words

LEFT_WIDTH = 290


class ItemRow(QWidget):
    """Ask one item."""

    def __init__(self, desk: Desk, item: ProfileItem) -> None:
        super().__init__()
        self.item = item
        self._desk = desk
        look = desk.look
        self.fields = {field.id: ProfileField(desk, item, field) for field in item.fields}
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(look.px(4))
        right.setSpacing(look.px(8))
        label = field_label(look, item.label, next(iter(self.fields.values())).editor.anchor)
        behind = small(look, asked(desk.framework, item))
        source = find.source(desk.framework, item.source) if item.source else None
        if source is not None and source.as_known:
            behind.setToolTip(f"{source.words}, {desk.framework.as_known}")
        for each in (label, words(look, item.hint, SMALL), behind):
            left.addWidget(each)
        left.addStretch(1)
        for field in self.fields.values():
            right.addWidget(field)
        self._sum = small(look, "")
        right.addWidget(self._sum)
        right.addStretch(1)
        self._place(left, right)
        self.refresh_sum()

    def refresh_sum(self) -> None:
        """Say again what the fields add up to."""
        show_words(self._sum, sum_words(self._desk.framework, self._desk.sheet, self.item))

    def _place(self, left: QVBoxLayout, right: QVBoxLayout) -> None:
        look = self._desk.look
        beside = not look.side_below
        row: QBoxLayout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(28 if beside else 8))
        if beside:
            holder = QWidget()
            holder.setFixedWidth(look.px(LEFT_WIDTH))
            holder.setLayout(left)
            left.setContentsMargins(0, look.px(5), 0, 0)
            row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addLayout(left)
        row.addLayout(right, 1)
