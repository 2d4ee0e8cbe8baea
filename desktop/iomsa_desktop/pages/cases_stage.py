"""The card of one stage: its key questions with count, share, interval and self-rating, and what follows from them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework import find
from iomsa.framework.model import KeyQuestion, Stage, Standard
from iomsa.scoring.card import Rated, StandardScore
from iomsa_desktop.charts.interval import IntervalBar
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.rating_mark import RatingMark
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import heading, line, show_words, small, words
from iomsa_desktop.look import SMALL
from iomsa_desktop.pages.reason_words import without_count

SO_FAR = "so far"
NOT_RATED = "Shown, not rated"
ONE_LINE = ((0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 4))


class QuestionRow:
    """Show one key question: its name, sufficient n of N, the share with its interval, its self-rating."""

    def __init__(self, desk: Desk, standard: Standard, question: KeyQuestion) -> None:
        look, rated = desk.look, standard.rule != "shown"
        self._desk = desk
        name = f"{question.id} {question.short}"
        self.name = line(look, name)
        self.name.setToolTip(question.text)
        self.count, self.percent = line(look), line(look)
        self.bar = IntervalBar(look, name, desk.framework.rules.share.bands if rated else ())
        self.mark = RatingMark(look, desk.framework)
        self.shown = line(look, NOT_RATED, soft=True)
        (self.shown if rated else self.mark).hide()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the row into the grid: on one line, or on two where the text is large."""
        two_lines = self._desk.look.side_below
        places = ((0, 0), (1, 0), (1, 1), (1, 2), (0, 1), (0, 1)) if two_lines else ONE_LINE
        cells = (self.name, self.count, self.bar, self.percent, self.mark, self.shown)
        for cell, (below, column) in zip(cells, places, strict=True):
            grid.addWidget(cell, row + below, column, 1, 2 if two_lines and cell in cells[4:] else 1)

    def show_rated(self, rated: Rated) -> None:
        """Show what the files say now."""
        n, sufficient = rated.n or 0, rated.sufficient or 0
        self.count.setText(f"{sufficient} of {n}" if n else "No yes or no")
        self.percent.setText(f"{rated.percent} %" if n and rated.percent is not None else "–")
        share = sufficient / n if n else None
        self.bar.show_share(share, rated.interval, self._desk.look.rating(rated.rating), so_far=rated.so_far)
        self.mark.show_rated(rated, SO_FAR if rated.so_far and n else "", told=self._desk.look.side_below)


class StageCard(Card):
    """Show one stage of the work at a time; `switched` tells that another was chosen."""

    switched = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._stages = desk.framework.case_review.stages
        self.stage = self._stages[0]
        self._rows: dict[str, QuestionRow] = {}
        self._table: QWidget | None = None
        options = [Option(each.id, each.title, f"{each.title}, standard {each.standard}") for each in self._stages]
        self.switch = Segments(desk.look, "Stage of the work", options)
        self.switch.chosen.connect(self._on_chosen)
        self._title = heading(desk.look, "")
        head = QVBoxLayout() if desk.look.side_below else QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self._holder = QVBoxLayout()
        self.column.addLayout(self._holder)
        self._says = words(desk.look)
        self._about = small(desk.look, "")
        self.add(self._says)
        self.add(self._about)
        self.show_stage(self.stage)

    def show_stage(self, stage: Stage) -> None:
        """Show another stage."""
        self.stage = stage
        self.switch.show_code(stage.id)
        self._title.setText(stage.title)
        standard = find.standard(self._desk.framework, stage.standard)
        if self._table is not None:
            self._table.setParent(None)
            self._table.deleteLater()
        self._rows = {} if standard is None else self._make_rows(standard)
        self._table = self._build()
        self._holder.addWidget(self._table)
        self.refresh()

    def refresh(self) -> None:
        """Show the ratings of now."""
        score = self._desk.bridge.card.standard(self.stage.standard)
        for rated in score.questions:
            if rated.id in self._rows:
                self._rows[rated.id].show_rated(rated)
        show_words(self._says, _says(score))
        show_words(self._about, score.rated.chance)

    def _make_rows(self, standard: Standard) -> dict[str, QuestionRow]:
        return {each.id: QuestionRow(self._desk, standard, each) for each in standard.questions if each.case_question}

    def _build(self) -> QWidget:
        look = self._desk.look
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6))
        row = 0 if look.side_below else self._add_headings(grid)
        for each in self._rows.values():
            each.place(grid, row)
            row += 2 if look.side_below else 1
            grid.addWidget(Rule(look), row, 0, 1, 5)
            row += 1
        grid.setColumnStretch(1 if look.side_below else 2, 1)
        return table

    def _add_headings(self, grid: QGridLayout) -> int:
        standard = find.standard(self._desk.framework, self.stage.standard)
        rated = standard is not None and standard.rule != "shown"
        bands = ", ".join(str(each) for each in self._desk.framework.rules.share.bands)
        share = "Share and 95 % interval" + (f"; bands at {bands}" if rated else "")
        headings = ("Key question", "Sufficient" if rated else "Yes", share, "", "Self-rating" if rated else "")
        for column, text in enumerate(headings):
            grid.addWidget(line(self._desk.look, text, SMALL, soft=True), 0, column)
        grid.addWidget(Rule(self._desk.look), 1, 0, 1, 5)
        return 2

    def _on_chosen(self, id: str) -> None:
        self.show_stage(next(each for each in self._stages if each.id == id))
        self.switched.emit()


def _says(score: StandardScore) -> str:
    near = (without_count(score.rated), *(each.near for each in score.questions))
    return " ".join(dict.fromkeys(part for part in (score.rated.reason, *near[: 1 if near[0] else 2]) if part))
