"""The lines above the overall: organisation, work with people, outcomes; the largest type on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework.rules import Line
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.kit.rating_mark import RatingMark
from iomsa_desktop.kit.words import line, show_words, small
from iomsa_desktop.look import HEADING, LARGE
from iomsa_desktop.pages.overview_words import line_words, outcome_words

if TYPE_CHECKING:
    from iomsa_desktop.pages.overview_reoffended import Reoffended

NAME_WIDTH = 170
SHORT = 48
"""Words longer than so many characters stand in lines of their own."""


class LinesCard(Card):
    """Show every line of the framework, one below the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.column.setContentsMargins(20, 10, 20, 10)
        self.column.setSpacing(4)
        self._rows = []
        for place, each in enumerate(desk.framework.rules.lines):
            if place:
                self.add(Rule(desk.look))
            self._rows.append(LineRow(desk, each))
            self.add(self._rows[-1])

    def refresh(self) -> None:
        """Show the lines as they are rated now."""
        for row in self._rows:
            row.refresh()


class LineRow(QWidget):
    """Show one line: its name, its rating or its figure, and small words behind."""

    def __init__(self, desk: Desk, shown: Line) -> None:
        super().__init__()
        self._desk, self._line = desk, shown
        self._reoffended: Reoffended | None = None
        look = desk.look
        row: QBoxLayout = QVBoxLayout(self) if look.side_below else QHBoxLayout(self)
        row.setContentsMargins(look.px(4), look.px(2), 0, look.px(2))
        row.setSpacing(look.px(4 if look.side_below else 8))
        name = line(look, shown.title, LARGE)
        if not look.side_below:
            name.setMinimumWidth(look.px(NAME_WIDTH))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        self._mark = RatingMark(look, desk.framework, role=HEADING)
        self._figure = line(look, "", LARGE)
        self._behind = small(look, "")
        self._behind.setWordWrap(False)
        self._below = small(look, "")
        holder = QWidget()
        wrap(holder)
        flow = Flow(holder, gap=look.px(10), row_gap=look.px(2))
        for widget in (self._mark if shown.rated else self._figure, self._behind):
            flow.addWidget(widget)
        both = QVBoxLayout()
        both.setSpacing(look.px(2))
        both.addWidget(holder)
        both.addWidget(self._below)
        row.addLayout(both, 1)

    def refresh(self) -> None:
        """Show what the line is now."""
        desk, card = self._desk, self._desk.bridge.card
        if self._line.rated:
            rated = card.line(self._line.id)
            self._mark.show_rated(rated)
            behind = line_words(desk.bridge.tally.files, self._line, rated)
            tall: QWidget = self._mark
        else:
            figure, behind = self._outcome_words()
            self._figure.setText(figure)
            tall = self._figure
        show_words(self._behind, behind if len(behind) <= SHORT else "")
        show_words(self._below, behind if len(behind) > SHORT else "")
        self._behind.setMinimumHeight(tall.sizeHint().height())

    def _outcome_words(self) -> tuple[str, str]:
        desk = self._desk
        return self._reoffended_words() or outcome_words(desk.framework, desk.bridge.card, self._line)

    def _reoffended_words(self) -> tuple[str, str] | None:
        desk = self._desk
        if not desk.sheet.people and not desk.sheet.figures:
            return None
        if self._reoffended is None:
            if desk.findings() is None:
                # The first page waits for no figure about people.
                return "", ""
            from iomsa_desktop.pages.overview_reoffended import Reoffended

            self._reoffended = Reoffended(desk)
        return self._reoffended.words()
