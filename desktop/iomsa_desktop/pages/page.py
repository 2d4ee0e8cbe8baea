"""What every page is: a column that scrolls, told when ratings change and where to lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.canvas import Canvas
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.spoken import ScrollArea
from iomsa_desktop.kit.words import title, words


class Page(ScrollArea):
    """Show one page; sub-classes fill `column`, and `side` where they have a side column.

    The window calls `on_change` after each change and `on_scored` after each new scorecard, only while the page is
    shown; and `on_shown` when the page comes to the front, which should bring everything up to date.
    """

    SIDE_WIDTH = 250
    SIDE_BELOW_TITLE = False

    def __init__(self, desk: Desk, name: str, about: str = "", *, with_side: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.name = name
        self.setProperty("unringed", True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        canvas = Canvas()
        px = self.look.px
        beside = with_side and not self.look.side_below
        outer = QVBoxLayout(canvas)
        outer.setContentsMargins(px(32), px(24), px(32), px(24))
        outer.setSpacing(px(16))
        row = QHBoxLayout()
        row.setSpacing(px(20))
        self.column = QVBoxLayout()
        self.column.setSpacing(px(16))
        row.addLayout(self.column, 1)
        self.side = QVBoxLayout()
        self.side.setSpacing(px(16))
        if beside:
            holder = QWidget()
            holder.setFixedWidth(px(self.SIDE_WIDTH))
            holder.setLayout(self.side)
            self.side.setContentsMargins(0, 0, 0, 0)
            row.addWidget(holder)
        self.heading = title(self.look, name)
        head = QVBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(self.heading)
        if about:
            head.addWidget(words(self.look, about, soft=True))
        # What stands beside cards begins level with the first of them, what stands beside a question with the title.
        (outer if self.SIDE_BELOW_TITLE else self.column).addLayout(head)
        outer.addLayout(row, 1)
        self.setWidget(canvas)

    def lead_to(self, field: str) -> None:
        """Bring a field into view and give it the focus; empty leads to the top."""

    def on_change(self, change: ChangeSet) -> None:
        """Take in a change."""

    def on_scored(self) -> None:
        """Take in new ratings."""

    def on_shown(self) -> None:
        """Bring everything up to date."""

    def flush(self) -> None:
        """Hand over what is still being typed."""

    @property
    def stale(self) -> bool:
        """Tell whether this page has to be made anew before it is shown again."""
        return False

    @property
    def pending(self) -> bool:
        """Tell whether something was typed here that is not stored."""
        return False

    def bring(self, widget: QWidget) -> None:
        """Scroll so that a widget stands near the top; with the title of its card, where it is the first there."""
        canvas = self.widget()
        if canvas is None:
            return
        top = _top(widget, canvas)
        card = widget.parentWidget()
        while card is not None and card is not canvas and not isinstance(card, Card):
            card = card.parentWidget()
        if isinstance(card, Card) and top - _top(card, canvas) < self.look.px(72):
            top = _top(card, canvas)
        self.verticalScrollBar().setValue(max(0, top - self.look.px(24)))

    def offer_next(self, name: str, place: Place) -> None:
        """Lead on from the end of this page to the one that follows."""
        link = Link(self.look, f"Next: {name}")
        link.clicked.connect(lambda: self.desk.go(place))
        self.column.insertWidget(self.column.count() - 1, link)

    def end(self) -> None:
        """Close the column: side cards below it where the text is large, then air."""
        if self.look.side_below:
            self.column.addLayout(self.side)
        self.column.addStretch(1)
        self.side.addStretch(1)


def _top(widget: QWidget, canvas: QWidget) -> int:
    return widget.mapTo(canvas, widget.rect().topLeft()).y()
