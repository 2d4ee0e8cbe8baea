"""The cards beside the overview: the overall self-rating, where a change would count, what is still to do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework.find import standard_of
from iomsa_desktop.desk import RETURN, STANDARD, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.rating_mark import Cells, mark_of
from iomsa_desktop.kit.words import line, recolour, small, words
from iomsa_desktop.look import STRONG
from iomsa_desktop.pages.overview_to_do import ToDo, to_do
from iomsa_desktop.pages.overview_words import NOTHING_BETTER, ONLY_COMPLETE, progress_words, standing_words
from iomsa_desktop.sentences import WHERE_CHANGE_COUNTS


class OverallCard(Card):
    """Show the overall self-rating, smaller than the lines, with what it rests on and why it is so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        look = desk.look
        self._head = small(look, "")
        self._cells = Cells(look)
        self._word = words(look, "", STRONG)
        self._standing = words(look)
        self._why = Link(look, "Why?")
        self._why.setAccessibleName("Why this overall self-rating?")
        self._reason = words(look, soft=True)
        self._reason.setVisible(False)
        self._why.clicked.connect(lambda: self._reason.setVisible(self._reason.isHidden()))
        self.add(self._head)
        self.column.addLayout(self._mark())
        for widget in (self._standing, self._why, self._reason):
            self.add(widget)

    def refresh(self) -> None:
        """Show the overall as it is rated now."""
        desk, card = self._desk, self._desk.bridge.card
        overall = card.overall
        mark = mark_of(desk.look, desk.framework, overall)
        settled = overall.rating is not None or overall.range is not None
        self._head.setText(f"Overall self-rating{', provisional' if overall.so_far and settled else ''}")
        self._cells.show_mark(mark)
        word = mark.word if settled or overall.out else "None yet"
        self._word.setText(word)
        recolour(self._word, mark.colour)
        self.setAccessibleName(f"{self._head.text()}: {word}")
        self._standing.setText(standing_words(card, desk.bridge.tally.files))
        self._why.setVisible(settled)
        self._reason.setText(overall.reason)
        if not settled:
            self._reason.setVisible(False)

    def _mark(self) -> QHBoxLayout:
        row, first = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(self._desk.look.px(6))
        above = (self._word.fontMetrics().height() - self._cells.sizeHint().height()) // 2
        first.setContentsMargins(0, max(0, above), 0, 0)
        first.addWidget(self._cells)
        first.addStretch(1)
        row.addLayout(first)
        row.addWidget(self._word, 1)
        return row


class AdviceCard(Card):
    """Say where a real change would count most, or honestly that nothing can be said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, WHERE_CHANGE_COUNTS)
        self._desk = desk
        self._place = Place(STANDARD)
        self._words = words(desk.look)
        self._link = Link(desk.look, "")
        self._link.clicked.connect(lambda: desk.go(self._place))
        self.add(self._words)
        self.add(self._link)

    def refresh(self) -> None:
        """Show the first advice of the card."""
        card, framework = self._desk.bridge.card, self._desk.framework
        first = next(iter(card.worth_changing), None)
        self._link.setVisible(first is not None)
        if first is None:
            self._words.setText(ONLY_COMPLETE if card.answered < card.prompts else NOTHING_BETTER)
            return
        self._words.setText(first.sentence)
        self._link.setText(f"Go to {first.prompt}")
        found = standard_of(framework, first.prompt)
        self._place = Place(STANDARD, found.id if found is not None else first.standard, first.prompt)


class ToDoCard(Card):
    """Count what is left, each with a link; progress stands here, apart from every rating."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Still to do")
        self._desk = desk
        self._shown: tuple[ToDo, ...] | None = None
        self._list = QWidget()
        self._progress = small(desk.look, "")
        self.add(self._list)
        self.add(self._progress)

    def refresh(self) -> None:
        """Show what is left now; nothing is built again where nothing changed."""
        desk = self._desk
        files = desk.bridge.tally.files
        self._progress.setText(progress_words(desk.bridge.card, files))
        left = tuple(to_do(desk.framework, desk.sheet, files, desk.findings() or ()))
        if left == self._shown:
            return
        self._shown = left
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(2))
        for each in left or (ToDo("Write the return", "", Place(RETURN)),):
            column.addWidget(self._row(each))
        self.column.replaceWidget(self._list, fresh)
        self._list.deleteLater()
        self._list = fresh
        fresh.show()

    def _row(self, each: ToDo) -> QWidget:
        look = self._desk.look
        holder = QWidget()
        flow = Flow(holder, gap=look.px(4), row_gap=0)
        link = Link(look, each.link)
        link.setAccessibleName(f"{each.link} {each.behind}".strip())
        link.clicked.connect(lambda: self._desk.go(each.place))
        behind = line(look, each.behind)
        behind.setMinimumHeight(link.sizeHint().height())
        flow.addWidget(link)
        flow.addWidget(behind)
        return holder
