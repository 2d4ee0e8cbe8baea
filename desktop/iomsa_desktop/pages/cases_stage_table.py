"""The rows of key questions on the card of a stage or a theme: count, share, interval and self-rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from iomsa.framework.model import KeyQuestion, Standard
from iomsa.outcomes.proportion import ALL_REVIEWED
from iomsa.scoring.card import Rated
from iomsa.scoring.shares import weighted_percent
from iomsa_desktop.charts.interval import IntervalBar
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Rule
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.rating_mark import RatingMark
from iomsa_desktop.kit.words import line, small, unbroken
from iomsa_desktop.pages.cases_stage_words import NONE, rated_standard

SO_FAR = "so far"
NOT_RATED = "Shown, not rated"
GAP = 16


class Asked(NamedTuple):
    """Hold a key question of the case review with its standard and the name that its row has."""

    name: str
    standard: Standard
    question: KeyQuestion


class QuestionRow:
    """Show one key question: its name, sufficient n of N, the share with its interval, its self-rating."""

    def __init__(self, desk: Desk, asked: Asked) -> None:
        look, rated = desk.look, rated_standard(asked.standard)
        self._desk = desk
        self.name = line(look, asked.name)
        self.name.setToolTip(asked.question.text)
        self.count, self.percent = line(look), line(look)
        self.bar = IntervalBar(look, asked.name, desk.framework.rules.share.bands if rated else ())
        self.mark = RatingMark(look, desk.framework)
        self.shown = line(look, NOT_RATED, soft=True)
        (self.shown if rated else self.mark).hide()

    def place(self, grid: QGridLayout, row: int, widest: int) -> None:
        """Put the row into the grid: on one line, or on two where there is little room; names are so wide at most."""
        cells: tuple[QWidget, ...] = (self.name, self.count, self.bar, self.percent, self.mark, self.shown)
        if not self._desk.look.side_below:
            for cell, column in zip(cells, (0, 1, 2, 3, 4, 4), strict=True):
                grid.addWidget(cell, row, column)
            return
        # The self-ratings line up behind the names, or go below them where both do not fit on one line.
        head = QWidget()
        flow = Flow(head, gap=self._desk.look.px(GAP), row_gap=0)
        self.name.setMinimumWidth(widest)
        for cell in (self.name, *cells[4:]):
            flow.addWidget(cell)
        grid.addWidget(head, row, 0, 1, 3)
        for column, cell in enumerate(cells[1:4]):
            grid.addWidget(cell, row + 1, column)

    def show_rated(self, rated: Rated) -> None:
        """Show what the files say now."""
        n = rated.n or 0
        self.count.setText(f"{rated.sufficient} of {n}" if n else "No yes or no")
        self.percent.setText(weighted_percent(rated) if n else NONE)
        whom = f"for all {rated.people} people" if rated.people is not None else ""
        self.bar.show_share(
            rated.share[0] / rated.share[1] if rated.share else None,
            rated.interval,
            self._desk.look.rating(rated.rating),
            so_far=rated.so_far,
            percent=weighted_percent(rated),
            sampling=whom if rated.interval else ALL_REVIEWED,
        )
        self.mark.show_rated(rated, SO_FAR if rated.so_far and n else "", told=self._desk.look.side_below)


class QuestionTable(QWidget):
    """Lay the rows of key questions out one below the other."""

    def __init__(self, desk: Desk, asked: Sequence[Asked]) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Mapping[str, QuestionRow] = {each.question.id: QuestionRow(desk, each) for each in asked}
        look = desk.look
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(GAP))
        grid.setVerticalSpacing(look.px(6))
        rated = any(rated_standard(each.standard) for each in asked)
        row = 0 if look.side_below else self._add_headings(grid, rated=rated)
        widest = max((each.name.sizeHint().width() for each in self.rows.values()), default=0)
        for each in self.rows.values():
            each.place(grid, row, widest)
            row += 2 if look.side_below else 1
            grid.addWidget(Rule(look), row, 0, 1, 5)
            row += 1
        grid.setColumnStretch(1 if look.side_below else 2, 1)

    def _add_headings(self, grid: QGridLayout, *, rated: bool) -> int:
        bands = ", ".join(str(each) for each in self._desk.framework.rules.share.bands)
        share = "Share and 95 % interval" + (f"; {unbroken(f'bands at {bands}')}" if rated else "")
        headings = ("Key question", "Sufficient" if rated else "Yes", share, "", "Self-rating" if rated else "")
        for column, text in enumerate(headings):
            grid.addWidget(small(self._desk.look, text), 0, column, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(Rule(self._desk.look), 1, 0, 1, 5)
        return 2
